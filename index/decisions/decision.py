"""What a person can decide: about a quotation, an actor, an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Self

from pydantic import field_validator, model_validator

from index.decisions.days import checked
from index.model import Noun, QuotationKind
from index.query.tree import tag_key


class Voice(Noun):
    """An actor, as a person knows it: the name, and the id where the corpus knew one."""

    name: str
    actor: str | None = None


class Cut(Noun):
    """Other words for a quotation, and where they stood: from `start`, in characters of the article's text."""

    start: int
    words: str


class OfQuotation(Noun):
    """What a person decided about one quotation, and what it takes to find that quotation again.

    `article` is the article's id, `sha256` that of its file at the time. `words` are those of the quotation as they
    stood from `start` on, `before` the characters that stood in front of it. What was decided: its `speakers` (none:
    nobody is named), its `kind`, where it is `cut`, that it is `no_quotation`, or that it is `confirmed` as it stands.
    """

    article: str
    words: str
    start: int
    before: str = ""
    sha256: str = ""
    decided: datetime
    speakers: tuple[Voice, ...] | None = None
    kind: QuotationKind | None = None
    cut: Cut | None = None
    no_quotation: bool = False
    confirmed: bool = False

    @model_validator(mode="after")
    def _decides(self) -> OfQuotation:
        changes = [self.speakers is not None, self.kind is not None, self.cut is not None]
        if not self.words:
            raise ValueError("it names no words")
        if any(changes) + self.no_quotation + self.confirmed != 1:
            raise ValueError("it must change a quotation (speakers, kind, cut), or confirm it, or say that it is none")
        return self

    def told(self) -> str:
        """What was decided, in a few words: "speaker: Ada Berg"."""
        if self.no_quotation:
            return "not a quotation"
        if self.confirmed:
            return "right as it stands"
        said = []
        if self.speakers is not None:
            said.append("speaker: " + (" and ".join(voice.name for voice in self.speakers) or "nobody"))
        if self.kind is not None:
            said.append(f"kind: {self.kind}")
        if self.cut is not None:
            said.append(f"words: “{self.cut.words}”")
        return ", ".join(said)


class Part(Noun):
    """A part of what was taken for one actor, and who that is: whoever is written in one of these `spellings`, or is
    meant in one of these `articles` (ids)."""

    name: str
    actor: str | None = None
    spellings: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_some(self) -> Part:
        if not (self.spellings or self.articles):
            raise ValueError("it names no spellings and no articles")
        return self


class Office(Noun):
    """A role, of a country or body, and when it was held: days, months or years ("2021-04"), both included."""

    role: str
    of: Voice | None = None
    since: str | None = None
    until: str | None = None

    @field_validator("role")
    @classmethod
    def _is_some(cls, role: str) -> str:
        if not role.strip():
            raise ValueError("the role is empty")
        return role

    @field_validator("since", "until")
    @classmethod
    def _is_a_time(cls, told: str | None) -> str | None:
        return checked(told)


class OfActor(Noun):
    """What a person decided about one actor, called by its name and, where the corpus knew it, its id.

    What was decided: that it is the `same_as` another, which is one with it from then on; that a `part` of it is
    somebody else; another `name`; that it is `no_actor`; a `role`.
    """

    who: Voice
    decided: datetime
    same_as: Voice | None = None
    part: Part | None = None
    name: str | None = None
    no_actor: bool = False
    role: Office | None = None

    @model_validator(mode="after")
    def _decides(self) -> OfActor:
        if sum(x is not None for x in (self.same_as, self.part, self.name, self.role)) + self.no_actor != 1:
            raise ValueError("it must say one thing of an actor: same_as, part, name, no_actor or role")
        if self.name is not None and not self.name.strip():
            raise ValueError("the name is empty")
        return self

    def told(self) -> str:
        """What was decided, in a few words: "the same as Ada Berg"."""
        if self.same_as is not None:
            return f"the same as {self.same_as.name}"
        if self.part is not None:
            where = ", ".join([*(f"“{text}”" for text in self.part.spellings), *self.part.articles])
            return f"{where}: somebody else, {self.part.name}"
        if self.role is not None:
            of = f" of {self.role.of.name}" if self.role.of else ""
            return f"role: {self.role.role}{of}"
        return "not an actor" if self.no_actor else f"name: {self.name}"


class Filed(Noun):
    """An article, and the SHA-256 of its file at the time."""

    article: str
    sha256: str = ""


class _OfArticles(Noun):
    """What was decided of an article, and of `others` as well; `sha256` is that of its file at the time."""

    article: str
    sha256: str = ""
    others: tuple[Filed, ...] = ()
    decided: datetime

    def filed(self) -> Iterator[tuple[str, str]]:
        """The articles, each with the SHA-256 of its file."""
        yield self.article, self.sha256
        yield from ((other.article, other.sha256) for other in self.others)

    def each(self) -> Iterator[Self]:
        """What was decided, article by article."""
        for article, sha256 in self.filed():
            yield self.model_copy(update={"article": article, "sha256": sha256, "others": ()})


class OfArticle(_OfArticles):
    """What a person decided about an article: when it was `published` (a day, month or year), its `outlet`, its
    `author`, its `url`; an empty one is unknown."""

    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None

    @field_validator("published")
    @classmethod
    def _is_a_time(cls, told: str | None) -> str | None:
        return checked(told)

    @model_validator(mode="after")
    def _decides(self) -> OfArticle:
        if not self.fields():
            raise ValueError("it must say something of an article: published, outlet, author or url")
        return self

    def fields(self) -> dict[str, str]:
        """What was decided, by the name of the field."""
        named = (("published", self.published), ("outlet", self.outlet), ("author", self.author), ("url", self.url))
        return {name: told for name, told in named if told is not None}

    def told(self) -> str:
        """What was decided, in a few words: "published: 2021-04-01"."""
        return ", ".join(f"{name}: {value or 'unknown'}" for name, value in self.fields().items())


class OfTags(_OfArticles):
    """How a person put an article by: `starred` or no longer, with these `tags`, and no longer with those
    `untagged`."""

    starred: bool | None = None
    tags: tuple[str, ...] = ()
    untagged: tuple[str, ...] = ()

    @field_validator("tags", "untagged")
    @classmethod
    def _are_tags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        for tag in tags:
            if not tag_key(tag) or "," in tag or ";" in tag:
                raise ValueError(f"{tag!r} is no tag: it has a letter or a digit, and no comma or semicolon")
        return tags

    @model_validator(mode="after")
    def _decides(self) -> OfTags:
        if self.starred is None and not (self.tags or self.untagged):
            raise ValueError("it must say something of an article: starred, tags or untagged")
        return self

    def told(self) -> str:
        """What was decided, in a few words: "starred, tagged brief"."""
        star = {True: "starred", False: "starred no longer", None: ""}[self.starred]
        tags = f"tagged {', '.join(self.tags)}" if self.tags else ""
        untagged = f"tagged {', '.join(self.untagged)} no longer" if self.untagged else ""
        return ", ".join(filter(None, (star, tags, untagged)))


Decision = OfQuotation | OfActor | OfArticle | OfTags
