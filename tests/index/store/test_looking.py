"""An article is searched as it was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.query import Named
from index.store import Store

TEXT = (
    "Cod talks in Oslo\n\n“The cod is ours,” Foreign Minister Ada Berg told reporters on Monday. She left.\n\n"
    "Berg met Prime Minister Tom Reed in Oslo on Tuesday. “Nothing is so ‘final’,” Reed said.\n"
)


@pytest.fixture
def store(own_home: Path) -> Iterator[Store]:
    (own_home / "corpus").mkdir()
    (own_home / "corpus" / "2021-04-01-cod.txt").write_text(TEXT, encoding="utf-8")
    with Library.open(own_home / "corpus"):
        pass
    opened = Store(next((own_home / "cache").rglob("store.sqlite")))
    yield opened
    opened.close()


def test_what_is_searched_is_what_the_article_tells(store: Store) -> None:
    (name,) = store.ids()
    article, looked = store.article(name), store.searchable(name, store.all_names())
    assert article
    assert looked
    assert article.quotations
    assert article.contacts
    assert (looked.id, looked.text, looked.file) == (article.id, article.text, article.file)
    assert looked.blocks == tuple((b.start, b.end) for b in article.blocks if b.kind != "furniture")
    assert looked.published == ("2021-04-01", "2021-04-01")
    for quoted, quotation in zip(looked.quotations, article.quotations, strict=True):
        assert (quoted.start, quoted.end, quoted.states[0]) == (quotation.start, quotation.end, quotation.kind)
        assert quoted.speaker.actors == (quotation.speaker.actors if quotation.speaker else ())
        assert quoted.speaker.names == ((quotation.speaker.text,) if quotation.speaker else ())
        assert quoted.to.actors == (quotation.addressee.actors if quotation.addressee else ())
        assert quoted.about.actors == quotation.about
    for named, contact in zip(looked.contacts, article.contacts, strict=True):
        assert named == Named((), tuple((s.start, s.end) for s in contact.evidence), contact.participants)
    assert {named.actors[0] for named in looked.actors} == {actor.id for actor in article.actors}
    for named in looked.actors:
        means = [m for m in article.mentions if m.actor == named.actors[0] and m.form != "pronoun"]
        assert named.places == tuple((m.start, m.end) for m in means)


def test_without_names_nothing_is_looked_up(store: Store) -> None:
    (name,) = store.ids()
    looked = store.searchable(name, None)
    assert looked
    assert looked.text == store.text(name)
    assert not looked.quotations
    assert not looked.actors


def test_whoever_has_no_names_goes_by_the_one_shown(store: Store) -> None:
    (name,) = store.ids()
    looked = store.searchable(name, {})
    assert looked
    assert ("Ada Berg",) in {named.names for named in looked.actors}


def test_an_unknown_article_is_none(store: Store) -> None:
    assert store.searchable("nothing", {}) is None
    assert list(store.searchables(["nothing"], {})) == []
