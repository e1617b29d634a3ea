"""Plain text → blocks."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.text import blocks


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def test_a_paragraph_a_line_without_blank_lines() -> None:
    text = "Ministers meet in Oslo\nThey met on Monday.\nA crosshead\nThey parted on Tuesday."
    assert kinds(text) == [
        ("title", "Ministers meet in Oslo"),
        ("paragraph", "They met on Monday."),
        ("crosshead", "A crosshead"),
        ("paragraph", "They parted on Tuesday."),
    ]


@pytest.mark.parametrize("line", ["> We will meet again", ">"])
def test_a_line_of_a_block_quotation_is_no_crosshead(line: str) -> None:
    text = f"Ministers meet in Oslo\n\nThey met on Monday.\n\n{line}\n\nThey parted on Tuesday."
    assert kinds(text)[2] == ("paragraph", line)


def test_paragraphs_broken_at_a_fixed_width_are_joined() -> None:
    line = "The ministers of the two countries met in the capital on Monday and"
    text = f"Ministers meet\n\n{line}\n{line}\n{line}\nparted.\n\nThe next paragraph."
    assert kinds(text)[1] == ("paragraph", f"{line}\n{line}\n{line}\nparted.")
    assert kinds(text)[2] == ("paragraph", "The next paragraph.")


def test_a_lead_that_is_said_again_is_a_standfirst() -> None:
    lead = "The two sides spoke of fishing, trade and the price of cod in a long call."
    again = "The two sides spoke of fishing, trade and the price of cod in a long call on Friday."
    text = f"Cod talks\n{lead}\nThe foreign ministers phoned.\n{again}"
    assert [k for k, _ in kinds(text)] == ["title", "standfirst", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Berg leaves the talks (Photo by Bo Olsen).", "Ada Berg leaves the talks [FILE PHOTO]",
        "Ada Berg (L) leaves the talks with Bo Olsen.", "FILE PHOTO: Ada Berg leaves the talks.",
        "Image copyright Bo Olsen Image caption Ada Berg leaves the talks",
        "Media playback is unsupported on your device Media caption Ada Berg leaves the talks",
        "Ada Berg leaves the talks. Picture credit: Bo Olsen", "Ada Berg leaves. Bo Olsen/AFP via Getty Images",
    ],
)  # fmt: skip
def test_captions_are_told_in_capitals_too(line: str) -> None:
    assert kinds(f"Ministers meet in Oslo\n\n{line}\n\nThey met on Monday.")[1] == ("caption", line)


def test_a_line_with_a_photo_credit_is_a_caption() -> None:
    text = "Cod talks\nMinister Ada Berg (L) at sea, May 3, 2020. (AP Photo)\n\n\nThe talks began.\n\nThey ended."
    assert kinds(text)[1][0] == "caption"


@pytest.mark.parametrize(
    "line",
    ["READ MORE: Cod prices fall", "Reporter's code: 1234", "Your Comment", "You are replying to: .", "ADVERTISEMENT",
     "Share this article", "Subscribe to our newsletter", "© 2021 The Paper", "Most read:", "By Ada Berg", "* * *",
     "JUST WATCHED Cod talks begin Replay More Videos", "Media playback is not supported here", "More on this...",
     "(Additional reporting by Ada Berg in Oslo)", "Reporting by Ada Berg; Editing by Bo Olsen", "Source:",
     "Ada Berg and Bo Olsen contributed to this report.", "( Also on COD DAILY: Prices fall)", "Enlarge this image",
     "By signing up, you agree to our terms", "The opinions expressed here are those of the author."],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert kinds(f"A title\nA paragraph of text.\n{line}")[-1] == ("furniture", line)


@pytest.mark.parametrize(
    "line",
    ["By Monday the talks had ended.", "Subscribers left the paper in droves, the editor said on Monday, after it "
     "printed the story that the minister had denied for weeks and that nobody else had wanted to touch; he said that "
     "he would print it again tomorrow, and every day after that if need be.",
     "Print media have lost readers.", "Related costs rose.", "Reporting by Reuters showed that prices had fallen.",
     "By signing up, fishers agree to weigh their catch.", "Source of the rumour was the minister."],
)  # fmt: skip
def test_sentences_are_not_furniture(line: str) -> None:
    assert kinds(f"A title\nA paragraph of text.\n{line}")[-1] == ("paragraph", line)


def test_one_long_line_is_a_paragraph_and_no_title() -> None:
    assert [k for k, _ in kinds("word " * 200)] == ["paragraph"]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\x00“\"'(AP)é"), max_size=300))
def test_blocks_are_in_order_whole_and_without_space_around(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()



def test_lines_of_one_width_are_paragraphs_without_blank_lines_too() -> None:
    paragraphs = [
        "The minister flew to the coast on Monday, and spoke there for the best part of an hour with the mayor.",
        '"It will stand for a hundred years, and our children will cross it," he said. "Nobody has to fear for it."',
        "The mayor said that the town had waited long enough for a bridge of its own, and thanked him.",
    ]
    wrapped = [textwrap.fill(p, 60) for p in paragraphs]
    assert kinds("A new bridge\n\n" + "\n".join(wrapped))[1:] == [("paragraph", p) for p in wrapped]


def test_lines_that_had_room_for_more_are_paragraphs_of_their_own() -> None:
    lines = [
        "Bridge to open on Monday, the mayor of the town says",
        "Why the ferry will go on all the same, and for how long it may",
        "Weather: rain in the north of the country",
        "Letters: what our readers think of tolls on bridges",
    ]
    assert len(kinds("What else is in the news\n\n" + "\n".join(lines * 2))) == 9
