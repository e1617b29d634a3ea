"""Put decisions into a store: the same way when an index is built and when a person decides."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from index.decisions.decision import Decision
from index.decisions.fit import Standing, fit, recut
from index.store import StoreEditor

_SHOWN = 60  # characters of a quotation that are told


def grouped(store: StoreEditor, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions by the article they are about now: a file that was only renamed keeps its own."""
    by_article: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        found = store.article(decision.article, decision.sha256)
        by_article[found[1] if found else decision.article].append(decision)
    return by_article


def digest(decisions: Sequence[Decision]) -> str:
    """What differs when the decisions about an article do; "" for none."""
    if not decisions:
        return ""
    return hashlib.sha256("\n".join(d.model_dump_json() for d in decisions).encode("utf-8", "replace")).hexdigest()


def apply(store: StoreEditor, article: str, decisions: Sequence[Decision]) -> list[str]:
    """Put the decisions about one article into effect, one after the other, upon quotations as they were found.

    Returns a sentence for each that fits no quotation any more.
    """
    found = store.article(article)
    if found is None:
        return [f"There is no such article any more, so {_about(d)} waits" for d in decisions]
    number, _ = found
    text, sha256 = store.text(number)
    unfit = [d for d in decisions if not _applied(store, number, text, sha256, d)]
    store.settle(number)
    return [f"The words are not there any more, so {_about(d)} does not fit" for d in unfit]


def apply_to(store: StoreEditor, articles: Container[str], decisions: Iterable[Decision]) -> None:
    """Put the decisions about articles that are new into a store, and those about articles that are not there; note
    there what was done."""
    for article, own in grouped(store, decisions).items():
        if article in articles or not store.article(article):
            store.set_decided(article, digest(own), apply(store, article, own))


def _about(decision: Decision) -> str:
    words = " ".join(decision.words.split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"what you decided about “{shown}” ({decision.told()})"


def _applied(store: StoreEditor, article: int, text: str, sha256: str, decision: Decision) -> bool:
    """Put one decision into effect; whether it fits."""
    standing = [Standing(*row) for row in store.quotations(article)]
    found = fit(decision, standing, text, sha256)
    if found is None:
        # Where the words are no quotation anyway, it is as the person wants it.
        return decision.no_quotation and decision.words in text
    if decision.no_quotation:
        store.remove(article, found.number)
        return True
    if decision.cut is not None:
        place = recut(decision.cut, found.start - decision.start, text)
        if place is None:
            return False
        store.cut(article, found.number, *place)
    if decision.kind is not None:
        store.set_kind(article, found.number, decision.kind)
    if decision.speakers is not None:
        members = [store.member(article, voice.actor, voice.name) for voice in decision.speakers]
        for other in (s for s in standing if found.group and s.group == found.group and s.number != found.number):
            store.set_speakers(article, other.number, members)
            store.certify(article, other.number, "corrected")
        store.set_speakers(article, found.number, members)
    store.certify(article, found.number, "confirmed" if decision.confirmed else "corrected")
    return True
