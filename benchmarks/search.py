"""Building and searching, against Whoosh as it comes: its analyzer, parser, scoring and highlighter, the text stored.

The articles are those of `../shared/corpora/news-10k.jsonl.gz`, or of the file that `READOUT_BENCH_CORPUS` names, as
many as `READOUT_BENCH_ARTICLES` says (2,000). Here they are read, annotated, stored and indexed; there, indexed.
Times are of the processor. An answer is the best 50 articles, with a passage for the first ten; each query is asked
once.

Where more articles are wanted than there are, they are recombined, and only searching is measured, without a rival:
see `benchmarks.unannotated`.
"""

from __future__ import annotations

import gc
import gzip
import itertools
import json
import os
import re
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from whoosh import analysis, fields, qparser
from whoosh import index as files

from benchmarks import unannotated
from benchmarks.figures import SHARED, Figure, absent, median, p95
from index.answers.search import search
from index.build import build
from index.following import Following
from index.opening import current

CORPUS = Path(os.environ.get("READOUT_BENCH_CORPUS", SHARED / "corpora" / "news-10k.jsonl.gz"))
ARTICLES = int(os.environ.get("READOUT_BENCH_ARTICLES", "2000"))
BEST = 50
PASSAGES = 10

QUERIES = {
    "rare word": ["barrister", "submarine", "earthquake", "refugee", "ballet", "plagiarism"],
    "common word": ["trump", "election", "government", "bank", "president", "year"],
    "AND": ["oil merger", "trump russia", "bank profit", "health insurance senate", "police shooting", "film award"],
    "OR": ["oil OR gas OR energy", "syria OR turkey OR iran", "court OR judge", "tax OR budget", "dollar OR yen"],
    "phrase": ['"white house"', '"prime minister"', '"interest rates"', '"told reporters on"', '"state of the union"'],
    "prefix": ["sanct*", "gover*", "elec*", "pres*", "inve*", "barri*"],
    "fuzzy": ["presidnt~", "goverment~", "recieve~", "submarin~", "barister~", "finacial~2"],
    "outlet + word": ["outlet:reuters oil", "outlet:bbc film", "outlet:cnn trump", "outlet:guardian tax",
                      "outlet:fox police"],
    "date + word": ["date:2016 trump", "date:1987 oil", "date:2017-03 court", "after:2018 bank", "before:1990 bank",
                    "date:2017..2018 film"],
    "title": ["title:election", "title:merger", "title:trump", "title:bank", "title:film"],
    "without": ["trump -russia", "election -clinton", "bank -profit", "oil -gas", "court -judge"],
}


Answer = Callable[[str], object]


class Row(NamedTuple):
    """An article."""

    id: str
    title: str
    body: str
    outlet: str
    day: str | None


def measure() -> list[Figure]:
    """Index the same articles twice, then ask the same of both."""
    if not CORPUS.is_file():
        return [absent("searching real articles", CORPUS)]
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [row(json.loads(line)) for line in itertools.islice(lines, ARTICLES)]
    if len(rows) < ARTICLES:
        return [*in_many(rows)]
    with TemporaryDirectory(prefix="readout-") as name:
        corpus, ours, stock = (Path(name, part) for part in ("corpus", "ours", "stock"))
        write(corpus, rows)
        building = seconds(lambda: build(corpus, ours)), seconds(lambda: stock_index(stock, rows))
        text = sum(file.stat().st_size for file in corpus.iterdir())
        sizes = size(ours) / text, size(stock) / text
        gc.collect()
        gc.freeze()  # the articles are here for the measurement only; looking through them is not part of a search
        with asking(corpus, ours) as answer, stock_asking(stock) as stock_answer:
            times = {
                kind: ([seconds(lambda: answer(q)) for q in asked], [seconds(lambda: stock_answer(q)) for q in asked])  # noqa: B023
                for kind, asked in QUERIES.items()
            }
    return figures(len(rows), building, sizes, times)


def in_many(rows: list[Row]) -> Iterator[Figure]:
    """Searching in more articles than there are rows."""
    with TemporaryDirectory(prefix="readout-") as name:
        corpus, home = Path(name, "corpus"), Path(name, "home")
        unannotated.write(corpus, ARTICLES, [{"outlet": one.outlet, "date": one.day} for one in rows])
        unannotated.build(corpus, home)
        gc.collect()
        gc.freeze()
        with asking(corpus, home) as answer:
            times = {kind: [seconds(lambda: answer(q)) for q in asked] for kind, asked in QUERIES.items()}  # noqa: B023
    for kind, spent in times.items():
        yield alone(kind, spent)
    every = [*itertools.chain(*times.values())]
    yield alone("all queries", every, "≤ 50 / ≤ 400 ms", median(every) <= 0.05 and p95(every) <= 0.4)


def alone(kind: str, spent: list[float], bar: str = "", reached: bool | None = None) -> Figure:
    """One line: queries of a kind in many articles."""
    told = f"{1e3 * median(spent):.1f} / {1e3 * p95(spent):.1f} ms"
    what = f"search in {ARTICLES} articles, {kind}: median / p95"
    return Figure(what, told, bar, reached, {"ours_ms": [1e3 * t for t in spent]})


def row(given: dict[str, Any]) -> Row:
    """A row of the corpus."""
    days = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d).*", given["date"] or "")
    return Row(given["id"], given["title"], given["body"], given["source"], "-".join(days.groups()) if days else None)


def write(corpus: Path, rows: list[Row]) -> None:
    """A file for each article, which tells its outlet and date."""
    corpus.mkdir()
    for number, one in enumerate(rows):
        told = f"outlet: {one.outlet}\n" + (f"date: {one.day}\n" if one.day else "")
        text = f"---\n{told}---\n{one.title}\n\n{one.body}\n"
        (corpus / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="")


def stock_index(folder: Path, rows: list[Row]) -> None:
    """Whoosh as its documentation shows it."""
    folder.mkdir()
    analyzer = analysis.StemmingAnalyzer()
    text = {name: fields.TEXT(stored=True, analyzer=analyzer) for name in ("title", "body")}
    known = {"outlet": fields.TEXT(stored=True), "date": fields.DATETIME(stored=True)}
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), **text, **known)
    writer = files.create_in(str(folder), schema).writer()
    for one in rows:
        date = datetime.fromisoformat(one.day) if one.day else None
        writer.add_document(id=one.id, title=one.title, body=one.body, outlet=one.outlet, date=date)
    writer.commit()


@contextmanager
def asking(corpus: Path, home: Path) -> Iterator[Answer]:
    """Ours: as the library answers."""
    followed = Following(corpus, current(home))

    def answer(query: str) -> object:
        return search(followed.now(), query, BEST, PASSAGES)

    try:
        answer("first")
        yield answer
    finally:
        followed.close()


@contextmanager
def stock_asking(folder: Path) -> Iterator[Answer]:
    """Whoosh's parser, scoring and highlighter."""
    opened = files.open_dir(str(folder))
    parser = qparser.QueryParser("body", opened.schema)
    parser.add_plugin(qparser.FuzzyTermPlugin())
    with opened.searcher() as searcher:

        def answer(query: str) -> object:
            best = searcher.search(parser.parse(in_stock(query)), limit=BEST)
            return [hit.highlights("body", top=1) for hit in best[:PASSAGES]]

        answer("first")
        yield answer


def in_stock(query: str) -> str:
    """A query of ours as Whoosh's parser has it."""
    query = re.sub(r"date:(\d+)\.\.(\d+)", r"date:[\1 to \2]", query)
    query = re.sub(r"after:(\d+)", lambda year: f"date:[{int(year[1]) + 1} to]", query)
    query = re.sub(r"before:(\d+)", lambda year: f"date:[to {int(year[1]) - 1}]", query)
    query = re.sub(r"date:(\d+)-(\d+)", r"date:\1\2", query)
    return re.sub(r"(^| )-(?=\w)", r"\1NOT ", query)


def seconds(work: Callable[[], object]) -> float:
    """How long processors work, those of child processes that have ended included."""
    began = _worked()
    work()
    return _worked() - began


def _worked() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def figures(
    count: int,
    building: tuple[float, float],
    sizes: tuple[float, float],
    times: dict[str, tuple[list[float], list[float]]],
) -> list[Figure]:
    """The lines of the table."""
    ratio = building[0] / building[1]
    made = [
        Figure(
            f"building the index of {count} articles, against stock Whoosh's bare indexing",
            f"{ratio:.2f} × ({building[0]:.1f} s, {building[1]:.1f} s)", "≤ 1.2 ×", ratio <= 1.2,
        ),
        Figure(
            "index on disk, against the text", f"{sizes[0]:.2f} × (stock, which holds it: {sizes[1]:.2f} ×)", "≤ 3.0 ×",
            sizes[0] <= 3.0,
        ),
    ]  # fmt: skip
    made += [compared(kind, ours, stock) for kind, (ours, stock) in times.items()]
    ours, stock = ([*itertools.chain(*side)] for side in zip(*times.values(), strict=True))
    reached = median(stock) / median(ours) >= 3 and p95(stock) / p95(ours) >= 5 and p95(ours) <= 0.06
    return [*made, compared("all queries", ours, stock, "≥ 3 × / ≥ 5 ×, p95 ≤ 60 ms", reached)]


def compared(kind: str, ours: list[float], stock: list[float], bar: str = "", reached: bool | None = None) -> Figure:
    """One line: queries of a kind."""
    faster = median(stock) / median(ours), p95(stock) / p95(ours)
    told = " · ".join(f"{1e3 * median(side):.1f} / {1e3 * p95(side):.1f} ms" for side in (ours, stock))
    details = {"ours_ms": [1e3 * t for t in ours], "stock_ms": [1e3 * t for t in stock]}
    what = f"search, {kind}: median / p95, ours · stock"
    return Figure(what, f"{faster[0]:.1f} × / {faster[1]:.1f} × faster ({told})", bar, reached, details)
