from __future__ import annotations

import pytest

from index.annotation import Annotation, annotate
from index.model import Actor, Block


def read(text: str) -> Annotation:
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        if line.strip():
            blocks.append(Block(kind="title" if n == 0 and "\n" in text else "paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    return annotate(text, blocks)


def actors(text: str) -> dict[str, Actor]:
    return {a.id: a for a in read(text).actors}


def meant(text: str, words: str) -> set[str | None]:
    return {m.actor for m in read(text).mentions if m.text == words}


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("The president of Peru, Ada Montes, left.", "president", "peru"),
        ("President of Peru Ada Montes left.", "President", "peru"),
        ("US Ambassador to Peru Ada Montes left.", "Ambassador", "united-states"),
        ("Peru's ambassador to Chile, Ada Montes, left.", "ambassador", "peru"),
        ("The UN special envoy for Libya, Ada Montes, left.", "special envoy", "united-nations"),
        ("Ada Montes, president of the European Council, left.", "president", "european-council"),
        ("Peru's president, Ada Montes, left.", "president", "peru"),
        ("The mayor of Ankara, Ada Montes, left.", "mayor", None),
        ("London Mayor Ada Montes left.", "Mayor", None),
        ("President Ada Montes at the White House said no.", "President", None),
    ],
)
def test_roles_told_with_their_place(text: str, role: str, of: str | None) -> None:
    (told,) = actors(text)["ada-montes"].roles
    assert (told.role, told.of) == (role, of)


@pytest.mark.parametrize("text", ["London Mayor Ada Montes left.", "The mayor of Ankara left. Lima City Council met."])
def test_a_capital_that_says_whose_an_office_is_means_no_country(text: str) -> None:
    assert not {"united-kingdom", "turkey", "peru"} & set(actors(text))


@pytest.mark.parametrize("text", ["He is envoy to Peru, Ada Montes said.", "The president of Peru, Ada Montes said."])
def test_a_role_is_not_that_of_whoever_tells_of_it(text: str) -> None:
    assert actors(text)["ada-montes"].roles == ()


def test_a_title_a_country_and_the_person_who_has_it() -> None:
    found = actors("Norwegian Foreign Minister Ingrid Solheim arrived.")
    assert found["ingrid-solheim"].kind == "person"
    assert [(r.role, r.of) for r in found["ingrid-solheim"].roles] == [("Foreign Minister", "norway")]
    assert found["norway"].kind == "country"


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("The spokesman of the day was State Department spokesman Peter Aldous.", "spokesman", "state-department"),
        ("Henrik Dahl, the Danish ambassador, spoke.", "ambassador", "denmark"),
        ("Peru's President Carla Montes said so.", "President", "peru"),
        ("President Carla Montes of Peru said so.", "President", "peru"),
        ("The Polish finance minister, Adam Nowak, resigned.", "finance minister", "poland"),
    ],
)
def test_roles(text: str, role: str, of: str) -> None:
    roles = [(r.role, r.of) for a in read(text).actors if a.kind == "person" for r in a.roles]
    assert (role, of) in roles


def test_the_place_of_a_role_holds_its_words() -> None:
    text = "In Oslo, Norwegian Foreign Minister Ingrid Solheim arrived."
    role = actors(text)["ingrid-solheim"].roles[0]
    assert text[role.start : role.end] == "Norwegian Foreign Minister Ingrid Solheim"


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    text = "Chancellor Greta Brandt spoke first. Later Brandt left, and Brandt's aides followed."
    assert meant(text, "Brandt") == {"greta-brandt"}


def test_spellings_of_one_name_in_one_article() -> None:
    text = "Minister Anthony Verrell came. Antony J. Verrell left. Secretary Verrell stayed."
    assert [a.id for a in read(text).actors if a.kind == "person"] == ["anthony-verrell"]


def test_particles_belong_to_the_surname() -> None:
    text = "Commission President Greta von der Heide spoke. President von der Heide left. Later van Holt spoke."
    found = actors(text)
    assert found["greta-von-der-heide"].name == "Greta von der Heide"
    assert {a.text for a in found["greta-von-der-heide"].aliases} == {"Greta von der Heide", "von der Heide"}
    assert meant(text, "van Holt") == {"holt"}


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("NOAA Administrator Grace Holt", "grace-holt"),
        ("Director of Public Affairs Grace Holt", "grace-holt"),
        ("Taoiseach Sean Brady", "sean-brady"),
    ],
)
def test_the_role_is_no_part_of_the_name(words: str, person: str) -> None:
    assert [a.id for a in read(f"Solheim was joined by {words}.").actors if a.id.endswith(person)] == [person]


def test_two_of_one_surname_stay_apart() -> None:
    people = [a.id for a in read("Maria Castellan thanked Robert Castellan for coming.").actors]
    assert people == ["maria-castellan", "robert-castellan"]


def test_a_surname_that_could_be_a_role() -> None:
    assert "peter-anton-king" in actors("The speech of Peter Anton King was short.")


def test_a_surname_without_its_capital_after_a_role() -> None:
    found = actors("His Turkish counterpart Ahmet zorlukan was there.")
    assert found["ahmet-zorlukan"].kind == "person"


@pytest.mark.parametrize("us", ["U.S.", "US", "United States", "America", "American"])
def test_one_country_under_all_its_names(us: str) -> None:
    assert "united-states" in actors(f"They met the {us} delegation.")


def test_us_is_no_country_in_small_letters() -> None:
    assert "united-states" not in actors("They told us so, and who would doubt it?")


def test_small_words_in_a_shouted_line_are_no_acronyms() -> None:
    assert actors("WHAT IS NEXT FOR US HERE AND WHO KNOWS") == {}


def test_a_capital_stands_for_its_government_only_where_it_acts() -> None:
    assert meant("Ankara says it will not yield.", "Ankara") == {"turkey"}
    assert meant("She arrived in Ankara on foot.", "Ankara") == set()


def test_compounds_are_taken_apart_where_they_name_two() -> None:
    assert meant("A Turkish-Libyan accord was signed.", "Libyan") == {"libya"}
    assert meant("They bought Russian-made rifles.", "Russian-made") == {"russia"}
    assert {"ypg", "pkk"} <= set(actors("The YPG/PKK denied it."))


def test_an_acronym_joins_what_it_stands_for() -> None:
    text = "The Northern River Basin Commission (NRBC) met. The NRBC will meet again."
    assert meant(text, "NRBC") == {"northern-river-basin-commission"}


def test_an_acronym_of_an_act_is_no_actor() -> None:
    assert "frfa" not in actors("Under the Fair Rivers and Forests Act (FRFA) it is banned. FRFA is law.")


def test_ministries_of_one_country_and_matter_are_one() -> None:
    text = "The Turkish Defense Ministry spoke. The Ministry of Defence of Turkey agreed. The Defence Ministry did not."
    found = [a.id for a in read(text).actors if a.kind == "organisation"]
    assert found == ["turkey-defense-ministry"]


def test_names_in_a_heading_in_capitals_are_those_of_the_text() -> None:
    text = "Brandt Under Fire as Tax Plan Stalls Again\nChancellor Greta Brandt would not comment."
    assert meant(text, "Brandt") == {"greta-brandt"}
    assert len([a for a in read(text).actors if a.kind == "person"]) == 1


def test_designators_days_and_regions_are_no_actors() -> None:
    assert actors("On Tuesday the S-400 and the F-35 crossed the Eastern Mediterranean.") == {}


class TestWhoIsMeant:
    text = (
        "Norwegian Defense Minister Ingrid Solheim met Danish Foreign Minister Henrik Dahl. "
        "She thanked him. The two ministers agreed. Both ministers left. The Danish foreign minister was glad."
    )

    def test_pronouns_by_gender(self) -> None:
        assert meant(self.text, "She") == {"ingrid-solheim"}
        assert meant(self.text, "him") == {"henrik-dahl"}

    def test_groups(self) -> None:
        assert meant(self.text, "The two ministers") == {"ingrid-solheim", "henrik-dahl"}
        assert meant(self.text, "Both ministers") == {"ingrid-solheim", "henrik-dahl"}

    def test_a_title_by_its_country(self) -> None:
        assert meant(self.text, "Danish foreign minister") == {"henrik-dahl"}

    def test_a_title_by_the_country_that_somebody_is_told_with(self) -> None:
        text = "Peru's Ada Dahl met Bo Lang. The Peruvian president left. Peruvian officials stayed."
        assert meant(text, "Peruvian president") == {"ada-dahl"}
        assert meant("Peru's Ada Dahl met him. The Chilean president left.", "Chilean president") == set()

    def test_the_president_is_not_one_of_another_country_who_is_named_only_later(self) -> None:
        text = "Bo Lang said the president was tired. Then Peruvian President Ada Dahl came. The president left."
        found = [m.actor for m in read(text).mentions if m.text == "president"]
        assert found == ["ada-dahl"]

    @pytest.mark.parametrize(
        ("text", "him"),
        [
            ("Peter Lang praised Tom Dahl, calling him brave.", "tom-dahl"),
            ("Peter Lang sang with Tom Dahl after talking to him.", "tom-dahl"),
            ("Peter Lang said Tom Dahl was calling him.", "peter-lang"),
            ("Peter Lang said Tom Dahl asked for a meeting with him.", "peter-lang"),
        ],
    )
    def test_whom_somebody_deals_with(self, text: str, him: str) -> None:
        assert meant(text, "him") == {him}

    def test_the_ministry_is_the_one_named_last(self) -> None:
        text = "The Peruvian Energy Ministry protested. Later the ministry relented."
        assert meant(text, "the ministry") == {"peru-energy-ministry"}

    def test_a_school_of_government_is_no_government(self) -> None:
        assert meant("The Lund School of Government opened. The government was proud.", "The government") == set()

    def test_the_house_is_never_the_white_house(self) -> None:
        assert meant("The White House waited. The House voted.", "The House") == set()
        assert meant("The House of Representatives met. The House voted.", "The House") == {"us-house"}

    def test_a_readout_speaks_for_its_issuer(self) -> None:
        text = "The Peruvian Energy Ministry protested. The Peruvian readout was short."
        assert meant(text, "The Peruvian readout") == {"peru-energy-ministry"}


@pytest.mark.parametrize("headline", ["Farmers pray for rain Five things to know", "2020 farmers pray for rain"])
def test_links_pasted_into_a_sentence_name_nobody_new(headline: str) -> None:
    text = f"Senator Ann Dahl Ann Maria (Annie) Dahl{headline} MORE (R) met Peter Aldous."
    assert [a.id for a in read(text).actors if a.kind == "person"] == ["ann-dahl", "peter-aldous"]


def test_a_name_with_its_accents_behind_the_letters() -> None:
    text = "President Ays\u0327e Gu\u0308ndog\u0306an spoke."
    assert [a.id for a in read(text).actors] == ["ayse-gundogan"]


def test_father_and_son_side_by_side_are_two() -> None:
    text = "Peter Aldous came with Peter Aldous Jr. and spoke. Aldous Jr. was silent. Aldous left."
    assert meant(text, "Aldous Jr") == {"peter-aldous-jr"}
    assert meant(text, "Aldous") == {"peter-aldous"}


def test_a_junior_may_be_named_in_short() -> None:
    assert set(actors("Joseph R. Castellan Jr. came. Joe Castellan left.")) == {"joseph-r-castellan-jr"}


def test_a_king_is_not_his_son() -> None:
    text = "Crown Prince Hamid bin Tahir spoke first. King Tahir answered. Bin Tahir listened."
    assert meant(text, "Tahir") == {"king-tahir"}
    assert meant(text, "Bin Tahir") == {"hamid-bin-tahir"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Mr. Bo Berg, the envoy of Peru, left.", ["envoy"]),
        ("Dr. Ida Berg, head of a bank, said it was late.", ["head"]),
        ("Sheikh Omar al-Nur, the emir of Qatar, said it was late.", ["Sheikh", "emir"]),
        ("President of the European Council Berg left. The president of Peru Monday said no.", ["President"]),
        ("After the talks with Ms. Ida Berg, the president left.", []),
        ("After the talks with Ida Berg, the president said no.", []),
    ],
)
def test_the_role_around_a_name(text: str, roles: list[str]) -> None:
    persons = (actor for actor in read(text).actors if actor.kind == "person")
    assert [role.role for actor in persons for role in actor.roles] == roles


def test_who_has_a_role_before_others_of_the_surname_are_named_is_somebody_else() -> None:
    text = "President Verrell spoke. His wife Maria Verrell listened. President Verrell left."
    assert meant(text, "Verrell") == {"verrell"}


def test_a_surname_is_whoever_is_named_in_full_most_often() -> None:
    text = "Robert Dahl won. Robert Dahl was glad, and so was Karin Dahl. Later Dahl slept."
    assert meant(text, "Dahl") == {"robert-dahl"}


def test_the_senate_of_the_country_that_the_article_is_about() -> None:
    text = "Manila was calm. Peru is far. Peru voted. Peru's president spoke. Peruvian law is old. Peru waits. "
    assert meant(text + "The Senate met.", "Senate") == {"peru-senate"}
    assert meant("The Pentagon waits. The Senate met.", "Senate") == {"us-senate"}


def test_a_name_after_the_is_no_person() -> None:
    assert actors("They saw the Karsu Balim. The Karsu Balim was old.") == {}
    assert actors("The Karsu Balim said so.")["karsu-balim"].kind == "organisation"
    assert actors("Karsu Balim was glad, and Balim said so.")["karsu-balim"].kind == "person"


def test_a_pollster_is_a_body() -> None:
    assert actors("A poll by Karsu Balim came out, and another Karsu Balim poll.")["karsu-balim"].kind == "organisation"


def test_a_chief_among_chiefs_is_a_role() -> None:
    text = "General Ann Dahl, chairman of the Joint Chiefs of Staff, spoke. The Chiefs had lost to the Harbour Chiefs."
    assert [a.id for a in read(text).actors if a.kind == "person"] == ["ann-dahl"]


def test_whom_a_country_backs_or_leads_is_not_its_own_body() -> None:
    assert set(actors("Peruvian-backed forces fled, and Peruvian leadership is wanted.")) == {"peru"}
    assert "peru-leadership" in actors("They asked the Peruvian leadership.")


@pytest.mark.parametrize(
    "speaker",
    [
        "A source familiar with the plans of Berg", "People close to Berg", "A spokesman for Prime Minister Ada Berg",
        "Aides to Ada Berg", "A friend of Berg",
    ],
)  # fmt: skip
def test_who_serves_somebody_is_not_that_person(speaker: str) -> None:
    text = f'Prime Minister Ada Berg left Oslo. {speaker} said "the talks went well" afterwards.'
    quotation = read(text).quotations[-1]
    assert quotation.speaker is not None
    assert quotation.speaker.text == speaker
    assert quotation.speaker.actors == ()


def test_a_person_is_known_again_where_a_place_could_stand() -> None:
    assert meant("Minister Bo Berg left. Ada Montes sent a letter to Bo Berg.", "Bo Berg") == {"bo-berg"}


def test_a_role_with_a_capital_may_stand_before_a_name_set_off() -> None:
    found = read("Ida Hall slept. Peru's President, Bo Berg, left. The Peruvian president said it was late.")
    assert meant("Peru's President, Bo Berg, left. The Peruvian president slept.", "Peruvian president") == {"bo-berg"}
    assert [r.of for a in found.actors for r in a.roles] == ["peru"]
