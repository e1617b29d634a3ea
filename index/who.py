"""Who is who in a store: join the actors of all its articles."""

from __future__ import annotations

from index.actors import Known, resolve
from index.store import StoreWriter


def join(writer: StoreWriter) -> set[str]:
    """Say which actor of the corpus each member of an article is; the ids of the articles in which that has changed.

    Whoever was known before keeps the id.
    """
    casts = dict(writer.casts())
    before = writer.who()
    known: Known = {
        cast.article: {cast.actors[m].id: actor for m, actor in before[n].items() if m < len(cast.actors)}
        for n, cast in casts.items()
        if n in before
    }
    resolved = resolve(casts.values(), known)
    writer.set_actors(
        [(a.id, a.name, a.kind) for a in resolved.actors],
        {
            (n, member): actor
            for n, cast in casts.items()
            for member, local in enumerate(cast.actors)
            if (actor := resolved.mapping(cast.article).get(local.id))
        },
    )
    return {article for article, own in known.items() if own != dict(resolved.mapping(article))}
