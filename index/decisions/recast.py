"""Put decisions about actors into a store."""

from __future__ import annotations

from collections.abc import Sequence

from index.decisions.decision import Decision, OfActor, Office, Part, Voice
from index.store import StoreEditor


def recast(store: StoreEditor, decisions: Sequence[Decision]) -> list[str]:
    """Put all decisions about actors into effect, one after the other, upon actors as they were found.

    Returns a sentence for each that fits nothing any more.
    """
    told = (_told(store, decision) for decision in decisions if isinstance(decision, OfActor))
    return [sentence for sentence in told if sentence]


def _told(store: StoreEditor, decision: OfActor) -> str:
    """Put one decision into effect; why it does not fit, if it does not."""
    about = f"what you decided about {decision.who.name} ({decision.told()})"
    actor = store.whom(decision.who.actor, decision.who.name)
    if actor is None:
        return f"No article names {decision.who.name} any more, so {about} waits"
    if decision.same_as is not None:
        return _join(store, actor, decision.same_as, about)
    if decision.part is not None:
        return _part(store, actor, decision.part, about)
    if decision.role is not None:
        _give_office(store, actor, decision.role)
    elif decision.name is not None:
        store.rename(actor, decision.name)
    else:
        store.give(store.members_of(actor), None)
    return ""


def _join(store: StoreEditor, actor: int, same: Voice, about: str) -> str:
    other = store.whom(same.actor, same.name)
    if other is None:
        return f"No article names {same.name} any more, so {about} waits"
    if other == actor:  # the articles say so themselves by now
        return ""
    store.give(store.members_of(other), actor)
    return ""


def _part(store: StoreEditor, actor: int, part: Part, about: str) -> str:
    members = store.members_of(actor, part.spellings, part.articles)
    if not members:
        return f"Nothing that is so written means this actor any more, so {about} does not fit"
    somebody = store.whom(part.actor, part.name)
    if somebody is None or somebody == actor:
        somebody = store.add_actor(part.actor, part.name, store.kind_of(actor))
    store.give(members, somebody)
    return ""


def _give_office(store: StoreEditor, actor: int, office: Office) -> None:
    body = store.whom(office.of.actor, office.of.name) if office.of else None
    store.set_office(actor, office.role, body, office.since, office.until)
