"""Put decisions into a store: the same way when an index is built and when a person decides."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from index.decisions.days import HOW, when
from index.decisions.decision import Decision, OfActor, OfArticle, OfQuotation, OfTags
from index.decisions.fit import Standing, fit, recut
from index.decisions.recast import recast
from index.decisions.tags import retag
from index.model import Known
from index.store import StoreEditor
from index.store.actor_changes import OF_ACTORS
from index.store.tags import OF_TAGS
from index.words import beginning

_SHOWN = 60  # characters of a quotation that are told


def grouped(store: StoreEditor, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions by the article they are about now: a file that was only renamed keeps its own. Those about actors
    stand under `OF_ACTORS`, those about stars and tags under `OF_TAGS`."""
    by_article: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if isinstance(decision, OfActor | OfTags):
            by_article[OF_ACTORS if isinstance(decision, OfActor) else OF_TAGS].append(decision)
            continue
        for one in decision.each() if isinstance(decision, OfArticle) else (decision,):
            found = store.article(one.article, one.sha256)
            by_article[found[1] if found else one.article].append(one)
    return by_article


def digest(decisions: Sequence[Decision]) -> str:
    """What differs when the decisions about an article do; "" for none."""
    if not decisions:
        return ""
    return hashlib.sha256("\n".join(d.model_dump_json() for d in decisions).encode("utf-8", "replace")).hexdigest()


def apply(store: StoreEditor, article: str, decisions: Sequence[Decision]) -> list[str]:
    """Put the decisions about one article into effect, one after the other, upon what was found.

    Returns a sentence for each that fits nothing any more.
    """
    found = store.article(article)
    if found is None:
        return [f"There is no such article any more, so {_about(d)} waits" for d in decisions]
    number, _ = found
    revise(store, number, [d for d in decisions if isinstance(d, OfArticle)])
    text, sha256 = store.text(number)
    of_quotations = [d for d in decisions if isinstance(d, OfQuotation)]
    unfit = [d for d in of_quotations if not _applied(store, number, text, sha256, d)]
    store.settle(number)
    return [f"The words are not there any more, so {_about(d)} does not fit" for d in unfit]


def revise(store: StoreEditor, article: int, decisions: Sequence[OfArticle]) -> None:
    """Set what was decided of an article's own; contacts are found anew, because their days hang on its date."""
    fields = {name: told for decision in decisions for name, told in decision.fields().items()}
    if not fields:
        return
    changes = {name: when(told) if name == "published" else _known(told) for name, told in fields.items()}
    revised = store.revise(article, changes)
    if "published" in fields:
        from index.annotation.whole import annotated  # here alone: most decisions need no word lists

        store.derive(article, annotated(revised))


def _known(told: str) -> Known:
    return Known(value=told, how=HOW) if told.strip() else Known()


def apply_to(store: StoreEditor, articles: Container[str], decisions: Iterable[Decision]) -> None:
    """Put the decisions about articles that are new, about articles that are not there, about actors, and about stars
    and tags into a store; note there what was done."""
    by_article = grouped(store, decisions)
    for article, own in by_article.items():
        if article not in (OF_ACTORS, OF_TAGS) and (article in articles or not store.article(article)):
            store.set_decided(article, digest(own), apply(store, article, own))
    of_tags = by_article.get(OF_TAGS, [])
    store.set_decided(OF_TAGS, digest(of_tags), retag(store, of_tags))
    if of_actors := by_article.get(OF_ACTORS):
        store.remember()
        store.set_decided(OF_ACTORS, digest(of_actors), recast(store, of_actors))
        store.changed()
    store.settle_actors()


def _about(decision: Decision) -> str:
    if not isinstance(decision, OfQuotation):
        return f"what you decided about it ({decision.told()})"
    return f"what you decided about “{beginning(decision.words, _SHOWN)}” ({decision.told()})"


def _applied(store: StoreEditor, article: int, text: str, sha256: str, decision: OfQuotation) -> bool:
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
