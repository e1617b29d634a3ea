"""An index of very many articles in which nobody has looked for quotations and names.

Looking for these takes most of a build, and searching for words, titles, outlets and dates does not ask for them. So
that searching alone can be measured in ten times as many articles, they are read, stored and indexed as ever, with
nothing found in them.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from benchmarks.recombined import articles
from index import cache
from index.engines import write_engine
from index.hands import Hands
from index.model import AnnotatedArticle, Article
from index.reading import Found, articles_in
from index.store import Store, StoreWriter
from index.store.rows import Packed, packed

_IN_A_FILE = 500

Known: TypeAlias = Mapping[str, str | None]
"""The outlet and the date of an article."""


def write(corpus: Path, count: int, known: Sequence[Known]) -> None:
    """Write so many recombined articles as JSON lines, each with what is known of some real one."""
    corpus.mkdir()
    chance = random.Random(0)
    made = articles(count)
    for number in range(0, count, _IN_A_FILE):
        with (corpus / f"{number:07}.jsonl").open("w", encoding="utf-8") as file:
            for _, text in itertools.islice(made, _IN_A_FILE):
                title, _, body = text.partition("\n\n")
                row = {"title": title, "body": body, **chance.choice(known)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def build(corpus: Path, home: Path) -> None:
    """Build the index of such files."""
    generation = cache.new_generation(home)
    at = cache.store(generation)
    store = StoreWriter(at)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as hands:
        for read in hands.map(_packed, sorted(corpus.iterdir())):
            for article in read:
                store.add(article)
    store.commit()
    with closing(Store(at)) as stored, Hands() as hands, write_engine(cache.engine(generation)) as engine:
        for prepared in hands.prepare(at, stored.ids()):
            engine.take(prepared)
    nothing = cache.Glance(0, 0, 0, 0)
    cache.publish(home, cache.Manifest(cache.maker(), str(corpus), generation.name, "", nothing))


def _packed(path: Path) -> list[Packed]:
    """The articles of a file as rows."""
    return [packed(article) for article in _read(path)]


def _read(path: Path) -> Iterator[AnnotatedArticle]:
    state = path.stat()
    for article in articles_in(Found(str(path), path.name, state.st_size, state.st_mtime_ns)):
        if isinstance(article, Article):
            yield AnnotatedArticle(**{name: getattr(article, name) for name in Article.model_fields})
