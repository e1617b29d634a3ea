"""The same article twice: as an agency's report that several outlets print."""

from __future__ import annotations

from index.answers.opened import Opened
from index.model import Copies, Copy
from index.reading.twins import twins


def copies(opened: Opened) -> list[Copies]:
    """The articles that say the same, word for word or nearly so, those with the most copies first."""
    ids = opened.store.ids()
    groups = [[ids[place] for place in group] for group in twins([opened.store.text(article) for article in ids])]
    heads = opened.store.heads([article for group in groups for article in group])
    found = [[heads[article] for article in group] for group in sorted(groups, key=len, reverse=True)]
    return [
        Copies(articles=tuple(
            Copy(article=h.id, file=h.file, title=h.title, outlet=h.outlet, published=h.published) for h in group
        ))
        for group in found
    ]  # fmt: skip
