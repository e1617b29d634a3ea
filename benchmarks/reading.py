"""Reading: pages against their true text, damaged copies of the sample, every format, many articles in one file."""

from __future__ import annotations

import gzip
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import SEEDS, SHARED, Figure, absent
from index.model import Article, Problem
from index.reading import Found, articles_in, discover

FORMATS = SHARED / "corpora" / "formats"
PAGES = FORMATS / "html-article-extraction"
DAMAGED = SHARED / "corpora" / "broken-seeds"
READOUTS = SHARED / "corpora" / "whitehouse-readouts"
MANY = SHARED / "corpora" / "news-10k.jsonl.gz"
OTHERWISE = re.compile(r"cp1254|iso8859-9|utf16|utf8_bom|crlf|cr_only|nfd")


def measure() -> list[Figure]:
    """All of it, as far as the corpora are there."""
    parts = ((PAGES, pages), (DAMAGED, damaged), (FORMATS, formats), (READOUTS, readouts), (MANY, many))
    return [figure for path, part in parts for figure in (part() if path.exists() else [absent(part.__name__, path)])]


def found(path: Path, under: Path) -> Found:
    """A file, whatever its name."""
    state = path.stat()
    return Found(str(path), path.relative_to(under).as_posix(), state.st_size, state.st_mtime_ns)


def pages() -> list[Figure]:
    """The score of the corpus' own benchmark: 4-grams of words, each page's counts as shares of one."""
    truth = json.loads((PAGES / "ground-truth.json").read_text("utf-8"))
    right = wrong = missed = 0.0
    for name, page in truth.items():
        read = next(articles_in(found(PAGES / "html" / f"{name}.html.gz", PAGES)))
        title = next((b.end for b in read.blocks if b.kind == "title"), 0) if isinstance(read, Article) else 0
        ours = grams(read.text[title:] if isinstance(read, Article) else "")
        true = grams(page["articleBody"])
        both = (ours & true).total()
        whole = ours.total() + true.total() - both
        right, wrong, missed = (
            right + both / whole, wrong + (ours.total() - both) / whole, missed + (true.total() - both) / whole
        )  # fmt: skip
    precision, recall = right / (right + wrong), right / (right + missed)
    score = 2 * precision * recall / (precision + recall)
    value = f"{score:.3f} (precision {precision:.3f}, recall {recall:.3f})"
    return [Figure(f"text of {len(truth)} saved pages (4-gram F1)", value, "≥ 0.955", score >= 0.955)]


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def damaged() -> list[Figure]:
    """How many of the sample's words are read in its damaged copies; capitals do not count."""
    originals = {path.name[:3]: words(path.read_text("utf-8")) for path in SEEDS.glob("*.txt")}
    whole = most = otherwise = 0
    refused = []
    for file in discover(DAMAGED):
        item = next(articles_in(file))
        if isinstance(item, Problem):
            refused.append(f"{item.file}: {item.reason}")
            continue
        original = originals[item.file[:3]]
        share = (original & words(item.text)).total() / original.total()
        most += share >= 0.95
        if OTHERWISE.search(item.file):
            otherwise += 1
            whole += share == 1
    return [
        Figure("copies only encoded otherwise: every word", f"{whole} of {otherwise}", "all", whole == otherwise),
        Figure("damaged copies: 95 % of the words", f"{most}; refused: {'; '.join(refused)}", "≥ 45", most >= 45),
    ]


def words(text: str) -> Counter[str]:
    """The words of a text and how often they stand in it."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))


def formats() -> list[Figure]:
    """Every file of every format is read, or refused with a reason; nothing raises."""
    tally: Counter[str] = Counter()
    raised = []
    for path in sorted(p for p in FORMATS.rglob("*") if p.is_file()):
        try:
            items = list(articles_in(found(path, FORMATS)))
        except Exception as error:  # noqa: BLE001  (that is what is counted)
            raised.append(f"{path.name}: {error!r}")
            continue
        read = any(isinstance(item, Article) for item in items)
        tally[f"{path.relative_to(FORMATS).parts[0]} {'read' if read else 'refused' if items else 'silent'}"] += 1
    silent = [key for key in tally if key.endswith("silent")]
    value = ", ".join(f"{key} {count}" for key, count in sorted(tally.items()))
    return [Figure("files of all formats", "; ".join(raised) or value, "0 traces", not raised and not silent)]


def readouts() -> list[Figure]:
    """Title, date, outlet and address from front matter."""
    read = [item for file in discover(READOUTS) for item in articles_in(file)]
    whole = sum(isinstance(item, Article) and all(told(item)) for item in read)
    return [Figure("readouts: title, date, outlet, address", f"{whole} of {len(read)}", "all", whole == len(read))]


def told(article: Article) -> Iterator[bool]:
    """What the front matter of an article must tell."""
    yield bool(article.title)
    yield article.published is not None and article.published.how == "front matter"
    yield from (known.value is not None and known.how == "front matter" for known in (article.outlet, article.url))


def many() -> list[Figure]:
    """All rows of one packed file, with the time that only unpacking and parsing them takes."""
    began = time.process_time()
    read = sum(isinstance(item, Article) for item in articles_in(found(MANY, MANY.parent)))
    ours = time.process_time() - began
    began = time.process_time()
    with gzip.open(MANY, "rt", encoding="utf-8") as lines:
        rows = sum(1 for line in lines if json.loads(line))
    bare = time.process_time() - began
    value = f"{read} of {rows}, {read / ours:.0f} a second, {ours / bare:.1f} × parsing alone"
    return [Figure("articles in one packed file", value, "all", read == rows)]
