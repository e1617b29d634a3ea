"""All that a store knows of one actor, on one card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from index.answers.alike import alike
from index.answers.meetings import meetings, ties
from index.answers.quotations import told
from index.model import Actor, Card, Counted, Place, Role, Said, Spelling, Tenure, Totals
from index.store import Store
from index.store.reader import Head
from index.words import fold

_LINES = 200  # of each sort
_TOPICS = 12


def card(store: Store, actor: str) -> Card | None:
    """The card of an actor, by id; `None` if there is no such actor. What articles quote that say the same stands once,
    and is counted once."""
    found = store.actor(actor)
    if found is None:
        return None
    noun, articles = found
    said, addressed, about = (
        _rows(store, store.quotations_of(actor, part)) for part in ("speaker", "addressee", "subject")
    )
    contacts = store.contacts_of(actor)
    made = Card(
        actor=noun, articles=articles, roles=noun.roles, spellings=_spellings(store, actor),
        totals=Totals(said=said.total, about=about.total, addressed=addressed.total, contacts=len(contacts)),
        said=said.first, about=about.first, addressed=addressed.first, contacts=tuple(store.met(contacts[:_LINES])),
        tenures=tenures(store, noun), affiliation=_affiliation(noun), alike=alike(store, actor),
        topics=_counted(store.topics_of(actor, _TOPICS)), months=_counted(store.months_of(actor)),
    )  # fmt: skip
    made = made.model_copy(update={"ties": tuple(ties(meetings(made.contacts), actor))})
    return made.model_copy(update={"names": store.names(sorted(_others(made)))})


class _Rows(NamedTuple):
    first: tuple[Said, ...]
    total: int


def _rows(store: Store, places: Sequence[tuple[str, int]]) -> _Rows:
    """The first of some quotations, by (article, number), and how many there are; those that articles have in common
    which say the same once."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for article, number in places:
        numbers[article].append(number)

    def of_article(article: str) -> list[Said]:
        return store.said((article, number) for number in numbers[article])

    same = store.alike()
    repeated = sum(len(said.copies) for said in told([a for a in numbers if a in same], of_article, same))
    return _Rows(tuple(islice(told(numbers, of_article, same), _LINES)), len(places) - repeated)


def _spellings(store: Store, actor: str) -> tuple[Spelling, ...]:
    return tuple(
        Spelling(text=text, count=count, place=Place(article=article, start=start, end=end, text=text))
        for text, count, article, start, end in store.first_places(actor)
    )


def tenures(store: Store, actor: Actor) -> tuple[Tenure, ...]:
    """The roles of an actor in time, the earliest first, those without days last: what follows another of the same
    country or body is a change of office."""
    heads = store.heads(sorted({role.article for role in actor.roles if role.article}))
    by_role: dict[tuple[str, str | None], list[Role]] = defaultdict(list)
    for role in actor.roles:
        by_role[fold(role.role), role.of].append(role)
    found = [_tenure(store, own, heads) for own in by_role.values()]
    found += [
        Tenure(role=role, of=body, count=0, first=since, last=until, decided=True)
        for role, body, since, until in store.offices_of(actor.id)
    ]
    return tuple(sorted(found, key=lambda t: (t.first is None, t.first or "", -t.count, t.role)))


def _tenure(store: Store, roles: Sequence[Role], heads: Mapping[str, Head]) -> Tenure:
    when = (heads[role.article].published for role in roles if role.article)
    days = sorted(day.to for day in when if day and day.to)
    first = roles[0]  # they come in order of time
    place = None
    if first.article:
        words = store.text(first.article)[first.start : first.end]
        place = Place(article=first.article, start=first.start, end=first.end, text=words)
    return Tenure(role=first.role, of=first.of, count=len(roles), first=days[0] if days else None,
                  last=days[-1] if days else None, place=place)  # fmt: skip


def _affiliation(actor: Actor) -> str | None:
    """The country or body of most of its roles."""
    counts = Counter(role.of for role in actor.roles if role.of)
    return min(counts, key=lambda of: (-counts[of], of)) if counts else None


def _counted(rows: Iterable[tuple[str, int]]) -> tuple[Counted, ...]:
    return tuple(Counted(name=name, count=count) for name, count in rows)


def _others(card: Card) -> set[str]:
    """The actors that a card speaks of."""
    rows = (*card.said, *card.about, *card.addressed)
    voices = (voice for row in rows for voice in (row.quotation.speaker, row.quotation.addressee) if voice)
    return {
        *(actor for voice in voices for actor in voice.actors),
        *(role.of for role in card.roles if role.of),
        *(actor for met in card.contacts for actor in met.contact.participants),
        *(tenure.of for tenure in card.tenures if tenure.of),
    }
