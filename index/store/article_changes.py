"""What a person decided of articles: when, where, by whom they were published.

What was read stands in `revised` as long as something else was decided, so that it can be put back.
"""

from __future__ import annotations

import json

from index.model import Article, Known, When
from index.store import rows
from index.store.transaction import Transaction


class ArticleChanges(Transaction):
    """Changes of what is known of articles, which are called by their numbers."""

    def plain(self, article: int) -> Article:
        """An article as it was read, whatever was decided of it."""
        head, text = self._one(
            "SELECT coalesce(revised.head, articles.head), text FROM articles LEFT JOIN revised ON article = n "
            "WHERE n = ?", article
        )  # fmt: skip
        return Article.model_validate({**json.loads(rows.unpressed(head)), "text": rows.unpressed(text)})

    def is_revised(self, article: int) -> bool:
        """Is anything decided of this article's own?"""
        return bool(self._one("SELECT 1 FROM revised WHERE article = ?", article))

    def as_read(self, article: int) -> None:
        """Take back all that was decided of an article's own."""
        if self.is_revised(article):
            self._set_head(article, self.plain(article))
            self._db.execute("DELETE FROM revised WHERE article = ?", (article,))

    def revise(self, article: int, changes: dict[str, Known | When]) -> Article:
        """Set fields of an article; how it is then."""
        revised = self.plain(article).model_copy(update=changes)
        self._db.execute("INSERT OR IGNORE INTO revised SELECT n, head FROM articles WHERE n = ?", (article,))
        self._set_head(article, revised)
        return revised

    def _set_head(self, article: int, head: Article) -> None:
        when = head.published
        self._db.execute(
            "UPDATE articles SET head = ?, outlet = ?, published = ?, day = ? WHERE n = ?",
            (rows.head(head), head.outlet.value, rows.json_of(when), when.to if when else None, article),
        )
