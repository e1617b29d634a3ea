"""Names whose words are something else as often: months, ranks, rivers; and names with the family's first."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks


def actors(text: str) -> list[str]:
    return [actor.name for actor in annotate(text, blocks(text)).actors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # months
        ("Then Theresa May left. May said it was late. In May they met.", ["Theresa May"]),
        ("It was a letter from Mrs May. It came in early May.", ["May"]),
        ("Jan Egeland came. On Jan. 5 Egeland left.", ["Jan Egeland"]),
        ("They met in April. On May 5 they left. The June talks failed.", []),
        ("It was bad, wrote Peter Dahl (@Peter) February 14, 2019.", ["Peter Dahl"]),
        ("It was built in 68 CE by King Ola.", ["Ola"]),
        # relatives
        ("Ivanka Dahl came. President Dahl did not.", ["Ivanka Dahl", "Dahl"]),
        ("Anna Dahl was elected. President Dahl spoke. Dahl left.", ["Anna Dahl"]),
        # ranks and common words
        ("“It is bad,” Mr. King said.", ["King"]),
        ("“It is bad,” said Clara Lake, chief economist of a bank.", ["Clara Lake"]),
        ("Then Staffan De Mistura said it was bad.", ["Staffan De Mistura"]),
        ("GENEVA U.N. mediator Rolf de Brandal said it was bad.", ["United Nations", "Rolf de Brandal"]),
        ("Republican Senators Bill Castell and Anna Berg said it was bad.", ["Bill Castell", "Anna Berg"]),
        # the family's name first
        ("Then Park Won-soon came. A firm-handed man, he left.", ["Park Won-soon"]),
        ("Then Ban Ki-moon said it was bad.", ["Ban Ki-moon"]),
        ("Foreign minister Wang Yi came. Wang said it was late.", ["Wang Yi"]),
        ("Mayor Park Won-soon came. Park said it was late.", ["Park Won-soon"]),
        ("“It is bad,” said First Minister Ann Lowe MSP.", ["Ann Lowe"]),
        # behind an Arabic article, and particles
        ("Then Hamid al-Tahir came. “It is bad,” al-Tahir said.", ["Hamid al-Tahir"]),
        ("Then al-Tahir said it was bad. He told el-Nur so.", ["al-Tahir"]),
        ("It was al-Qaida, not al-Shabab, that said so.", ["al-Qaeda", "al-Shabaab"]),
        ("Ana Paula Inês da Costa said it was bad.", ["Ana Paula Inês da Costa"]),
        ("Von der Berg came. Then Anna von der Berg left.", ["Anna von der Berg"]),
        ("Then Omar Sheikh Nur said it was bad.", ["Omar Sheikh Nur"]),
        ("President Kim smiled. President Lee nodded.", ["Kim", "Lee"]),
        # roles of one word, and numbers of kings
        ("Then Director-General Ida Berg said it was bad.", ["Ida Berg"]),
        ("Ex-President Ida Berg said it was bad. Vice-Premier Bo Lang left.", ["Ida Berg", "Bo Lang"]),
        ("King Hamid VI came. Pope Otto XIV left.", ["Hamid VI", "Otto XIV"]),
        # surnames in capitals, and acronyms with a small letter
        ("President Anna DAHL spoke. DAHL said it was bad.", ["Anna DAHL"]),
        ("Hamid bin Tahir came. HbT, as they call him, left.", ["Hamid bin Tahir"]),
        ("Hun Sen came. He met Hun Manet. Hun Sen left.", ["Hun Sen", "Hun Manet"]),
        # bodies that news names without explaining them
        ("The Syrian Observatory for Human Rights said so.", ["Syrian Observatory for Human Rights"]),
        ("Hamas and Islamic Jihad denied it, Mossad did not.", ["Hamas", "Islamic Jihad", "Mossad"]),
        # given names alone
        ("Lindsay Holt came. Lindsay said it was bad.", ["Lindsay Holt"]),
        ("Peter Berg and Peter Lang came. Peter said it was bad.", ["Peter Berg", "Peter Lang", "Peter"]),
        # whose head somebody is
        ("Anna Berg, the head of Exo Mobil, said it was bad.", ["Exo Mobil", "Anna Berg"]),
        ("“It is bad,” said Anna Berg, head of the Peruvian Road Board.", ["Peru", "Peruvian Road Board", "Anna Berg"]),
        ("Peru’s army offensive was short. Peru’s police said it was bad.", ["Peru", "Peru’s police"]),
        ("The Chancellor of the Exchequer Ann Lowe said it was bad.", ["Ann Lowe"]),
        # two bodies
        (
            "The Cod Institute of Oslo and the Reed Institute of Lima said it was bad.",
            ["Cod Institute of Oslo", "Reed Institute of Lima"],
        ),
        ("Leader Kim Jong Un Meets Castell Today", ["Kim Jong Un"]),
        ("Then Sen. Angus King said it was bad.", ["Angus King"]),
        ("Then Secretary of State for Defence Grant Shapps said it was bad.", ["Grant Shapps"]),
        ("Then General Secretary Tô Lâm said it was bad.", ["Tô Lâm"]),
        ("Then Prime Minister Hamid Shia al-Tahir said it was bad.", ["Hamid Shia al-Tahir"]),
        ("Then Prime Minister-designate Anna Berg said it was bad.", ["Anna Berg"]),
        ("Jake Lowe’s Meeting with Security Advisor Dr. Anna Berg", []),
        # nicknames
        ("Peter “Pip” Aldous came. Peter Aldous sat. Aldous said it was bad.", ["Peter Aldous"]),
        ("Then Peter (Pip) Aldous said it was bad.", ["Peter (Pip) Aldous"]),
        ("Then Peter Aldous (Right) said it was bad.", ["Peter Aldous"]),
        # what stands before a name
        ("Praising Anna Berg, they left. Disavowing Berg, he sat.", ["Anna Berg"]),
        ("Hello Berg, they sang. Then Anna Berg said it was bad.", ["Anna Berg"]),
        # credits name nobody
        ("Bernd Kohl/AFP Then Anna Berg said it was bad.", ["AFP", "Anna Berg"]),
        ("Executive Vice Presidents Anna Berg and Ann Lowe said it was bad.", ["Anna Berg", "Ann Lowe"]),
        ("Mohamed ElBaradei said it was bad.", ["Mohamed ElBaradei"]),
        # places and occasions that bear another's name
        ("The mill in British Columbia burnt. In New England she won the US Open.", []),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert actors(text) == names


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Remarks by President Berg on the New Bridge", ["Berg"]),
        ("Statement from President Peter J. Berg on the New Bridge", ["Peter J. Berg"]),
        ("Remarks by Deputy Press Secretary Sabrina Holt on Jobs", ["Sabrina Holt"]),
        # any word may follow a role where all words have capitals
        ("Norwegian President Grips Visiting Leader by the Hand", ["Norway"]),
        ("Bridge Safety Chief Condemns Harbour Attack at Night", []),
    ],
)
def test_a_heading_names_who_stands_there_with_a_role(heading: str, names: list[str]) -> None:
    assert actors(f"{heading}\n\nThe bridge was open when we came.") == names


def test_the_president_of_a_transcript_is_the_one_of_its_heading() -> None:
    text = (
        "Remarks by President Berg on the Bridge\n\nTHE PRESIDENT: Good evening. I called President Arvo Tamm today."
        "\n\nQ What did he say?\n\nTHE PRESIDENT: He said yes, and he will come in May."
    )
    found = annotate(text, blocks(text))
    named = {actor.id: actor.name for actor in found.actors}
    turns = [q for q in found.quotations if q.speaker and q.speaker.text.isupper()]
    assert turns
    assert {named[i] for q in turns if q.speaker for i in q.speaker.actors} == {"Berg"}


def test_an_x_that_ends_a_sentence_is_no_initial() -> None:
    text = "Ada Dahl wrote on X. Peter Lang agreed. “We go,” Lang wrote on X. Ada Dahl left."
    assert actors(text) == ["Ada Dahl", "Peter Lang"]


def test_a_nickname_in_marks_is_that_of_who_has_an_office() -> None:
    text = "President Joro “Jopi” Berg left Oslo. Jopi said it was late. Berg slept."
    (berg,) = (a for a in annotate(text, blocks(text)).actors if a.kind == "person")
    assert berg.name == "Joro “Jopi” Berg"
    assert {a.text for a in berg.aliases} == {"Joro “Jopi” Berg", "Jopi", "Berg"}


def roles_of(text: str) -> dict[str, list[str]]:
    return {a.name: [r.role for r in a.roles] for a in annotate(text, blocks(text)).actors if a.kind == "person"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Then-Prime Minister Ola Dahl said no.", {"Ola Dahl": ["Then-Prime Minister"]}),
        ("He met then-Foreign Minister Ola Dahl.", {"Ola Dahl": ["then-Foreign Minister"]}),
        ("Senator Bo Dahl, the head of the Lakes Committee, left.", {"Bo Dahl": ["Senator", "head"]}),
        ("TV host Ola Dahl, a former mayor of Lima, sang.", {"Ola Dahl": ["host", "former mayor"]}),
        ("Senator Bo Dahl, the head of the Foreign Relations Committee, left.", {"Bo Dahl": ["Senator", "head"]}),
        ("Foreign Minister Ola Dahl, the ambassador left.", {"Ola Dahl": ["Foreign Minister"]}),
        ("They met Ola Dahl, the Peruvian foreign minister said.", {"Ola Dahl": []}),
        ("Ola Dahl, a Peruvian political scientist said.", {"Ola Dahl": ["political scientist"]}),
    ],
)
def test_roles_told_twice_or_held_once(text: str, roles: dict[str, list[str]]) -> None:
    assert roles_of(text) == roles


@pytest.mark.parametrize(
    ("words", "who"), [("The president answered", "ola-dahl"), ("The former president answered", "bo-lang")]
)
def test_who_holds_a_role_and_who_held_it_once(words: str, who: str) -> None:
    text = f"Bo Lang came. Then President Ola Dahl sang. Former Peruvian President Bo Lang slept. {words}."
    assert [m.actor for m in annotate(text, blocks(text)).mentions if m.form == "title"] == [who]


@pytest.mark.parametrize("name", ["Qin Gang", "He Lifang"])
def test_a_family_name_before_a_word_that_is_another_one(name: str) -> None:
    assert actors(f"Minister Ada Dahl met {name} in Oslo.") == ["Ada Dahl", name]
