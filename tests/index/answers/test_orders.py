from __future__ import annotations

import pytest

from index.library import Library
from tests.index.answers.conftest import opened_on


def ids(library: Library, query: str, order: str) -> list[str]:
    return [hit.file[:3] for hit in library.search(query, order=order).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["cod", "", "-zebra"])
def test_articles_stand_in_the_order_asked_for(library: Library, query: str) -> None:
    found = [article for article in ["002", "001", "004", "005"] if article in ids(library, query, "rank")]
    assert [a for a in ids(library, query, "date") if a != "003"] == found
    assert [a for a in ids(library, query, "outlet") if a != "003"] == found
    assert library.search(query, order="date", limit=2).total == library.search(query).total


def test_the_best_comes_first(library: Library) -> None:
    assert ids(library, "cod", "rank")[0] == "004"


def test_recency_brings_newer_ones_up_and_loses_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = {
        "old": "---\ndate: 2020-01-01\n---\nCod again\n\nCod for Oslo, and cod for Bergen.\n",
        "late": "---\ndate: 2021-04-01\n---\nNets\n\nThree boats came home with haddock, sprat and a cod.\n",
        "new": "---\ndate: 2021-04-02\n---\nRods\n\nNobody at the pier has ever sold cod so late in spring.\n",
        "none": "Cod\n\nWhere cod is cooked, there is cod to eat.\n",
    }
    with opened_on(texts, tmp_path_factory) as library:
        assert set(ids(library, "cod", "rank")[:2]) == {"old", "non"}
        assert set(ids(library, "cod", "recency")) == {"old", "lat", "new", "non"}
        assert ids(library, "cod", "recency").index("lat") < ids(library, "cod", "recency").index("old")
        assert ids(library, "", "recency") == ids(library, "", "date")
        assert library.search("cod", order="recency", limit=1).total == 4


def test_what_was_stopped_is_called_partial(library: Library) -> None:
    page = library.search("cod", stop=lambda: True)
    assert (page.partial, page.hits, page.total, page.missing) == (True, (), None, ())
    assert not library.search("cod", stop=lambda: False).partial


def test_words_that_stand_nowhere_have_neighbours(library: Library) -> None:
    page = library.search("harvets tarrifs*")
    assert page.missing == ("harvets", "tarrifs*")
    assert page.near == (("harvets", ("harvest",)),)
    assert library.search("zzzzzz").near == ()


@pytest.mark.parametrize(
    ("query", "proposed"),
    [
        ("harv", "harvest"),
        ("speaker:ber", "berg"),
        ("speaker:lunt", "lund"),
        ("outlet:harbo", "harbour"),
    ],
)
def test_what_is_begun_is_proposed_whole(library: Library, query: str, proposed: str) -> None:
    ((typed, words),) = library.search(query).near
    assert query.endswith(typed)
    assert words[0] == proposed


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("date:2021-03", ["001", "002"]),
        ("before:2021-03-15", ["001"]),
        ("outlet:inland", ["003"]),
        ("outlet:harbour -date:2021-03-02", ["002"]),
        ("contact:(berg reed)", ["001"]),
        ("atleast/2 cod", []),
        ("first/2 the", ["001"]),
    ],
)
def test_quotations_answer_by_what_is_known_of_their_article(library: Library, query: str, articles: list[str]) -> None:
    assert sorted({said.file[:3] for said in library.quotations(f"kind:direct {query}")}) == articles


def test_quotations_of_one_actor_and_the_first_few(library: Library) -> None:
    every = library.quotations()
    berg = library.called("Ada Berg")
    hers = [said for said in every if said.quotation.speaker and berg in said.quotation.speaker.actors]
    assert hers
    assert len(hers) < len(every)
    assert library.quotations(actor=berg) == hers
    assert library.quotations(limit=2) == every[:2]
    assert library.quotations("cod", actor=berg) == [said for said in library.quotations("cod") if said in hers]
