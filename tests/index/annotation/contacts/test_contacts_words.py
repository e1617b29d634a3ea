"""Words of contact, and the turns in which they tell who takes part."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact

INTRO = "Ingrid Solheim, Henrik Dahl and Ada Berg are ministers."
SOLHEIM, DAHL, BERG = "ingrid-solheim", "henrik-dahl", "ada-berg"


def contacts(text: str) -> list[Contact]:
    told = f"{INTRO}\n{text}"
    start = len(INTRO) + 1
    blocks = [Block(kind="paragraph", start=0, end=start - 1), Block(kind="paragraph", start=start, end=len(told))]
    return list(annotate(told, blocks).contacts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Solheim received a delegation headed by Dahl.", "meeting"),
        ("Solheim met a high-level delegation led by Dahl.", "meeting"),
        ("Dahl was received at the palace on Monday by Solheim.", "meeting"),
        ("Solheim and Dahl came together in Oslo.", "meeting"),
        ("Dahl paid a courtesy call on Solheim.", "meeting"),
        ("Dahl paid a courtesy visit to Solheim.", "meeting"),
        ("A meeting in May between Solheim, who was ill, and Dahl was short.", "meeting"),
        ("Solheim listens as Dahl sings during their meeting in Oslo.", "meeting"),
        ("At their first meeting in Oslo, Solheim and Dahl sang.", "meeting"),
        ("Solheim and Dahl spoke for two hours on Monday.", "conversation"),
        ("Solheim will join Dahl at a dinner in Oslo.", "meeting"),
        ("Sitting down with Dahl, Solheim praised the cod.", "meeting"),
        ("The Solheim-Dahl meeting was short.", "meeting"),
        ("Solheim's praise of cod in a phone call with Dahl was long.", "call"),
        ("Solheim had an audience with Dahl.", "meeting"),
        ("Solheim held a bilateral with Dahl.", "meeting"),
        ("Dahl attended a dinner hosted by Solheim.", "meeting"),
        ("Solheim held a phone talk with Dahl.", "call"),
        ("Solheim spoke with Dahl via videoconference.", "call"),
        ("Solheim held a video conference with Dahl.", "call"),
        ("Solheim and Dahl talked over the phone.", "call"),
        ("Solheim rang Dahl on Monday.", "call"),
        ("Solheim told Dahl over the phone that it rains.", "call"),
        ("Solheim spoke with Dahl. During the call, Solheim praised the cod.", "call"),
        ("A letter from Solheim to Dahl was read.", "letter"),
        ("In a letter sent to Dahl on Monday, Solheim praised the cod.", "letter"),
        ("Solheim has written to Dahl.", "letter"),
        ("Solheim spoke with Dahl. Solheim and Dahl discussed cod.", "conversation"),
        ("Solheim and Dahl discussed cod. Dahl met Solheim in Lima.", "meeting"),
        ("Solheim sent a message of condolence to Dahl.", "message"),
        ("Solheim conveyed a message to Dahl.", "message"),
        ("Solheim visited Dahl at home.", "visit"),
    ],
)
def test_kinds_of_contact(text: str, kind: str) -> None:
    (contact,) = contacts(text)
    assert (contact.kind, set(contact.participants)) == (kind, {SOLHEIM, DAHL})


@pytest.mark.parametrize(
    "text",
    [
        "Solheim called the talk of Dahl a shame.",
        "The Solheim-Dahl letter was read.",
        "Solheim came with Dahl.",
        "Solheim and Dahl spoke for the cod.",
        "Solheim sat with Dahl.",
        "Solheim told Dahl by the sea that a phone rang. Dahl sang.",
        "Solheim skipped a dinner. Berg shunned a lunch hosted by Dahl.",
        "Solheim was pleased with the use of dealing with Dahl.",
        "Solheim held talks on the war with Dahl.",
        "Solheim's lawyer praised the cod in a call with Dahl.",
        "Solheim discussed ties with Dahl.",
    ],
)
def test_other_senses(text: str) -> None:
    assert not any(c.kind in ("meeting", "call", "talks") for c in contacts(text))


@pytest.mark.parametrize("owner", ["Montes'", "Montes’s", "Ada Montes, Jr.'s"])
def test_owners(owner: str) -> None:
    text = f"Ada Montes and Bo Castell are ministers. {owner} meeting with Castell was short."
    (contact,) = annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).contacts
    assert set(contact.participants) == {"ada-montes", "bo-castell"}


@pytest.mark.parametrize(
    "text",
    [
        "Solheim met separately with Dahl and Berg.",
        "Solheim held separate talks with Dahl and Berg.",
    ],
)
def test_one_after_the_other(text: str) -> None:
    assert [c.participants for c in contacts(text)] == [(SOLHEIM, DAHL), (SOLHEIM, BERG)]


@pytest.mark.parametrize(
    "text",
    [
        "Solheim, along with Dahl, met Berg.",
        "Solheim, accompanied by Dahl, met Berg.",
        "Solheim met with leaders including Dahl and Berg.",
        "Solheim met with Dahl, Berg, and others.",
        "Premier Solheim of Peru, Minister Dahl of Chile, and Minister Berg of Cuba met.",
        "Solheim met Dahl on Monday. Berg was also present at the meeting.",
        "Solheim met Dahl on Monday. Berg took part in the meeting.",
        "Solheim joined Dahl for a meeting with Berg.",
        "Solheim met Dahl on Monday. The meeting was also attended by Berg.",
        "The meeting was attended by Solheim, Dahl and Berg.",
        "Solheim met Dahl on Monday. Berg also attended the meeting.",
    ],
)
def test_all_who_take_part(text: str) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == {SOLHEIM, DAHL, BERG}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru and Chile held their first direct talks.", {"peru", "chile"}),
        ("A meeting in Lima of the foreign ministers of Peru, Chile and Cuba was short.", {"peru", "chile", "cuba"}),
        ("At a summit with the Peruvian and Cuban presidents, Solheim sang.", {SOLHEIM, "peru", "cuba"}),
        ("Solheim, along with the leaders of Peru and Cuba, had gathered in Lima.", {SOLHEIM, "peru", "cuba"}),
        ("Delegations from Peru and Chile held talks.", {"peru", "chile"}),
        ("Solheim met with Dahl as well as the leaders of Peru.", {SOLHEIM, DAHL, "peru"}),
        ("Solheim met members of the Harbour Fish Committee.", {SOLHEIM, "harbour-fish-committee"}),
    ],
)
def test_bodies_that_take_part(text: str, who: set[str]) -> None:
    (contact,) = contacts(text)
    assert set(contact.participants) == who


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Solheim landed in Peru.", "happened"),
        ("Solheim arrived in the Peruvian capital by train.", "happened"),
        ("Solheim headed to Peru on Monday.", "happened"),
        ("Solheim heads to Peru.", "planned"),
        ("Solheim is to pay a visit to Peru.", "planned"),
        ("Solheim's visit to Peru is scheduled for May.", "planned"),
        ("Solheim will visit Peru. Her visit is long.", "planned"),
    ],
)
def test_journeys(text: str, status: str) -> None:
    (contact,) = contacts(text)
    assert (contact.kind, contact.participants, contact.status) == ("visit", (SOLHEIM, "peru"), status)


@pytest.mark.parametrize(
    ("heading", "kind", "status"),
    [
        ("Solheim, Dahl meet in Lima", "meeting", "happened"),
        ("Solheim, Dahl discuss cod over phone", "call", "happened"),
        ("Solheim to meet Dahl in Lima", "meeting", "planned"),
        ("Foreign Minister Solheim to hold talks with Dahl", "talks", "planned"),
        ("Solheim, Dahl to meet on Friday", "meeting", "planned"),
    ],
)
def test_headlines(heading: str, kind: str, status: str) -> None:
    (contact,) = contacts(heading)
    assert (contact.kind, set(contact.participants), contact.status) == (kind, {SOLHEIM, DAHL}, status)


def test_a_headline_tells_of_a_visit() -> None:
    (contact,) = contacts("Solheim visits Peru")
    assert (contact.kind, contact.participants) == ("visit", (SOLHEIM, "peru"))


def test_who_is_asked_to_meet_somebody_in_a_headline_has_not() -> None:
    assert contacts("Solheim asks Berg to meet Dahl") == []


def test_who_is_told_by_the_country_and_then_by_name_is_one() -> None:
    text = "Solheim met the Peruvian minister.\nSolheim met Peruvian Foreign Minister Ann Verrell in Lima."
    (contact,) = contacts(text)
    assert contact.participants == (SOLHEIM, "ann-verrell")


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Solheim is on a visit to a US base.", []),
        ("Solheim flew back to Peru.", []),
        ("Solheim went on to wish Peru luck.", []),
        ("Solheim flew to Peru.", ["peru"]),
    ],
)
def test_where_a_way_leads(text: str, countries: list[str]) -> None:
    assert [c.participants[1] for c in contacts(text)] == countries


@pytest.mark.parametrize("end", ["meeting in", "meeting of", "call between", "courtesy call on", "dinner hosted by"])
def test_texts_that_break_off(end: str) -> None:
    assert contacts(f"Solheim sang after a {end}") == []


def test_who_acts_is_not_whom_an_insertion_names() -> None:
    (talks,) = contacts("Solheim, who also sang to Dahl, at last, is set to have talks with Berg.")
    assert talks.participants == (SOLHEIM, BERG)


@pytest.mark.parametrize("text", ["Solheim headed to the border with Peru.", "Solheim heads a school in Peru."])
def test_ways_that_lead_elsewhere(text: str) -> None:
    assert contacts(text) == []


def test_after_a_quarrel_with_a_third_the_two_are_not_those_named_before() -> None:
    assert contacts("Solheim and Dahl sang. After a quarrel with Berg, the two leaders met in Lima.") == []
