from __future__ import annotations

import pytest

from index.library import Library
from tests.index.answers.conftest import opened_on


def offered(library: Library, query: str, at: int | None = None) -> list[str]:
    """The queries that come of taking each completion."""
    found = library.complete(query, len(query) if at is None else at)
    return [query[: one.start] + one.text + query[one.end :] for one in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("spea", "speaker:"),
        ("cod -tit", "cod -title:"),
        ("speaker:ber", 'speaker:"Ada Berg"'),
        ('by:"ada be', 'by:"Ada Berg"'),
        ("cod (to:ree", 'cod (to:"Tom Reed"'),
        ("outlet:inl", 'outlet:"The Inland Times"'),
        ("country:nor", "country:Norway"),
        ("is:dou", "is:doubtful"),
        ("kind:par", "kind:partial"),
        ("tarif", "tariffs"),
        ("quote:harv", "quote:harvest"),
        ("title:re", "title:reed"),
        ("cod or", "cod OR"),
        ("cod not", "cod NOT"),
        ("before:yes", "before:yesterday"),
        ("cod date:last", "cod date:last week"),
    ],
)
def test_what_is_offered_first(library: Library, typed: str, first: str) -> None:
    assert offered(library, typed)[0] == first


def test_the_whole_word_is_replaced(library: Library) -> None:
    assert offered(library, "tarxx cod", at=3)[0] == "tariffs cod"
    assert offered(library, "speaker:berx cod", at=11)[0] == 'speaker:"Ada Berg" cod'


def test_nothing_is_offered_for_nothing(library: Library) -> None:
    assert offered(library, "") == []
    assert offered(library, "cod ") == []
    assert offered(library, '"done" (') == []
    assert offered(library, "nofield:ab") == []


def test_words_come_with_the_number_of_articles(library: Library) -> None:
    found = {one.label: one.what for one in library.complete("co", 2)}
    assert found["cod"] == "4 articles"
    assert len(library.complete("co", 2, limit=1)) == 1


def test_a_whole_word_is_not_completed_to_one_that_is_far_rarer(tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = {str(number): f"Harvest {number}\n\nThe harvest of cod was late.\n" for number in range(30)}
    texts["glued"] = "Harvest late\n\nThe harvestof cod was late.\n"
    with opened_on(texts, tmp_path_factory) as library:
        assert offered(library, "harvest") == ["harvest"]
        assert offered(library, "harvesto") == ["harvestof"]


def test_dates_are_offered_by_year_and_month_with_what_they_find(library: Library) -> None:
    for typed in ("date:2", "date:2021-"):
        found = library.complete(typed, len(typed))
        assert found
        for one in found:
            articles = library.search(one.text, once=False).total
            assert one.what == f"{articles} article" + "s" * (articles != 1)


def test_an_operator_is_offered_only_after_something(library: Library) -> None:
    assert "OR" not in offered(library, "or")


def test_words_of_a_field_come_with_the_articles_that_have_them_there(library: Library) -> None:
    found = {one.label: one.what for one in library.complete("quote:co", 8)}
    assert found == {"cod": f"{library.search('quote:cod', once=False).total} articles"}
    assert library.search("quote:cod").total != library.search("cod").total
    assert library.complete("title:mini", 10) == ()


def test_beginnings_of_names_come_before_initials(tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = {
        "one": "Talks\n\n“The S-400 came,” Minister Rita Evans said. Rita Evans met Tom Reed.\n",
        "two": "Visits\n\nRita Evans told Tom Reed of boats. “No,” Tom Reed said to Rita Evans.\n",
    }
    with opened_on(texts, tmp_path_factory) as library:
        assert [line.name for line in library.actors("re")][:1] == ["Rita Evans"]
        assert offered(library, "actor:re")[:2] == ['actor:"Tom Reed"', 'actor:"Rita Evans"']
        assert offered(library, "s-4") == ["s400"]
