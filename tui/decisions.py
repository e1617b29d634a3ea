"""What a person may decide about actors and articles. Plain data; each says what it is in words, which places it would
change, and how it is written. Those about a quotation are a `Change` of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.phrases import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.library import Library
    from index.model import Place


class Decision(Protocol):
    """One decision."""

    @property
    def told(self) -> str:
        """What is decided, in a few words."""

    def places(self, library: Library) -> Sequence[Place]:
        """The places that would change."""

    def write(self, library: Library) -> str | None:
        """Write it; the id of the actor whom it is about from then on, "" for none, `None` where that stays."""


class Same(NamedTuple):
    """Another actor is the same as `actor`, whose id and name stay."""

    actor: str
    other: str
    called: str

    @property
    def told(self) -> str:
        """What is decided."""
        return f"the same as {self.called}"

    def places(self, library: Library) -> Sequence[Place]:
        """Where the other is named."""
        return library.places(self.other)

    def write(self, library: Library) -> str:
        """Join the two."""
        return library.merge(self.actor, self.other)


class Apart(NamedTuple):
    """An actor is somebody else where it bears one of some spellings, or in some articles (ids)."""

    actor: str
    name: str
    spellings: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is decided."""
        return f"these are {self.name or 'somebody else'}"

    def places(self, library: Library) -> Sequence[Place]:
        """Where somebody else is meant; all places of the actor while nothing is chosen."""
        return library.places(self.actor, spellings=self.spellings, articles=self.articles)

    def write(self, library: Library) -> str:
        """Part them."""
        return library.split(self.actor, name=self.name, spellings=self.spellings, articles=self.articles)


class Called(NamedTuple):
    """An actor is shown by another name."""

    actor: str
    name: str

    @property
    def told(self) -> str:
        """What is decided."""
        return f"called {self.name}"

    def places(self, library: Library) -> Sequence[Place]:
        """Where the actor is named."""
        return library.places(self.actor)

    def write(self, library: Library) -> str:
        """Rename it."""
        return library.rename(self.actor, self.name)


class Holding(NamedTuple):
    """An actor has a role, of a country or body, in a time (days, months or years)."""

    actor: str
    role: str
    of: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def told(self) -> str:
        """What is decided."""
        time = " – ".join(day or "…" for day in (self.since, self.until)) if self.since or self.until else ""
        return ", ".join(part for part in (self.role, self.of, time) if part)

    def places(self, library: Library) -> Sequence[Place]:
        """Nothing in the articles changes."""
        return ()

    def write(self, library: Library) -> str:
        """Give the role."""
        return library.set_role(self.actor, self.role, of=self.of, since=self.since, until=self.until)


class Nobody(NamedTuple):
    """What was taken for an actor is none."""

    actor: str

    @property
    def told(self) -> str:
        """What is decided."""
        return "not an actor"

    def places(self, library: Library) -> Sequence[Place]:
        """Where it was taken for one."""
        return library.places(self.actor)

    def write(self, library: Library) -> str:
        """Let it be none."""
        library.no_actor(self.actor)
        return ""


class Source(NamedTuple):
    """When (a day, month or year), where and by whom an article was published. `None` stays as it is."""

    article: str
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None

    @property
    def told(self) -> str:
        """What is decided."""
        return ", ".join(f"{name}: {value or 'unknown'}" for name, value in self._asdict().items()
                         if name != "article" and value is not None)  # fmt: skip

    def places(self, library: Library) -> Sequence[Place]:
        """No words change."""
        return ()

    def write(self, library: Library) -> None:
        """Keep it."""
        library.set_source(
            self.article, published=self.published, outlet=self.outlet, author=self.author, url=self.url
        )


class Sources(NamedTuple):
    """When (a day, month or year), where or by whom several articles were published. `None` stays as it is."""

    articles: tuple[str, ...]
    published: str | None = None
    outlet: str | None = None
    author: str | None = None

    @property
    def told(self) -> str:
        """What is decided, and of how many."""
        said = [f"{name}: {value}" for name, value in self._asdict().items() if name != "articles" and value]
        return f"{', '.join(said)}, of {count(len(self.articles), 'article')}"

    def places(self, library: Library) -> Sequence[Place]:
        """No words change."""
        return ()

    def write(self, library: Library) -> None:
        """Keep it."""
        library.set_sources(self.articles, published=self.published, outlet=self.outlet, author=self.author)
