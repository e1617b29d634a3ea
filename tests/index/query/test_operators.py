"""Each operator against a matcher that is slow and obvious, over paragraphs of sentences of words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Named, Searchable, hits, matches, parse
from index.words import close

WORD = st.sampled_from(["red", "Red", "RED", "blue", "fox", "hen"])
SENTENCE = st.lists(WORD, min_size=1, max_size=5)
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3), min_size=1, max_size=3)
UNIT = st.sampled_from(["red", "blue", "fox", "hen", "red blue", "fox hen", "red red"])

Paragraphs = list[list[list[str]]]


def article(paragraphs: Paragraphs) -> Searchable:
    text, blocks = "", []
    for paragraph in paragraphs:
        start = len(text)
        # A word that no query asks for begins each sentence with a capital, so that it is seen to begin there.
        text += " ".join(f"Then {' '.join(sentence)}." for sentence in paragraph)
        blocks.append((start, len(text)))
        text += "\n"
    return Searchable("a", text, tuple(blocks))


def flat(paragraph: list[list[str]]) -> list[str]:
    return [word for sentence in paragraph for word in ["Then", *sentence]]


def spans(unit: str, words: list[str], fold: bool = True) -> list[tuple[int, int]]:
    """The first and the last word of every place of a unit."""
    asked = unit.split()
    have = [word.lower() for word in words] if fold else words
    return [(at, at + len(asked) - 1) for at in range(len(words)) if have[at : at + len(asked)] == asked]


def side_by_side(a: str, b: str, words: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for one, other in product(spans(a, words), spans(b, words)):
        if one[1] < other[0] or other[1] < one[0]:
            yield one, other


@given(PARAGRAPHS, UNIT, UNIT, st.integers(1, 6), st.booleans())
def test_near(paragraphs: Paragraphs, a: str, b: str, within: int, ordered: bool) -> None:
    query = f'"{a}" {"pre" if ordered else "w"}/{within} "{b}"'
    expected = any(
        0 < other[0] - one[1] <= within or (not ordered and 0 < one[0] - other[1] <= within)
        for paragraph in paragraphs
        for one, other in side_by_side(a, b, flat(paragraph))
    )
    assert matches(parse(query), article(paragraphs)) == expected


@given(PARAGRAPHS, UNIT, UNIT)
def test_in_one_sentence(paragraphs: Paragraphs, a: str, b: str) -> None:
    sentences = chain.from_iterable(paragraphs)
    expected = any(True for sentence in sentences for _ in side_by_side(a, b, sentence))
    assert matches(parse(f'"{a}" /s "{b}"'), article(paragraphs)) == expected


@given(PARAGRAPHS, UNIT, UNIT)
def test_in_one_paragraph(paragraphs: Paragraphs, a: str, b: str) -> None:
    expected = any(True for paragraph in paragraphs for _ in side_by_side(a, b, flat(paragraph)))
    assert matches(parse(f'"{a}" /p "{b}"'), article(paragraphs)) == expected


@given(PARAGRAPHS, st.integers(1, 4), st.integers(1, 4))
def test_near_goes_on_from_left_to_right(paragraphs: Paragraphs, first: int, second: int) -> None:
    def true(words: list[str]) -> bool:
        for (a, _), (b, _), (c, _) in product(spans("red", words), spans("blue", words), spans("fox", words)):
            low, high = sorted((a, b))
            if high - low <= first and low - second <= c <= high + second:
                return True  # what stands between the two is as near as can be
        return False

    query = parse(f"red w/{first} blue w/{second} fox")
    assert matches(query, article(paragraphs)) == any(true(flat(paragraph)) for paragraph in paragraphs)


@given(PARAGRAPHS, st.sampled_from(["/s", "/p"]))
def test_three_in_one_sentence_or_paragraph_in_any_order(paragraphs: Paragraphs, near: str) -> None:
    units = list(chain.from_iterable(paragraphs)) if near == "/s" else list(map(flat, paragraphs))
    expected = any({"red", "blue", "fox"} <= {word.lower() for word in unit} for unit in units)
    assert matches(parse(f"red {near} blue {near} fox"), article(paragraphs)) == expected


@given(PARAGRAPHS, st.integers(1, 20), st.sampled_from(["w/2", "/s", "/p"]))
def test_what_is_near_among_the_first_words(paragraphs: Paragraphs, words: int, near: str) -> None:
    beginning: Paragraphs = []
    left = words
    for paragraph in paragraphs:
        beginning.append([])
        for sentence in paragraph:
            beginning[-1].append(sentence[: max(0, left - 1)])
            left -= len(["Then", *sentence])
    query = f"first/{words} (red {near} blue)"
    assert matches(parse(query), article(paragraphs)) == matches(parse(f"red {near} blue"), article(beginning))


@given(PARAGRAPHS, UNIT, st.integers(1, 20))
def test_among_the_first_words(paragraphs: Paragraphs, unit: str, words: int) -> None:
    before, expected = 0, False
    for paragraph in map(flat, paragraphs):
        expected |= any(before + last < words for _, last in spans(unit, paragraph))
        before += len(paragraph)
    assert matches(parse(f'first/{words} "{unit}"'), article(paragraphs)) == expected


@given(PARAGRAPHS, UNIT, st.integers(1, 4))
def test_at_least_so_often(paragraphs: Paragraphs, unit: str, times: int) -> None:
    expected = sum(len(spans(unit, flat(paragraph))) for paragraph in paragraphs) >= times
    assert matches(parse(f'atleast/{times} "{unit}"'), article(paragraphs)) == expected


@given(PARAGRAPHS, st.sampled_from(["red", "Red", "RED", "red Red", "RED red"]))
def test_as_it_is_written(paragraphs: Paragraphs, unit: str) -> None:
    expected = any(spans(unit, flat(paragraph), fold=False) for paragraph in paragraphs)
    assert matches(parse(f'="{unit}"'), article(paragraphs)) == expected


LETTERS = st.text("abc", min_size=5, max_size=7)


def alike(word: str, letters: int, swaps: bool = True) -> set[str]:
    """All words that come of so many changes."""
    if not letters:
        return {word}
    found = set()
    for other in alike(word, letters - 1, swaps):
        for at in range(len(other) + 1):
            before, after = other[:at], other[at:]
            found |= {before + c + rest for c in "abc" for rest in (after, after[1:])} | {before + after[1:]}
            if swaps:
                found.add(before + after[1:2] + after[:1] + after[2:])
    return found | {word}


@given(LETTERS, LETTERS)
def test_one_letter_other(word: str, other: str) -> None:
    assert close(word, other, 1) == (other in alike(word, 1))


@given(LETTERS, LETTERS)
def test_two_letters_other(word: str, other: str) -> None:
    # Letters that were changed about are not changed again: with swaps, a few words two steps away are not close.
    assert close(word, other, 2) >= (other in alike(word, 2, swaps=False))
    assert close(word, other, 2) <= (other in alike(word, 2))


@given(st.lists(LETTERS, min_size=1, max_size=4), LETTERS, st.sampled_from([1, 2]))
def test_fuzzy_words(words: list[str], word: str, letters: int) -> None:
    text = " ".join(words)
    marked = hits(parse(f"{word}~{letters}"), Searchable("a", text, ((0, len(text)),)))
    assert [text[m.start : m.end] for m in marked] == [other for other in words if close(word, other, letters)]


DAY = st.dates(date(1987, 1, 1), date(2026, 12, 31)).map(str)


@given(st.tuples(DAY, DAY).map(sorted), st.tuples(DAY, DAY).map(sorted))
def test_dates(published: list[str], asked: list[str]) -> None:
    one = Searchable("a", "x", ((0, 1),), published=(published[0], published[1]))
    inside = asked[0] <= published[0] and published[1] <= asked[1]
    assert matches(parse(f"date:{asked[0]}..{asked[1]}"), one) == inside
    assert matches(parse(f"before:{asked[0]}"), one) == (published[1] < asked[0])
    assert matches(parse(f"after:{asked[1]}"), one) == (published[0] > asked[1])
    assert not matches(parse(f"date:{asked[0]}.."), Searchable("b", "x", ((0, 1),)))


TEXT = (
    "Akar met Austin\nHulusi Akar said: “No.” Then Lloyd Austin left for U.S. bases.\n"
    "Çavuşoğlu and Cavusoglu. A PHOTO"
)
ARTICLE = Searchable(
    "a", TEXT, tuple((at, at + len(line)) for line in TEXT.split("\n") for at in [TEXT.index(line)]),
    title=(0, 15), captions=((TEXT.index("A PHOTO"), len(TEXT)),), outlet="The Daily Planet", author="Lois Lane",
    file="wire/akar-001.txt", published=("2021-04-01", "2021-04-01"),
    contacts=(Named(("Hulusi Akar", "Lloyd Austin"), ((0, 15),)),), countries=(Named(("United States", "U.S.")),),
    topics=(Named(("S-400",)),), places=(Named(("Ankara",)),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("akar w/2 austin", ["Akar", "Austin"]),
        ("austin w/2 akar", ["Akar", "Austin"]),
        ("akar pre/2 austin", ["Akar", "Austin"]),
        ("hulusi /s no", ["Hulusi", "No"]),
        ("hulusi /p austin", ["Hulusi", "Austin"]),
        ("hulusi w/9 austin w/1 no", ["Hulusi", "No", "Austin"]),
        ("hulusi /p austin /p no", ["Hulusi", "No", "Austin"]),
        ("hulusi w/1 (akar OR austin)", ["Hulusi", "Akar"]),
        ("first/3 austin", ["Austin"]),
        ("atleast/2 akar", ["Akar", "Akar"]),
        ("=Çavuşoğlu", ["Çavuşoğlu"]),
        ("=Cavusoglu", ["Cavusoglu"]),
        ('="PHOTO"', ["PHOTO"]),
        ("cavusolgu~", ["Çavuşoğlu", "Cavusoglu"]),
        ("austn~", ["Austin", "Austin"]),
        ("caption:photo", ["PHOTO"]),
        ("title:(akar w/2 austin)", ["Akar", "Austin"]),
        ("outlet:planet", []),
        ('outlet:="Daily Planet" author:lane', []),
        ("file:akar-001", []),
        ("contact:(akar austin)", ["Akar met Austin"]),
        ("country:US topic:s-400 place:ankara", []),
        ("date:2021-04", []),
        ("after:2021-03 before:may 2021", []),
    ],
)
def test_what_operators_mark(query: str, marked: list[str]) -> None:
    assert matches(parse(query), ARTICLE)
    assert [TEXT[span.start : span.end] for span in hits(parse(query), ARTICLE)] == marked


@pytest.mark.parametrize(
    "query",
    [
        "austin pre/2 akar", "no w/1 hulusi", "akar /s cavusoglu", "akar /p cavusoglu", "austin w/9 cavusoglu",
        "first/2 austin", "atleast/3 akar", "=akar", '="hulusi Akar"', "=photo", "astn~", "caption:akar",
        "outlet:(planet lane)", "outlet:=planet", "contact:kalin", "country:turkey", "date:2021-03", "after:2021-04-01",
        "before:2021-04-01", "-date:2021", "title:(austin pre/2 akar)",
    ],
)  # fmt: skip
def test_what_operators_do_not_find(query: str) -> None:
    assert not matches(parse(query), ARTICLE)


@pytest.mark.parametrize("near", ["w/5", "/s", "/p"])
def test_very_many_words_that_are_near_each_other(near: str) -> None:
    text = "fox " * 20000
    assert len(hits(parse(f"fox {near} fox"), Searchable("a", text, ((0, len(text)),)))) == 20000
