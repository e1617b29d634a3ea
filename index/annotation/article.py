"""One article: text in, spans out.

    lexemes ──► names ──► cast ──► mentions ──┬─► speakers of the quotations
                                              ├─► contacts
                                              └─► the article's actors
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.annotation import casting, contacts, headings, quotations, topics
from index.annotation import mentions as meaning
from index.annotation import names as naming
from index.annotation.cast import Cast, Member
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.quotations import Utterance
from index.annotation.sentences import sentences as sentences_of
from index.annotation.speakers import who
from index.model import Actor, Alias, Block, Contact, Mention, Quotation, Role, Speaker, Topic, When, Words

_SPOKEN = ("direct", "partial")


@dataclass(frozen=True, slots=True)
class Annotation:
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
    said = quotations.find(text, blocks, sentences)
    lex = Lexemes(text, [b.start for b in blocks])
    pasted = headings.pasted(text, lex)
    unclear = headings.capitals(text, lex, blocks) | pasted
    found = naming.read(text, lex, unclear)
    cast = casting.gather(text, lex, found)
    headings.look_up(lex, unclear, cast)
    spoken = [(u.start, u.end) for u in said if u.kind in _SPOKEN]
    meant = meaning.read(lex, cast, found.titles, sentences, spoken)
    quoted = tuple(_quotation(text, lex, meant, u, n) for n, u in enumerate(said, 1))
    captions = [(b.start, b.end) for b in blocks if b.kind == "caption"]
    met = contacts.find(text, lex, sentences, captions, meant, quoted, cast, published, pasted)
    return Annotation(
        quotations=quoted,
        contacts=met,
        topics=topics.find(text, lex, found.names, cast),
        mentions=tuple(m for meaning_ in meant for m in _mentions(text, meaning_)),
        actors=tuple(_actor(text, cast, m) for m in cast.members.values()),
    )


def _quotation(text: str, lex: Lexemes, meant: Sequence[Meant], said: Utterance, number: int) -> Quotation:
    return Quotation(
        id=f"q{number}",
        start=said.start,
        end=said.end,
        text=text[said.start : said.end],
        kind=said.kind,
        speaker=_voice(text, lex, meant, said.speaker),
        cue=_words(text, said.cue),
        addressee=_voice(text, lex, meant, said.addressee),
        rule=said.rule,
        confidence=said.confidence,
        group=said.group,
    )


def _voice(text: str, lex: Lexemes, meant: Sequence[Meant], place: tuple[int, int] | None) -> Speaker | None:
    if place is None:
        return None
    start, end = place
    return Speaker(actors=who(lex, meant, start, end), start=start, end=end, text=text[start:end])


def _words(text: str, place: tuple[int, int] | None) -> Words | None:
    return place and Words(start=place[0], end=place[1], text=text[place[0] : place[1]])


def _mentions(text: str, meant: Meant) -> list[Mention]:
    """One mention for each actor that the words mean; one without an actor where that is open."""
    words = text[meant.start : meant.end]
    ids: list[str | None] = [m.id for m in meant.members]
    return [Mention(start=meant.start, end=meant.end, text=words, actor=i, form=meant.form) for i in ids or [None]]


def _actor(text: str, cast: Cast, member: Member) -> Actor:
    spellings = Counter(" ".join(text[n.start : n.end].split()) for n in member.names)
    aliases = tuple(Alias(text=t, count=c) for t, c in sorted(spellings.items(), key=lambda x: (-x[1], x[0])))
    roles = tuple(
        Role(start=t.start, end=t.end, role=t.role, of=cast.of[t.of].id if t.of in cast.of else None)
        for t in member.titles
        if not t.bare
    )
    return Actor(id=member.id, name=member.name, kind=member.kind, aliases=aliases, roles=roles)
