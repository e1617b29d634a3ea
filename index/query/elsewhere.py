"""What people type who come from other search engines and databases, and how it is typed here: to be proposed."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.query import dates
from index.query.tree import ELSEWHERE, FIELDS
from index.words import fold, words

_CALLED = {
    "speaker": "who said says saying spoke speaks spoken speakers voice",
    "actor": "actors person persons people name names named entity entities org organisation organization mentions",
    "quote": "quotes quoted quotation quotations",
    "to": "addressee addressees recipient told",
    "outlet": "outlets source sources site publisher publication newspaper paper media feed",
    "author": "authors writer byline reporter journalist",
    "title": "titles headline headlines intitle allintitle hd hl hlead subject",
    "caption": "captions photo image picture",
    "contact": "contacts met meeting meetings call calls",
    "country": "countries nation region",
    "place": "places location city venue",
    "topic": "topics theme matter issue keyword keywords",
    "file": "url inurl path filename",
    "kind": "type state",
    "tag": "tags label labels",
    "date": "dates year month day on in published pubdate when",
    "": "text intext allintext body content contents word words term terms",
}
_MEANT = {name: field for field, names in _CALLED.items() for name in names.split()}
_SINCE, _UNTIL = ("from", "since"), ("until", "till")

_JOINS = {"||": "OR", "|": "OR", "&&": "AND"}
_EXCLUDING = "!–−"  # the last two are what some keyboards and editors make of a minus
_SINGLE = re.compile(r"(?P<field>[^\W\d_]+:|^)['‘](?P<words>[^'‘’\"“”]+ [^'‘’\"“”]+)['’](?=[\s)]|$)")
_JOINED = re.compile(r"(?<=[\w)])(\|\|?|&&)(?=[\w(])")
_NEAR = re.compile(r"(?:(?P<after>onear|adj|pre|p)|near|within|w|n|)(?P<slash>/?)(?P<words>\d*)", re.IGNORECASE)
_OF_THIS_LANGUAGE = re.compile(r"(?:w|pre|first|atleast)/\d+", re.IGNORECASE)
_COUNT = re.compile(r"(?P<name>first|atleast)(?P<slash>/?)(?P<count>\d*)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+)(?=[\s()]|$)")
_LETTER = re.compile(r"[^\W\d_]+(?:\?+[^\W\d_]+)+")
_BOOST = re.compile(r"[^\W_]+(?P<boost>\^\d+(?:\.\d+)?)")
_PATTERN = re.compile(r"/[^/\s]*[.*\\+?|^$\[\]][^/\s]*/i?")
_EQUALS = re.compile(r"(?P<name>[^\W\d_]+)=(?=\w)")
_SLOP = re.compile(r"~(?P<words>\d*)")

_RANGE = re.compile(r"[\[{]\s*(\S+)\s+TO\s+([^\s\]}]+)\s*[\]}]?", re.IGNORECASE)
_COMPARED = re.compile(r"(?P<sign>[<>])(?P<too>=?)\s*(?P<day>\S+)")
_ANYTHING = re.compile(r"\s*(?P<what>\S)")
_GROUP = re.compile(r"\((?P<values>[^()]*)\)?")
_OR = re.compile(r"\s+OR\s+|\s*[,;|]\s*", re.IGNORECASE)
_VALUE = re.compile(r"(?P<values>\d+(?:st|nd|rd|th)? of [^\W\d_]+(?: \d{4})?|q[1-4] \d{4}|[^\s()]+)", re.IGNORECASE)
_YEARS = re.compile(r"([12]\d{3})[-–—/]([12]\d{3})")
_YEAR_FIRST = re.compile(r"([12]\d{3})[-/.]?(\d\d?)(?:[-/.]?(\d\d?))?")
_YEAR_LAST = re.compile(r"(?:(\d\d?)([-/.]))?(\d\d?)[-/.]([12]\d{3})")
_QUARTER = re.compile(r"([12]\d{3})[- ]?q([1-4])|q([1-4])[- ]?([12]\d{3})", re.IGNORECASE)


class Habit(NamedTuple):
    """What to say of it, its half-open place in the query, and what is typed here in its place."""

    title: str
    start: int
    end: int
    by: str
    hint: str = ""


def sign(query: str, start: int, end: int) -> Habit | None:
    """What stands without a space, if it is an operator elsewhere."""
    chunk = query[start:end]
    if chunk in _JOINS:
        return _typed(chunk, start, end, _JOINS[chunk])
    if joined := _JOINED.search(chunk):
        return _typed(joined[0], start + joined.start(), start + joined.end(), f" {_JOINS[joined[0]]} ")
    if chunk[0] in _EXCLUDING and (chunk[1:2].isalnum() or (chunk == "!" and query[end : end + 1] in ("(", '"', "“"))):
        return _typed(chunk[0], start, start + 1, "-")
    if single := _SINGLE.match(query, start):
        phrase = f'{single["field"]}"{single["words"]}"'
        return Habit("A phrase stands in double quotation marks", start, single.end(), phrase)
    if chunk in ELSEWHERE and query != query.upper():
        return _typed(chunk, start, end, ELSEWHERE[chunk])
    if (equals := _EQUALS.match(chunk)) and fold(equals["name"]) in FIELDS:
        return _typed(equals[0], start, start + equals.end(), f"{equals['name']}:")
    if ranged := _RANGE.match(query, start):
        hint = "They are typed with two dots."
        return Habit("Only dates have ranges", start, ranged.end(), f"date:{_range(ranged)}", hint)
    return _standing(query, start, end) or _inexact(chunk, start, end)


def _typed(chunk: str, start: int, end: int, by: str) -> Habit:
    return Habit(f"{chunk} is typed {by.strip()}", start, end, by)


def _standing(query: str, start: int, end: int) -> Habit | None:
    """How near words stand, or how often, in other words, or without the number."""
    chunk = query[start:end]
    if _OF_THIS_LANGUAGE.fullmatch(chunk):
        return None
    if (near := _NEAR.fullmatch(chunk)) and _says_how_near(near):
        name, number, most = "pre" if near["after"] else "w", near["words"], "5"
    elif (count := _COUNT.fullmatch(chunk)) and (count["slash"] or count["count"]):
        name, number, most = count["name"].lower(), count["count"], "50" if chunk[0] in "fF" else "2"
    else:
        return None
    if number:
        return _typed(chunk, start, end, f"{name}/{number}")
    if after := _NUMBER.match(query, end):
        return _typed(query[start : after.end()], start, after.end(), f"{name}/{after[1]}")
    return Habit(f"{chunk} wants a number", start, end, f"{name}/{most}")


def _says_how_near(near: re.Match[str]) -> bool:
    """Whether it is more than a word ("near"), a designator ("w5") or a slash."""
    name = near[0].rstrip("/0123456789")
    return bool((near["slash"] and (name or near["words"])) or (near["words"] and len(name) > 1))


def _inexact(chunk: str, start: int, end: int) -> Habit | None:
    """Signs for other letters, weights, patterns."""
    if _LETTER.fullmatch(chunk):
        hint = "A word that is written nearly so is found with ~, one that begins so with *."
        return Habit("? stands for no letter", start, end, f"{chunk.replace('?', '')}~", hint)
    if boost := _BOOST.fullmatch(chunk):
        hint = "Rare words count for more by themselves."
        return Habit("^ gives a word no weight", start + boost.start("boost"), end, "", hint)
    if _PATTERN.fullmatch(chunk):
        hint = "sanct* finds what begins so, blinkn~ what is written nearly so."
        return Habit("There are no patterns between slashes", start, end, " ".join(words(chunk)), hint)
    return None


def slop(query: str, start: int, end: int, phrase: list[str]) -> Habit | None:
    """A phrase that may be loose: "done deal"~5. It stands from `start` to `end`."""
    found = _SLOP.match(query, end)
    if found is None:
        return None
    if len(phrase) == 1:
        return Habit("~ stands behind a word without marks", start, found.end(), f"{phrase[0]}{found[0]}")
    near = f"w/{int(found['words'][:3] or 5) or 1}"
    return Habit(f"{found[0]} behind a phrase is typed {near}", start, found.end(), f" {near} ".join(phrase))


def field(query: str, name: str, start: int, end: int) -> Habit | None:
    """A field that is called otherwise; its name stands with the colon from `start` to `end`."""
    title, known = f"There is no field “{name}”", f"The fields are {', '.join(FIELDS)}."
    called = fold(name)
    if called in (*_SINCE, *_UNTIL) and (day := dates.value(query, end)):
        typed = query[end : day.end].strip()
        value = typed if ".." in typed else f"{typed}.." if called in _SINCE else f"..{typed}"
        return Habit(title, start, day.end, f"date:{value}", known)
    if called in _SINCE or called in _MEANT:
        meant = _MEANT.get(called, "speaker")
        hint = known if meant else "What stands in no field is sought in the whole article."
        return Habit(title, start, end, f"{meant}:" if meant else "", hint)
    return None


def date(query: str, name: str, start: int) -> Habit | None:
    """What follows a date field, `name`, from `start` on; with the field, as it is typed here."""
    if (typed := _ANYTHING.match(query, start)) is None:
        return None
    title, at = "This is typed otherwise", typed.start("what")
    if ranged := _RANGE.match(query, at):
        return Habit(title, at, ranged.end(), f"{name}:{_range(ranged)}")
    if compared := _COMPARED.match(query, at):
        return Habit(title, at, compared.end(), _compared(compared))
    group = _GROUP.match(query, at) or _VALUE.match(query, at)
    return Habit(title, at, group.end(), _either(name, group["values"])) if group else None


def _range(ranged: re.Match[str]) -> str:
    """A range with two dots; a star is an open end."""
    first, last = (_day(side.strip("*")) for side in ranged.groups())
    return f"{first}..{last}"


def _compared(compared: re.Match[str]) -> str:
    day, later = _day(compared["day"]), compared["sign"] == ">"
    if compared["too"]:
        return f"date:{day}.." if later else f"date:..{day}"
    return f"after:{day}" if later else f"before:{day}"


def _either(name: str, values: str) -> str:
    each = [f"{name}:{_day(value)}" for value in _OR.split(values.strip()) if value]
    return each[0] if len(each) == 1 else f"({' OR '.join(each)})" if each else ""


def _day(typed: str) -> str:
    """A date as it is typed here; what is none stays as it is. Of 3/4/2021 nobody knows which is the month."""
    typed = typed.strip().rstrip(".").replace(" of ", " ")
    if years := _YEARS.fullmatch(typed):
        return f"{years[1]}..{years[2]}"
    if quarter := _QUARTER.fullmatch(typed):
        year, number = quarter[1] or quarter[4], int(quarter[2] or quarter[3])
        return f"{year}-{3 * number - 2:02}..{year}-{3 * number:02}"
    if first := _YEAR_FIRST.fullmatch(typed):
        return "-".join(part.zfill(2) for part in first.groups() if part)
    if last := _YEAR_LAST.fullmatch(typed):
        return _year_first(last) or typed
    return typed


def _year_first(last: re.Match[str]) -> str | None:
    one, sign_, other, year = last.groups()
    if one is None:
        return f"{year}-{int(other):02}"
    if int(one) > 12 or sign_ == ".":
        return f"{year}-{int(other):02}-{int(one):02}"
    return f"{year}-{int(one):02}-{int(other):02}" if int(other) > 12 else None
