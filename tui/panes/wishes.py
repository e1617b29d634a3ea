"""What a person asks of a pane that lies beyond it. A command gives it back; a click posts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.session import Asked
from tui.widgets.posted import Posted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.model import Copy


class Wish(Posted):
    """Anything that the main screen is to do for a pane."""


class Results(Wish):
    """What stands in the search box is meant: to the results."""


class Recall(Wish):
    """A search of before is wanted in the box: an older one (`step` 1) or a newer one (-1)."""

    step: int


class Type(Wish):
    """This query is wanted in the box."""

    query: str


class Sort(Wish):
    """The results are wanted in another order."""


class Copies(Wish):
    """The articles that say the same as the one of this title are to be listed; `places` in them are half-open spans,
    by article, where not all of it is meant."""

    title: str
    copies: Sequence[Copy]
    places: Mapping[str, tuple[int, int]] = {}


class Everything(Wish):
    """All articles that answer are to be marked."""


class Star(Wish):
    """Articles (ids) are to have a star, or to lose it if all have one."""

    articles: tuple[str, ...]


class Narrow(Wish):
    """Something that results have in common is to be chosen."""


class More(Wish):
    """The last of the results is reached: more of them, where there are more."""


class Read(Wish):
    """An article is to be read: from the half-open span, or else from its first hit on."""

    article: str
    span: tuple[int, int] | None = None


class Find(Wish):
    """Something is to be found in the article."""


class Meet(Wish):
    """The card of an actor is wanted."""

    actor: str


class List(Wish):
    """Quotations are to be listed."""

    asked: Asked


class Export(Wish):
    """The quotations that are listed are to be written to a file."""


class Time(Wish):
    """The actor on the card is wanted over time."""


class Contacts(Wish):
    """The contacts of some actors, among each other, are wanted."""

    actors: tuple[str, ...] = ()


class PutRight(Wish):
    """Something about the actor on the card is to be put right; `guess` is a name."""

    what: Literal["same", "part"]
    guess: str = ""
