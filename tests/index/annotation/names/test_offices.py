"""Ranks, ministers and what they are for, envoys to bodies, offices, and bodies whose names begin in unlikely ways."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Actor
from index.reading.text import blocks


def actors(text: str) -> dict[str, Actor]:
    return {a.id: a for a in annotate(text, blocks(text)).actors}


def meant(text: str, words: str) -> set[str | None]:
    return {m.actor for m in annotate(text, blocks(text)).mentions if m.text == words}


@pytest.mark.parametrize("rank", ["Rear Adm.", "Vice Adm.", "Brig. Gen.", "Maj-Gen"])
def test_a_role_is_that_of_whom_a_rank_stands_before(rank: str) -> None:
    (person,) = (a for a in actors(f"Army spokesman {rank} Bo Lang said no.").values() if a.kind == "person")
    assert (person.name, [r.role for r in person.roles]) == ("Bo Lang", ["Army spokesman"])


@pytest.mark.parametrize(
    "role",
    [
        "Minister of Foreign Affairs and Expatriates",
        "Minister of Strategic Affairs",
        "Minister of Planning and International Cooperation",
        "Minister for Europe and Foreign Affairs",
    ],
)
def test_what_a_minister_is_for_is_no_part_of_the_name(role: str) -> None:
    found = actors(f"Jordan's {role} Bo Lang left.")["bo-lang"]
    assert [(r.role, r.of) for r in found.roles] == [(role, "jordan")]


@pytest.mark.parametrize("body", ["U.N.", "NATO", "EU"])
def test_an_envoy_to_a_body_is_of_the_country_that_sends_him(body: str) -> None:
    (role,) = actors(f"Peru's {body} ambassador Ada Berg left.")["ada-berg"].roles
    assert role.of == "peru"


def test_the_office_of_a_role_is_a_body() -> None:
    text = "Prime Minister Bo Lang left. Peru's Prime Minister's Office said so."
    assert {a.kind for a in actors(text).values()} == {"person", "country", "organisation"}
    assert meant("Bo Lang, the prime minister, left. The prime minister's office said so.", "prime minister") == {
        "bo-lang"
    }


def test_a_body_may_begin_with_a_continent() -> None:
    assert "Asian Harbour Bank" in {a.name for a in actors("The Asian Harbour Bank paid.").values()}


def test_opposition_to_something_is_no_party() -> None:
    assert set(actors("Peruvian opposition to the plan grew.")) == {"peru"}


def test_a_treaty_is_a_topic_and_no_body() -> None:
    text = "The JCPOA is dead. Who will mourn the JCPOA?"
    found = annotate(text, blocks(text))
    assert not found.actors
    assert [t.name for t in found.topics] == ["JCPOA"]


def test_a_prince_is_known_under_another_spelling_of_his_name() -> None:
    text = "Crown Prince Mohammad bin Dahl came. Prince Mohammed met Bo Lang. The crown prince left."
    assert meant(text, "Mohammed") == meant(text, "crown prince") == {"mohammad-bin-dahl"}


def test_the_leader_of_a_country_leads_no_opposition() -> None:
    text = "Peru's Prime Minister Bo Lang met Peru's opposition leader Ada Berg. The Peruvian leader smiled."
    assert meant(text, "Peruvian leader") == {"bo-lang"}


def test_a_woman_named_after_others_without_a_role_is_no_president() -> None:
    text = "Bo Lang spoke. Then Alice Dahl came. President Dahl sent a film. “We go,” Dahl said."
    assert meant(text, "Alice Dahl") == {"alice-dahl"}
    assert meant(text, "Dahl") == {"dahl"}


def test_an_envoy_for_something_is_a_person() -> None:
    (role,) = actors("Special Envoy for Climate Bo Lang left.")["bo-lang"].roles
    assert role.role == "Special Envoy for Climate"


def test_the_chief_of_a_body_is_its_secretary_general() -> None:
    text = "Secretary-General Bo Lang left. The UN chief smiled. The NATO chief did not."
    assert meant(text, "UN chief") == {"bo-lang"}
    text = "NATO Secretary General Bo Lang left. The NATO chief smiled. The UN chief did not."
    assert meant(text, "NATO chief") == {"bo-lang"}
    assert meant(text, "UN chief") == set()


@pytest.mark.parametrize(
    "style", ["the Republic of Peru", "the Islamic Republic of Iran", "the Kingdom of Norway", "the Russian Federation"]
)
def test_a_ministry_is_the_same_under_the_style_of_its_country(style: str) -> None:
    country = {"Federation": "Russia"}.get(style.rsplit(None, 1)[-1], style.rsplit(None, 1)[-1])
    found = actors(f"The Ministry of Foreign Affairs of {style} spoke. {country}'s Foreign Ministry agreed.")
    assert [a.id for a in found.values() if a.kind == "organisation"] == [f"{country.lower()}-foreign-ministry"]
