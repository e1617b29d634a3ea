from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.query import parse
from index.query.tree import And, Field, Node, Not, Or, Phrase, Prefix, Said, Word

NAUGHTY = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "formats" / "naughty-strings"


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("sanctions S-400", "(sanctions S-400)"),
        ("a AND b", "(a b)"),
        ("a OR b c", "((a OR b) c)"),
        ("a AND b OR c", "(a (b OR c))"),
        ("a (b c) d", "(a (b c) d)"),
        ("S-400 -F-35", "(S-400 -F-35)"),
        ("a AND NOT b", "(a -b)"),
        ("NOT NOT a", "-(-a)"),
        ("a OR -b", "(a OR -b)"),
        ('-"a b" -(c d) -title:x', '(-"a b" -(c d) -title:x)'),
        ("“a done deal”", '"a done deal"'),
        ('„done deal" «x y»', '("done deal" "x y")'),
        ('"Kalın"', "Kalın"),
        ("intra-Afghan YPG/PKK", '("intra Afghan" "YPG PKK")'),
        ("sanct* f-3*", "(sanct* f-3*)"),
        ('"new sanct*"', '"new sanct*"'),
        ("title:(a b) c", "(title:(a b) c)"),
        ("title: a", "title:a"),
        ("TITLE:a by:b", "(title:a speaker:b)"),
        ("kind:direct -is:(doubtful OR corrected)", "(is:direct -is:(doubtful OR corrected))"),
        ("Turkey: a history, in two parts", "(Turkey a history in two parts)"),
        ("Syria,Turkey 40,000", "(Syria Turkey 40,000)"),
        ("Turkey – US - talks & more!", "(Turkey US talks more)"),
        ('"AND" or not', '("AND" or not)'),
    ],
)
def test_what_is_typed_means(query: str, meaning: str) -> None:
    assert str(parse(query)) == meaning


def test_empty_queries_ask_for_nothing() -> None:
    assert parse("") is None
    assert parse(" \n\t") is None


def test_every_node_knows_its_place() -> None:
    query = 'S-400 -title:("done deal" OR turk*)'
    tree = parse(query)
    assert isinstance(tree, And)
    word, excluded = tree.parts
    assert isinstance(word, Word)
    assert isinstance(excluded, Not)
    field = excluded.part
    assert isinstance(field, Field)
    either = field.part
    assert isinstance(either, Or)
    phrase, prefix = either.parts
    assert isinstance(phrase, Phrase)
    assert isinstance(prefix, Prefix)
    nodes: list[Node] = [tree, word, excluded, field, either, phrase, prefix, *phrase.parts]
    assert [query[node.start : node.end] for node in nodes] == [
        query, "S-400", '-title:("done deal" OR turk*)', 'title:("done deal" OR turk*)', '("done deal" OR turk*)',
        '"done deal"', "turk*", "done", "deal",
    ]  # fmt: skip


def test_what_speaks_of_quotations_is_bound_to_one() -> None:
    tree = parse("speaker:a nato (quote:b OR quote:c) -quote:d")
    assert isinstance(tree, And)
    bound, word, excluded = tree.parts
    assert isinstance(bound, Said)
    assert str(bound) == "(speaker:a (quote:b OR quote:c))"
    assert isinstance(word, Word)
    assert isinstance(excluded, Not)
    assert isinstance(excluded.part, Said)


@pytest.mark.parametrize(
    ("query", "place", "title", "proposal"),
    [
        ('say "done', '"done', "This quotation mark is not closed", 'say "done"'),
        ('say "', '"', "This quotation mark is not closed", "say"),
        ('"" x', '""', "There is no word between these marks", "x"),
        ("a (b", "(", "This parenthesis is not closed", "a (b)"),
        ("a (", "(", "This parenthesis is not closed", "a"),
        ("(a OR", "OR", "OR wants words on both sides", "(a)"),
        ("a () b", "()", "There is nothing between these parentheses", "a b"),
        ("a) b", ")", "This parenthesis was never opened", "a b"),
        ("OR a", "OR", "OR wants words on both sides", "a"),
        ("a AND AND b", "AND", "AND wants words on both sides", "a AND b"),
        ("a NOT", "NOT", "Nothing follows that could be excluded", "a"),
        ("is:doubtfull", "doubtfull", "No quotation can be that", "is:doubtful"),
        ("kind:(direct OR dir*) a", "dir*", "No quotation can be that", "kind:(direct OR direct) a"),
        ('is:"direct speech"', '"direct speech"', "No quotation can be that", None),
        ("titel:x", "titel:", "There is no field “titel”", "title:x"),
        ("colour:red", "colour:", "There is no field “colour”", "colour red"),
        ("a title:", "title:", "Nothing follows title:", "a"),
        ("title:quote:x", "quote:", "A field cannot stand within title:", "title:x"),
        ("a *b", "*b", "* stands only at the end of a word", "a b"),
        ("x *", "*", "* stands only at the end of a word", "x"),
        ("sa*ct*", "*ct*", "* stands only at the end of a word", "sact"),
        ("tr*", "tr*", "tr* could be thousands of words", None),
        ("…!", "…!", "There is no word to look for", None),
    ],
)
def test_a_mistake_is_told_with_its_place(query: str, place: str, title: str, proposal: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    error = caught.value
    assert error.title == title
    assert error.query == query
    assert query[error.start : error.end] == place
    assert error.proposal == proposal


def test_an_unknown_field_is_answered_with_those_there_are() -> None:
    with pytest.raises(QueryError) as caught:
        parse("colour:red")
    assert caught.value.hint == "The fields are title, quote, speaker, by, to, about, actor, is, kind."


@pytest.mark.parametrize("query", ["(" * 5000, "-(" * 5000 + "a", "NOT " * 5000 + "a", "title:" * 500 + "a"])
def test_depth_has_an_end(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)


def test_width_has_none() -> None:
    tree = parse("a OR " * 5000 + "a")
    assert isinstance(tree, Or)
    assert len(tree.parts) == 5001


PIECES = st.sampled_from(
    ["a", "foo", "S-400", "Çav", '"', "“", "”", "(", ")", "AND", "OR", "NOT", "-", "*", "abc*", ":", "title:", "by:",
     "quote:", "x:", ",", "'", "~2", "w/5", "2020", "\\", "\x00", "\u0307", "\u200b", "İ", " ", " ", " "]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join))


@settings(max_examples=1500, deadline=None)
@given(TYPED)
@example('title:"')
@example("-:-*()")
def test_whatever_is_typed_is_a_query_or_a_query_error(query: str) -> None:
    is_answered(query)


def is_answered(query: str) -> None:
    """A tree that means what its text means, or an error with a place in the query, and a proposal that works."""
    try:
        tree = parse(query)
    except QueryError as error:
        assert 0 <= error.start < error.end
        assert error.start <= len(query)
        assert error.title
        assert error.caret()
        if error.proposal is not None:
            parse(error.proposal)
        return
    if tree is None:
        assert not query.strip()
    else:
        assert 0 <= tree.start < tree.end <= len(query)
        assert str(parse(str(tree))) == str(tree)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="../shared/corpora/formats/naughty-strings is not here")
def test_naughty_strings_are_answered() -> None:
    files = [file for file in NAUGHTY.rglob("*") if file.is_file() and file.suffix in {".txt", ".json", ".md"}]
    lines = [line for file in files for line in file.read_text("utf-8", errors="replace").splitlines()]
    assert len(lines) > 400
    for line in lines:
        is_answered(line)
