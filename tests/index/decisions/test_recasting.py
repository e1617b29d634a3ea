"""What a person decides about actors and articles, through the door."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions import Ledger
from index.errors import DecisionError, UnknownError
from index.library import Library

FERRY = """\
Ferry talks

OSLO, 3 May 2021 – Transport Minister Ada Bergström met Bo Olsen on Monday.

"We sail," Bergström said.
"""
TUNNEL = """\
Tunnel talks

Ada Bergstrand spoke in Bergen last week. "We dig," Bergstrand said, and Bo Olsen agreed.
"""
STRIKE = """\
Strike

Harbour pilots struck on 6 May 2021.

"No," said Bo Olsen, the painter. Olsen left.
"""
ONE, OTHER, BO = "ada-bergstrom", "ada-bergstrand", "bo-olsen"


@pytest.fixture
def corpus(own_home: Path) -> Path:
    folder = own_home / "news"
    folder.mkdir()
    for name, text in (("ferry", FERRY), ("tunnel", TUNNEL), ("strike", STRIKE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def said(library: Library, speaker: str) -> set[str]:
    return {row.quotation.text for row in library.quotations(speaker=speaker)}


def everything(library: Library) -> list[object]:
    lines = library.actors(limit=1000)
    return [*library.export(), *lines, *(library.actor(line.id) for line in lines)]


def again(corpus: Path) -> Library:
    return Library.open(corpus, rebuild=True)


def test_two_actors_become_one(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = everything(library)
        assert said(library, "bergstrand") == {"We dig,"}
        assert {place.article for place in library.places(OTHER)} == {"tunnel.txt"}
        assert library.merge("Ada Bergström", OTHER) == ONE
        is_one(library)
        with again(corpus) as other:
            is_one(other)
            assert other.overview().problems == ()
        undone = library.undo()
        assert undone
        assert (undone.actor, undone.about, undone.told) == (ONE, "Ada Bergström", "the same as Ada Bergstrand")
        assert everything(library) == before
        assert library.search("actor:bergström").total == 1


def is_one(library: Library) -> None:
    assert said(library, "bergstrand") == said(library, "bergström") == {"We sail,", "We dig,"}
    assert library.search("actor:bergstrand").total == 2
    (line,) = library.actors("bergstrand")
    assert (line.id, line.articles) == (ONE, 2)
    assert {spelling.text for spelling in library.actor(ONE).spellings} >= {"Ada Bergström", "Ada Bergstrand"}


def test_one_actor_becomes_two_by_article(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = everything(library)
        assert said(library, "bo olsen") == {"No,"}
        assert {place.article for place in library.places(BO, articles=["strike.txt"])} == {"strike.txt"}
        assert library.split(BO, name="Bo Olsen, painter", articles=["strike.txt"]) == "bo-olsen-painter"
        assert library.actor(BO).articles == 2
        assert said(library, "painter") == {"No,"}
        assert library.actor("bo-olsen-painter").totals.said == 1
        with again(corpus) as other:
            assert said(other, "painter") == {"No,"}
        library.undo()
        assert everything(library) == before


def test_one_actor_becomes_two_by_spelling(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.merge(ONE, OTHER)
        assert library.split(ONE, name="Ada Bergstrand", spellings=["ada bergstrand"]) == OTHER
        assert said(library, "bergstrand") == {"We dig,"}
        with pytest.raises(DecisionError, match="Nothing of"):
            library.split(ONE, name="Nobody", spellings=["Zorn"])


def test_another_name(corpus: Path) -> None:
    with Library.open(corpus) as library:
        assert library.rename(OTHER, "Ada Strand") == OTHER
        assert [line.name for line in library.actors("bergstrand")] == ["Ada Strand"]
        assert [line.id for line in library.actors("ada strand")] == [OTHER]
        assert said(library, "strand") == {"We dig,"}
        library.merge("ada strand", "bergström")
        with again(corpus) as other:
            assert (other.actor(OTHER).actor.name, other.overview().problems) == ("Ada Strand", ())
            other.undo()
            other.undo()
            assert other.actor(OTHER).actor.name == "Ada Bergstrand"


def test_no_actor(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = everything(library)
        library.no_actor(BO)
        assert library.actors("olsen") == []
        assert all(q.speaker is None or not q.speaker.actors for q in library.article("strike.txt").quotations)
        assert library.search("actor:olsen").total == 0
        library.undo()
        assert everything(library) == before


def test_a_date_grounds_what_hangs_on_it(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = everything(library)
        article = library.set_source("tunnel.txt", published="2021-05-20", outlet="The Digger")
        assert article.published
        assert (article.published.from_, article.published.precision) == ("2021-05-20", "day")
        assert (article.outlet.value, article.outlet.how) == ("The Digger", "as you decided")
        assert next(hit.id for hit in library.search("").hits) == "tunnel.txt"
        with again(corpus) as other:
            assert other.article("tunnel.txt") == article
        library.undo()
        assert everything(library) == before


def test_decisions_of_all_kinds_stand_upon_each_other(corpus: Path) -> None:
    with Library.open(corpus) as library:
        states = [everything(library)]
        quotation = next(q.id for q in library.article("strike.txt").quotations)
    for decide in (
        lambda library: library.merge(ONE, OTHER),
        lambda library: library.correct("strike.txt", quotation, speaker=ONE),
        lambda library: library.split(BO, name="Bo Painter", articles=["strike.txt"]),
        lambda library: library.set_source("strike.txt", published="2021-05"),
        lambda library: library.correct("strike.txt", quotation, speaker="Bo Painter"),
        lambda library: library.no_actor("Bo Painter"),
    ):
        with Library.open(corpus) as library:
            decide(library)
            states.append(everything(library))
        with again(corpus) as library:
            assert everything(library) == states[-1]
    with Library.open(corpus) as library:
        for state in reversed(states[:-1]):
            library.undo()
            assert everything(library) == state


def test_what_fits_nothing_is_told(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.merge(ONE, OTHER)
    (corpus / "tunnel.txt").unlink()
    with Library.open(corpus) as library:
        (problem,) = library.overview().problems
        assert "No article names Ada Bergstrand any more" in problem.reason
    (corpus / "tunnel.txt").write_text(TUNNEL, encoding="utf-8")
    with Library.open(corpus) as library:
        assert library.overview().problems == ()
        assert said(library, "bergstrand") == {"We sail,", "We dig,"}


def test_what_cannot_be_meant(corpus: Path) -> None:
    with Library.open(corpus) as library:
        with pytest.raises(UnknownError, match="no actor 'Zorn'"):
            library.merge(ONE, "Zorn")
        with pytest.raises(UnknownError, match="Several actors are called 'ada'"):
            library.rename("ada", "Ada")
        with pytest.raises(DecisionError, match="same already"):
            library.merge(ONE, "Ada Bergström")
        with pytest.raises(DecisionError, match="no date"):
            library.set_source("tunnel.txt", published="May")
        with pytest.raises(DecisionError):
            library.set_role(ONE, "Minister", since="2021-13")
    assert Ledger.of(corpus).read().decisions == ()
