from __future__ import annotations

import pytest

from index.library import Library

QUERIES = ["", "cod", "cod OR grain", "-grain", "speaker:berg", "speaker:berg quote:cod", '="Cod Fair" OR minister']


def counts(library: Library, query: str, name: str) -> dict[str, int]:
    return {v.label: v.count for facet in library.facets(query) if facet.name == name for v in facet.values}


def test_what_is_counted(library: Library) -> None:
    assert counts(library, "cod", "outlet") == {"Harbour Post": 2, "The Inland Times": 1}
    assert counts(library, "cod", "year") == {"2021": 2, "2020": 1}
    assert counts(library, "cod", "month") == {"2021-03": 2, "2020-12": 1}
    assert counts(library, "cod", "actor")["Ada Berg"] == 2
    assert counts(library, "cod", "country")["Norway"] == 2
    assert counts(library, "cod", "kind")["direct"] == 2
    assert library.facets("zebra") == ()


@pytest.mark.parametrize("query", QUERIES)
def test_each_value_narrows_to_its_count(library: Library, query: str) -> None:
    for facet in library.facets(query, limit=20):
        assert facet.values
        for value in facet.values:
            narrowed = library.search(f"{query} {value.typed}")
            assert narrowed.total == value.count, value.typed


def test_the_commonest_are_given_first_and_no_more_than_asked_for(library: Library) -> None:
    for facet in library.facets("", limit=2):
        found = [value.count for value in facet.values]
        assert len(found) <= 2
        assert found == sorted(found, reverse=True)
    everything = {v.label: v.count for v in next(f for f in library.facets("", limit=50) if f.name == "country").values}
    best = next(f for f in library.facets("", limit=1) if f.name == "country").values[0]
    assert best.count == max(everything.values())


def test_what_a_quotation_is_counts_for_the_quotation_that_is_asked_for(library: Library) -> None:
    assert counts(library, "reed", "kind")["direct"] == 2
    assert "direct" not in counts(library, "speaker:reed", "kind")


def test_a_count_is_given_up_when_nobody_waits_for_it(library: Library) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 9

    assert library.facets("cod", stop=stop) == ()
    assert len(asked) < 20
    assert library.facets("cod", stop=lambda: False) == library.facets("cod")
