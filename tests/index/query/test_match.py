from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Named, Quoted, Searchable, hits, matches, parse

TEXT = (
    "Turkish envoy holds talks\n"
    "Mevlüt Çavuşoğlu said the S-400s were “a done deal”. He met Blinken.\n"
    "READ MORE: sanctions\n"
    "“Turkey is an ally,” Blinken said; Turkey’s answer: “No deal.”"
)


def place(words: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


ARTICLE = Searchable(
    id="a",
    text=TEXT,
    title=place("Turkish envoy holds talks"),
    blocks=tuple(place(line) for line in TEXT.split("\n") if not line.startswith("READ")),
    quotations=(
        Quoted(*place("a done deal"), Named(("Mevlüt Çavuşoğlu", "Cavusoglu"))),
        Quoted(*place("Turkey is an ally,"), Named(("Antony Blinken", "Blinken"))),
        Quoted(*place("No deal."), Named(())),
    ),
    actors=(
        Named(("Mevlüt Çavuşoğlu",), (place("Mevlüt Çavuşoğlu"),)),
        Named(("Antony Blinken", "Tony Blinken"), (place("Blinken"), place("Blinken", "ally"))),
    ),
)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("cavusoglu", ["Çavuşoğlu"]),
        ("s400", ["S-400s"]),
        ("turkey", ["Turkey", "Turkey"]),
        ("turk*", ["Turkish", "Turkey", "Turkey"]),
        ('"done deal"', ["done deal"]),
        ('"the s-400"', ["the S-400s"]),
        ('"a done deal" done', ["a done deal"]),
        ("envoy deal", ["envoy", "deal", "deal"]),
        ("envoy -sanctions", ["envoy"]),
        ("envoy OR nothing", ["envoy"]),
        ("(envoy nothing) OR ally", ["ally"]),
        ("title:talks", ["talks"]),
        ("title:(talks -deal)", ["talks"]),
        ("quote:deal", ["deal", "deal"]),
        ("quote:(deal -done)", ["deal"]),
        ("quote:-deal", ["Turkey is an ally,"]),
        ("speaker:cavusoglu", ["a done deal"]),
        ("speaker:cavusoglu quote:deal", ["deal"]),
        ("speaker:cavusoglu done", ["done"]),
        ('by:"antony blinken"', ["Turkey is an ally,"]),
        ("speaker:(cavusoglu OR blinken)", ["a done deal", "Turkey is an ally,"]),
        ("actor:tony", ["Blinken", "Blinken"]),
        ("actor:(antony tony)", ["Blinken", "Blinken"]),
    ],
)
def test_what_is_marked(query: str, marked: list[str]) -> None:
    assert matches(parse(query), ARTICLE)
    assert [TEXT[span.start : span.end] for span in hits(parse(query), ARTICLE)] == marked


@pytest.mark.parametrize(
    "query",
    [
        "sanctions",  # stands in furniture only
        '"talks mevlut"',  # in two blocks
        '"deal done"',
        "envoy -ally",
        "title:deal",
        "quote:envoy",
        "quote:(ally deal)",
        "speaker:blinken quote:deal",
        "speaker:antony speaker:cavusoglu",
        "actor:(cavusoglu blinken)",
        'actor:"blinken tony"',
    ],
)
def test_what_does_not_match_has_no_marks(query: str) -> None:
    assert not matches(parse(query), ARTICLE)
    assert hits(parse(query), ARTICLE) == ()


def test_what_is_true_without_a_word_has_no_marks() -> None:
    assert matches(None, ARTICLE)
    assert hits(None, ARTICLE) == ()
    assert matches(parse("-nothing"), ARTICLE)
    assert hits(parse("-nothing"), ARTICLE) == ()


def test_an_article_without_a_title_has_no_words_in_it() -> None:
    bare = Searchable("b", "Some words", ((0, 10),))
    assert not matches(parse("title:some"), bare)
    assert not matches(parse("title:-other"), bare)


# A matcher that is slow and obvious, over words that need no folding and have no forms.

WORDS = st.sampled_from(["red", "blue", "fox", "hen"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3)
Tree = str | tuple["Tree", ...]


def trees(units: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    pair = st.tuples(st.sampled_from(["and", "or"]), units, units)
    return pair | st.tuples(st.just("not"), units)


TREES: st.SearchStrategy[Tree] = st.recursive(
    st.one_of(WORDS, st.lists(WORDS, min_size=2, max_size=3).map(" ".join)), trees, max_leaves=6
)


def typed(tree: Tree) -> str:
    match tree:
        case str():
            return f'"{tree}"'
        case ("and", a, b):
            return f"({typed(a)} {typed(b)})"
        case ("or", a, b):
            return f"({typed(a)} OR {typed(b)})"
        case (_, a):
            return f"-({typed(a)})"
    raise TypeError(tree)


def true(tree: Tree, lines: list[str]) -> bool:
    match tree:
        case str():
            return any(f" {tree} " in f" {line} " for line in lines)
        case ("and", a, b):
            return true(a, lines) and true(b, lines)
        case ("or", a, b):
            return true(a, lines) or true(b, lines)
        case (_, a):
            return not true(a, lines)
    raise TypeError(tree)


def words_of(tree: Tree) -> set[str]:
    return set(tree.split()) if isinstance(tree, str) else {w for part in tree[1:] for w in words_of(part)}


@given(LINES, TREES)
def test_the_matcher_is_right(lines: list[str], tree: Tree) -> None:
    text = "\n".join(lines)
    starts = [text.index(line, sum(len(before) + 1 for before in lines[:n])) for n, line in enumerate(lines)]
    article = Searchable("a", text, tuple((at, at + len(line)) for at, line in zip(starts, lines, strict=True)))
    query = parse(typed(tree))
    assert matches(query, article) == true(tree, lines)
    spans = hits(query, article)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert set(text[span.start : span.end].split()) <= words_of(tree)
