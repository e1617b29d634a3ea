"""Which actors the words of a speaker mean."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks


def speakers(text: str) -> dict[str, tuple[str, ...]]:
    """The words of each quotation and the names of its speakers."""
    found = annotate(text, blocks(text))
    names = {actor.id: actor.name for actor in found.actors}
    return {q.text: tuple(names[i] for i in q.speaker.actors) if q.speaker else () for q in found.quotations}


SAID = "The bridge is ready now."


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        # who speaks is whom the next sentence is about, though others were named before or after
        ("The killing of Karel Dvorak was planned, Minister Petr Novak has told lawmakers. He said: ", "Petr Novak"),
        ("In Dvorak Karel Street, Governor Petr Novak told reporters the road was shut. He said: ", "Petr Novak"),
        ("In an interview with Peter Lang, Petr Novak said it was late. He added: ", "Petr Novak"),
        # a relative of theirs is not meant
        ("Sol Se-ho said that the couple’s daughter left before she met them. Sol wept. He added: ", "Sol Se-ho"),
        ("Petr Novak, President Lang’s adviser, said it was late. He added: ", "Petr Novak"),
        # but not whom a speaker serves or was met by
        ("Petr Novak left. Petr Novak, who was hired by Peter Lang, said it was late. He added: ", "Petr Novak"),
    ],
)
def test_he_is_who_spoke_last(before: str, speaker: str) -> None:
    assert speakers(f"{before}“{SAID}”")[SAID] == (speaker,)


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Petr Novak, a law professor and former minister,", ("Petr Novak",)),
        ("Petr Novak, a Peter Lang appointee,", ("Petr Novak",)),
        ("Petr Novak and Peter Lang", ("Petr Novak", "Peter Lang")),
        ("Minister Petr Novak, Ambassador Peter Lang and Anna Berg", ("Petr Novak", "Peter Lang", "Anna Berg")),
        ("A Novak spokeswoman", ()),
        ("The Novak campaign", ()),
        ("Novak spokesman Peter Lang", ("Peter Lang",)),
        ("A senior Novak adviser, Anna Berg,", ("Anna Berg",)),
        ("Some web users in Canada", ()),
        ("Critics of Canada’s handling of the Novak affair", ()),
        ("Two government officials with knowledge of the plan", ()),
        ("A Canadian lawmaker", ()),
        ("An official of the ministry, Peter Lang,", ("Peter Lang",)),
        ("An aide to Transport Ministry undersecretary Peter Lang", ()),
        ("Senators Petr Novak of Ohio and Peter Lang of Maine", ("Petr Novak", "Peter Lang")),
        ("The government in Canada", ("Canada",)),
        ("Canada’s foreign ministry and later the Canadian foreign ministry", ("Canadian foreign ministry",)),
        ("Many Canada geese", ()),
        ("The Canada side", ("Canada",)),
        ("The Kremlin-controlled Harbour News", ("Harbour News",)),
    ],
)
def test_an_apposition_or_a_place_speaks_not(phrase: str, names: tuple[str, ...]) -> None:
    text = f"Minister Peter Lang met Petr Novak and Anna Berg. {phrase} said: “{SAID}”"
    assert speakers(text)[SAID] == names


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("The Norwegian Foreign Ministry said it was late. It added: ", ("Norwegian Foreign Ministry",)),
        ("Norway said it was late. Minister Peter Lang agreed. It added: ", ("Norway",)),
        # whoever spoke last may be nobody that is known
        ("Norway said it was late. A survey found many were tired. It added: ", ()),
        ("A draft seen by the Norwegian Foreign Ministry said it was late. It added: ", ()),
        ("Minister Peter Lang said it was late. It added: ", ()),
    ],
)
def test_it_is_the_body_that_spoke_last(before: str, names: tuple[str, ...]) -> None:
    assert speakers(f"{before}“{SAID}”")[SAID] == names


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Peru bought a bridge from Canada. ", ("Peru",)),
        ("Peru geese came to Canada. ", ()),
        ("Anna Berg left Peru. ", ()),
    ],
)
def test_it_is_else_whom_the_sentence_before_is_about(before: str, names: tuple[str, ...]) -> None:
    assert speakers(f"{before}It said: “{SAID}”")[SAID] == names


def test_the_leader_of_a_country_is_its_head_of_state() -> None:
    text = f"President Anna Berg of Peru met President Petr Novak of Canada. The Peruvian leader said: “{SAID}”"
    assert speakers(text)[SAID] == ("Anna Berg",)
    assert speakers(text.replace("The Peruvian", "A Peruvian"))[SAID] == ("Peru",)


def test_most_pronouns_tell_whether_a_name_is_a_mans() -> None:
    text = "Minister Azer Vall met Ada Berg. She left. Vall took his hat. His dog sat. Vall slept. He dreamt."
    found = annotate(text, blocks(text))
    assert [m.actor for m in found.mentions if m.form == "pronoun"] == ["ada-berg"] + ["azer-vall"] * 3
