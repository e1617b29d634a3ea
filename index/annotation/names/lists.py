"""The word lists that names are read with, each loaded once."""

from __future__ import annotations

from index.annotation.data import words


def _once(roles: frozenset[str]) -> frozenset[str]:
    """Words of roles, also as they stand for roles once held: "ex-president", "then-Foreign Minister"."""
    return roles | {f"{when}-{word}" for when in ("ex", "then") for word in roles}


_NAMING = words("naming")
_GIVEN = words("given")

COMMON = words("common")["words"]
MEN = _GIVEN["men"]
WOMEN = _GIVEN["women"]
GIVEN = MEN | WOMEN | _GIVEN["either"]
FAMILIES = _GIVEN["families"]

BODIES = _NAMING["bodies"]
NATIONAL = _NAMING["national"]
THINGS = _NAMING["things"]
MODIFIERS = _once(_NAMING["modifiers"])
HEADS = _once(_NAMING["heads"])
HONORIFICS = _NAMING["honorifics"]
MALE_TITLES = _NAMING["men"]
FEMALE_TITLES = _NAMING["women"]
PARTICLES = _NAMING["particles"]
JOINERS = _NAMING["joiners"]
INNER_POSSESSIVES = _NAMING["inner_possessives"]
SUFFIXES = _NAMING["suffixes"]
OPENERS = _NAMING["openers"]
NEVER = _NAMING["never"]
ACTS = _NAMING["acts"]
BEFORE_PLACES = _NAMING["before_places"]
KINDS_OF_BODIES = _NAMING["kinds_of_bodies"]
RELATIVES = _NAMING["relatives"]
REGIONS = _NAMING["regions"]
ROOMS = _NAMING["rooms"]
MATTERS = _NAMING["matters"]
ADJECTIVES = _NAMING["adjectives"]
PLACES: dict[str, list[tuple[str, ...]]] = {}  # words, by the first
for _place in _NAMING["places"]:
    PLACES.setdefault(_place.partition("-")[0], []).append(tuple(_place.split("-")))
