"""Build the index of a corpus: discover → read → annotate → resolve → store → engine."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from index import cache
from index.actors import Cast, cast_of, resolve
from index.decisions import Ledger
from index.decisions.apply import apply_all
from index.decisions.ledger import Held
from index.engines import write_engine
from index.errors import CacheError, DecisionError
from index.hands import read_all
from index.model import Problem, Progress, Stage
from index.query import searchable
from index.reading import Found, discover, state
from index.store import Store, StoreEditor, StoreWriter

Report = Callable[[Progress], None]
_T = TypeVar("_T")

_REPORT_EVERY = 0.1


def build(corpus: Path, home: Path, report: Report | None = None) -> None:
    """Build the index of `corpus` into a new generation under `home`, and make it the current one.

    Raises `CacheError` if the index cannot be written; whatever stops it, the generation before stays.
    """
    found = discover(corpus)
    generation = cache.new_generation(home)
    try:
        held = _decided(corpus)
        _fill(found, generation, held, report or _silent)
        overview = _overview(generation, corpus)
        manifest = cache.Manifest(cache.maker(), str(corpus), generation.name, state(found), overview, held.digest)
        cache.publish(home, manifest)
    except BaseException as error:
        shutil.rmtree(generation, ignore_errors=True)
        if isinstance(error, OSError):
            raise CacheError(
                f"The index cannot be written to {home}", error.strerror or str(error),
                "Make room there, or set READOUT_CACHE to another folder",
            ) from error  # fmt: skip
        raise


def _decided(corpus: Path) -> Held:
    """What a person decided; nothing where that cannot be read. Whoever opens the index finds that it does not follow
    the file then, and tells why."""
    try:
        return Ledger.of(corpus).read()
    except DecisionError:
        return Held()


def _fill(found: Sequence[Found], generation: Path, held: Held, report: Report) -> None:
    writer = StoreWriter(cache.store(generation))
    try:
        problems: list[Problem] = []
        casts = list(_read_all(found, writer, problems, report))
        writer.add_problems(problems)
        _resolve(casts, writer, report)
        writer.commit()
    except BaseException:
        writer.close()
        raise
    with StoreEditor(cache.store(generation)) as store:
        apply_all(store, held.decisions)
    _make_findable(generation, report)


def _read_all(
    found: Sequence[Found], writer: StoreWriter, problems: list[Problem], report: Report
) -> Iterator[tuple[int, Cast]]:
    """Store every article as it is read; what cannot be read becomes a problem, and the rest is read."""
    for article in _told("reading", read_all(found), len(found), report):
        if isinstance(article, Problem):
            problems.append(article)
        else:
            yield writer.add(article), cast_of(article.id, article.actors)


def _resolve(casts: Sequence[tuple[int, Cast]], writer: StoreWriter, report: Report) -> None:
    """Say which actor of the corpus each member of an article is."""
    report(Progress(stage="joining", done=0, total=len(casts)))
    resolved = resolve(cast for _, cast in casts)
    of_members = {
        (number, member): actor
        for number, cast in casts
        for member, local in enumerate(cast.actors)
        if (actor := resolved.mapping(cast.article).get(local.id))
    }
    writer.set_actors([(a.id, a.name, a.kind) for a in resolved.actors], of_members)


def _make_findable(generation: Path, report: Report) -> None:
    store = Store(cache.store(generation))
    try:
        names = store.all_names()
        ids = store.ids()
        with write_engine(cache.engine(generation)) as engine:
            for article in _told("indexing", store.articles(ids), len(ids), report):
                engine.add(searchable(article, names))
    finally:
        store.close()


def _overview(generation: Path, corpus: Path) -> cache.Glance:
    store = Store(cache.store(generation))
    try:
        held = store.overview(str(corpus))
    finally:
        store.close()
    return cache.Glance(held.articles, held.quotations, held.actors, held.contacts)


def _told(stage: Stage, items: Iterable[_T], total: int, report: Report) -> Iterator[_T]:
    """The items, while it is reported how many of them are done: at once, ten times a second, and at the end."""
    last = 0.0
    for done, item in enumerate(items):
        now = time.monotonic()
        if now - last >= _REPORT_EVERY:
            report(Progress(stage=stage, done=done, total=total))
            last = now
        yield item
    report(Progress(stage=stage, done=total, total=total))


def _silent(_: Progress) -> None:
    pass
