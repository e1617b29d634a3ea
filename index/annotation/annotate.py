"""One article: text in, spans out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.annotation import cast as casting
from index.annotation import names as naming
from index.annotation.lexemes import Lexemes
from index.model import Actor, Alias, Block, Contact, Mention, Quotation, Role, Topic, When


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one article; actors have ids of this article alone."""

    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    contacts: tuple[Contact, ...] = ()
    topics: tuple[Topic, ...] = ()


def annotate(text: str, blocks: Sequence[Block], published: When | None = None) -> Annotation:
    """Find quotations with their speakers, the actors and their roles, contacts and topics of one article."""
    lex = Lexemes(text)
    cast = casting.gather(text, lex, naming.read(text, lex))
    mentions = sorted(
        (
            Mention(start=n.start, end=n.end, text=text[n.start : n.end], actor=m.id, form="name")
            for n, m in cast.of.items()
        ),
        key=lambda m: (m.start, m.end),
    )
    return Annotation(mentions=tuple(mentions), actors=tuple(_actor(text, cast, m) for m in cast.members.values()))


def _actor(text: str, cast: casting.Cast, member: casting.Member) -> Actor:
    spellings = Counter(" ".join(text[n.start : n.end].split()) for n in member.names)
    aliases = tuple(Alias(text=t, count=c) for t, c in sorted(spellings.items(), key=lambda x: (-x[1], x[0])))
    roles = tuple(
        Role(start=t.start, end=t.end, role=t.role, of=cast.of[t.of].id if t.of in cast.of else None)
        for t in member.titles
        if not t.bare
    )
    return Actor(id=member.id, name=member.name, kind=member.kind, aliases=aliases, roles=roles)
