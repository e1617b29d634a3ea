"""Who met whom in the small library, and what one may decide about its actors: each decision is noted, none is done."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from typing import TYPE_CHECKING, Any

from index.model import Contact, Counted, Labels, Matter, Meeting, Met, Place, Span, When
from index.query import parse

if TYPE_CHECKING:
    from index.model import AnnotatedArticle, Said

_MONDAY = When(from_="2021-03-29", to="2021-03-29", precision="day", text="Monday")
_MARCH = When(from_="2021-03-01", to="2021-03-31", precision="month")


class SmallDecisions(ABC):
    """A part of the small library."""

    articles: dict[str, AnnotatedArticle]
    decided: list[tuple[str, Any]]

    def names(self) -> dict[str, str]:
        return {"jana-novak": "Jana Nováková", "per-lind": "Per Lind", "harbour-office": "Harbour Office"}

    def called(self, name: str) -> str:
        return name

    def topics(self, *, limit: int = 100) -> list[Counted]:
        return [Counted(name="Ferries", count=2)]

    @abstractmethod
    def said(self, article: str) -> list[Said]: ...

    def topic(self, name: str) -> Matter:
        return Matter(name=name, articles=1, said=tuple(self.said("bridge.txt")))

    def contacts(self, *, between: Any = (), about: str | None = None) -> list[Meeting]:
        pair = ("jana-novak", "per-lind")
        told = (self._met("ferry.txt", pair, _MONDAY, "met"), self._met("bridge.txt", pair, _MARCH, "Per Lind"))
        call = self._met("bridge.txt", ("jana-novak", "harbour-office"), None, "Novakova", "planned")
        found = [
            Meeting(kind="meeting", status="happened", participants=pair, date=_MONDAY, places=("Quay",), told=told,
                    differ=("date",), topics=("S-7 ferries",)),
            Meeting(kind="call", status="planned", participants=call.contact.participants, told=(call,)),
        ]  # fmt: skip
        return [meeting for meeting in found if about is None or about in meeting.topics]

    def _met(
        self, article: str, actors: tuple[str, ...], date: When | None, words: str, status: Any = "happened"
    ) -> Met:
        found = self.articles[article]
        at = found.text.index(words)
        contact = Contact(kind="meeting" if date else "call", participants=actors, status=status, date=date,
                          evidence=(Span(start=at, end=at + len(words)),))  # fmt: skip
        return Met(article=article, file=found.file, title=found.title, published=found.published, contact=contact)

    def places(self, actor: str, *, spellings: Any = (), articles: Any = ()) -> list[Place]:
        return [
            Place(start=m.start, end=m.end, text=m.text, article=a.id)
            for a in self.articles.values() for m in a.mentions
            if m.actor == actor and (not (spellings or articles) or m.text in spellings or a.id in articles)
        ]  # fmt: skip

    def merge(self, actor: str, same: str) -> str:
        return self._note("merge", (actor, same), actor)

    def split(self, actor: str, *, name: str, spellings: Any = (), articles: Any = ()) -> str:
        return self._note("split", (actor, name, spellings, articles), actor)

    def rename(self, actor: str, name: str) -> str:
        return self._note("rename", (actor, name), actor)

    def no_actor(self, actor: str) -> None:
        self._note("no_actor", actor, actor)

    def set_role(self, actor: str, role: str, *, of: Any = None, since: Any = None, until: Any = None) -> str:
        return self._note("set_role", (actor, role, of, since, until), actor)

    def set_source(self, article: str, **told: Any) -> AnnotatedArticle:
        self._note("set_source", (article, {name: value for name, value in told.items() if value is not None}), "")
        return self.articles[article]

    def set_sources(self, articles: Any, **told: Any) -> None:
        self._note("set_sources", (articles, {name: value for name, value in told.items() if value is not None}), "")

    def check(self, query: str) -> None:
        parse(query)

    def labels(self, articles: Any) -> list[Labels]:
        return [Labels(article=a.id, starred=a.starred, tags=a.tags) for a in map(self.articles.__getitem__, articles)]

    def tag(self, articles: Any, *, starred: Any = None, tags: Any = (), untagged: Any = ()) -> list[Labels]:
        self._note("tag", (tuple(articles), starred, tuple(tags), tuple(untagged)), "")
        for own in map(self.articles.__getitem__, articles):
            kept = tuple(sorted({*own.tags} - {*untagged} | {*tags}))
            now = {"starred": own.starred if starred is None else starred, "tags": kept}
            self.articles[own.id] = own.model_copy(update=now)
        return self.labels(articles)

    def tags(self) -> list[Counted]:
        counted = Counter(tag for article in self.articles.values() for tag in article.tags)
        return [Counted(name=tag, count=count) for tag, count in sorted(counted.items())]

    def _note(self, what: str, told: Any, actor: str) -> str:
        self.decided.append((what, told))
        return actor
