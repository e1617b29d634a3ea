"""The plain questions that the app has for the library: each names its channel, and what becomes of the answer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui import messages, phrases, told
from tui.messages import Channel, FromGateway
from tui.session import EVERYTHING, MOST_ACTORS

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Labels, Met, Unit
    from tui.decisions import Decision
    from tui.session import Change, LineOrder

    Ask = Callable[[Library, int], FromGateway]


class Questions(ABC):
    """What is asked is answered by a message, in a thread."""

    @abstractmethod
    def _ask(self, channel: Channel, ask: Ask) -> None:
        """Ask on a channel, in place of what was asked there before."""

    @abstractmethod
    def _is_newest(self, channel: Channel, generation: int) -> bool:
        """Whether nothing newer was asked on a channel."""

    @abstractmethod
    def _write(self, ask: Ask) -> None:
        """Ask for something to be written, after what was asked before."""

    @abstractmethod
    def _forget(self) -> None:
        """Keep nothing of what was at hand: it is no longer so."""

    @abstractmethod
    def _changed(
        self, library: Library, generation: int, sentence: str, article: str = "",
        span: tuple[int, int] | None = None, actor: str | None = None, *, undone: bool = False,
    ) -> FromGateway:  # fmt: skip
        """Say that something was written, or taken back."""

    # Actors and words -------------------------------------------------------------------------------------------------

    def find_actors(self, name: str) -> None:
        """Ask for the actors of a name, however spelt: `ActorsFound`."""

        def ask(library: Library, generation: int) -> FromGateway:
            return messages.ActorsFound(generation, name, tuple(library.actors(name, limit=MOST_ACTORS)))

        self._ask("actors", ask)

    def card(self, actor: str, line: int = 0) -> None:
        """Ask for all that is known of an actor: `CardRead`."""
        self._ask("card", lambda library, n: messages.CardRead(n, library.actor(actor), line))

    def name(self, begun: str, limit: int = 6) -> None:
        """Ask for a few actors whose name may be meant: `Named`."""
        self._ask("names", lambda library, n: messages.Named(n, begun, tuple(library.actors(begun, limit=limit))))

    def topics(self) -> None:
        """Ask for the matters that articles come back to: `Topics`."""
        self._ask("topics", lambda library, n: messages.Topics(n, tuple(library.topics(limit=EVERYTHING))))

    def everything(self, query: str) -> None:
        """Ask for all articles that answer a query: `Gathered`."""

        def ask(library: Library, generation: int) -> FromGateway:
            page = library.search(query, limit=EVERYTHING, shown=0, once=False)
            return messages.Gathered(generation, query, page.hits)

        self._ask("everything", ask)

    def facets(self, query: str) -> None:
        """Ask what the articles that answer a query have in common: `Faceted`. The count ends when it is dropped."""

        def ask(library: Library, generation: int) -> FromGateway:
            found = library.facets(query, stop=lambda: not self._is_newest("facets", generation))
            return messages.Faceted(generation, query, found)

        self._ask("facets", ask)

    def timeline(self, query: str, actor: str | None = None, unit: Unit | None = None) -> None:
        """Ask how the articles that answer a query, or name an actor, are spread over time: `Timed`."""
        self._ask("time", lambda library, n: messages.Timed(n, library.timeline(query, actor=actor, unit=unit)))

    def lines(self, query: str, order: LineOrder) -> None:
        """Ask for the places that answer a query, as lines: `Concorded`."""

        def ask(library: Library, generation: int) -> FromGateway:
            return messages.Concorded(generation, query, order, library.concordance(query, order=order))

        self._ask("lines", ask)

    def complete(self, query: str, at: int) -> None:
        """Ask what may be meant by what is typed at an offset of a query: `Completed`."""
        self._ask("complete", lambda library, n: messages.Completed(n, query, library.complete(query, at)))

    # Contacts ---------------------------------------------------------------------------------------------------------

    def contacts(self, typed: str) -> None:
        """Ask for the contacts that answer what is typed: `Contacted`."""

        def ask(library: Library, generation: int) -> FromGateway:
            from tui import contacts  # here alone: the first frame needs none of it

            asked = contacts.read(typed)
            countries = [library.called(country) for country in asked.countries]

            def who(name: str) -> set[str]:
                return {name} if name in names else {actor.id for actor in library.actors(name, limit=EVERYTHING)}

            names = library.names()
            told = () if asked.trouble else library.contacts(between=countries, about=asked.about or None)
            return messages.Contacted(
                generation, typed, tuple(contacts.chosen(told, asked, who)), names, asked.trouble
            )

        self._ask("contacts", ask)

    def evidence(self, told: Sequence[Met]) -> None:
        """Ask for the words by which some articles tell of a contact: `Evidenced`."""

        def ask(library: Library, generation: int) -> FromGateway:
            words = (phrases.evidence(library.article(met.article).text, met.contact) for met in told)
            return messages.Evidenced(generation, tuple(words))

        self._ask("evidence", ask)

    # What is decided --------------------------------------------------------------------------------------------------

    def correct(self, article: str, quotation: str, change: Change) -> None:
        """Write what a person decided about a quotation: `Changed`."""

        def ask(library: Library, generation: int) -> FromGateway:
            start, end = change.span or (None, None)
            about = told.of_quotation(library, article, quotation)
            stands = library.correct(
                article, quotation, speaker=change.speaker, kind=change.kind, start=start, end=end,
                no_quotation=change.no_quotation, confirmed=change.confirmed,
            )  # fmt: skip
            span = (stands.start, stands.end) if stands else None
            return self._changed(library, generation, told.written(about, phrases.decided(change)), article, span)

        self._write(ask)

    def preview(self, decision: Decision) -> None:
        """Ask which places a decision would change: `Previewed`."""
        self._ask("places", lambda library, n: messages.Previewed(n, decision, tuple(decision.places(library))))

    def decide(self, decision: Decision) -> None:
        """Write what a person decided about an actor or an article: `Changed`."""

        def ask(library: Library, generation: int) -> FromGateway:
            about = told.of_decision(library, decision)
            actor = decision.write(library)
            return self._changed(library, generation, told.written(about, decision.told), actor=actor)

        self._write(ask)

    def star(self, articles: Sequence[str]) -> None:
        """Give articles (ids) a star; if all have one, take it: `Labelled`."""

        def ask(library: Library, generation: int) -> FromGateway:
            starred = not all(own.starred for own in library.labels(articles))
            changed = library.tag(articles, starred=starred)
            return self._labelled(generation, _put_by("starred" if starred else "starred no longer", changed), changed)

        self._write(ask)

    def tag(self, articles: Sequence[str], tags: Sequence[str], untagged: Sequence[str]) -> None:
        """Give articles (ids) tags, and take others from them: `Labelled`."""

        def ask(library: Library, generation: int) -> FromGateway:
            changed = library.tag(articles, tags=tags, untagged=untagged)
            said = [f"tagged {', '.join(tags)}"] * bool(tags) + [f"no longer {', '.join(untagged)}"] * bool(untagged)
            return self._labelled(generation, _put_by(", ".join(said), changed), changed)

        self._write(ask)

    def tags_in_use(self) -> None:
        """Ask for the tags that there are: `TagsInUse`."""
        self._ask("tags", lambda library, n: messages.TagsInUse(n, tuple(library.tags())))

    def _labelled(
        self, generation: int, sentence: str, labels: Sequence[Labels], *, undone: bool = False
    ) -> FromGateway:
        self._forget()
        return messages.Labelled(generation, sentence, labels, undone)

    def undo(self) -> None:
        """Take back the last decision, of whatever kind: `Changed`."""

        def ask(library: Library, generation: int) -> FromGateway:
            undone = library.undo()
            if undone is None:
                return messages.Unanswered("change", generation, "There is nothing to take back", "", "")
            span = (undone.place.start, undone.place.end) if undone.place else None
            sentence = told.taken_back(undone)
            if undone.labels:
                return self._labelled(generation, sentence, undone.labels, undone=True)
            article = undone.article if undone.place else None  # else the place in it stays the current one
            return self._changed(library, generation, sentence, article or "", span, undone.actor, undone=True)

        self._write(ask)


def _put_by(said: str, changed: Sequence[Labels]) -> str:
    """What was done to articles: "Starred", "3 articles tagged brief"."""
    if len(changed) > 1:
        return f"{phrases.count(len(changed), 'article')} {said}"
    return f"{said[0].upper()}{said[1:]}" if changed else "It is so already"
