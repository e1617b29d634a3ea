"""What the tests of engines share: every engine there is, and articles made of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.engines import ENGINES, Engine, EngineWriter, open_engine, write_engine
from index.query import Named, Quoted, Searchable, matches, parse

Make = Callable[..., Searchable]


def article(
    name: str,
    *blocks: str,
    title: bool = True,
    quotations: tuple[tuple[str, tuple[str, ...]], ...] = (),
    actors: tuple[tuple[str, ...], ...] = (),
) -> Searchable:
    """An article of these blocks; quotations are given by their words and who says them."""
    text = "\n".join(blocks)
    places: list[tuple[int, int]] = []
    for block in blocks:
        start = places[-1][1] + 1 if places else 0
        places.append((start, start + len(block)))
    quoted = tuple(Quoted(at := text.index(words), at + len(words), Named(names)) for words, names in quotations)
    return Searchable(
        id=name,
        text=text,
        blocks=tuple(places),
        title=places[0] if title and places else None,
        quotations=quoted,
        actors=tuple(Named(names) for names in actors),
    )


class Bench:
    """One engine over a folder of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder

    def writer(self) -> EngineWriter:
        return write_engine(self.folder, self.name)

    @contextmanager
    def opened(self, *articles: Searchable) -> Iterator[Engine]:
        """The engine, after these articles were added."""
        if articles:
            with self.writer() as writer:
                for one in articles:
                    writer.add(one)
        engine = open_engine(self.folder, self.name)
        try:
            yield engine
        finally:
            engine.close()

    def found(self, query: str, *articles: Searchable) -> list[str]:
        """The ids of what `query` finds, in order of name."""
        with self.opened(*articles) as engine:
            by_id = {one.id: one for one in articles}
            best = engine.search(parse(query), proves=lambda tree, name: matches(tree, by_id[name])).best
            return sorted(name for name, _ in best)


@pytest.fixture(params=sorted(ENGINES))
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    return Bench(request.param, tmp_path / "engine")


@pytest.fixture
def make() -> Make:
    return article
