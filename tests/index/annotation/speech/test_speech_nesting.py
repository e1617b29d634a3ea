"""Several acts of speech in one sentence, and words that look like one: who said what, and where it ends."""

from __future__ import annotations

import pytest

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.cutting.sentences import sentences
from index.annotation.quotations.finding import find
from index.model import Block


def told(text: str, headline: bool = False) -> list[tuple[str, str]]:
    """The words that name the speaker of each utterance, and its words; none where nobody speaks."""
    blocks = [Block(kind="title" if headline else "paragraph", start=0, end=len(text))]
    found = find(text, blocks, sentences(text, blocks), Lexemes(text))
    return [(text[slice(*u.speaker)], text[u.start : u.end]) for u in found if u.speaker]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Oslo had rejected the “absurd” plan as a “trap,” he said.",
            [("he", "trap,"), ("he", "absurd"), ("he", "Oslo had rejected the “absurd” plan as a “trap,”")],
        ),
        ("Berg said it was “late,” the agency reported.", [("Berg", "it was “late,”"), ("Berg", "late,")]),
        ("Berg called the crew “a gang,” the paper reported.", [("Berg", "the crew “a gang,”"), ("Berg", "a gang,")]),
        ("Berg praised it because “nobody left,” Novak said.", [("Novak", "nobody left,"), ("Berg", "it because")]),
        (
            "Envoys said there was hope, but Norway's minister summed it up, saying that it was late.",
            [("Envoys", "there was hope"), ("Norway's minister", "that it was late")],
        ),
        (
            "Berg said Oslo had sent a boat, while Mia Vik called the plan a farce.",
            [("Berg", "Oslo had sent a boat"), ("Mia Vik", "the plan a farce")],
        ),
        (
            "Oslo and Lima reject those calls but Berg has conceded that it was late.",
            [("Oslo and Lima", "those calls"), ("Berg", "that it was late")],
        ),
        (
            "Berg vouched for the right to stay, and he pledged a ship.",
            [("Berg", "the right to stay"), ("he", "a ship")],
        ),
        ("Berg said that the tax, which he claims hurts banks, will go.",
         [("Berg", "that the tax, which he claims hurts banks, will go")]),
        ("The plan, which envoys say risks a war, will be dropped.", [("envoys", "risks a war")]),
        ("The answer — by a sailor who shouted that it was late — was swift.", [("who", "that it was late")]),
        ("Vik said that police knew of it but added that “the law weighs more.”",
         [("Vik", "that police knew of it"), ("Vik", "the law weighs more.")]),
        ("Oslo says the crew is safe and that “nobody was hurt,” a spokesman said.",
         [("Oslo", "the crew is safe"), ("a spokesman", "nobody was hurt,")]),
        ("The note cited the vote as a factor in the move, but a senior official told us that it was late.",
         [("The note", "the vote as a factor in the move"), ("a senior official", "that it was late")]),
        ("When the spokeswoman was asked about claims of theft, she left.", []),
        ("According to the readout, Berg stressed the need for calm and thanked Novak.",
         [("the readout", "Berg stressed the need for calm and thanked Novak")]),
        ("Berg will announce “new steps” on Monday, an aide told us.",
         [("an aide", "Berg will announce “new steps” on Monday"), ("an aide", "new steps")]),
        ("Former Oslo spokesman Jan Berg derided and insulted “the left” at a rally.",
         [("Former Oslo spokesman Jan Berg", "“the left” at a rally"), ("Former Oslo spokesman Jan Berg", "the left")]),
    ],
)  # fmt: skip
def test_one_beside_the_other(text: str, said: list[tuple[str, str]]) -> None:
    assert sorted(told(text)) == sorted(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("While Berg's claim that she would stay was met by doubt, she left.", [("Berg", "that she would stay")]),
        ("Berg's claim that boats seized in May were empty was met by doubt.",
         [("Berg", "that boats seized in May were empty")]),
        ("Lima's hopes that it would hold a vote faded late on Monday.", [("Lima", "that it would hold a vote")]),
        ("Berg's pledge to free the crew could lead to a purge.", [("Berg", "free the crew")]),
        ("Oslo kept its promises to her allies.", []),
        ("The envoy for Norway issued a call for calm at sea.", [("The envoy for Norway", "calm at sea")]),
        ("The crew made a plea for “more time”.", [("The crew", "more time")]),
        ("Oslo has sought a ship, pledges of help and limits on the army.", []),
        ("A year into the war, hopes have risen that it will end.", []),
    ],
)  # fmt: skip
def test_claims(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Berg said as many as a million people could come.", [("Berg", "as many as a million people could come")]),
        ("Berg said nearly all ships had sunk.", [("Berg", "nearly all ships had sunk")]),
        ("Berg said, though, that not only is Vik here.", [("Berg", "that not only is Vik here")]),
        ("Berg noted – as he did in Oslo – that it was late.", [("Berg", "that it was late")]),
        ("Berg claimed on Monday morning that it was late.", [("Berg", "that it was late")]),
        ("Berg has signalled that it was late.", [("Berg", "that it was late")]),
        ("That was the most repeated phrase of the speech.", []),
        ("Berg said only that it was late.", [("Berg", "that it was late")]),
        ("Berg insisted ahead of the meeting that it was late.", [("Berg", "that it was late")]),
        ("Berg admitted in a note released by her office on Monday that it was late.", [("Berg", "that it was late")]),
        ("Berg told reporters Novak's plan was dead.", [("Berg", "Novak's plan was dead")]),
        ("Berg warned followers on the radio and in clips that it was late.", [("Berg", "that it was late")]),
        ("Oslo condemned the vote, warning it risks a war.", [("Oslo", "the vote"), ("Oslo", "it risks a war")]),
        ("The bank warned the price of grain could rise.", [("The bank", "the price of grain could rise")]),
        ("If the ship sinks, they fear, the crew will drown.",
         [("they", "If the ship sinks"), ("they", "the crew will drown")]),
        ("(AP) — Anna Berg will testify in May, the office of the mayor announced.",
         [("the office of the mayor", "Anna Berg will testify in May")]),
        ("LIMA The ship has sunk, an aide said.", [("an aide", "The ship has sunk")]),
        ("NATO Secretary Jan Berg said that NATO was ready.", [("NATO Secretary Jan Berg", "that NATO was ready")]),
        ("Berg praised and cheered as the ships came in.", []),
        ("Berg showed off a new ship.", []),
        ("Arriving in Oslo days later, Berg posted yet another picture.", []),
        ("Berg concluded a visit to Lima.", []),
        ("As the war continued, the crew left.", []),
        ("The raid resembled a bombing blamed on the Red Guard that killed ten people.", []),
        ("The talks led to a scheme intended to stop the ships.", []),
    ],
)  # fmt: skip
def test_where_it_begins(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Oslo in the aftermath of the raid on June 7 denounced the war.", "Oslo in the aftermath of the raid"),
        ("Local media in late November reported that it was late.", "Local media"),
        ("In talks with us on Friday Secretary of State Jan Berg said it was late.", "Secretary of State Jan Berg"),
        ("Berg's decision to drop the Novak case shows that it was late.", "Berg's decision to drop the Novak case"),
        ("Two days later in Oslo, on 2 July, the Greek leader came, saying it was late.", "the Greek leader"),
        ("According to two men in the room, Berg leaned over, laughing.", "two men in the room"),
        ("In another song called The Heart, he says it was late.", "he"),
        ("“We go,” said Russian and Turkish officials.", "Russian and Turkish officials"),
        ("It was late, according to US and Turkish officials.", "US and Turkish officials"),
        ("The law has been condemned by Greek and foreign groups as unfair.", "Greek and foreign groups"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    assert told(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Novak: Oslo to try suspects, foreign minister says", [("foreign minister", "Oslo to try suspects")]),
        ("‘Ready for talks’: Norway's Berg", [("Norway's Berg", "Ready for talks")]),
        ("Oslo to stay in the bloc: foreign minister", [("foreign minister", "Oslo to stay in the bloc")]),
        ("Ships did not hit the port: Jan Berg", [("Jan Berg", "Ships did not hit the port")]),
        ("Oslo trade talks: Where next", []),
        ("Berg to Novak: Stop the ships", [("Berg", "Stop the ships")]),
    ],
)
def test_headlines(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text, headline=True) == said


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We go,” Berg told The Post in the wake of the vote to leave.", "The Post"),
        ("Berg expressed her condolences to Jan Novak over the storm.", "Jan Novak"),
        ("Berg voiced concern to the ambassador.", "the ambassador"),
        ("Berg expressed interest in the plan.", None),
        ("In response to Oslo's move, Berg said that she would go.", None),
        ("In response to Jan Novak, Berg said that she would go.", "Jan Novak"),
    ],
)
def test_who_is_told(text: str, addressee: str | None) -> None:
    blocks = [Block(kind="paragraph", start=0, end=len(text))]
    (said,) = find(text, blocks, sentences(text, blocks), Lexemes(text))
    assert (said.addressee and text[slice(*said.addressee)]) == addressee
