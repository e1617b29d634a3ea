"""Build the index of a corpus: discover → read → annotate → resolve → store → engine.

Where an index is there already, only what has come, changed or gone since is walked; the rest is taken over.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from index import cache
from index.actors.joining import no_search_for_garbage
from index.decisions import Ledger
from index.decisions.apply import apply_to
from index.decisions.ledger import UNREAD, Held
from index.engines import write_engine
from index.errors import CacheError, DecisionError
from index.growth import Growth, growth
from index.hands import Hands
from index.model import Problem, Progress, Stage
from index.reading import Found, discover, state
from index.store import Store, StoreEditor, StoreWriter
from index.who import join

Report = Callable[[Progress], None]
_T = TypeVar("_T")

_REPORT_EVERY = 0.1
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_MUCH = 0.5  # of the files have to be read: then all are


def build(corpus: Path, home: Path, report: Report | None = None, *, anew: bool = False) -> None:
    """Build the index of `corpus` into a new generation under `home`, and make it the current one.

    It goes on from the generation before, unless `anew`. Raises `CacheError` if the index cannot be written; whatever
    stops it, the generation before stays.
    """
    found = discover(corpus)
    report = report or _silent
    before = None if anew else _before(home)
    try:
        if before and (changes := _little(found, home / before.generation)):
            _build(corpus, home, found, before, changes, report)
            return
    except (CacheError, sqlite3.Error):
        pass  # what was there is broken: it is derived, and can be derived again
    _build(corpus, home, found, None, Growth(found, []), report)


def _before(home: Path) -> cache.Manifest | None:
    """What one can go on from, if this Readout has made it."""
    known = cache.manifest(home)
    return known if known and known.maker == cache.maker() else None


def _little(found: list[Found], generation: Path) -> Growth | None:
    """What has changed since a generation was built; `None` if it is so much that all had better be read."""
    with closing(Store(cache.store(generation))) as store:
        changes = growth(found, store.states())
    return changes if len(changes.to_read) <= _MUCH * len(found) else None


def _build(
    corpus: Path, home: Path, found: list[Found], before: cache.Manifest | None, changes: Growth, report: Report
) -> None:
    generation = cache.new_generation(home, home / before.generation if before else None)
    try:
        held = _decided(corpus)
        _fill(generation, home / before.generation if before else None, changes, held, report)
        glance = _glance(generation, corpus)
        # Of what was decided meanwhile, only the new articles know: whoever opens the index finds that it is behind.
        decisions = before.decisions if before and held.digest != UNREAD else held.digest
        cache.publish(
            home, cache.Manifest(cache.maker(), str(corpus), generation.name, state(found), glance, decisions)
        )
    except BaseException as error:
        shutil.rmtree(generation, ignore_errors=True)
        if why := _unwritable(error):
            hint = "Make room there, or set READOUT_CACHE to another folder"
            raise CacheError(f"The index cannot be written to {home}", why, hint) from error
        raise


def _unwritable(error: BaseException) -> str:
    """Why nothing could be written, if that is what went wrong."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # its upper bytes say more of the same
    return str(error) if code in _NO_ROOM else ""


def _decided(corpus: Path) -> Held:
    """What a person decided; nothing where that cannot be read. Whoever opens the index finds that it does not follow
    the file then, and tells why."""
    try:
        return Ledger.of(corpus).read()
    except DecisionError:
        return Held(digest=UNREAD)


def _fill(generation: Path, before: Path | None, changes: Growth, held: Held, report: Report) -> None:
    with Hands() as hands:
        writer = StoreWriter(cache.store(generation))
        try:
            left = writer.remove(changes.gone)
            new = set(_read(changes.to_read, hands, writer, report))
            writer.index()
            report(Progress(stage="joining", done=0, total=len(new)))
            with no_search_for_garbage():
                others = join(writer)
                writer.copies.find()
            writer.commit()
        except BaseException:
            writer.close()
            raise
        with StoreEditor(cache.store(generation)) as store:
            apply_to(store, new, held.decisions)
        _make_findable(generation, before, left, {*new, *others}, hands, report)


def _read(found: list[Found], hands: Hands, writer: StoreWriter, report: Report) -> Iterator[str]:
    """Store every article as it is read, and tell its id; what cannot be read becomes a problem, and the rest is
    read."""
    problems: list[Problem] = []
    files = groupby(hands.read(found), key=lambda article: article.file)
    for _, articles in _told("reading", files, len(found), report):
        for article in articles:
            if isinstance(article, Problem):
                problems.append(article)
            else:
                writer.add(article)
                yield article.id
    writer.add_problems(problems)
    writer.add_files(found)


def _make_findable(
    generation: Path, before: Path | None, left: list[str], changed: set[str], hands: Hands, report: Report
) -> None:
    """Let the engine know the articles that have changed, and the names by which actors are known now."""
    names, earlier = _names(generation, before, changed.union(left))
    with no_search_for_garbage(), write_engine(cache.engine(generation), spread=hands.spread) as engine:
        for gone in set(left) - changed:
            engine.remove(gone)
        for actor in sorted(names.keys() | earlier.keys()):
            if set(names.get(actor, ())) != set(earlier.get(actor, ())):
                engine.call(actor, names.get(actor, ()))
        prepared = hands.prepare(cache.store(generation), sorted(changed))
        for some in _told("indexing", prepared, len(changed), report, lambda some: len(some.ids)):
            engine.take(some)


def _names(
    generation: Path, before: Path | None, articles: Iterable[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names of actors, now and before: of all if there was nothing before, else of those that may be called
    otherwise now, as they are in these articles or were decided on."""
    with closing(Store(cache.store(generation))) as store:
        if before is None:
            return store.all_names(), {}
        with closing(Store(cache.store(before))) as other:
            articles = list(articles)
            actors = set[str]().union(*(s.actors_in(articles) | s.decided() for s in (store, other)))
            return store.all_names(actors), other.all_names(actors)


def _glance(generation: Path, corpus: Path) -> cache.Glance:
    with closing(Store(cache.store(generation))) as store:
        held = store.overview(str(corpus))
    return cache.Glance(held.articles, held.quotations, held.actors, held.contacts)


def _told(
    stage: Stage, items: Iterable[_T], total: int, report: Report, size: Callable[[_T], int] = lambda item: 1
) -> Iterator[_T]:
    """The items, while it is reported how many of them are done: at once, ten times a second, and at the end. The
    `size` of an item is how many it counts for."""
    last, done = 0.0, 0
    for item in items:
        now = time.monotonic()
        if now - last >= _REPORT_EVERY:
            report(Progress(stage=stage, done=done, total=total))
            last = now
        yield item
        done += size(item)
    report(Progress(stage=stage, done=total, total=total))


def _silent(_: Progress) -> None:
    pass
