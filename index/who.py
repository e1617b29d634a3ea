"""Who is who in a store: join the actors of its articles."""

from __future__ import annotations

from collections import defaultdict

from index.actors import Cast, Local, resolve
from index.store import StoreWriter


def join(writer: StoreWriter) -> set[str]:
    """Say which actor of the corpus each member of an article is; the ids of the articles in which that has changed.

    Those who have come or gone, and their kin, are looked at; all others stay who they are. Whoever was known before
    keeps the id.
    """
    part = writer.members.part()
    casts: dict[str, list[Local]] = defaultdict(list)
    before: dict[str, dict[str, str]] = defaultdict(dict)
    for member in part:
        casts[member.id].append(member.local)
        if member.actor is not None:
            before[member.id][member.local.id] = member.actor
    resolved = resolve((Cast(id_, tuple(own)) for id_, own in casts.items()), before, writer.members.taken(part))
    changed = [(m, actor) for m in part if (actor := resolved.of[m.id][m.local.id]) != m.actor]
    writer.members.set_actors([(a.id, a.name, a.kind) for a in resolved.actors], changed)
    return {m.id for m, _ in changed if m.actor is not None}
