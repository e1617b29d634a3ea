"""Stars and tags: which articles a person put by, and how."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from index.store.connection import Connected
from index.store.transaction import Transaction
from index.words import fold

OF_TAGS = "decisions.toml: stars and tags"
"""Stands for an article where decisions are about stars and tags. No article is called so."""

PUT_BY = (
    "EXISTS (SELECT 1 FROM stars WHERE article = articles.n), "
    "(SELECT json_group_array(tag) FROM tags WHERE article = articles.n)"
)
"""Two columns of a question for articles: whether each has a star, and its tags as JSON."""


class PutBy(NamedTuple):
    """How an article is put by."""

    starred: bool = False
    tags: tuple[str, ...] = ()


def put_by(starred: int, tags: str) -> PutBy:
    """What stands in the columns of `PUT_BY`; tags in the order of the alphabet."""
    return PutBy(bool(starred), tuple(sorted(json.loads(tags), key=fold)) if tags != "[]" else ())


class Tags(Connected):
    """The questions for stars and tags. They are few, and read anew each time: so they are always those of now."""

    def followed(self) -> dict[str, str]:
        """What of a person's decisions the index follows, but for stars and tags: a digest for each article."""
        return dict(self._rows("SELECT article, digest FROM decided WHERE article != ?", (OF_TAGS,)))

    def starred(self) -> set[str]:
        """The ids of the articles that have a star."""
        return {id_ for (id_,) in self._rows("SELECT id FROM stars JOIN articles ON articles.n = article")}

    def tags(self) -> dict[str, set[str]]:
        """The ids of the articles that have a tag, for each tag there is, in the order of the alphabet."""
        found: dict[str, set[str]] = defaultdict(set)
        for tag, id_ in self._rows("SELECT tag, id FROM tags JOIN articles ON articles.n = article"):
            found[tag].add(id_)
        return {tag: found[tag] for tag in sorted(found, key=fold)}


class TagChanges(Transaction):
    """Changes of stars and tags."""

    def put_by(self, articles: Mapping[int, PutBy]) -> None:
        """Let these articles, by their numbers, be put by so, and no others."""
        self._db.execute("DELETE FROM stars")
        self._db.execute("DELETE FROM tags")
        tags: Iterable[tuple[int, str]] = ((n, tag) for n, own in articles.items() for tag in own.tags)
        self._db.executemany("INSERT INTO stars VALUES (?)", [(n,) for n, own in articles.items() if own.starred])
        self._db.executemany("INSERT INTO tags VALUES (?, ?)", tags)
