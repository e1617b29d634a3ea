"""Searching and indexing, against Whoosh as it comes: its analyzer, parser, scoring and highlighter, the text stored.

The articles are those of `../shared/corpora/news-10k.jsonl.gz`, or of the file that `READOUT_BENCH_CORPUS` names; as
many as `READOUT_BENCH_ARTICLES` says (2,000). Times are of the processor, in one thread. An answer is the best 50
articles, with a passage for the first ten; each query is asked once.
"""

from __future__ import annotations

import gc
import gzip
import itertools
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from whoosh import analysis, fields, qparser
from whoosh import index as files

from benchmarks.figures import SHARED, Figure, absent, median, p95
from index.engines.whoosh import open_engine, write_engine
from index.query import Searchable, hits, parse, passage

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


def measure() -> list[Figure]:
    """Index the same articles twice, then ask the same of both."""
    if not CORPUS.is_file():
        return [absent("searching real articles", CORPUS)]
    with gzip.open(CORPUS, "rt", encoding="utf-8") as rows:
        articles = [article(json.loads(row)) for row in itertools.islice(rows, ARTICLES)]
    with TemporaryDirectory(prefix="readout-") as name:
        ours, stock = Path(name, "ours"), Path(name, "stock")
        building = seconds(lambda: index(ours, articles)), seconds(lambda: stock_index(stock, articles))
        sizes = size(ours), size(stock)
        gc.collect()
        gc.freeze()  # the articles are here for the measurement only; looking through them is not part of a search
        with asking(ours, articles) as answer, stock_asking(stock) as stock_answer:
            times = {
                kind: ([seconds(lambda: answer(q)) for q in asked], [seconds(lambda: stock_answer(q)) for q in asked])  # noqa: B023
                for kind, asked in QUERIES.items()
            }
    return figures(articles, building, sizes, times)


def article(row: dict[str, Any]) -> Searchable:
    """A row as title and paragraphs."""
    text = f"{row['title']}\n\n{row['body']}"
    blocks = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    days = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d).*", row["date"] or "")
    day = "-".join(days.groups()) if days else None
    return Searchable(row["id"], text, blocks, blocks[0], outlet=row["source"], published=(day, day) if day else None)


def index(folder: Path, articles: list[Searchable]) -> None:
    """Ours."""
    with write_engine(folder) as writer:
        for one in articles:
            writer.add(one)


def stock_index(folder: Path, articles: list[Searchable]) -> None:
    """Whoosh as its documentation shows it."""
    folder.mkdir()
    analyzer = analysis.StemmingAnalyzer()
    text = {name: fields.TEXT(stored=True, analyzer=analyzer) for name in ("title", "body")}
    known = {"outlet": fields.TEXT(stored=True), "date": fields.DATETIME(stored=True)}
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), **text, **known)
    writer = files.create_in(str(folder), schema).writer()
    for one in articles:
        title, body = one.text.split("\n\n", 1)
        date = datetime.fromisoformat(one.published[0]) if one.published else None
        writer.add_document(id=one.id, title=title, body=body, outlet=one.outlet, date=date)
    writer.commit()


@contextmanager
def asking(folder: Path, articles: list[Searchable]) -> Iterator[Answer]:
    """Ours: the tree, the best articles, and a passage for those that are seen first."""
    texts = {one.id: one for one in articles}
    engine = open_engine(folder)

    def answer(query: str) -> object:
        tree = parse(query)
        best = engine.search(tree, BEST).best
        seen = [replace(texts[name]) for name, _ in best[:PASSAGES]]  # a copy remembers no words
        return [passage(one, hits(tree, one)) for one in seen]

    try:
        answer("first")
        yield answer
    finally:
        engine.close()


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
    """How long the processor works."""
    began = time.process_time()
    work()
    return time.process_time() - began


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def figures(
    articles: list[Searchable],
    building: tuple[float, float],
    sizes: tuple[int, int],
    times: dict[str, tuple[list[float], list[float]]],
) -> list[Figure]:
    """The lines of the table."""
    text = sum(len(one.text.encode()) for one in articles)
    made = [
        Figure(
            f"indexing {len(articles)} articles, against stock Whoosh",
            f"{building[0] / building[1]:.2f} × ({building[0]:.1f} s, {len(articles) / building[0]:.0f} a second)",
        ),
        Figure("index on disk", f"{sizes[0] / text:.2f} × the text (stock, which holds it: {sizes[1] / text:.2f} ×)"),
    ]
    everything = [list(itertools.chain(*side)) for side in zip(*times.values(), strict=True)]
    for kind, (ours, stock) in {**times, "all queries": (everything[0], everything[1])}.items():
        faster = median(stock) / median(ours), p95(stock) / p95(ours)
        told = " · ".join(f"{1e3 * median(side):.1f} / {1e3 * p95(side):.1f} ms" for side in (ours, stock))
        details = {"ours_ms": [1e3 * t for t in ours], "stock_ms": [1e3 * t for t in stock]}
        what = f"search, {kind}: median / p95, ours · stock"
        made.append(Figure(what, f"{faster[0]:.1f} × / {faster[1]:.1f} × faster ({told})", details=details))
    return made
