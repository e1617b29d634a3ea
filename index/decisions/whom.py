"""Whom a person means by a name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from index.actors.lookup import Lookup
from index.decisions.decision import Voice
from index.errors import UnknownError


def voices(
    speaker: str, here: Collection[str], known: Callable[[Sequence[str]], dict[str, str]], lookup: Lookup
) -> list[Voice]:
    """The speakers in what was typed, names apart by ";"; nobody for an empty text.

    `here` are the actors of the article, which are meant rather than others; `known` gives names by ids. Raises
    `UnknownError` where a name may mean several, or is too short to be new.
    """
    return [_voice(name.strip(), here, known, lookup) for name in speaker.split(";") if name.strip()]


def actor(name: str, known: Callable[[Sequence[str]], dict[str, str]], lookup: Lookup) -> Voice:
    """The one actor that is called so: by id, any spelling or the beginning of one. Raises `UnknownError` for none or
    several."""
    if by_id := known([name]):
        return Voice(name=by_id[name], actor=name)
    found = lookup.called(name) or lookup.find(name, 4)
    if not name.strip() or not found:
        raise UnknownError(f"There is no actor {name!r}", hint="tui actors lists actors")
    if len(found) > 1:
        some = ", ".join(f"{line.name} ({line.id})" for line in found[:4]) + (", …" if len(found) > 4 else "")
        raise UnknownError(f"Several actors are called {name!r}", some, "Type more of the name, or the id")
    return Voice(name=found[0].name, actor=found[0].id)


def voice(name: str, known: Callable[[Sequence[str]], dict[str, str]], lookup: Lookup) -> Voice:
    """The actor that is called so, or somebody new. Raises `UnknownError` as `voices` does."""
    if not name.strip():
        raise UnknownError("Somebody without a name", hint="Write the name as it is to be shown")
    return _voice(name.strip(), (), known, lookup)


def _voice(
    name: str, here: Collection[str], known: Callable[[Sequence[str]], dict[str, str]], lookup: Lookup
) -> Voice:
    """An actor by id, one who is called so, or somebody new."""
    if by_id := known([name]):
        return Voice(name=by_id[name], actor=name)
    called = lookup.called(name)
    best = [line for line in called if line.id in here] or called
    if len(best) > 1:
        some = ", ".join(line.name for line in best[:4]) + (", …" if len(best) > 4 else "")
        raise UnknownError(f"{len(best)} actors are called {name!r}", some, "Type more of the name")
    if not best and name.islower():  # typed in haste, and rather a beginning than a new name
        near = " or ".join(line.name for line in lookup.find(name, 3))
        hint = "A new name is written as it is to be shown, with capitals"
        raise UnknownError(f"Nobody is called {name!r}", f"Did you mean {near}?" if near else "", hint)
    return Voice(name=best[0].name, actor=best[0].id) if best else Voice(name=name)
