"""Finding actors by whatever is typed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.actors.lookup import Lookup
from index.model import ActorLine


def line(name: str, mentions: int = 1) -> ActorLine:
    slug = name.lower().replace(" ", "-")
    return ActorLine(id=slug, name=name, kind="person", role=None, articles=1, mentions=mentions)


LINES = [line("Ada Berg", 9), line("Berg Shipping", 5), line("Bo Ålund", 4), line("Adam Bergström", 2)]


def of(*lines: ActorLine, **others: str) -> Lookup:
    """The lookup of some actors, who may have another name each."""

    def some(numbers: Sequence[int]) -> list[ActorLine]:
        return [lines[n] for n in numbers]

    names = [[line.name, *filter(None, [others.get(line.id.replace("-", "_"))])] for line in lines]
    return Lookup(range(len(lines)), some, lambda: names)


LOOKUP = of(*LINES, ada_berg="A. Berg", bo_ålund="Alund")


def found(typed: str) -> list[str]:
    return [a.name for a in LOOKUP.find(typed, 10)]


def test_nothing_typed_gives_all_in_their_order() -> None:
    assert found(" ") == [a.name for a in LINES]
    assert len(LOOKUP.find("", 2)) == 2


@pytest.mark.parametrize(
    ("typed", "first"),
    [("ada berg", "Ada Berg"), ("berg ada", "Ada Berg"), ("alund", "Bo Ålund"), ("ÅLUND", "Bo Ålund"),
     ("bergst", "Adam Bergström"), ("bs", "Berg Shipping"), ("brgstrom", "Adam Bergström"), ("alnud", "Bo Ålund")],
)  # fmt: skip
def test_the_best_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


@pytest.mark.parametrize(
    ("name", "called"),
    [("A. BERG", ["Ada Berg"]), ("berg", ["Ada Berg", "Berg Shipping"]), ("ålund bo", ["Bo Ålund"]), ("ber", []),
     ("brgstrom", []), ("", [])],
)  # fmt: skip
def test_who_is_called_so_is_called_by_whole_words(name: str, called: list[str]) -> None:
    assert [line.name for line in LOOKUP.called(name)] == called


def test_the_more_prominent_comes_first_even_if_only_the_beginning_was_typed() -> None:
    lookup = of(line("Ada Bergman", 9), line("Bo Bergm", 1))
    assert [a.name for a in lookup.find("bergm", 5)] == ["Ada Bergman", "Bo Bergm"]


def test_a_whole_name_comes_before_a_more_prominent_part() -> None:
    lookup = of(line("New York Times", 9), line("New York", 1))
    assert [a.name for a in lookup.find("new york", 5)] == ["New York", "New York Times"]


@pytest.mark.parametrize("typed", ["jb", "j b", "J. B."])
def test_initials_together_or_apart(typed: str) -> None:
    lookup = of(line("Jabbar Trust", 9), line("Joan Dahl", 7), line("Jon Berg", 4), joan_dahl="Jo Bo")
    assert lookup.find(typed, 5)[0].name == "Jon Berg"


@pytest.mark.parametrize("typed", ["jhon bergstrom", "joan bregstrom", "joan bergstom", "joann bergstrom"])
def test_a_letter_swapped_left_out_or_added(typed: str) -> None:
    lookup = of(line("John Bergstrom", 9), line("Joan Bergstrom", 4), line("Joan Brandt", 3))
    given = "Joan" if "jo" in typed else "John"
    assert [a.name for a in lookup.find(typed, 5)] == [f"{given} Bergstrom"]


def test_a_typo_means_the_more_prominent() -> None:
    lookup = of(line("Ada Bidden", 9), line("Bo Binden", 1))
    assert [a.name for a in lookup.find("biden", 5)] == ["Ada Bidden"]


def test_a_name_that_is_nobodys_finds_none() -> None:
    assert found("zyzzyva") == []


@given(st.text(max_size=30))
def test_anything_may_be_typed(typed: str) -> None:
    assert set(LOOKUP.find(typed, 10)) <= set(LINES)
