"""All that a store knows of one actor, on one card."""

from __future__ import annotations

from index.model import Card, Place, Spelling, Totals
from index.store import Store

_LINES = 200  # of each sort


def card(store: Store, actor: str) -> Card | None:
    """The card of an actor, by id; `None` if there is no such actor."""
    found = store.actor(actor)
    if found is None:
        return None
    noun, articles = found
    said = store.quotations_of(actor, "speaker")
    addressed = store.quotations_of(actor, "addressee")
    about = store.quotations_of(actor, "subject")
    contacts = store.contacts_of(actor)
    made = Card(
        actor=noun, articles=articles, roles=noun.roles, spellings=_spellings(store, actor),
        totals=Totals(said=len(said), about=len(about), addressed=len(addressed), contacts=len(contacts)),
        said=tuple(store.said(said[:_LINES])), about=tuple(store.said(about[:_LINES])),
        addressed=tuple(store.said(addressed[:_LINES])), contacts=tuple(store.met(contacts[:_LINES])),
    )  # fmt: skip
    return made.model_copy(update={"names": store.names(sorted(_others(made)))})


def _spellings(store: Store, actor: str) -> tuple[Spelling, ...]:
    return tuple(
        Spelling(text=text, count=count, place=Place(article=article, start=start, end=end, text=text))
        for text, count, article, start, end in store.first_places(actor)
    )


def _others(card: Card) -> set[str]:
    """The actors that a card speaks of."""
    rows = (*card.said, *card.about, *card.addressed)
    voices = (voice for row in rows for voice in (row.quotation.speaker, row.quotation.addressee) if voice)
    return {
        *(actor for voice in voices for actor in voice.actors),
        *(role.of for role in card.roles if role.of),
        *(actor for met in card.contacts for actor in met.contact.participants),
    }
