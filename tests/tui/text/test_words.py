from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.text.words import moved

TEXT = "She said “a fair bargain, no more”. He agreed."
ALL = (0, len(TEXT))


def cut(words: str, edge: str, step: int, within: tuple[int, int] = ALL) -> str:
    start = TEXT.index(words)
    return TEXT[slice(*moved(TEXT, (start, start + len(words)), edge, step, within))]


def test_the_end_moves_by_words_and_stops_before_and_after_punctuation() -> None:
    assert cut("a fair", "end", 1) == "a fair bargain"
    assert cut("a fair bargain", "end", 1) == "a fair bargain,"
    assert cut("a fair bargain,", "end", 1) == "a fair bargain, no"
    assert cut("a fair bargain", "end", -1) == "a fair"


def test_quotation_marks_are_never_taken_in() -> None:
    assert cut("fair bargain", "start", -1) == "a fair bargain"
    assert cut("a fair bargain, no", "end", 1) == "a fair bargain, no more"


def test_a_word_is_kept_and_the_stretch_is_not_left() -> None:
    assert cut("fair", "end", -1) == "fair"
    assert cut("fair", "start", 1) == "fair"
    assert cut("She", "start", -1) == "She"
    start = TEXT.index("a fair")
    assert cut("a fair", "end", 1, (start, start + 6)) == "a fair"


@given(st.text(max_size=40), st.data())
def test_it_stays_a_span_within(text: str, data: st.DataObject) -> None:
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    start = data.draw(st.integers(a, b))
    end = data.draw(st.integers(start, b))
    edge, step = data.draw(st.sampled_from(["start", "end"])), data.draw(st.sampled_from([1, -1]))
    after = moved(text, (start, end), edge, step, (a, b))
    assert a <= after[0] <= after[1] <= b
