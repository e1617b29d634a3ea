"""How the app says things: counts, dates, sources. Pure; nouns of the library in, words out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.model import (
        Actor,
        ActorLine,
        AnnotatedArticle,
        Contact,
        Hit,
        Known,
        Line,
        Met,
        Page,
        Quotation,
        Said,
        Speaker,
        When,
    )
    from tui.session import Change, Current

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SIGNS = {"direct": "┃", "partial": "│", "heading": "┃", "indirect": "┆", "statement": "║", "scare": " "}
"""What stands beside a quotation of each kind, so that colour is never the only sign."""
_MARKED = {"direct", "partial", "heading", "scare"}
_VERBATIM = {"direct", "partial"}
"""The kinds that are counted as quotations, here and in the index; a heading only repeats one."""
_INDIRECT = {"indirect", "statement"}
_DATED = 28
"""Cells that a date and its ground may take on one line of a narrow pane."""


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 article", "3 articles", "12,040 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def copies(row: Hit | Said | Line | Met) -> str:
    """How often something is there beside itself: "+2 copies", or nothing."""
    return f"+{count(len(row.copies), 'copy', 'copies')}" if row.copies else ""


def labels(of: Hit | AnnotatedArticle, star: str = "★") -> str:
    """How an article is put by: "★ brief, follow up", or nothing. `star` is the sign for a star."""
    return " ".join(filter(None, (star * of.starred, ", ".join(of.tags))))


def more(row: Said | Line) -> str:
    """The same, where there is little room: "+2"."""
    return f"+{len(row.copies)}" if row.copies else ""


def found(page: Page) -> str:
    """How many articles answer a query, those that say the same counted once: "12 articles"; "50+ articles" where not
    all were counted."""
    number = len(page.hits) if page.total is None else page.total - page.copies
    more = "+" if page.total is None and page.hits else ""
    return count(number, "article").replace(" ", more + " ", 1)


_OPERATORS = {"or": "OR in capitals means either", "not": "NOT in capitals excludes"}
_IN_MARKS = re.compile(r"[\"“”„«].*?(?:[\"“”»]|$)")


def said_small(query: str) -> str:
    """That a word of a query is no operator, where it may be meant as one: "caatsa or f-35" wants the word "or"."""
    found = re.search(r"(?<=[\w)*~]) (or|not) (?=\S)", " ".join(_IN_MARKS.sub("x", query).split()))
    return f"“{found[1]}” is sought as a word; {_OPERATORS[found[1]]}." if found else ""


def missing(page: Page) -> list[str]:
    """The words of a query that stand nowhere, in quotation marks; with the field in which they were sought."""
    narrow = " ".join(clause.typed for clause in page.clauses)
    return [f"“{_field_of(word, narrow)}{word}”" for word in page.missing]


def _field_of(word: str, clauses: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", clauses, re.IGNORECASE)
    fields = re.findall(r"\w+:", clauses[: found.start()]) if found else []
    return fields[-1].lower() if fields else ""


def day(iso: str) -> str:
    """A day as one reads it: "1 Apr 2021". What is no ISO date stays as it is."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def month(iso: str) -> str:
    """A month as one reads it: "Apr 2021"."""
    return day(f"{iso}-01").partition(" ")[2]


def day_or_less(iso: str) -> str:
    """A day, a month or a year as one reads it."""
    return month(iso) if len(iso) == 7 else day(iso)


def when(known: When | None) -> str:
    """A date in the precision in which it is known; "" where it is not."""
    if known is None or known.from_ is None:
        return ""
    words = day(known.from_)
    if known.precision == "month":
        return words.partition(" ")[2]
    if known.precision == "year":
        return words.rpartition(" ")[2]
    if known.to and known.to != known.from_:
        return f"{words} – {day(known.to)}"
    return words


def dated(known: When | None) -> str:
    """A date and the words that ground it: "1 Apr 2021 ← “Thursday, April 1”"."""
    words = when(known) or "date ?"
    return f"{words} ← “{known.text}”" if known and known.text else words


def evidence(text: str, contact: Contact) -> str:
    """The words of an article by which it tells of a contact."""
    return " … ".join(text[span.start : span.end] for span in contact.evidence)


def outlet(known: Known | str | None) -> str:
    """Where an article was published, or that this is not known."""
    value = known if isinstance(known, str) or known is None else known.value
    return value or "outlet ?"


def about(article: AnnotatedArticle) -> tuple[str, str]:
    """The two lines under a title. No fact of them is broken but a date that quotes many words."""
    kinds = [q.kind for q in article.quotations]
    verbatim, indirect = (sum(kind in some for kind in kinds) for some in (_VERBATIM, _INDIRECT))
    published = dated(article.published)
    facts = (
        count(len(article.text.split()), "word"),
        count(verbatim, "quotation"),
        *([f"{indirect:,} indirect"] if indirect else ()),
        count(len(article.actors), "actor"),
    )
    return (
        f"{outlet(article.outlet)} · {parted(published)}",
        " · ".join(map(whole, facts)),
    )


def parted(published: str) -> str:
    """A date and its ground, for lines that are broken before the ground where both are long, and within the ground
    only where it is long by itself."""
    day, arrow, ground = published.partition(" ← ")
    if len(published) <= _DATED or not arrow:
        return whole(published)
    return f"{whole(f'{day} ←')} {whole(ground) if len(ground) <= _DATED else ground}"


def whole(words: str) -> str:
    """Words that no line is broken between."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def letter(actor: Actor | ActorLine) -> str:
    """The letter that stands for an actor in the margin: of a person's last name, of another's first."""
    parts = [part for part in actor.name.split() if part[:1].isalnum()]
    if not parts:
        return "?"
    return (parts[-1] if actor.kind == "person" else parts[0])[0].upper()


def names_of(article: AnnotatedArticle) -> dict[str, str]:
    """The names of the actors of an article, by id."""
    return {actor.id: actor.name for actor in article.actors}


def letters_of(article: AnnotatedArticle) -> dict[str, str]:
    """The letters of the actors of an article, by id."""
    return {actor.id: letter(actor) for actor in article.actors}


def voice(speaker: Speaker | None, names: Mapping[str, str]) -> str:
    """Who speaks: the actors' names; for an anonymous source its words; "" where nobody is given."""
    if speaker is None:
        return ""
    if speaker.actors:
        *others, last = (names.get(actor, actor) for actor in speaker.actors)
        return f"{', '.join(others)} and {last}" if others else last
    return f"“{speaker.text}”" if speaker.text else ""


def quoted(words: str, kind: str) -> str:
    """The words of a quotation of some kind, in quotation marks if they stand in such in the article."""
    return f"“{words}”" if kind in _MARKED else words


_WAYS_ON = "? "
"""How the hint begins that leads to all keys."""


def hints(keys: str, room: int) -> str:
    """As many of some hints, apart by dots, as there is room for. The last one, which leads out, is always told, and
    the one that leads to all keys goes last of the others."""
    *told, out = keys.split(" · ")
    while told and len(" · ".join([*told, out])) > room:
        rest = [at for at, hint in enumerate(told) if not hint.startswith(_WAYS_ON)]
        del told[rest[-1] if rest else -1]
    return " · ".join([*told, out])


def shorter(sentence: str, room: int) -> str:
    """What is told, without its last parts, apart by dots, where there is no room for them: its first says it."""
    told = sentence.split(" · ")
    while len(told) > 1 and len(" · ".join(told)) > room:
        del told[-1]
    return " · ".join(told)


def shortened(words: str, room: int) -> str:
    """Words in quotation marks, their middle left out where there is no room for all."""
    half = max(4, room // 2 - 4)
    return f"“{words}”" if len(words) <= 2 * half + 3 else f"“{words[:half].rstrip()} … {words[-half:].lstrip()}”"


def attribution(quotation: Quotation, names: dict[str, str]) -> str:
    """The line under a quotation: "Mevlüt Çavuşoğlu → Antony Blinken · told"; with a tick if a person decided so."""
    who = voice(quotation.speaker, names) or "nobody is named as the speaker"
    to = voice(quotation.addressee, names)
    parts = [f"{who} → {to}" if to else who]
    if quotation.cue and any(map(str.isalnum, quotation.cue.text)):  # a colon says nothing beside a name
        parts.append(quotation.cue.text)
    if quotation.kind != "direct":
        parts.append(quotation.kind)
    return ("✓ " if quotation.corrected else "") + " · ".join(parts)


def decided(change: Change) -> str:
    """What a person decided, in a few words: "speaker: Per Lind"."""
    if change.speaker is not None:
        return f"speaker: {change.called or change.speaker or 'nobody'}"
    if change.kind is not None:
        return f"kind: {change.kind}"
    if change.span is not None:
        return "its words"
    return "not a quotation" if change.no_quotation else "right as it stands"


def described(current: Current, article: AnnotatedArticle) -> str:
    """The line under a name: who that is, and in which role the article names them."""
    actors = {actor.id: actor for actor in article.actors}
    parts = []
    for found in (actors[actor] for actor in current.actors if actor in actors):
        parts.append(found.name)
        parts += [role.role for role in found.roles[:1]]
    return " · ".join(parts)


def source(article: AnnotatedArticle, start: int, end: int) -> str:
    """Where words stand: title, outlet, date, file and offsets."""
    where = [f"“{article.title}”"]
    if article.outlet.value:
        where.append(article.outlet.value)
    if dates := when(article.published):
        where.append(dates)
    where.append(f"{article.file}, characters {start}–{end}")
    return ", ".join(where)


def copied(article: AnnotatedArticle, start: int, end: int, quotation: Quotation | None) -> tuple[str, str]:
    """Words cut from the text, and their source; for a quotation also who says so, to whom."""
    words, where = article.text[start:end], source(article, start, end)
    if quotation is None:
        return words, where
    names = names_of(article)
    who = voice(quotation.speaker, names)
    to = voice(quotation.addressee, names)
    said = f"{who} to {to}" if who and to else who
    return quoted(words, quotation.kind), f"{said}, in {where}" if said else where
