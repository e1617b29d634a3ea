"""The same article twice: as an agency's report that several outlets print."""

from __future__ import annotations

from collections import defaultdict

from index.answers.opened import Opened
from index.model import Again, Copies, Copy, Line, Said
from index.store.reader import Head


def copies(opened: Opened) -> list[Copies]:
    """The articles that say the same, word for word or nearly so, those with the most copies first."""
    alike = opened.columns.alike
    groups: dict[int, list[str]] = defaultdict(list)
    for article in opened.store.ids():
        if article in alike:
            groups[alike[article]].append(article)
    heads = opened.store.heads(list(alike))
    most_first = sorted(groups.values(), key=len, reverse=True)
    return [Copies(articles=tuple(copy(heads[article]) for article in group)) for group in most_first]


def copy(head: Head) -> Copy:
    """An article as one of several that say the same."""
    return Copy(
        article=head.id, file=head.file, title=head.title, outlet=head.outlet, published=head.published
    )  # fmt: skip


def again(row: Said | Line, title: str, start: int, end: int) -> Again:
    """A row, as what stands in an article of this title once more."""
    return Again(
        article=row.article, file=row.file, title=title, outlet=row.outlet, published=row.published, start=start,
        end=end,
    )  # fmt: skip
