"""Articles as rows: how the store keeps what was found in one, and what a person has decided on. Pure.

No row bears its article's number, which is known only when it is written.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from index import pressing
from index.model import AnnotatedArticle, Article, Contact, Quotation, Span, Speaker, When
from index.twins import sketch

VERBATIM = frozenset({"direct", "partial"})
"""The kinds of quotations that are somebody's words, word for word."""

Rows = list[tuple[object, ...]]


class Packed(NamedTuple):
    """An article with all that was found in it, ready to be written. Its actors' ids are of this article alone.

    `article` is its row in the table of that name, `rows` are those of other tables.
    """

    id: str
    file: str
    article: tuple[object, ...]
    rows: tuple[tuple[str, Rows], ...]


def packed(article: AnnotatedArticle) -> Packed:
    """An article as rows."""
    member = {actor.id: i for i, actor in enumerate(article.actors)}
    named = [(m.start, m.end, member[m.actor]) for m in article.mentions if m.actor and m.actor in member]
    often = Counter(who for _, _, who in named)
    return Packed(
        article.id, article.file, _article(article),
        (
            ("members", [(i, None, often[i]) for i in member.values()]),
            ("found", [(member[a.id], a.id, a.kind, a.name) for a in article.actors]),
            ("kin", _kin(article, member)),
            ("aliases", [(member[a.id], x.text, x.count) for a in article.actors for x in a.aliases]),
            ("roles", [(member[a.id], r.role, member.get(r.of or ""), r.start, r.end)
                       for a in article.actors for r in a.roles]),
            ("mentions", [(n, m.start, m.end, member.get(m.actor or ""), m.form)
                          for n, m in enumerate(sorted(article.mentions, key=lambda m: (m.start, m.end)))]),
            ("quotations", quotations(article.quotations)),
            ("voices", voices(article.quotations, member)),
            ("voices", subjects(_spoken(article.quotations, member), named)),
            ("contacts", contacts(article.contacts)),
            ("parties", parties(article.contacts, member)),
            ("topics", [(t.name, _places(t.mentions)) for t in article.topics]),
            ("sketches", [(bands, False) for bands in (sketch(article.text),) if bands]),
        ),
    )  # fmt: skip


def pressed(text: str) -> bytes:
    """A text in less than half of its room."""
    return pressing.pressed(text.encode("utf-8", "surrogatepass"))


def unpressed(kept: bytes) -> str:
    """The text again."""
    return zlib.decompress(kept).decode("utf-8", "surrogatepass")


def number_of(quotation: Quotation) -> int:
    """The number of a quotation in its article: 4 for "q4"."""
    return int(quotation.id.removeprefix("q"))


def quotations(found: Sequence[Quotation]) -> Rows:
    """Rows for the table of that name."""
    rows: Rows = []
    for q in found:
        cue = (q.cue.start, q.cue.end) if q.cue else (None, None)
        rows.append((number_of(q), q.start, q.end, q.kind, q.rule, q.confidence, q.corrected, q.group, *cue,
                     *_voice(q.speaker), *_voice(q.addressee)))  # fmt: skip
    return rows


def voices(found: Sequence[Quotation], member: Mapping[str, int]) -> Rows:
    """Rows for those who speak and those who are spoken to; `member` has their numbers in the article."""
    return [
        (number_of(q), part, member[a])
        for q in found
        for part, voice in (("speaker", q.speaker), ("addressee", q.addressee))
        for a in dict.fromkeys(voice.actors if voice else ())
    ]


def subjects(
    spoken: Iterable[tuple[int, int, int, AbstractSet[int]]], named: Iterable[tuple[int, int, int]]
) -> Rows:
    """Rows for those whom each quotation is about: the members that are named in it and do not speak it.

    `spoken` are quotations as (number, start, end, who speaks), `named` mentions as (start, end, member).
    """
    named = sorted(named)
    rows: Rows = []
    for n, start, end, speaking in spoken:
        inside = named[bisect_left(named, (start,)) : bisect_left(named, (end,))]
        about = {who for _, to, who in inside if to <= end} - speaking
        rows += [(n, "subject", who) for who in sorted(about)]
    return rows


def contacts(found: Sequence[Contact]) -> Rows:
    """Rows for the table of that name; contacts count from 1."""
    return [_contact(n, contact) for n, contact in enumerate(found, 1)]


def parties(found: Sequence[Contact], member: Mapping[str, int]) -> Rows:
    """Rows for those who take part in contacts."""
    return [
        (n, place, member[p])
        for n, contact in enumerate(found, 1)
        for place, p in enumerate(dict.fromkeys(contact.participants))
    ]


def head(article: Article) -> bytes:
    """All that is known of an article but its text and what was found in it."""
    return pressed(article.model_dump_json(by_alias=True, exclude={"text", *_FOUND}))


def _article(article: AnnotatedArticle) -> tuple[object, ...]:
    when = article.published
    return (
        article.id, article.file, article.sha256, article.title, article.outlet.value, json_of(when),
        when.to if when else None, len(article.text.split()), sum(q.kind in VERBATIM for q in article.quotations),
        head(article), pressed(article.text),
    )  # fmt: skip


def _kin(article: AnnotatedArticle, member: Mapping[str, int]) -> Rows:
    from index.actors.cast import cast_of  # here alone: whoever reads a store needs no word lists
    from index.actors.kin import keys

    cast = cast_of(article.id, article.actors)
    return [(member[local.id], key) for local in cast.actors for key in sorted(keys(local))]


def _spoken(found: Sequence[Quotation], member: Mapping[str, int]) -> Iterable[tuple[int, int, int, set[int]]]:
    for q in found:
        if q.kind != "scare":
            yield number_of(q), q.start, q.end, {member[a] for a in q.speaker.actors} if q.speaker else set()


def _contact(n: int, contact: Contact) -> tuple[object, ...]:
    place = (contact.place.start, contact.place.end) if contact.place else (None, None)
    return (n, contact.kind, contact.status, json_of(contact.date), *place, _places(contact.evidence), _topics(contact))


def _voice(speaker: Speaker | None) -> tuple[bool, int | None, int | None]:
    return (True, speaker.start, speaker.end) if speaker else (False, None, None)


_FOUND = AnnotatedArticle.model_fields.keys() - Article.model_fields.keys()


def json_of(when: When | None) -> str | None:
    """A date, as the store keeps it."""
    return when.model_dump_json(by_alias=True) if when else None


def _topics(contact: Contact) -> str:
    return json.dumps({topic.name: [[s.start, s.end] for s in topic.mentions] for topic in contact.topics})


def _places(spans: Iterable[Span]) -> str:
    return json.dumps([[s.start, s.end] for s in spans])
