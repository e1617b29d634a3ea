"""What an engine is: something that finds articles quickly. It agrees with `query.match`, article by article, and can
always be built again from the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from index.query.searchable import Searchable
from index.query.tree import Node

Proves: TypeAlias = Callable[[Node, str], bool]
"""Says whether a query is true of an article, from its text."""

Stop: TypeAlias = Callable[[], bool]
"""Says whether nobody waits for the answer any more. Asked often, so it has to be quick."""


Spread: TypeAlias = Callable[[Callable[[bytes], bytes], Iterable[bytes]], Iterable[bytes]]
"""Has bytes made of bytes by a function of a module, in their order: as `map` does, or on all cores."""

Alike: TypeAlias = Mapping[str, int]
"""The articles that say the same as others: those of one number do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best articles for a query, with their scores, best first; and how many there are in all (`None` where that
    was not counted). It is `partial` if it was stopped before it was whole.

    Where articles that say the same were asked for once, `copies` are the others for those in `best` that have some,
    the best first, and `repeated` is how many of all were left out so.
    """

    best: tuple[tuple[str, float], ...]
    total: int | None
    partial: bool = False
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """Some articles as one engine takes them in, with all done that takes time; they can be handed from process to
    process. Many at once take less room and time than each by itself."""

    ids: tuple[str, ...]
    documents: bytes


class Engine(Protocol):
    """An open index, of one moment: it sees what is written later only when it is renewed. May be asked from several
    threads.

    Every method may raise CacheError: the index is broken and wants to be built again.
    """

    def search(
        self,
        query: Node | None,
        limit: int = 50,
        *,
        proves: Proves | None = None,
        stop: Stop | None = None,
        alike: Alike | None = None,
    ) -> Answer:
        """The best articles of which `query` is true; those that came in first, for the empty query. Of those that are
        `alike`, the best stands for all.

        How words are written is asked of `proves`, for articles that hold them, from the best on until there are
        `limit`; without it, they all count.
        """

    def every(self, query: Node | None, *, proves: Proves | None = None, stop: Stop | None = None) -> set[str]:
        """All articles of which `query` is true, in no order; an empty set if it was stopped."""

    def missing(self, query: Node | None) -> tuple[str, ...]:
        """The words that `query` asks for and that stand in no article, as typed."""

    def alike(self, word: str, letters: int) -> list[str]:
        """The words of the articles that differ from `word` by so many letters at most, folded, in no order."""

    def near(self, word: str, limit: int = 3, field: str = "") -> list[str]:
        """Other words of the articles, or of one field, that may be meant, folded: those that differ by one letter,
        then, for longer words, by two; of these the commonest first. Words of one or two letters may mean anything."""

    def words(self, beginning: str, limit: int = 10, field: str = "") -> list[tuple[str, int]]:
        """Words of the articles that begin so, folded, with the number of articles that hold them, commonest first. Of
        a field that names actors: words of names, with the number of actors."""

    def renew(self) -> None:
        """Sees what was written since."""

    def close(self) -> None:
        """Lets go of the files."""


class EngineWriter(Protocol):
    """Writes an index. Nothing is seen before `commit`; whatever fails leaves the index before as it was, and free.

    Used as a context manager it commits at the end, or cancels when an exception passes through.
    """

    def add(self, article: Searchable) -> None:
        """Takes an article in, in the place of one with the same id from before. At most once for each id."""

    def take(self, some: Prepared) -> None:
        """Takes in articles that are prepared already, as `add` does."""

    def remove(self, article: str) -> None:
        """Takes out the article with this id, if it is there."""

    def call(self, actor: str, names: Sequence[str]) -> None:
        """Makes an actor, by id, known by these names, in the place of those from before. At most once for each."""

    def commit(self) -> None:
        """Makes everything seen at once. Raises CacheError if that cannot be written."""

    def cancel(self) -> None:
        """Forgets everything since the writer was opened."""

    def __enter__(self) -> EngineWriter: ...

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None: ...
