"""How often a name occurs: for screening a list of names."""

from __future__ import annotations

from index.answers.once import number
from index.answers.opened import Opened
from index.answers.quotations import quotations
from index.decisions.whom import actor
from index.errors import UnknownError
from index.model import Tally
from index.query import parse
from index.query.shape import having
from index.query.tree import alternative
from index.words import tokens


def tally(opened: Opened, name: str, *, once: bool = True) -> Tally:
    """The articles that hold the words of a name next to each other, or name an actor who is called so; and the
    quotations by and about them. What says the same is counted `once`. Any text will do."""
    words = " ".join(name[token.start : token.end] for token in tokens(name))
    phrase, named = parse(f'"{words}"') if words else None, having("actor", name)
    if phrase is None or named is None:
        return Tally(name=name, actor=None, articles=0, said=0, about=0)
    articles = opened.every(alternative([phrase, named]))
    return Tally(
        name=name, actor=_actor(opened, name), articles=number(articles, opened.columns.alike if once else {}),
        said=len(quotations(opened, having("speaker", name), once=once)),
        about=len(quotations(opened, having("about", name), once=once)),
    )  # fmt: skip


def _actor(opened: Opened, name: str) -> str | None:
    try:
        return actor(name, opened.store.names, opened.names.lookup).actor
    except UnknownError:
        return None
