"""Contacts and ties as rows, and for other programs: GraphML, FollowTheMoney. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from tui.output.words import iso

if TYPE_CHECKING:
    from index.model import ActorLine, Contact, Meeting, Met, Tie, When

COLUMNS = ("date", "kind", "status", "who", "where", "articles", "differ", "about")
WITNESSES = ("contact", "date", "kind", "status", "who", "article", "words")
TIES = ("one", "other", "count", "last")

Names = Mapping[str, str]
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCHEMATA = {"person": "Person", "organisation": "Organization", "country": "PublicBody"}


def row(meeting: Meeting, names: Names) -> tuple[str, ...]:
    """A contact in one line; what its witnesses disagree on, and its topics, are named last."""
    return (
        _when(meeting.date), meeting.kind, meeting.status, _who(meeting, names), "; ".join(meeting.places),
        "; ".join(dict.fromkeys(met.article for met in meeting.told)), ", ".join(meeting.differ),
        "; ".join(meeting.topics),
    )  # fmt: skip


def witness(meeting: Meeting, met: Met, words: str, names: Names) -> tuple[str, ...]:
    """What one article tells of a contact, in one line; it begins with the date of the contact, as all together tell
    it."""
    own = met.contact
    return _when(meeting.date), _when(own.date), own.kind, own.status, _who(own, names), met.article, words


def _when(date: When | None) -> str:
    """A date, or the words for it where they are all that is known."""
    return iso(date) or (f"“{date.text}”" if date and date.text else "")


def tie_row(tie: Tie, names: Names) -> tuple[str, ...]:
    """How often two were in contact, in one line."""
    return (*(names.get(actor, actor) for actor in tie.actors), str(tie.count), tie.last or "")


def matrix(ties: Sequence[Tie], names: Names) -> Iterator[tuple[str, ...]]:
    """A square table, its first row the names; those with most contacts first."""
    count: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    for tie in ties:
        one, other = tie.actors
        cells[one, other] = cells[other, one] = tie.count
        for actor in tie.actors:
            count[actor] = count.get(actor, 0) + tie.count
    order = sorted(count, key=lambda actor: (-count[actor], actor))
    yield ("", *(names.get(actor, actor) for actor in order))
    for one in order:
        yield (names.get(one, one), *(str(cells.get((one, other), "")) for other in order))


def graphml(ties: Sequence[Tie], names: Names) -> Iterator[str]:
    """A graph, in lines: actors are nodes, who was in contact with whom are edges with count, last day and topics."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield '<key id="name" for="node" attr.name="name" attr.type="string"/>'
    yield '<key id="count" for="edge" attr.name="count" attr.type="int"/>'
    yield '<key id="last" for="edge" attr.name="last" attr.type="string"/>'
    yield '<key id="topics" for="edge" attr.name="topics" attr.type="string"/>'
    yield '<graph edgedefault="undirected">'
    for actor in sorted({actor for tie in ties for actor in tie.actors}):
        yield f'<node id={quoteattr(actor)}><data key="name">{_xml(names.get(actor, actor))}</data></node>'
    for tie in ties:
        last = f'<data key="last">{tie.last}</data>' if tie.last else ""
        topics = f'<data key="topics">{_xml("; ".join(tie.topics))}</data>' if tie.topics else ""
        source, target = map(quoteattr, tie.actors)
        yield f'<edge source={source} target={target}><data key="count">{tie.count}</data>{last}{topics}</edge>'
    yield "</graph></graphml>"


def follow_the_money(meetings: Sequence[Meeting], actors: Iterable[ActorLine]) -> Iterator[dict[str, Any]]:
    """FollowTheMoney entities: those who took part, then an Event for each contact."""
    taking_part = {actor for meeting in meetings for actor in meeting.participants}
    names = {}
    for line in actors:
        if line.id in taking_part:
            names[line.id] = line.name
            position = {"position": [line.role]} if line.role and line.kind == "person" else {}
            yield _entity(f"actor-{line.id}", _SCHEMATA.get(line.kind, "LegalEntity"), name=[line.name], **position)
    for meeting in meetings:
        first = meeting.told[0]
        at = first.contact.evidence[0].start if first.contact.evidence else 0
        day = meeting.date
        yield _entity(
            f"contact-{first.article}-{at}", "Event",
            name=[f"{meeting.kind}: {_who(meeting, names)}"], involved=[f"actor-{a}" for a in meeting.participants],
            startDate=[day.from_] if day and day.from_ else [], endDate=[day.to] if day and day.to else [],
            location=list(meeting.places), keywords=list(meeting.topics),
            summary=[f"{met.title} ({met.article})" for met in meeting.told],
        )  # fmt: skip


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _entity(id_: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "properties": {name: held for name, held in properties.items() if held}}


def _who(meeting: Meeting | Contact, names: Names) -> str:
    return ", ".join(names.get(actor, actor) for actor in meeting.participants)
