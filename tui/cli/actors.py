"""The commands about actors, contacts and topics, and what one decides about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.errors import UnknownError
from tui.cli.common import FOUND, HOW_TO_UNDO, NOTHING, Answer, limit
from tui.output import narration
from tui.output.lines import line
from tui.output.sheet import print_csv, print_lines
from tui.output.words import iso
from tui.phrases import count, evidence
from tui.session import EVERYTHING

_OF_TOPIC = ("name", "articles")

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Card, Place
    from tui.cli.request import Request
    from tui.output import Printer


def actor(library: Library, request: Request, out: Printer) -> int:
    """One card."""
    from tui.output.card import rows

    card = library.actor(library.called(request.words))
    out.listed("", ("what", "name", "more"), rows(card), [card.to_json()])
    return FOUND


def contacts(library: Library, request: Request, out: Printer) -> int:
    """Who met, called or wrote to whom."""
    from index.answers.meetings import ties
    from tui.output import contacts as shapes

    found = library.contacts(
        between=request.between, of=request.of, about=request.about, kind=request.contact, since=request.since,
        until=request.until, once=not request.copies,
    )  # fmt: skip
    if request.limit:
        found = found[: request.limit]
    names = library.names()
    if request.graphml:
        print_lines(shapes.graphml(ties(found), names))
    elif request.ftm:
        entities = shapes.follow_the_money(found, library.actors(limit=EVERYTHING))
        print_lines(line(entity, schema=False) for entity in entities)
    elif request.matrix and request.csv:
        print_csv(shapes.matrix(ties(found), names))
    elif request.matrix:
        held = ties(found)
        out.listed("", shapes.TIES, (shapes.tie_row(t, names) for t in held), (t.to_json() for t in held))
    elif request.told:
        told = [
            (meeting, met, evidence(library.article(met.article).text, met.contact))
            for meeting in found for met in meeting.told
        ]  # fmt: skip
        out.listed("", shapes.WITNESSES, (shapes.witness(*each, names) for each in told),
                   ({**met.to_json(), "words": words} for _, met, words in told))  # fmt: skip
    elif request.csv:
        print_csv([shapes.COLUMNS, *(shapes.row(m, names) for m in found)])
    else:
        out.listed("", shapes.COLUMNS, (shapes.row(m, names) for m in found), (m.to_json() for m in found))
    if not found:
        narration.say("No contact found.")
    return FOUND if found else NOTHING


def topics(library: Library, request: Request, out: Printer) -> int:
    """Recurrent matters, or who said what on one."""
    most = limit(request, 100)
    if request.words:
        from tui.output.ledger import CsvPrinter

        matter = library.topic(request.words, once=not request.copies)
        (CsvPrinter() if request.csv else out).quotations(matter.said[:most], library.names)
        return FOUND if matter.said else NOTHING
    found = library.topics(limit=most, once=not request.copies)
    rows = [(t.name, str(t.count)) for t in found]
    if request.csv:
        print_csv([_OF_TOPIC, *rows])
    else:
        out.listed("", _OF_TOPIC, rows, ({"name": t.name, "articles": t.count} for t in found))
    if not found:
        narration.say("No two articles come back to the same matter.")
    return FOUND if found else NOTHING


def actors_csv(cards: Iterable[tuple[Card, int]]) -> None:
    """Actors as a table: cards, and how often each is named."""
    head = ("id", "name", "kind", "articles", "mentions", "affiliation", "roles", "spellings")
    rows = (
        (c.actor.id, c.actor.name, c.actor.kind, str(c.articles), str(mentions),
         c.names.get(c.affiliation or "", c.affiliation or ""), "; ".join(dict.fromkeys(t.role for t in c.tenures)),
         "; ".join(s.text for s in c.spellings))
        for c, mentions in cards
    )  # fmt: skip
    print_csv([head, *rows])


# What one decides ----------------------------------------------------------------------------------------------------


def merge(library: Library, request: Request, out: Printer) -> int:
    """Two actors are one."""
    one, other = _words(request, 2, "tui actors merge A B")
    if request.preview:
        return _places(library.places(other), out)
    return _decided(library, library.merge(one, other), out)


def split(library: Library, request: Request, out: Printer) -> int:
    """A part of an actor is somebody else."""
    articles = [library.find(article) for article in request.article]
    if request.preview:
        return _places(library.places(request.words, spellings=request.spelling, articles=articles), out)
    if not request.name:
        raise UnknownError("Say who that is", hint="tui actors split A --spelling TEXT --name NAME")
    made = library.split(request.words, name=request.name, spellings=request.spelling, articles=articles)
    return _decided(library, made, out)


def rename(library: Library, request: Request, out: Printer) -> int:
    """Another name."""
    actor, name = _words(request, 2, "tui actors rename A 'NEW NAME'")
    if request.preview:
        return _places(library.places(actor), out)
    return _decided(library, library.rename(actor, name), out)


def drop(library: Library, request: Request, out: Printer) -> int:
    """Not an actor."""
    if request.preview:
        return _places(library.places(request.words), out)
    library.no_actor(request.words)
    narration.say(f"{request.words} is no actor any more. {HOW_TO_UNDO}")
    return FOUND


def role(library: Library, request: Request, out: Printer) -> int:
    """A role."""
    actor, named = _words(request, 2, "tui actors role A 'ROLE' --of COUNTRY")
    made = library.set_role(actor, named, of=request.of, since=request.since, until=request.until)
    return _decided(library, made, out)


def source(library: Library, request: Request, out: Printer) -> int:
    """When, where, by whom an article was published; with --matching, many."""
    if request.matching is not None:
        return _sources(library, request, out)
    _say_something(request)
    article = library.set_source(
        library.find(request.words), published=request.date, outlet=request.outlet, author=request.author,
        url=request.url,
    )  # fmt: skip
    day = article.published.to_json() if article.published else None
    told = (("published", day and day["from"]), ("outlet", article.outlet.value), ("author", article.author.value),
            ("url", article.url.value))  # fmt: skip
    out.facts("", [(article.id, name, value or "?") for name, value in told], ("article", "field", "value"))
    return FOUND


def _sources(library: Library, request: Request, out: Printer) -> int:
    hits = library.search(request.matching or "", limit=EVERYTHING, shown=0, once=False).hits
    if not hits:
        narration.say("No article answers that.")
        return NOTHING
    if request.preview:
        out.facts("", ((hit.id, hit.outlet or "?", iso(hit.published) or "?", hit.title) for hit in hits),
                  ("article", "outlet", "published", "title"))  # fmt: skip
        narration.say(f"{count(len(hits), 'article')} would change.")
        return FOUND
    if request.url is not None:
        raise UnknownError("An address is of one article", hint="tui source ID --url URL")
    _say_something(request)
    library.set_sources(
        [hit.id for hit in hits], published=request.date, outlet=request.outlet, author=request.author
    )
    narration.say(f"{count(len(hits), 'article')} changed. {HOW_TO_UNDO}")
    return FOUND


def _say_something(request: Request) -> None:
    if (request.date, request.outlet, request.author, request.url) == (None, None, None, None):
        raise UnknownError("Say where it comes from", hint="--date, --outlet, --author or --url tells it")


def undo(library: Library, request: Request, out: Printer) -> int:
    """Take back the last decision."""
    undone = library.undo()
    if undone is None:
        narration.say("There is nothing to take back.")
        return NOTHING
    out.facts("", [(undone.article or undone.actor or "", undone.about, undone.told)], ("article", "words", "undone"))
    return FOUND


def _words(request: Request, wanted: int, usage: str) -> tuple[str, ...]:
    if len(request.each) != wanted:
        here = count(len(request.each), "name")
        raise UnknownError(f"Here {'is' if len(request.each) == 1 else 'are'} {here} where {wanted} are wanted",
                           "A name of several words stands in quotation marks", usage)  # fmt: skip
    return request.each


def _decided(library: Library, actor: str, out: Printer) -> int:
    out.actors(library.listed([actor]), library.actor)
    narration.say(HOW_TO_UNDO)
    return FOUND


def _places(places: list[Place], out: Printer) -> int:
    rows = ((p.article, str(p.start), str(p.end), p.text) for p in places)
    out.listed("", ("article", "start", "end", "text"), rows, (p.to_json() for p in places))
    narration.say(f"{len(places):,} places would change.")
    return FOUND if places else NOTHING


COMMANDS: dict[str, Answer] = {
    "actor": actor,
    "actors merge": merge,
    "actors split": split,
    "actors rename": rename,
    "actors drop": drop,
    "actors role": role,
    "contacts": contacts,
    "topics": topics,
    "source": source,
    "undo": undo,
    "quotes undo": undo,
}
