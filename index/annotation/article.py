"""One article: text in, spans out.

    lexemes ──► names ──► cast ──► mentions ──┬─► speakers of the quotations
                                              ├─► contacts
                                              └─► the article's actors
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.annotation import mentions as meaning
from index.annotation import topics
from index.annotation.contacts import finding as contacts
from index.annotation.contacts.known import Known
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.cutting.sentences import sentences as sentences_of
from index.annotation.mentions import Meant
from index.annotation.names import casting, chunks, headings
from index.annotation.names import reading as naming
from index.annotation.names.cast import Cast, Member, spellings
from index.annotation.quotations import finding as quotations
from index.annotation.quotations.finding import Place, Utterance
from index.annotation.speakers import Voices, heard, who
from index.model import Actor, Block, Contact, Mention, Noun, Quotation, Topic, When

_SPOKEN = ("direct", "partial")
_SOUGHT = chunks.MAY_BEGIN | meaning.TRIGGERS | contacts.TELLING
"""Words that names, mentions and contacts are looked for at: found in one go."""

Plain = dict[str, Any]
"""A noun yet to be made: an article has a hundred, and made all at once they take a third of the time."""


class Annotation(Noun):
    """What was found in one article; actors have ids of this article alone."""

    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    contacts: tuple[Contact, ...] = ()
    topics: tuple[Topic, ...] = ()


def annotate(text: str, blocks: Sequence[Block], published: When | None = None) -> Annotation:
    """Find quotations with their speakers, the actors and their roles, contacts and topics of one article.

    Offsets are half-open, in characters of `text`; `blocks` are in order, as reading gives them. `published` is the
    article's date, against which phrases like "last week" are resolved.
    """
    sentences = sentences_of(text, blocks)
    lex = Lexemes(text, [b.start for b in blocks], _SOUGHT)
    said = quotations.find(text, blocks, sentences, lex)
    pasted = headings.pasted(text, lex)
    capitals = headings.capitals(text, lex, blocks) - pasted
    unclear = capitals | pasted
    found = naming.read(text, lex, unclear, capitals)
    cast = casting.gather(text, lex, found)
    headings.look_up(lex, unclear, cast)
    spoken = [(u.start, u.end) for u in said if u.kind in _SPOKEN]
    speaking = [u.speaker for u in said if u.speaker]
    meant = meaning.read(lex, cast, found.titles, sentences, spoken, speaking)
    voices = _voices(lex, meant, said)
    captions = [(b.start, b.end) for b in blocks if b.kind == "caption"]
    known = Known(text, lex, sentences, captions, meant, said, voices, cast, found.names, pasted, published)
    return Annotation.model_validate(
        {
            "quotations": [_quotation(text, u, v, n) for n, (u, v) in enumerate(zip(said, voices, strict=True), 1)],
            "contacts": contacts.find(known),
            "topics": topics.find(text, lex, found.names, cast),
            "mentions": _mentions(text, meant),
            "actors": [_actor(text, cast, m) for m in cast.members.values()],
        }
    )


def _voices(lex: Lexemes, meant: Sequence[Meant], said: Sequence[Utterance]) -> list[Voices]:
    """Who speaks and who is spoken to; the same words often name the speaker of several utterances."""
    speaking = heard(lex, meant, {u.speaker for u in said if u.speaker})
    spoken_to: dict[Place | None, tuple[str, ...]]
    spoken_to = {u.addressee: who(lex, meant, *u.addressee) for u in said if u.addressee}
    return [(speaking.get(u.speaker, ()), spoken_to.get(u.addressee, ())) for u in said]


def _quotation(text: str, said: Utterance, voices: Voices, number: int) -> Plain:
    speaker, addressee = voices
    return {
        "id": f"q{number}",
        **_words(text, said.start, said.end),
        "kind": said.kind,
        "speaker": said.speaker and {"actors": speaker, **_words(text, *said.speaker)},
        "cue": said.cue and _words(text, *said.cue),
        "addressee": said.addressee and {"actors": addressee, **_words(text, *said.addressee)},
        "rule": said.rule,
        "confidence": said.confidence,
        "group": said.group,
    }


def _words(text: str, start: int, end: int) -> Plain:
    return {"start": start, "end": end, "text": text[start:end]}


def _mentions(text: str, meant: Sequence[Meant]) -> list[Plain]:
    """A mention for each actor that words mean; one without an actor where that is open."""
    return [
        {"start": m.start, "end": m.end, "text": text[m.start : m.end], "actor": member and member.id, "form": m.form}
        for m in meant
        for member in m.members or (None,)
    ]


def _actor(text: str, cast: Cast, member: Member) -> Plain:
    counted = sorted(spellings(text, member).items(), key=lambda x: (-x[1], x[0]))
    aliases = [{"text": t, "count": c} for t, c in counted]
    roles = [
        {"start": t.start, "end": t.end, "role": " ".join(t.role.split()), "of": of and of.id}
        for t in member.titles
        for of in (cast.of.get(t.of) if t.of else None,)
        if not t.bare and "counterpart" not in t.meaning
    ]
    return {"id": member.id, "name": member.name, "kind": member.kind, "aliases": aliases, "roles": roles}
