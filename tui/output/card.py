"""The card of an actor, as lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.model import Card, Tenure

_BARS = "▁▂▃▄▅▆▇█"
_CONTACTS = 10


def rows(card: Card) -> Iterator[tuple[str, str, str]]:
    """What is known of an actor, a line each: what it is, the thing, and more of it."""
    names = {**card.names, card.actor.id: card.actor.name}
    yield "actor", card.actor.name, card.actor.kind
    yield "id", card.actor.id, ""
    yield "articles", str(card.articles), _months(card)
    for spelling in card.spellings:
        yield "written", spelling.text, f"{spelling.count} · {spelling.place.article}"
    for tenure in card.tenures:
        yield "role", _role(tenure, names), _time(tenure)
    for name, count in (("said", card.totals.said), ("about", card.totals.about), ("told", card.totals.addressed)):
        yield name, str(count), ""
    for tie in card.ties[:_CONTACTS]:
        yield "contact", names.get(tie.actors[1], tie.actors[1]), " · ".join(filter(None, (str(tie.count), tie.last)))
    for topic in card.topics:
        yield "topic", topic.name, str(topic.count)
    for other in card.alike:
        yield "alike", f"{other.name} ({other.actor})", other.why


def _months(card: Card) -> str:
    """How often in which month, as a line of bars, with the first and the last."""
    if not card.months:
        return ""
    most = max(month.count for month in card.months)
    bars = "".join(_BARS[(len(_BARS) - 1) * month.count // most] for month in card.months)
    return f"{card.months[0].name} {bars} {card.months[-1].name}"


def _role(tenure: Tenure, names: dict[str, str]) -> str:
    return f"{tenure.role}, {names.get(tenure.of, tenure.of)}" if tenure.of else tenure.role


def _time(tenure: Tenure) -> str:
    """From when to when, and how often; or that a person said so."""
    days = " – ".join(dict.fromkeys(filter(None, (tenure.first, tenure.last))))
    return " · ".join(filter(None, (days, "as you decided" if tenure.decided else str(tenure.count))))
