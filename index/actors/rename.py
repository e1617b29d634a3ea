"""Put the corpus' actors in the place of an article's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.annotation import Annotation
from index.model import Actor, Alias, Role, Speaker


def rename(annotation: Annotation, mapping: Mapping[str, str]) -> Annotation:
    """`annotation` with the local ids of actors replaced; actors that are one afterwards are put together."""

    def known(local: str) -> str:
        return mapping.get(local, local)

    def voice(speaker: Speaker | None) -> Speaker | None:
        return speaker and speaker.model_copy(update={"actors": _once(map(known, speaker.actors))})

    return replace(
        annotation,
        quotations=tuple(
            q.model_copy(update={"speaker": voice(q.speaker), "addressee": voice(q.addressee)})
            for q in annotation.quotations
        ),
        mentions=tuple(
            m if m.actor is None else m.model_copy(update={"actor": known(m.actor)}) for m in annotation.mentions
        ),
        actors=_joined(annotation.actors, mapping),
        contacts=tuple(
            c.model_copy(update={"participants": _once(map(known, c.participants))}) for c in annotation.contacts
        ),
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _joined(actors: Sequence[Actor], mapping: Mapping[str, str]) -> tuple[Actor, ...]:
    together: dict[str, list[Actor]] = {}
    for actor in actors:
        together.setdefault(mapping.get(actor.id, actor.id), []).append(actor)
    return tuple(_one(known, group, mapping) for known, group in together.items())


def _one(known: str, group: Sequence[Actor], mapping: Mapping[str, str]) -> Actor:
    counts: Counter[str] = Counter()
    for actor in group:
        for alias in actor.aliases:
            counts[alias.text] += alias.count
    roles = sorted((_role(r, mapping) for a in group for r in a.roles), key=lambda r: (r.start, r.end))
    aliases = tuple(Alias(text=t, count=c) for t, c in sorted(counts.items(), key=lambda x: (-x[1], x[0])))
    return group[0].model_copy(update={"id": known, "aliases": aliases, "roles": tuple(roles)})


def _role(role: Role, mapping: Mapping[str, str]) -> Role:
    return role if role.of is None else role.model_copy(update={"of": mapping.get(role.of, role.of)})
