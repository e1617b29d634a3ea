from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.query import Searchable, parse, passage
from index.query.match import places

TITLE = "Envoys meet on sanctions"
FIRST = "The envoys met on Monday. They said little."
LAST = "Sanctions were named once. The envoys of both sides spoke of the sanctions law, CAATSA, and of peace. All left."
TEXT = f"{TITLE}\n{FIRST}\n{LAST}"
BLOCKS = ((0, 24), (25, 25 + len(FIRST)), (len(TEXT) - len(LAST), len(TEXT)))
ARTICLE = Searchable("a", TEXT, BLOCKS, BLOCKS[0])


def shown(query: str, length: int = 200) -> tuple[str, list[str]]:
    found = passage(ARTICLE, places(parse(query), ARTICLE), length)
    assert found is not None
    assert TEXT[found.start : found.end] == found.text
    return found.text, [TEXT[start:end] for start, end in found.marks]


def test_a_passage_has_most_of_the_words() -> None:
    text, marks = shown("envoys sanctions caatsa", 90)
    assert text == "The envoys of both sides spoke of the sanctions law, CAATSA, and of peace. All left."
    assert marks == ["envoys", "sanctions", "CAATSA"]


def test_words_that_tell_little_count_only_beside_others() -> None:
    assert shown("both and of the envoys monday")[0] == FIRST
    assert shown("both and of the envoys")[1] == ["The", "envoys", "of", "both", "of", "the", "and", "of"]


def test_a_passage_is_as_long_as_it_may() -> None:
    assert shown("sanctions") == (LAST, ["Sanctions", "sanctions"])


def test_a_long_sentence_is_cut_between_words_around_the_mark() -> None:
    assert shown("caatsa", 30) == ("law, CAATSA, and of peace.", ["CAATSA"])


def test_the_title_is_not_repeated() -> None:
    assert shown("title:sanctions") == (FIRST, [])
    assert shown("-nothing") == (FIRST, [])


def test_nothing_but_a_title_has_no_passage() -> None:
    assert passage(Searchable("a", "Title", ((0, 5),), (0, 5)), ()) is None
    assert passage(Searchable("a", "", ()), ()) is None


@given(
    st.lists(st.sampled_from(["ox", "envoys", "Talks.", "x" * 50, "(sanctions)", "S-400s,"]), min_size=1, max_size=60),
    st.sampled_from(["envoys", "sanctions s-400", '"envoys talks"', "-zebra", "x*"]),
    st.integers(20, 200),
)
def test_a_passage_is_cut_from_the_text(words: list[str], query: str, length: int) -> None:
    text = " ".join(words)
    article = Searchable("a", text, ((0, len(text)),))
    tree = parse(query) if query != "x*" else parse("xxx*")
    found = passage(article, places(tree, article), length)
    assert found is not None
    assert 0 < found.end - found.start <= length
    assert found.text == text[found.start : found.end]
    assert all(found.start <= start < end <= found.end for start, end in found.marks)
    if places(tree, article) and query != "x*":
        assert found.marks
