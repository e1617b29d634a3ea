"""A person in the making."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.actors.cast import Seen
from index.annotation.names import persons


@dataclass(slots=True, eq=False)
class Person:
    """A person in the making: those seen, and the core by which others are compared."""

    core: tuple[str, ...]
    generation: str = ""
    seen: list[Seen] = field(default_factory=list)
    cores: list[tuple[str, ...]] = field(default_factory=list)

    def agrees(self, core: tuple[str, ...]) -> bool:
        """Can a name be this person's, by the names that it bears most often?"""
        often = self.cores[:3]
        return any(persons.compatible(c, core) for c in often) and not any(persons.clash(c, core) for c in often)

    def take(self, core: tuple[str, ...], group: Iterable[Seen]) -> None:
        """Let those seen under a name be this person."""
        self.cores.append(core)
        self.seen += group
