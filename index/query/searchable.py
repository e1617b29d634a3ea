"""What of an article can be searched. The matcher looks in it, and engines make their documents of it: one view for
both, so that what is found and what is marked cannot differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.model import AnnotatedArticle, Quotation, Speaker
from index.words import Token, fold, rough, tokens, words

Place = tuple[int, int]
"""A half-open pair of offsets into the text of the article."""

_DOUBTFUL = 0.6  # below this confidence somebody had better look


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: all names of who speaks, of who is spoken to, of those whom it names; and what it is (`STATES`)."""

    start: int
    end: int
    names: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def said_of(self, field: str) -> tuple[str, ...]:
        """What is known of it under a field of `IN_QUOTATION`."""
        return {"speaker": self.names, "to": self.to, "about": self.about, "is": self.states}[field]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody the article names: all names, and the places that mean this actor."""

    names: tuple[str, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text, as words. Where they stand is found out when it is asked: most stretches have no match."""

    text: str
    start: int
    end: int

    @cached_property
    def rough(self) -> str | None:
        """Its letters, as `words.rough` has them."""
        return rough(self.text[self.start : self.end])

    @cached_property
    def words(self) -> list[str]:
        """The words, in order."""
        return words(self.text, self.start, self.end)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words with their places."""
        return list(tokens(self.text, self.start, self.end))


@dataclass(frozen=True)
class Searchable:
    """One article as far as it can be searched. `blocks` are its text without furniture, the title among them."""

    id: str
    text: str
    blocks: tuple[Place, ...]
    title: Place | None = None
    quotations: tuple[Quoted, ...] = ()
    actors: tuple[Named, ...] = ()

    def read(self, places: Iterable[Place]) -> list[Stretch]:
        """The words at some places, each by itself: no phrase runs from one to the next."""
        return [Stretch(self.text, start, end) for start, end in places]

    @cached_property
    def body(self) -> list[Stretch]:
        """The words of every block."""
        return self.read(self.blocks)


def searchable(article: AnnotatedArticle, names: Mapping[str, Sequence[str]]) -> Searchable:
    """What of `article` can be searched; `names` are all the names of actors, by id, wherever they were used."""
    return Searchable(
        id=article.id,
        text=article.text,
        blocks=tuple((b.start, b.end) for b in article.blocks if b.kind != "furniture"),
        title=next(((b.start, b.end) for b in article.blocks if b.kind == "title"), None),
        quotations=tuple(_quoted(q, names) for q in article.quotations),
        actors=_actors(article, names),
    )


def _quoted(quotation: Quotation, names: Mapping[str, Sequence[str]]) -> Quoted:
    return Quoted(
        quotation.start,
        quotation.end,
        _voice(quotation.speaker, names),
        _voice(quotation.addressee, names),
        _distinct(name for actor in quotation.about for name in names.get(actor, ())),
        _states(quotation),
    )


def _states(quotation: Quotation) -> tuple[str, ...]:
    """What a quotation is. What is nobody's words anyway, or a person has looked at, is not in doubt."""
    if quotation.corrected:
        return quotation.kind, "corrected"
    if quotation.kind == "scare":
        return (quotation.kind,)
    unattributed = ("unattributed",) if quotation.speaker is None else ()
    doubtful = ("doubtful",) if quotation.confidence < _DOUBTFUL else ()
    return quotation.kind, *unattributed, *doubtful


def _voice(speaker: Speaker | None, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Who speaks or is spoken to, by any name, and by the words of the article itself ("both ministers")."""
    if speaker is None:
        return ()
    return _distinct([*(name for actor in speaker.actors for name in names.get(actor, ())), speaker.text or ""])


def _actors(article: AnnotatedArticle, names: Mapping[str, Sequence[str]]) -> tuple[Named, ...]:
    mentions: dict[str, list[Place]] = {actor.id: [] for actor in article.actors}
    for mention in article.mentions:
        if mention.actor is not None and mention.form != "pronoun":
            mentions.setdefault(mention.actor, []).append((mention.start, mention.end))
    own = {actor.id: [actor.name, *(alias.text for alias in actor.aliases)] for actor in article.actors}
    return tuple(
        Named(_distinct([*names.get(actor, ()), *own.get(actor, ())]), tuple(places))
        for actor, places in mentions.items()
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ in more than case and marks."""
    return tuple({fold(name): name for name in names if name}.values())
