"""What may be meant by what is being typed: fields, actors, outlets, states, words of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from index.answers.opened import Opened
from index.model import Completion
from index.query.tree import FIELDS, STARRED, STATES, typed
from index.store.columns import Column
from index.words import fold, tokens

_TYPED = re.compile(
    r"(?:^|(?<=[\s(\-=]))(?![-=])(?:(?P<field>[^\W\d_]+):)?(?P<value>[\"“”]?[^\s():\"“”]*|[\"“”][^\"“”]*)$"
)
_WORD = re.compile(r"[^\s()\"“”]*[\"“”]?")
_OPERATORS = {"or": "either of the two", "not": "all but that"}
_DAYS = ("today", "yesterday", "this week", "last week", "this month", "last month", "this year", "last year")
_LETTERS = 2  # with one, the words of a corpus are any
_MORE = 8  # times as many actors as are offered are looked at
_RARER = 20  # times


def complete(opened: Opened, query: str, at: int, limit: int) -> tuple[Completion, ...]:
    """What could stand in the place of what is typed around `at`, an offset into `query`; the likeliest first."""
    found = _TYPED.search(query, 0, at)
    if found is None:
        return ()
    after = _WORD.match(query, at)
    end = after.end() if after and not found["value"].startswith(('"', "“", "”")) else at
    start = found.start("field") if found["field"] else found.start("value")
    offered = _offered(opened, found["field"], found["value"].strip('"“”'), limit)
    if (meant := _OPERATORS.get(found[0])) and query[:start].strip():
        offered = chain([(found[0].upper(), found[0].upper(), meant)], offered)
    return tuple(
        Completion(text=text, start=start, end=end, label=label, what=what)
        for text, label, what in islice(offered, limit)
    )


def _offered(opened: Opened, name: str | None, value: str, limit: int) -> Iterator[tuple[str, str, str]]:
    """What to type, what to show, and what it is."""
    if name is None:
        yield from ((f"{f}:", f"{f}:", "field") for f in FIELDS if value and f.startswith(fold(value)))
        yield from _words(opened, "", "", value, limit)
        return
    match FIELDS.get(fold(name)):
        case "speaker" | "to" | "about" | "actor" | "contact":
            lines = opened.names.lookup.find(value, limit * _MORE)
            lines.sort(key=lambda line: line.kind == "person" and not _begins(value, line.name))
            yield from ((typed(name, line.name), line.name, line.role or line.kind) for line in lines)
        case "country":
            yield from _values(name, value, opened.columns.countries)
        case "outlet":
            yield from _values(name, value, opened.columns.outlets)
        case "topic":
            yield from _values(name, value, opened.columns.topics)
        case "is":
            yield from ((f"{name}:{state}", state, "quotation") for state in STATES if state.startswith(fold(value)))
            if STARRED.startswith(fold(value)):
                yield f"is:{STARRED}", STARRED, _articles(len(opened.store.starred()))
        case "date" | "before" | "after":
            yield from _dates(opened, name, value)
        case "tag":
            yield from _values(name, value, opened.store.tags())
        case "title" | "quote" | "caption" | "author" | "place" | "file" as field:
            yield from _words(opened, field, f"{name}:", value, limit)


def _begins(value: str, name: str) -> bool:
    """Whether a word of a name begins so: who types "er" means Erdoğan, and only then Ebrahim Raisi."""
    return f" {fold(value)}" in f" {fold(name)}"


def _words(opened: Opened, field: str, before: str, value: str, limit: int) -> Iterator[tuple[str, str, str]]:
    if len(value) >= _LETTERS:
        alone = [word for _, _, word in tokens(value)]
        counted = opened.engine.words(alone[0] if len(alone) == 1 else value, limit, field)
        whole = dict(counted).get(fold(value), 0)  # what is a word already is seldom the beginning of a rare one
        yield from ((before + word, word, _articles(count)) for word, count in counted if count * _RARER >= whole)


def _values(field: str, value: str, column: Column) -> Iterator[tuple[str, str, str]]:
    """The values of a column with a word that begins so, the commonest first."""
    found = [label for label in column if _begins(value, label)]
    found.sort(key=lambda label: (-len(column[label]), label))
    return ((text, label, _articles(len(column[label]))) for label in found if (text := typed(field, label)))


def _dates(opened: Opened, field: str, value: str) -> Iterator[tuple[str, str, str]]:
    """Years, or months of a year, in which there are articles, the last first; and days that are called by words."""
    letters = len("2021") if len(value) < len("2021-") else len("2021-03")
    counts: Counter[str] = Counter()
    for (first, last), articles in opened.columns.dates.items():
        if last.startswith(value) and first[:letters] == last[:letters]:
            counts[last[:letters]] += len(articles)
    yield from ((typed(field, label), label, _articles(counts[label])) for label in sorted(counts, reverse=True))
    yield from ((typed(field, day), day, "date") for day in _DAYS if value and day.startswith(fold(value)))


def _articles(count: int) -> str:
    return f"{count} article" + "s" * (count != 1)
