"""The cast of an article: its actors, and which of them each name means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.annotation.names.chunks import Name, Title
from index.annotation.names.lists import GIVEN, PARTICLES
from index.model import ActorKind
from index.words import fold

_BEFORE_SURNAMES = PARTICLES - GIVEN
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True, eq=False)
class Member:
    """One actor of the article: its names and roles in text order. `of` is the country or body it belongs to."""

    id: str
    kind: ActorKind
    name: str = ""
    of: str | None = None
    core: tuple[str, ...] = ()
    generation: str = ""
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    male: bool | None = None
    called: tuple[str, ...] = ()


class Cast:
    """The actors of an article, and which of them each name means."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.members: dict[str, Member] = {}
        self.persons: list[Member] = []  # in the order they were made
        self.of: dict[Name, Member] = {}
        self.meant: dict[tuple[str, bool, bool], list[Member]] = {}  # persons by one word, as far as asked

    def add(self, member: Member, name: Name) -> None:
        """Let `name` mean `member`."""
        member.names.append(name)
        self.of[name] = member

    def member(self, wanted: str, kind: ActorKind) -> Member:
        """The actor with this id, made if it is not there."""
        member = self.members.get(wanted)
        if member is None:
            member = self.members[wanted] = Member(wanted, kind)
            if kind == "person":
                self.persons.append(member)
        return member


def slug(words: str) -> str:
    """A readable id: folded, with hyphens."""
    return _NOT_SLUG.sub("-", fold(words)).strip("-") or "x"


def spellings(text: str, member: Member) -> dict[str, int]:
    """The names of a member as written, and how often each."""
    counts: dict[str, int] = {}
    for name in member.names:
        written = " ".join(text[name.start : name.end].split())
        counts[written] = counts.get(written, 0) + 1
    return counts


def best(text: str, member: Member) -> str:
    """The name to show: the fullest, with its marks, as often as possible."""
    counts = spellings(text, member)
    if len(counts) < 2:
        return next(iter(counts), member.id)
    return max(counts, key=lambda w: best_key(w, counts[w]))


def best_key(written: str, count: int) -> tuple[bool, int, bool, bool, bool, int, str]:
    """How good a spelling is to show: mixed case, no nickname, words, a given name ("De Blasio" has none), no owner
    ("Peru's army"), marks, how often."""
    parts = written.split()
    given = bool(parts) and parts[0].lower() not in _BEFORE_SURNAMES
    owned = "’s " in written or "'s " in written
    nickname = any(mark in written for mark in '"“(')
    words = 2 * min(sum(word not in PARTICLES for word in parts), 3)
    words -= 3 * nickname  # rather "Ada Berg" than "Ada “Dee” Berg", but rather this than "Berg"
    return (not written.isupper(), words, given, not owned, not written.isascii(), count, written)
