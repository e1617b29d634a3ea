"""Names that are also something else: countries and states, countries and surnames, acronyms and initials."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Actor, Block


def actors(text: str) -> dict[str, Actor]:
    return {a.id: a for a in annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).actors}


def meant(text: str, words: str) -> set[str | None]:
    mentions = annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).mentions
    return {m.actor for m in mentions if m.text == words}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia and Armenia signed. Later Georgia ratified it.", True),
        ("Georgia waits. The Georgian minister left.", True),
        ("Votes were counted in Ohio and Georgia. Georgia waits.", False),
    ],
)
def test_a_country_with_a_namesake_is_told_by_its_neighbours(text: str, country: bool) -> None:
    assert ("georgia" in actors(text)) is country


def test_a_surname_that_is_a_country() -> None:
    assert meant("Jim Jordan came late. Jordan asked why.", "Jordan") == {"jim-jordan"}
    assert meant("Jim Jordan came late to Amman. In Jordan, Jordan said no more.", "Jordan") == {"jordan"}


@pytest.mark.parametrize("place", ["Northern Ireland", "Latin America", "Gulf of Mexico"])
def test_a_place_whose_name_holds_that_of_a_country(place: str) -> None:
    assert actors(f"They sailed to {place} and back.") == {}


def test_a_saint_is_a_place() -> None:
    assert actors("The road to St. Paul was closed, and St. Paul said nothing.") == {}


def test_initials_of_a_person() -> None:
    assert meant("Omar bin Tahir spoke. Few trust OBT.", "OBT") == {"omar-bin-tahir"}
    text = "Omar bin Tahir left the Ocean Bank for Trade (OBT). Few trust OBT."
    assert meant(text, "OBT") == {"ocean-bank-for-trade"}


def test_a_father_named_with_a_capital() -> None:
    assert set(actors("Prince Mohammed Bin Salman spoke.")) == {"mohammed-bin-salman"}


def test_an_initial_before_a_surname_that_is_a_given_name() -> None:
    assert set(actors("Secretary John F. Kerry spoke.")) == {"john-f-kerry"}


def test_an_initial_without_its_dot() -> None:
    assert set(actors("President George W Aldous spoke. Plan B Robert knew.")) >= {"george-w-aldous"}


def test_a_ship_is_not_whom_it_is_named_after() -> None:
    assert set(actors("The carrier USS George W. Aldous left.")) == set()


def test_a_king_has_no_surname_that_lost_its_capital() -> None:
    assert meant("King Salman chaired a meeting.", "Salman") == {"salman"}


def test_a_role_does_not_run_into_a_name() -> None:
    assert set(actors("The ruling Justice and Development Party won.")) == {"akp"}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("President Aldous spoke. Peter Aldous left later.", {"peter-aldous"}),
        ("Aldous spoke. Aldous sat. Aldous sang. Then Peter Aldous left.", {"peter-aldous"}),
        ("Secretary Aldous spoke. Then Michelle Aldous left.", {"michelle-aldous"}),
        ("President Aldous spoke. His wife Michelle Aldous left.", {"aldous", "michelle-aldous"}),
        ("President Aldous spoke. His son Peter Aldous left. Aldous sat down.", {"aldous", "peter-aldous"}),
        ("President Aldous spoke. Peter Aldous, the president's son, left.", {"aldous", "peter-aldous"}),
        ("Peter Aldous, brother of President Aldous, left. President Aldous spoke.", {"aldous", "peter-aldous"}),
        ("President Aldous spoke. Peter Aldous, whose son left, sat down.", {"peter-aldous"}),
        ("President Aldous spoke. His brother, Defence Minister Peter Aldous, left.", {"peter-aldous"}),
        ("King Salman spoke. Prince Mohammed bin Salman left.", {"salman", "mohammed-bin-salman"}),
        ("Park Jin-woo spoke. Park Jin Woo left.", {"park-jin-woo"}),
    ],
)
def test_who_is_called_by_the_surname_before_the_full_name(text: str, persons: set[str]) -> None:
    assert set(actors(text)) == persons


def test_of_whom_somebody_is_the_daughter_is_no_role_of_hers() -> None:
    text = "President Dahl waits. Ana Dahl, the president's daughter, came."
    assert actors(text)["ana-dahl"].roles == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Peter W. Aldous", "Peter H.W. Aldous", False),
        ("W. Aldous", "H.W. Aldous", False),
        ("Tahir Omar Aldous", "Omar Aldous", True),
        ("Tahir Peter W. Aldous", "Peter H.W. Aldous", False),
    ],
)
def test_initials_in_the_middle_part_persons(one: str, other: str, same: bool) -> None:
    found = {a for a, actor in actors(f"President {one} came. President {other} left.").items() if a.endswith("aldous")}
    assert (len(found) == 1) is same


def test_a_surname_is_that_of_whoever_has_an_office() -> None:
    text = "President Tom Berg left. Olav Berg was in Oslo. Berg said it was late."
    assert meant(text, "Berg") == {"tom-berg"}
    assert meant(text.replace("President ", ""), "Berg") == {"olav-berg"}  # then the last who was named


def test_initials_may_leave_out_the_family() -> None:
    text = "Sheikh Hamid bin Tahir Al Nur (HBT) left. “It is late,” HBT said."
    assert meant(text, "HBT") == {"hamid-bin-tahir-al-nur"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Minister Ida Hall met Lomax on Monday. The talks with Lomax went on.", True),
        ("Minister Ida Hall spoke with Lomax.", True),
        ("Minister Ida Hall met Lomax sailors.", False),
        ("Minister Ida Hall agreed with Lomax.", False),
    ],
)
def test_who_is_met_is_a_person(text: str, person: bool) -> None:
    assert ("lomax" in actors(text)) is person


def test_somebody_may_be_known_as_somebody() -> None:
    text = "General Hamid Lang, widely known as Lomax, left Oslo. “It is late,” Lomax said."
    assert meant(text, "Lomax") == {"hamid-lang"}
    assert "lomax" not in actors(text)


def test_jun_may_be_no_month() -> None:
    assert "dong-jun" in actors("Minister Ada Dahl met Dong Jun in Oslo on Jun 3.")
