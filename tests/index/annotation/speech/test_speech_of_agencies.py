"""Sentences as wire services, ministries and the papers that print them write them: who said what."""

from __future__ import annotations

import pytest

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.cutting.sentences import sentences
from index.annotation.quotations.finding import find
from index.model import Block


def told(text: str, headline: bool = False) -> list[tuple[str | None, str]]:
    """The words that name the speaker of each utterance, and its words."""
    blocks = [Block(kind="title" if headline else "paragraph", start=0, end=len(text))]
    found = find(text, blocks, sentences(text, blocks), Lexemes(text))
    return [(text[slice(*u.speaker)] if u.speaker else None, text[u.start : u.end]) for u in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Berg, Kaya and Novak have all described the deal as a mistake.", "Berg, Kaya and Novak"),
        ("Anna Berg and Jan Novak have both argued that the deal failed.", "Anna Berg and Jan Novak"),
        ("The ministers both said that the deal failed.", "The ministers"),
        ("Novak, speaking at a rally in Wilmington, N.C., warned that the deal failed.", "Novak"),
        ("Sen. Jan Novak (D-R.I.), said after a lunch that the deal failed.", "Sen. Jan Novak (D-R.I.)"),
        ("By a wide margin, those surveyed say the deal failed.", "those surveyed"),
        ("Liberals — and some of the others — say that the deal failed.", "Liberals"),
        ("A lobbyist briefed on Thursday's meeting said the deal failed.", "A lobbyist briefed on Thursday's meeting"),
        ("Officials involved in the talks said the deal failed.", "Officials involved in the talks"),
        ("Berg, Novak and the other ministers said the deal failed.", "Berg, Novak and the other ministers"),
        ("Anna Berg, the mother of the captain Jan Berg told us the deal failed.", "Anna Berg, the mother of"),
        ("The deal failed, a spokeswoman, Anna Berg, said on Monday.", "a spokeswoman, Anna Berg,"),
        ("The deal failed, according to a count by Anna Berg of the Oslo Institute.", "a count by Anna Berg"),
        ("According to early results of a survey, the deal failed.", "results of a survey"),
        ("Berg went on Twitter to say that the deal failed.", "Berg"),
        ("Berg was quick to add that the deal failed.", "Berg"),
        ("The US president joked that the deal failed.", "The US president"),
        ("The Turkish minister claims the deal failed.", "The Turkish minister"),
        ("The French government hopes that the deal failed.", "The French government"),
        ("State media and an activist group say the deal failed.", "State media and an activist group"),
        ("The head of the border and coast guard agency said the deal failed.", "The head of the border and coast"),
        # what stands between a subject and its verb
        ("Anna Berg, whose firm, Lund, needs boats, said the deal failed.", "Anna Berg, whose firm, Lund,"),
        ("The crew, led by Anna Berg, said the deal failed.", "The crew"),
        ("A clerk of nearly four years, a voter who left, said the deal failed.", "A clerk of nearly four years"),
        ("Anna Berg, who lost a boat in Salem, Ohio, in May 2012, said that the deal failed.", "Anna Berg, who lost"),
        ("At the talks in Lima, Anna Berg, a judge, said that the deal failed.", "Anna Berg, a judge,"),
        ("Jan Novak, Norway's new minister, who came last week, said the deal failed.", "Jan Novak, Norway's new"),
        ("After the talks, the minister, who was late, said the deal failed.", "the minister, who was late,"),
        ("The mayor of Oslo, Anna Berg, and an aide, Jan Novak, said the deal failed.", "The mayor of Oslo"),
        ("The finance minister this past week said the deal failed.", "The finance minister"),
        ("The president in a speech on Monday night said the deal failed.", "The president"),
        ("A joint statement issued after the talks said the deal failed.", "A joint statement issued after the talks"),
        ("Envoys attending the talks said the deal failed.", "Envoys attending the talks"),
        ("A sailor who took part in the search said the deal failed.", "A sailor who took part in the search"),
        ("Some, like the mayor of Oslo, claim that the deal failed.", "Some"),
        ("Many of those who fled the town said the deal failed.", "Many of those who fled the town"),
        ("After a day of calls, a clerk who left the office said the deal failed.", "a clerk who left the office"),
        ("A man who said he was a sailor told police the deal failed.", "A man who said he was a sailor"),
        ("Even rivals who have praised the mayor warned that the deal failed.", "rivals who have praised the mayor"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [who for who, _ in told(text) if who and who.startswith(speaker)], told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Officials said that the ship, which left on Monday, had been searched.",
            [("Officials", "that the ship, which left on Monday, had been searched")],
        ),
        (
            "Oslo warned that the envoy had lied and Lima said it would wait.",
            [("Oslo", "that the envoy had lied"), ("Lima", "it would wait")],
        ),
        (
            "Berg said the harvest had failed, the Harbour Post reports.",
            [("Berg", "the harvest had failed")],
        ),
        ("The plan, said the minister, would fail.", [("the minister", "The plan"), ("the minister", "would fail")]),
        ("The sailors met for a day, said a cook, who knew.", [("a cook, who knew", "The sailors met for a day")]),
        (
            "Oslo hopes for “an agreement that all of them can live with,” said an aide, Jan Berg.",
            [("an aide, Jan Berg", "an agreement that all of them can live with,")],
        ),
        (
            "Sailors told the paper that the ship had left but officials said it would wait.",
            [("Sailors", "that the ship had left"), ("officials", "it would wait")],
        ),
        (
            "She noted the war began in May, according to the Oslo Institute.",
            [("She", "the war began in May")],
        ),
        (
            "Berg stressed the need for a bridge, while calling on the others to wait.",
            [("Berg", "the need for a bridge"), ("Berg", "the others to wait")],
        ),
        (
            "Stating that they had met, Novak told the paper he was glad.",
            [("Novak", "that they had met"), ("Novak", "he was glad")],
        ),
        (
            "The deal, according to two envoys who asked not to be named, is close.",
            [
                ("two envoys who asked not to be named", "The deal"),
                ("two envoys who asked not to be named", "is close"),
            ],
        ),
        ("Novak was quoted by the Oslo Post as saying that it was late.", [("Novak", "that it was late")]),
        ("Novak said in her weekly press briefing that it was late.", [("Novak", "that it was late")]),
        (
            "Welcoming the guests, the head of the union, Jan Berg, said he was glad.",
            [("the head of the union, Jan Berg,", "the guests"), ("the head of the union, Jan Berg,", "he was glad")],
        ),
        (
            "Oslo said it had won, while Lima said it had lost nothing.",
            [("Oslo", "it had won"), ("Lima", "it had lost nothing")],
        ),
        (
            "Novak told them: We will wait for the ship, which has to come at ten.",
            [("Novak", "We will wait for the ship, which has to come at ten")],
        ),
        (
            "Novak said the old ship of the council was “late”, the agency reported.",
            [("Novak", "the old ship of the council was “late”"), ("Novak", "late")],
        ),
        ("“We will go,” the paper quoted him as telling the crew.", [("him", "We will go,")]),
        ("“We will go,” a cook, who was late, told us.", [("a cook, who was late,", "We will go,")]),
        ("The Oslo Post reported on Sunday that the ship had left.", [("The Oslo Post", "that the ship had left")]),
        ("Novak deplored the choice of the court.", [("Novak", "the choice of the court")]),
        ("Novak appealed for calm in the harbour.", [("Novak", "calm in the harbour")]),
        ("Novak offered his condolences to the families.", [("Novak", "his condolences to the families")]),
        ("Novak offered a chair to the guests.", []),
        ("He left the ship, which his lawyers say was late.", [("his lawyers", "was late")]),
        ("The envoys warned they could leave the town.", [("The envoys", "they could leave the town")]),
        ("Novak warned the river could run dry by May.", [("Novak", "the river could run dry by May")]),
        ("Novak warned them not to leave the town.", [("Novak", "not to leave the town")]),
        ("“We will go,” he told Berg during a call, the palace said.", [("he", "We will go,")]),
        ("It is understood that the ship has left.", []),
        (
            "The Oslo Post reported, citing two cooks, that the ship had left.",
            [("The Oslo Post", "two cooks"), ("The Oslo Post", "that the ship had left")],
        ),
        (
            "Oslo called the claim of the crew absurd while Lima said it would wait.",
            [("Oslo", "the claim of the crew absurd"), ("Lima", "it would wait")],
        ),
        ("Lima has a plan that Novak hailed as “a model.”", [("Novak", "a model.")]),
        (
            "Novak met Berg, who for his part described the old talks of the week as “a farce.”",
            [("who", "the old talks of the week as “a farce.”"), ("who", "a farce.")],
        ),
        ("Novak reminded Berg of the promise made in Lima.", [("Novak", "the promise made in Lima")]),
        ("Novak assured a crowd of voters that it was late.", [("Novak", "that it was late")]),
        ("Novak appealed to both crews to wait for the tide.", [("Novak", "to wait for the tide")]),
        ("Novak said it had won the vote, a claim that Lima denied.", [("Novak", "it had won the vote")]),
        ("Novak said it won a vote, a boat and a medal.", [("Novak", "it won a vote, a boat and a medal")]),
        ("His message to the crew was blunt: “Stop the ship.”", [("His message to the crew", "Stop the ship.")]),
        ("Lima recalled its ambassador to Oslo.", []),
        ("A plan to free the singer Jan Berg was revealed by the paper.", []),
        ("He believes, for example, that it is late.", [("He", "that it is late")]),
        ("Berg added, however, that it was late.", [("Berg", "that it was late")]),
        ("Berg added, though, that it was late.", [("Berg", "that it was late")]),
        ("Files from the club show that it was late.", [("Files from the club", "that it was late")]),
        ("In May, the river rose, an Oslo survey shows.", [("an Oslo survey", "In May, the river rose")]),
        ("A poll showed Berg with a lead of ten points.", [("A poll", "Berg with a lead of ten points")]),
        ("The court ruled that it was late.", [("The court", "that it was late")]),
        ("Officials said even if it rained the ship would go.", [("Officials", "even if it rained the ship would go")]),
        ("As we have reported, the harvest failed.", []),
        ("Northland accused of hiding its envoy's daughter.", []),
        ("Berg did not respond to a request for comment.", []),
        ("LIMA: “We will go,” said the minister.", [("the minister", "We will go,")]),
        ("Anna Berg: “We will go.”", [("Anna Berg", "We will go.")]),
    ],
)
def test_what_is_said(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA (Reuters) - ",
        "LIMA, March 3 (Reuters) - ",
        "LIMA — ",
        "NEW DELHI -- ",
        "BAKU, Azerbaijan (AP) — ",
        "Ankara, 3 March (Anadolu) – ",
        "ISLAMABAD, May 24 (APP): ",
        "Story highlights ",
    ],
)
def test_a_dateline_is_not_said(dateline: str) -> None:
    assert told(f"{dateline}The harvest failed, senators said.") == [("senators", "The harvest failed")]
    assert told(f"{dateline}“We will go,” said Berg.") == [("Berg", "We will go,")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Floods: Berg says the bridge is 'safe'", "Berg"),
        ("Berg's fortune: Committee calls for an inquiry", "Committee"),
        ("Berg: Talks with Ankara will go on", "Berg"),
        ("Berg: I said that we would go", "Berg"),
    ],
)
def test_what_a_headline_is_about_does_not_speak(text: str, speaker: str) -> None:
    assert {who for who, _ in told(text, headline=True)} == {speaker}


def test_who_follows_a_quotation_and_a_colon_in_a_headline() -> None:
    assert told("“We will not go”: Berg strikes back at Novak", headline=True) == [("Berg", "We will not go")]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Berg told reporters in answer to a question that the deal failed.", "reporters"),
        ("Berg told people outside the gate how the deal failed.", "people outside the gate"),
        ("Berg told the head of the union on Monday that the deal failed.", "the head of the union"),
        ("Berg told Jan Novak, the Dutch mayor, that the deal failed.", "Jan Novak, the Dutch mayor"),
        ("Berg told his deputy, Jan Novak, in a call on Friday that the deal failed.", "his deputy, Jan Novak"),
        ("Berg made clear to the other envoys that the deal failed.", "the other envoys"),
        ("Berg told Novak, who was abroad, that the deal failed.", "Novak, who was abroad"),
        ("Berg told the radio's Channel 12 that the deal failed.", "the radio's Channel 12"),
        ("Berg informed Jan Novak and the other envoys that the deal failed.", "Jan Novak and the other envoys"),
    ],
)
def test_who_is_told(text: str, addressee: str) -> None:
    blocks = [Block(kind="paragraph", start=0, end=len(text))]
    (said,) = find(text, blocks, sentences(text, blocks), Lexemes(text))
    assert said.addressee is not None
    assert text[slice(*said.addressee)].startswith(addressee)
    assert text[said.start : said.end].endswith("the deal failed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We will go on. pic.example.org/x — Anna Berg (@aberg) May 3, 2020", [("Anna Berg", "We will go on.")]),
        ("“We will go on.” — Anna Berg (@aberg) May 3, 2020", [("Anna Berg", "We will go on.")]),
        ("We will go on.\n— Anna Berg (@aberg) 3 May 2020", [("Anna Berg", "We will go on.")]),
        ("The Oslo Post (@post) moved house on May 3, 2020", []),
    ],
)
def test_a_post_copied_in_is_said_by_who_signed_it(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We agree”, said Anna Berg.", "Anna Berg"),
        ("“We agree on all of it”, said the minister on Monday.", "the minister"),
        ("„We agree on all of it“, stressed Berg after the talks.", "Berg"),
        ("'We agree on all of it', said Berg.", "Berg"),
        ("“Is it over?”, asked Anna Berg.", "Anna Berg"),
        ("They came in May. “Thank you,” Berg said.", "Berg"),
        ("They met in Ankara. “We agree,” Berg said.", "Berg"),
        ("“We agree on all of it,” Reuters quoted Berg as saying.", "Berg"),
        ("“We agree on all of it”, the agency quoted him as saying on Monday.", "him"),
        ("“We agree on all of it,” Berg was quoted as saying by Reuters.", "Berg"),
    ],
)
def test_who_speaks_a_quotation_that_stands_first(text: str, speaker: str) -> None:
    assert [who for who, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg on Thursday: “We agree with them.”", "Anna Berg"),
        ("Foreign Minister Anna Berg after the talks: “We agree.”", "Foreign Minister Anna Berg"),
        ("Anna Berg (Greens): “We agree with all of them.”", "Anna Berg (Greens)"),
        ("According to Berg: “We agree with all of them.”", "Berg"),
        ("Lima on Thursday: “We agree with them.”", None),
    ],
)
def test_who_speaks_behind_a_colon_without_a_verb(text: str, speaker: str | None) -> None:
    assert [who for who, _ in told(text)] == [speaker]
