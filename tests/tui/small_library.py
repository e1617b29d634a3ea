"""A small library of our own making, over three articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from index.errors import QueryError, UnknownError
from index.model import (
    Actor,
    ActorLine,
    AnnotatedArticle,
    Block,
    Card,
    Clause,
    Completion,
    Contact,
    Facet,
    FacetValue,
    Hit,
    Known,
    Line,
    Mention,
    Met,
    Overview,
    Page,
    Passage,
    Period,
    Place,
    Quotation,
    Reading,
    Role,
    Said,
    Span,
    Speaker,
    Spelling,
    Timeline,
    Totals,
    Undone,
    Unit,
    When,
    Words,
)
from index.query import parse
from index.query.clauses import clauses
from index.words import fold
from tests.tui.small_decisions import SmallDecisions

NAMES = {"jana-novak": "Jana Nováková", "per-lind": "Per Lind", "harbour-office": "Harbour Office"}
_SPELT = {
    "jana-novak": ("Jana Nováková", "Novakova", "Nováková"),
    "per-lind": ("Per Lind", "Lind"),
    "harbour-office": ("Harbour Office",),
}

_TEXTS = {
    "ferry": [
        ("title", "Ministers settle the ferry quarrel"),
        ("caption", "Jana Nováková greets Per Lind on the quay. (Photo: A. Reader)"),
        ("paragraph", "Foreign Minister Jana Nováková met Per Lind on Monday to end a quarrel over ferries."),
        ("paragraph", "Nováková told Lind that the new timetable was “a fair bargain”. The ferries sail from May."),
        ("crosshead", "An old dispute"),
        ("paragraph", "“We have waited nine years for this,” Lind said, and thanked the Harbour Office."),
        *[
            ("paragraph", f"Ferry number {n} carries cars, letters and the odd piano across the strait each morning.")
            for n in range(1, 25)
        ],
        ("paragraph", "The so-called “night ferry” stays. The Harbour Office said it would look into the matter."),
        ("furniture", "READ MORE: all about ferries"),
    ],
    "bridge": [
        ("title", "A bridge nobody asked for"),
        ("paragraph", "The Harbour Office wants a bridge. Novakova called the plan “premature”."),
        ("paragraph", "Per Lind has not answered yet."),
    ],
    "odd": [
        ("title", "Odd signs"),
        ("paragraph", "A tab\there, an escape \x1b[31mred\x1b[0m, wide 漢字漢字, e\u0301 and [bold]brackets[/bold]."),
    ],
}
_SAID = {
    "ferry": [
        ("a fair bargain", "partial", "jana-novak", "Nováková", "told", "per-lind"),
        ("We have waited nine years for this,", "direct", "per-lind", "Lind", "said", None),
        ("night ferry", "scare", None, None, None, None),
        ("it would look into the matter", "indirect", "harbour-office", "The Harbour Office", "said", None),
    ],
    "bridge": [("premature", "partial", "jana-novak", "Novakova", "called", None)],
    "odd": [],
}


_DOUBTFUL = {"premature", "it would look into the matter"}
_QUEUE = "(is:unattributed OR is:doubtful)"
_THURSDAY = When(from_="2021-04-01", to="2021-04-01", precision="day", text="Thursday")


def _words(text: str, words: str, after: int = 0) -> Words:
    start = text.index(words, after)
    return Words(start=start, end=start + len(words), text=words)


def _quotation(text: str, number: int, row: tuple[Any, ...]) -> Quotation:
    said, kind, actor, named, cue, to = row
    at = _words(text, said)
    speaker = None
    if named:
        where = _words(text, named, max(0, at.start - 60))
        speaker = Speaker(actors=(actor,), start=where.start, end=where.end, text=named)
    return Quotation(
        **at.model_dump(),
        id=f"q{number}",
        kind=kind,
        speaker=speaker,
        cue=_words(text, cue, max(0, at.start - 60)) if cue else None,
        addressee=Speaker(actors=(to,)) if to else None,
        rule="by hand",
        confidence=0.5 if said in _DOUBTFUL else 0.9,
    )


def _mentions(text: str) -> list[Mention]:
    taken: list[Mention] = []
    for actor, spellings in _SPELT.items():
        for spelling in spellings:
            at = text.find(spelling)
            while at >= 0:
                if not any(m.start < at + len(spelling) and at < m.end for m in taken):
                    taken.append(Mention(start=at, end=at + len(spelling), text=spelling, actor=actor, form="name"))
                at = text.find(spelling, at + 1)
    return sorted(taken, key=lambda m: m.start)


def _article(name: str) -> AnnotatedArticle:
    blocks, text = [], ""
    for kind, words in _TEXTS[name]:
        text += "\n\n" if text else ""
        blocks.append(Block(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    mentions = _mentions(text)
    here = {m.actor for m in mentions}
    minister = text.find("Foreign Minister")
    role = (Role(start=minister, end=minister + 16, role="Foreign Minister"),) if minister >= 0 else ()
    return AnnotatedArticle(
        id=f"{name}.txt",
        file=f"{name}.txt",
        sha256="0" * 64,
        read=Reading(encoding="utf-8", format="text"),
        title=_TEXTS[name][0][1],
        outlet=Known(),
        published=_THURSDAY if name == "ferry" else None,
        text=text,
        blocks=tuple(blocks),
        quotations=tuple(_quotation(text, n, row) for n, row in enumerate(_SAID[name], 1)),
        mentions=tuple(mentions),
        actors=tuple(
            Actor(id=a, name=n, kind="person", roles=role if a == "jana-novak" else ())
            for a, n in NAMES.items()
            if a in here
        ),
    )


def _clauses(query: str) -> tuple[Clause, ...]:
    try:
        return clauses(query) if parse(query) else ()
    except QueryError:
        return ()


class FakeLibrary(SmallDecisions):
    """Answers as the library does, over three articles, by plain string search."""

    def __init__(self) -> None:
        self.articles = {article.id: article for article in map(_article, _TEXTS)}
        self.asked: list[str] = []
        self.written: list[tuple[str, str, dict[str, Any]]] = []
        self.undoable: list[AnnotatedArticle] = []
        self.closed = False
        self.decided = []

    def overview(self) -> Overview:
        return Overview(folder="fake", articles=3, quotations=5, actors=3, contacts=1, words=500)

    def is_current(self) -> bool:
        return True

    def hits(self, query: str, article: str) -> tuple[Span, ...]:
        text = fold(self.articles[article].text)
        found = []
        for word in fold(query).replace("*", "").split():
            at = text.find(word)
            while at >= 0:
                found.append(Span(start=at, end=at + len(word)))
                at = text.find(word, at + 1)
        return tuple(sorted(found, key=lambda span: span.start))

    def facets(self, query: str, *, stop: Any = None) -> tuple[Facet, ...]:
        values = [FacetValue(typed=f"title:{word}", label=word.title(), count=1) for word in ("harbour", "odd")]
        return (Facet(name="word", values=tuple(values)),)

    def timeline(self, query: str, *, actor: str | None = None, unit: Unit | None = None) -> Timeline:
        self.asked.append(f"{query}|{actor}|{unit}")
        months = [("2021-03", 2), ("2021-04", 0), ("2021-05", 1)]
        periods = tuple(
            Period(name=name, typed=f"date:{name}", articles=n, quotations=2 * n, contacts=0) for name, n in months
        )
        return Timeline(unit=unit or "month", periods=() if actor == "per-lind" else periods, undated=1)

    def complete(self, query: str, at: int) -> tuple[Completion, ...]:
        start = query.rfind(" ", 0, at) + 1
        known = ["bridge", "ferry", "speaker:Lind", "speaker:Nováková"]
        found = [word for word in known if len(query[start:at]) > 1 and word.startswith(query[start:at])]
        return tuple(Completion(text=word, start=start, end=at, label=word, what="word") for word in found)

    def concordance(self, query: str, *, order: str = "left") -> list[Line]:
        lines = [
            Line(
                article=a.id, file=a.file, outlet=None, published=a.published, start=s.start, end=s.end,
                left=a.text[max(0, s.start - 20) : s.start], word=a.text[s.start : s.end], right=a.text[s.end :][:20],
            )
            for a in self.articles.values() for s in self.hits(query, a.id)
        ]  # fmt: skip
        return lines[::-1] if order == "right" else lines

    def search(
        self, query: str, *, limit: int = 50, shown: int | None = None, order: str = "rank", stop: Any = None,
        once: bool = True,
    ) -> Page:  # fmt: skip
        self.asked.append(query)
        if query.endswith("("):
            at = len(query) - 1
            raise QueryError("A bracket is not closed", query, at, at + 1, "Close it.", query[:at].strip())
        articles = sorted(self.articles.values(), key=lambda a: a.title if order == "outlet" else "")
        found = [a for a in articles if not query.strip() or self.hits(query, a.id)]
        hits = tuple(self._hit(rank, a, query) for rank, a in enumerate(found[:limit], 1))
        missing = tuple(query.split()) if not found else ()
        if shown is not None:
            hits = (*hits[:shown], *(hit.model_copy(update={"passages": ()}) for hit in hits[shown:]))
        near = tuple((word, ("ferry", "fairy")) for word in missing if word.startswith("ferr"))
        return Page(
            query=query, hits=hits, total=len(found), seconds=0.002, missing=missing, near=near, clauses=_clauses(query)
        )  # fmt: skip

    def passages(self, query: str, articles: Iterable[str]) -> dict[str, Passage]:
        hits = [self._hit(1, self.articles[a], query) for a in articles]
        return {hit.id: hit.passages[0] for hit in hits if hit.passages}

    def _hit(self, rank: int, article: AnnotatedArticle, query: str) -> Hit:
        spans = self.hits(query, article.id) if query.strip() else ()
        passages = ()
        if spans:
            block = next(b for b in article.blocks if b.start <= spans[-1].start < b.end)
            marks = tuple((s.start, s.end) for s in spans if block.start <= s.start and s.end <= block.end)
            words = article.text[block.start : block.end]
            passages = (Passage(start=block.start, end=block.end, text=words, marks=marks),)
        return Hit(
            rank=rank, id=article.id, file=article.file, title=article.title, outlet=None, published=article.published,
            score=1.0, quotations=len(article.quotations), passages=passages,
            starred=article.starred, tags=article.tags,
        )  # fmt: skip

    def article(self, id: str) -> AnnotatedArticle:  # noqa: A002
        if id not in self.articles:
            raise UnknownError("No such article", id, "Search for it.")
        return self.articles[id]

    def actors(self, name: str = "", *, limit: int = 100) -> list[ActorLine]:
        found = [a for a, spelt in _SPELT.items() if any(fold(name) in fold(s) for s in spelt)]
        return [self._line(actor) for actor in found[:limit]]

    def listed(self, actors: Sequence[str]) -> list[ActorLine]:
        return [self._line(actor) for actor in actors if actor in NAMES]

    def _line(self, actor: str) -> ActorLine:
        mentions = sum(m.actor == actor for a in self.articles.values() for m in a.mentions)
        return ActorLine(id=actor, name=NAMES[actor], kind="person", role=None, articles=2, mentions=mentions)

    def actor(self, id: str) -> Card:  # noqa: A002
        if id not in NAMES:
            raise UnknownError("No such actor", id)
        said = [self._said(a, q) for a in self.articles.values() for q in a.quotations]
        spelt: dict[str, list[Place]] = {}
        for article in self.articles.values():
            for m in article.mentions:
                if m.actor == id:
                    place = Place(start=m.start, end=m.end, text=m.text, article=article.id)
                    spelt.setdefault(m.text, []).append(place)
        ferry = self.articles["ferry.txt"]
        met = Contact(kind="meeting", participants=("jana-novak", "per-lind"), evidence=(Span(start=100, end=180),))
        mine = tuple(s for s in said if s.quotation.speaker and id in s.quotation.speaker.actors)
        to = tuple(s for s in said if s.quotation.addressee and id in s.quotation.addressee.actors)
        return Card(
            actor=Actor(id=id, name=NAMES[id], kind="person"),
            articles=2,
            totals=Totals(said=len(mine), about=0, addressed=len(to), contacts=1),
            spellings=tuple(Spelling(text=t, count=len(p), place=p[0]) for t, p in spelt.items()),
            roles=tuple(
                r.model_copy(update={"article": ferry.id}) for a in ferry.actors if a.id == id for r in a.roles
            ),
            said=mine,
            about=(),
            addressed=to,
            contacts=(Met(article=ferry.id, file=ferry.file, title=ferry.title, published=None, contact=met),)
            if id in met.participants
            else (),
            names=NAMES,
        )  # fmt: skip

    def _said(self, article: AnnotatedArticle, quotation: Quotation) -> Said:
        return Said(
            article=article.id, file=article.file, title=article.title, outlet=None, published=None, quotation=quotation
        )

    def said(self, article: str) -> list[Said]:
        return [self._said(self.articles[article], q) for q in self.articles[article].quotations]

    def quotations(
        self, query: str = "", *, kind: str | None = None, actor: str | None = None, limit: int | None = None,
        once: bool = True,
    ) -> list[Said]:  # fmt: skip
        query, queue = query.removesuffix(_QUEUE).strip(), query.endswith(_QUEUE)
        if query.endswith("("):
            self.search(query)
        words = fold(query.strip("()")).replace("*", "").split()
        said = [
            self._said(article, q)
            for article in self.articles.values()
            for q in article.quotations
            if actor is None or (q.speaker and actor in q.speaker.actors)
            if kind == q.kind or (kind is None and q.kind != "scare")
            if all(word in fold(q.text) for word in words)
            if not queue or (q.confidence < 0.6 or q.speaker is None)
        ]
        return said[:limit]

    def correct(
        self, article: str, quotation: str, *, speaker: str | None = None, kind: Any = None, start: int | None = None,
        end: int | None = None, no_quotation: bool = False, confirmed: bool = False,
    ) -> Quotation | None:  # fmt: skip
        found = self.articles[article]
        if speaker == "Two People":
            raise UnknownError("2 actors are called 'Two People'", "", "Type more of the name")
        change: dict[str, Any] = {"corrected": True, "confidence": 1.0, "rule": "corrected"}
        if speaker is not None:
            known = (speaker,) if speaker in NAMES else ()
            change["speaker"] = Speaker(actors=known, text=speaker) if speaker else None
        if kind:
            change["kind"] = kind
        if start is not None and end is not None:
            change |= {"start": start, "end": end, "text": found.text[start:end]}
        if confirmed:
            change["rule"] = "confirmed"
        after = [q.model_copy(update=change) if q.id == quotation else q for q in found.quotations]
        if no_quotation:
            after = [q for q in after if q.id != quotation]
        self.undoable.append(found)
        self.written.append((article, quotation, {"speaker": speaker, "kind": kind, "span": (start, end)}))
        self.articles[article] = found.model_copy(update={"quotations": tuple(after)})
        return next((q for q in after if q.id == quotation), None)

    def undo(self) -> Undone | None:
        if not self.undoable:
            return None
        before = self.undoable.pop()
        article, quotation, _ = self.written.pop()
        self.articles[article] = before
        q = next(q for q in before.quotations if q.id == quotation)
        place = Place(start=q.start, end=q.end, text=q.text, article=article)
        return Undone(told="not a quotation", about=q.text, article=article, place=place)

    def close(self) -> None:
        self.closed = True
