"""What a contact was about: named matters, where it is told or right after."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact


def contacts(text: str) -> list[Contact]:
    told = f"Ingrid Solheim and Henrik Dahl are ministers. {text}"
    return list(annotate(told, [Block(kind="paragraph", start=0, end=len(told))]).contacts)


def about(text: str) -> list[str]:
    (contact,) = contacts(text)
    return [topic.name for topic in contact.topics]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Solheim met Dahl to discuss the S-70s, Peru and the war in Chad.", ["S-70", "Peru", "Chad"]),
        ("Solheim spoke with Dahl about the Coral Sea Accord.", ["Coral Sea Accord"]),
        ("Solheim and Dahl discussed the Chadian crisis.", ["Chad"]),
        ("Solheim and Dahl held talks on Peru in Oslo.", ["Peru"]),
        ("Solheim held talks with Dahl over the Peruvian blockade.", ["Peru"]),
        ("Solheim and Dahl discussed Peru and the talks in Cuzco, as well as Chad.", ["Peru", "Chad"]),
        ("Solheim told Dahl that the S-70 deal was done.", ["S-70"]),
        ("Solheim met Dahl on Tuesday. They discussed Peru.", ["Peru"]),
        ("Solheim met Dahl on Tuesday. It rained. The talks focused on Peru and Chad.", ["Peru", "Chad"]),
        ("Solheim met Dahl on Tuesday. Solheim raised the S-70s.", ["S-70"]),
    ],
)
def test_what_it_was_about(text: str, topics: list[str]) -> None:
    assert about(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Solheim met Dahl in Peru.",
        "Solheim met Dahl on the sidelines of the Peru Summit.",
        "Solheim spoke with Dahl, who called on Peru to act.",
        "Solheim met Dahl about noon, the Peruvian government said.",
        "Solheim met Dahl, who was about to leave Peru.",
        "Solheim met Dahl and said that all are worried about Peru.",
        "Solheim discussed fish with Dahl, Peru reported.",
        "Solheim met Dahl. Castell discussed Peru.",
        "Solheim spoke with Dahl about fish as Peru voted.",
        "Solheim met Dahl. They did not discuss Peru.",
        "Solheim met Dahl. It rained. It snowed. It stormed. The talks covered Peru.",
        "Solheim spoke with Dahl about Ingrid Solheim.",
    ],
)
def test_what_is_no_topic(text: str) -> None:
    assert about(text) == []


def test_what_is_of_their_own_country_is_no_topic() -> None:
    (contact,) = contacts("Danish Minister Bo Lund met Dahl to discuss Denmark's purchase of Peruvian ships.")
    assert [topic.name for topic in contact.topics] == ["Peru"]


def test_of_two_contacts_each_has_its_own() -> None:
    first, second = contacts("Solheim met Dahl to discuss Peru. On May 3 she called Dahl to discuss Chad.")
    assert [[topic.name for topic in each.topics] for each in (first, second)] == [["Peru"], ["Chad"]]


def test_a_topic_has_its_places() -> None:
    text = "Solheim met Dahl to discuss Peru. Solheim and Dahl also discussed Peru and Chad."
    (contact,) = contacts(text)
    told = f"Ingrid Solheim and Henrik Dahl are ministers. {text}"
    places = {topic.name: [told[m.start : m.end] for m in topic.mentions] for topic in contact.topics}
    assert places == {"Peru": ["Peru", "Peru"], "Chad": ["Chad"]}
