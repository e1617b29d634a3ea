"""Building and opening a folder of real articles: time, memory, errors; then search, reading and actors on it."""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import SHARED, Figure, absent, ask, workplace

ARTICLES = SHARED / "corpora" / "turkey.jsonl.gz"


def measure() -> list[Figure]:
    """Build once, open again, then ask."""
    if not ARTICLES.is_file():
        return [absent("building real articles", ARTICLES)]
    with workplace() as (folder, env):
        corpus = folder / "corpus"
        count = unpack(ARTICLES, corpus)
        return [*build(corpus, count, env), asks(corpus, env)]


def unpack(rows: Path, corpus: Path) -> int:
    """Write each row as a text file: title, blank line, body. How many there are."""
    corpus.mkdir()
    count = 0
    with gzip.open(rows, "rt", encoding="utf-8") as lines:
        for count, line in enumerate(lines, 1):
            row = json.loads(line)
            (corpus / f"{count:05}.txt").write_text(f"{row['title']}\n\n{row['body']}\n", encoding="utf-8", newline="")
    return count


def build(corpus: Path, count: int, env: Mapping[str, str]) -> list[Figure]:
    """The first build, opening when nothing has changed, and when one file has."""
    began = time.perf_counter()
    code, told, said = ask(env, "index", "--corpus", str(corpus))
    first = time.perf_counter() - began
    # The peak of the largest process that has ended, in kilobytes (bytes on macOS).
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    unchanged = _opening("opening them again, nothing changed", 0.7, corpus, env)
    one = next(corpus.iterdir())
    one.write_text(one.read_text(encoding="utf-8") + "\nMore is to come.\n", encoding="utf-8", newline="")
    changed = _opening("opening them again, one file changed", 2.0, corpus, env)
    what = told[0] if told else {}
    good = code == 0 and what.get("articles") == count and not what.get("problems") and not said
    value = f"{first:.1f} s, {count / first:.0f} a second, {peak:.0f} MB at most · {said.strip()[-200:] or 'no error'}"
    details = {"seconds": round(first, 2), "megabytes": round(peak), "overview": what}
    return [Figure(f"building {count} articles", value, "no error", good, details), unchanged, changed]


def _opening(what: str, bar: float, corpus: Path, env: Mapping[str, str]) -> Figure:
    """How long the program takes to start, open a corpus and end. The bar is for the processor's time: on an idle
    machine it is that of the clock."""
    began, before = time.perf_counter(), _computed()
    code, _, said = ask(env, "index", "--corpus", str(corpus))
    seconds, computed = time.perf_counter() - began, _computed() - before
    value = f"{computed:.2f} s of computing, {seconds:.2f} s {said.strip()[-200:]}".rstrip()
    details = {"computed": round(computed, 2), "seconds": round(seconds, 2)}
    return Figure(what, value, f"≤ {bar} s", code == 0 and computed <= bar, details)


def _computed() -> float:
    """The processor's time that all programs took that were run and have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def asks(corpus: Path, env: Mapping[str, str]) -> Figure:
    """Each way in answers without a word on stderr."""
    ways = ("search turkey --limit 10", "quotes --speaker erdogan", "actors erdogan", "show 00001", "export")
    failed, told = [], []
    for way in ways:
        began = time.perf_counter()
        code, rows, said = ask(env, *way.split(), "--corpus", str(corpus))
        told.append(f"{way.split()[0]} {time.perf_counter() - began:.2f} s")
        if code or not rows or "Traceback" in said:
            failed.append(f"{way}: {code} {said[-200:]}")
    value = "; ".join(failed) or " · ".join(told)
    return Figure("asking them, start of the program included", value, "all answer", not failed)
