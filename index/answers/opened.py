"""A corpus that is open for questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.answers.asked import asked
from index.engines import Engine
from index.errors import UnknownError
from index.model import AnnotatedArticle
from index.query import Node, Searchable, matches
from index.query.shape import asks_for_more_than_words
from index.store import Store
from index.store.columns import Columns
from index.store.names import Names

_REMEMBERED = 100  # articles


@dataclass(frozen=True, slots=True)
class Opened:
    """The store, the engine and the names of one generation, as they are at this moment."""

    store: Store
    engine: Engine
    names: Names
    columns: Columns
    _read: dict[str, Searchable] = field(default_factory=dict, compare=False, repr=False)  # words alone

    def article(self, article: str) -> AnnotatedArticle:
        """An article with all that was found in it. Raises `UnknownError`."""
        found = self.store.article(article)
        if found is None:
            raise unknown(article)
        return found

    def searchable(self, tree: Node | None, article: str) -> Searchable:
        """An article as far as `tree` looks into it: names and quotations are fetched only where it asks for them.
        Raises `UnknownError`."""
        for found in self.searchables(tree, [article]):
            return found
        raise unknown(article)

    def searchables(self, tree: Node | None, articles: Sequence[str]) -> Iterator[Searchable]:
        """The same of several, in their order; what is not there any more is left out. The words of the last ones are
        remembered: the next letter typed asks for much the same."""
        if asks_for_more_than_words(tree):
            yield from self.store.searchables(articles, self.names.of(articles))
            return
        known = {article: one for article in articles if (one := self._read.get(article))}
        new = self.store.searchables([article for article in articles if article not in known], None)
        known.update((one.id, one) for one in new)
        if len(self._read) > _REMEMBERED:
            self._read.clear()
        self._read.update(known)
        yield from (known[article] for article in articles if article in known)

    def asked(self, query: str, *, strict: bool = True) -> Node | None:
        """What a query means now. Raises `QueryError`; if `strict`, also for a tag that no article has."""
        return asked(self.store, query, strict=strict)

    def every(self, tree: Node | None) -> set[str]:
        """All articles of which `tree` is true."""
        return self.engine.every(tree, proves=self.proves)

    def proves(self, tree: Node, article: str) -> bool:
        """Whether `tree` is true of an article, by its text; never of one that is not there any more."""
        try:
            return matches(tree, self.searchable(tree, article))
        except UnknownError:
            return False


def unknown(article: str) -> UnknownError:
    """There is no such article."""
    return UnknownError(f"There is no article {article!r}", hint="tui search lists articles")


def article_called(ids: Iterable[str], words: str) -> str:
    """The one of some ids that is or holds `words`. Raises `UnknownError` for none or several."""
    ids = list(ids)
    if words in ids:
        return words
    found = [i for i in ids if i.startswith(words)] or [i for i in ids if words in i]
    if not words or not found:
        raise unknown(words)
    if len(found) > 1:
        some = ", ".join(sorted(found)[:4]) + (", …" if len(found) > 4 else "")
        raise UnknownError(f"{len(found)} articles are called {words!r}", some, "Type more of the name")
    return found[0]
