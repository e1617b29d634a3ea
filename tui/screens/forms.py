"""The forms in which something is put right: their fields, what one chooses from, and what that decides."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.decisions import Apart, Called, Decision, Holding, Nobody, Same, Source, Sources
from tui.screens.dialog import Choice
from tui.themes import hue

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit
    from tui.messages import Previewed


class Field(NamedTuple):
    """A box: its name, what stands there at first, and what to type where nothing does."""

    name: str
    value: str = ""
    hint: str = ""


_DATE = "2021, 2021-04 or 2021-04-01"
_UNKNOWN = "not known"
_AS_IS = "stays as it is"


class Form:
    """One question. `changes` says whether it changes places in articles, `fixed` whether its choices are all there.

    `blank` is a decision whose places are shown while nothing is decided.
    """

    name = ""
    help = "enter writes"
    missing = ""
    fields: Sequence[Field] = ()
    changes = True
    fixed = True
    looks_up = False
    toggles = False
    shows_articles = False

    def __init__(self, card: Card) -> None:
        self.card = card
        self.blank: Decision = Nobody(card.actor.id)

    def choices(self) -> Sequence[Choice]:
        """What can be chosen now."""
        return ()

    @abstractmethod
    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """What enter would write; `None` while something is missing."""

    def named(self, actors: Sequence[ActorLine]) -> None:
        """These actors are called as is typed in the first field."""

    def previewed(self, answer: Previewed) -> None:
        """These places would change."""

    def toggle(self, cursor: int) -> None:
        """Choose a line, or choose it no longer."""


class SameAs(Form):
    """Who else it is. The more prominent of the two keeps name and id."""

    name = "the same as somebody else"
    help = "enter joins · ↑↓ choose"
    missing = "type a name, in any spelling"
    fixed = False
    looks_up = True

    def __init__(self, card: Card, guess: str = "") -> None:
        super().__init__(card)
        self.fields = [Field("the same as", guess, "a name, in any spelling")]
        self._found: Sequence[ActorLine] = ()

    def named(self, actors: Sequence[ActorLine]) -> None:
        """These are called so."""
        self._found = [actor for actor in actors if actor.id != self.card.actor.id]

    def choices(self) -> Sequence[Choice]:
        """Those who are called so."""
        return [
            Choice(phrases.letter(a), a.name, " · ".join(filter(None, (a.role, phrases.count(a.articles, "article")))),
                   hue(a.id))
            for a in self._found
        ]  # fmt: skip

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """The two are one."""
        if not values[0] or cursor >= len(self._found):
            return None
        own, other = self.card.actor.id, self._found[cursor]
        if other.mentions > sum(spelling.count for spelling in self.card.spellings):
            return Same(other.id, own, other.name)
        return Same(own, other.id, other.name)


class PartOf(Form):
    """Which spellings, or which articles, are somebody else's."""

    name = "two are taken for one"
    help = "enter parts · tab to the list · space chooses"
    missing = "name the other, then choose spellings or articles (tab, space)"
    fields = (Field("somebody else", hint="the name of the other"),)
    fixed = False
    toggles = True
    shows_articles = True

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.blank = Apart(card.actor.id, "")
        self._spellings = [spelling.text for spelling in card.spellings]
        self._counts = {spelling.text: spelling.count for spelling in card.spellings}
        self._articles: Counter[str] = Counter()
        self._chosen: set[str] = set()

    def previewed(self, answer: Previewed) -> None:
        """All places of the actor tell in which articles it is."""
        if answer.decision == self.blank:
            self._articles = Counter(place.article for place in answer.places)

    @property
    def _offered(self) -> list[str]:
        return [*self._spellings, *self._articles]

    def choices(self) -> Sequence[Choice]:
        """The spellings, then the articles."""
        return [
            Choice("✓" if each in self._chosen else "·", each,
                   phrases.count(self._counts.get(each) or self._articles[each], "time"))
            for each in self._offered
        ]  # fmt: skip

    def toggle(self, cursor: int) -> None:
        """Choose one, or choose it no longer."""
        if cursor < len(self._offered):
            self._chosen ^= {self._offered[cursor]}

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """What is chosen is somebody else."""
        spellings = tuple(each for each in self._spellings if each in self._chosen)
        articles = tuple(each for each in self._articles if each in self._chosen)
        return Apart(self.card.actor.id, values[0], spellings, articles) if values[0] and self._chosen else None


class Renaming(Form):
    """Another name."""

    name = "another name"
    missing = "type the name as it is to be shown"

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.fields = [Field("shown as", card.actor.name, "a name")]

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """It is called so."""
        return Called(self.card.actor.id, values[0]) if values[0] and values[0] != self.card.actor.name else None


class InRole(Form):
    """A role in time."""

    name = "a role, in time"
    help = "enter writes · tab next field"
    missing = "type a role"
    fields = (
        Field("role", hint="as Foreign Minister"), Field("of", hint="a country or a body"),
        Field("since", hint=_DATE), Field("until", hint=_DATE),
    )  # fmt: skip
    changes = False

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """It has that role."""
        role, of, since, until = (value or None for value in values)
        return Holding(self.card.actor.id, role, of, since, until) if role else None


class NoActor(Form):
    """None at all."""

    name = "it is no actor"

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """It is none."""
        return Nobody(self.card.actor.id)


def of_actor(card: Card, guess: str = "") -> tuple[Form, ...]:
    """What can be put right about an actor, the likeliest first; `guess` is who else it may be."""
    return SameAs(card, guess), PartOf(card), Renaming(card), InRole(card), NoActor(card)


class OfSource(Form):
    """When, where and by whom an article was published."""

    help = "enter writes · tab next field"
    changes = False

    def __init__(self, article: AnnotatedArticle) -> None:
        self._article = article
        day = article.published.from_ if article.published else None
        precision = article.published.precision if article.published else None
        known = day[: {"month": 7, "year": 4}.get(precision or "day", 10)] if day else ""
        self._known = (known, article.outlet.value or "", article.author.value or "", article.url.value or "")
        hints = {"date": _DATE, "outlet": _UNKNOWN, "author": _UNKNOWN, "address": _UNKNOWN}
        self.fields = [Field(*each) for each in zip(hints, self._known, hints.values(), strict=True)]
        self.missing = "nothing is changed"

    def choices(self) -> Sequence[Choice]:
        """How that which is known is known."""
        article = self._article
        date = article.published
        words = f"“{date.text}” · {date.how or ''}".rstrip(" ·") if date and date.text else (date and date.how) or ""
        hows = (("date", words), ("outlet", article.outlet.how), ("author", article.author.how),
                ("address", article.url.how))  # fmt: skip
        return [
            Choice("", f"{name} from", how, selectable=False, column=len("address from")) for name, how in hows if how
        ]

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """What has changed in the fields. A date cannot be unknown again, but by undo."""
        changed = [new if new != old else None for new, old in zip(values, self._known, strict=True)]
        published, outlet, author, url = changed
        if not published and outlet is None and author is None and url is None:
            return None
        return Source(self._article.id, published or None, outlet, author, url)


class OfSources(Form):
    """When, where or by whom several articles were published: what they have in common. What is left empty stays."""

    help = "enter writes · tab next field"
    missing = "type what all of them have in common"
    fields = (Field("date", hint=_DATE), Field("outlet", hint=_AS_IS), Field("author", hint=_AS_IS))
    changes = False

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits

    def choices(self) -> Sequence[Choice]:
        """Which they are, by folder, and where they come from as far as that is known."""
        folders: dict[str, list[Hit]] = defaultdict(list)
        for hit in self._hits:
            folders[hit.file.rpartition("/")[0]].append(hit)
        return [
            Choice("", f"{phrases.count(len(hits), 'article')} {f'in {folder}/' if folder else 'in the folder'}",
                   ", ".join(dict.fromkeys(hit.outlet or "outlet ?" for hit in hits)), selectable=False)
            for folder, hits in folders.items()
        ]  # fmt: skip

    def decision(self, values: Sequence[str], cursor: int) -> Decision | None:
        """What stands in the fields, of all of them."""
        published, outlet, author = (value or None for value in values)
        articles = tuple(hit.id for hit in self._hits)
        return Sources(articles, published, outlet, author) if published or outlet or author else None
