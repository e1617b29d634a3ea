"""Who takes part in a contact, and who is merely named beside it."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact

SOLHEIM, DAHL, BERG = "ingrid-solheim", "henrik-dahl", "ada-berg"


def contacts(*paragraphs: str) -> list[Contact]:
    text = "\n".join(paragraphs)
    starts = [sum(len(p) + 1 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    blocks = [Block(kind="paragraph", start=a, end=a + len(p)) for a, p in zip(starts, paragraphs, strict=True)]
    return list(annotate(text, blocks).contacts)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norway and Denmark held talks in Lima.", {"norway", "denmark"}),
        ("Norwegian and Danish officials met in Lima.", {"norway", "denmark"}),
        ("The talks between Norway and Denmark resumed.", {"norway", "denmark"}),
        ("Peru hosted talks between Norway and Denmark.", {"norway", "denmark"}),
        ("A meeting of Norway, Denmark and Peru ended in Lima.", {"norway", "denmark", "peru"}),
        ("Ingrid Solheim met with Danish officials.", {SOLHEIM, "denmark"}),
        ("Ingrid Solheim met with Denmark's foreign minister.", {SOLHEIM, "denmark"}),
        ("Ingrid Solheim met with the leaders of Denmark and Peru.", {SOLHEIM, "denmark", "peru"}),
        ("The Norwegian president met with Henrik Dahl.", {"norway", DAHL}),
    ],
)
def test_countries_take_part_by_whoever_speaks_for_them(text: str, who: set[str]) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == who


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solheim met a Danish lawyer.",
        "Ingrid Solheim spoke in Denmark.",
        "Ingrid Solheim met members of a choir from Denmark.",
        "Norway agreed with Denmark that it rains.",
        "Denmark called for restraint.",
    ],
)
def test_countries_that_are_places_or_only_tell_what_something_is(text: str) -> None:
    assert contacts(text) == []


def test_the_country_of_somebody_who_takes_part_does_not_too() -> None:
    (contact,) = contacts("Norwegian Foreign Minister Ingrid Solheim and Norwegian officials met with Henrik Dahl.")
    assert set(contact.participants) == {SOLHEIM, DAHL}


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solheim met with Minister for Trade and Cod of the Kingdom of Denmark Henrik Dahl.",
        "Ingrid Solheim met with US Ambassador to Peru Henrik Dahl.",
        "Ingrid Solheim, who defeated Ada Berg, met Henrik Dahl.",
        "Ingrid Solheim, whom Henrik Dahl met on Tuesday, was tired.",
        "Ingrid Solheim raised the cables with Henrik Dahl during a meeting on Tuesday.",
        "Ingrid Solheim told Henrik Dahl in a phone call that it rains.",
        "Ingrid Solheim accused Ada Berg in talks with Henrik Dahl.",
        "Ingrid Solheim and Henrik Dahl shook hands.",
        "Ingrid Solheim met and danced with Henrik Dahl.",
        "During a visit with Henrik Dahl in Lima, Ingrid Solheim sang.",
        "Ingrid Solheim called Henrik Dahl on Tuesday.",
        "Ingrid Solheim welcomed Henrik Dahl to Oslo.",
        "On a call with Henrik Dahl, the palace said Ingrid Solheim told of the cod.",
        "Speaking to reporters after talks with Henrik Dahl, Ingrid Solheim said it rains.",
        "Peter Aldous said the next event is the meeting between Ingrid Solheim and Henrik Dahl.",
        "Ada Berg told reporters that Ingrid Solheim had held talks with Henrik Dahl.",
        "Ingrid Solheim spoke to Henrik Dahl and left Ada Berg at home.",
        "Ingrid Solheim talks to Henrik Dahl during lunch.",
        "“It rains,” Ingrid Solheim said after meeting Henrik Dahl.",
        "Ingrid Solheim gave an audience to Henrik Dahl.",
        "Ingrid Solheim and Henrik Dahl addressed a joint news conference.",
        "Since meeting Henrik Dahl in May, Ingrid Solheim has been ill.",
        "The leaders of Norway and Denmark, Ingrid Solheim and Henrik Dahl, met in Lima.",
    ],
)
def test_the_pair_that_met(text: str) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == {SOLHEIM, DAHL}


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solheim's lawyers met Henrik Dahl.",
        "Ingrid Solheim told of the team, which met Henrik Dahl.",
        "Ingrid Solheim said that we met Henrik Dahl.",
        "Ingrid Solheim spoke of the children who met Henrik Dahl.",
        "Ingrid Solheim said that officials met Henrik Dahl.",
        "Ingrid Solheim asked him to break off trade talks with Henrik Dahl.",
        "Ingrid Solheim's friend was on a walk with Henrik Dahl.",
        "Ingrid Solheim called Henrik Dahl a liar.",
        "Ingrid Solheim welcomed Henrik Dahl's apology.",
        "Ingrid Solheim has rebuffed calls from Henrik Dahl.",
        "Ingrid Solheim repeated her call for a day with Henrik Dahl.",
        "Ingrid Solheim and Henrik Dahl speak at a school.",
        "Ingrid Solheim agrees with Henrik Dahl.",
        "Ingrid Solheim has asked Henrik Dahl to sing.",
        "Ingrid Solheim went so far as to call Henrik Dahl a liar.",
        "Ingrid Solheim spoke in Lima before dancing with Henrik Dahl.",
        "Ingrid Solheim met Dahl staff. Henrik Dahl was at home.",
        "Ingrid Solheim and Henrik Dahl have taken meetings.",
        "Ingrid Solheim received word that Henrik Dahl had left.",
        "Ingrid Solheim praised a newspaper called Henrik Dahl to the skies.",
        "Ingrid Solheim discussed with friends recording Henrik Dahl.",
        "Ingrid Solheim was on a call with donors, Henrik Dahl said.",
        "In my talks with Henrik Dahl, Ingrid Solheim was often named.",
        "Ingrid Solheim told the court Henrik Dahl had been at home.",
        "Ingrid Solheim told Henrik Dahl on CNN that it rains.",
        "Ingrid Solheim met with Dahl adviser Ole Moe Henrik. Henrik Dahl was at home.",
        "Ingrid Solheim and Henrik Dahl sang, said the officials, who spoke by phone.",
    ],
)
def test_bystanders(text: str) -> None:
    assert contacts(text) == []


def test_they_discuss_one_who_is_not_there() -> None:
    found = contacts("Ingrid Solheim met Henrik Dahl.", "Solheim praised Ada Berg.", "They discussed the cod.")
    assert [set(c.participants) for c in found] == [{SOLHEIM, DAHL}]


def test_a_journey_to_two_countries_is_two_and_nobody_visits_their_own() -> None:
    found = contacts("Norwegian Foreign Minister Ingrid Solheim traveled to Peru and Chile and returned to Norway.")
    assert [c.participants for c in found] == [(SOLHEIM, "peru"), (SOLHEIM, "chile")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Berg said that Henrik Dahl praised his talks with Ole Moe.", {DAHL, "ole-moe"}),
        ("Ada Berg heard Henrik Dahl's account of his talks with Ole Moe.", {DAHL, "ole-moe"}),
        ("Henrik Dahl thanked Peter Aldous for his talks with Ole Moe.", {DAHL, "ole-moe"}),
        ("Peter Aldous sang. Referring to his talks with Ole Moe, Henrik Dahl sang.", {DAHL, "ole-moe"}),
        ("Peter Aldous sang. During his talks with Ole Moe, Henrik Dahl sang.", {DAHL, "ole-moe"}),
    ],
)
def test_whose_talks_his_talks_are(text: str, who: set[str]) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == who


def test_groups_that_are_told_apart_are_not_those_named_before() -> None:
    found = contacts("Ingrid Solheim and Henrik Dahl are ministers. The Labour leaders met.")
    assert found == []
    assert contacts("Ingrid Solheim and Henrik Dahl are ministers. The two leaders met.") != []


def test_who_is_met_is_not_among_those_who_meet() -> None:
    assert contacts("Ingrid Solheim met Henrik Dahl.", "Then they met him.")[1:] == []
    assert len(contacts("Ingrid Solheim met Henrik Dahl.", "Then they had talks with him.")) == 1


@pytest.mark.parametrize("then", ["and spoke to", "and later called", "in Oslo before meeting"])
def test_who_goes_on_to_others(then: str) -> None:
    first, second = contacts(f"Ingrid Solheim met Ada Berg {then} Henrik Dahl.")
    assert set(first.participants) == {SOLHEIM, BERG}
    assert set(second.participants) == {SOLHEIM, DAHL}


def test_troops_of_a_country_are_not_the_country() -> None:
    assert contacts("Ingrid Solheim visited Peru troops.") == []
    assert contacts("Ingrid Solheim visited Peru last week.") != []


def test_a_plane_is_no_place() -> None:
    assert contacts("Ingrid Solheim arrived in the Air Peru plane.") == []
    assert contacts("Ingrid Solheim went on to win the Peru Open.") == []
    assert contacts("Ingrid Solheim went over better in Peru.") == []


def test_where_two_hold_an_office_the_one_of_the_other_country_is_not_meant() -> None:
    text = "Peruvian President Ada Berg spoke. Chilean President Henrik Dahl spoke."
    found = contacts(text, "Ingrid Solheim met with the president of Norway.")
    assert [set(c.participants) for c in found] == [{SOLHEIM, "norway"}]


TALK = ("MS. DAHL: It rains.", "Q Does it?", "MS. DAHL: Yes, Ada Berg says so.", "Q Who?")


def test_in_a_talk_taken_down_he_may_be_anybody() -> None:
    assert contacts(*TALK, "MS. DAHL: She met with Ingrid Solheim.") == []
    assert contacts("Ada Berg says so. She met with Ingrid Solheim.") != []


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solheim met with a delegation of Peruvian senators led by Senator Henrik Dahl in Lima.",
        "Ingrid Solheim and Danish Ambassador to Peru Henrik Dahl met in Lima.",
        "Ingrid Solheim discussed the fish deal with Denmark's Henrik Dahl in a telephone call.",
        "Ingrid Solheim and his Danish counterpart, Henrik Dahl, will meet face to face in Lima.",
        "Ingrid Solheim hosted a banquet for Henrik Dahl in Lima.",
        "Ingrid Solheim met World Cod Bank (WCB) President Henrik Dahl.",
    ],
)
def test_who_takes_part_is_found_behind_what_is_told_of_him(text: str) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == {SOLHEIM, DAHL}


def test_several_countries_may_be_told_with_one_noun() -> None:
    (contact,) = contacts("Norwegian, Danish and Peruvian diplomats met Canadian officials in Lima.")
    assert set(contact.participants) == {"norway", "denmark", "peru", "canada"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ingrid Solheim was also received by Henrik Dahl.", {SOLHEIM, DAHL}),
        ("Ingrid Solheim on Monday called Henrik Dahl to thank him.", {SOLHEIM, DAHL}),
        ("Ingrid Solheim and Henrik Dahl held a summit in Lima.", {SOLHEIM, DAHL}),
        ("Harbour Institute chairman Ingrid Solheim, Norway's president, met with Henrik Dahl.", {SOLHEIM, DAHL}),
        ("Ingrid Solheim praised Henrik Dahl in Lima on Monday before meeting Ada Berg.", {SOLHEIM, BERG}),
    ],
)
def test_who_acts_is_found_before_what_stands_between(text: str, who: set[str]) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == who


def test_the_two_are_those_of_whom_one_met_the_other() -> None:
    text = (
        "Spokesman Tom Lang said Henrik Dahl met with Ada Berg.\nHenrik Dahl thanked her.\n"
        "The two ministers also spoke by phone."
    )
    assert [set(c.participants) for c in contacts(*text.split("\n"))] == [{DAHL, BERG}, {DAHL, BERG}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ingrid Solheim called Henrik Dahl, Ada Berg and Tom Lang.", [{SOLHEIM, DAHL, BERG, "tom-lang"}]),
        ("Ingrid Solheim hosted Danish rebel leader Henrik Dahl in Lima.", [{SOLHEIM, DAHL}]),
        ("Ingrid Solheim gave Henrik Dahl a letter from Ada Berg.", [{BERG, DAHL}]),
        ("Ingrid Solheim and Henrik Dahl met separately with Ada Berg.", [{SOLHEIM, BERG}, {DAHL, BERG}]),
        (
            "Ingrid Solheim received Henrik Dahl at the Cod Palace on Tuesday, days before receiving Ada Berg.",
            [{SOLHEIM, DAHL}, {SOLHEIM, BERG}],
        ),
    ],
)
def test_each_takes_part_in_his_own(text: str, who: list[set[str]]) -> None:
    assert [set(c.participants) for c in contacts(text)] == who
