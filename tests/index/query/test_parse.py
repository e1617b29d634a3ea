from __future__ import annotations

from datetime import date
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
        ('=US ="Done Deal" =intra-Afghan', '(="US" ="Done Deal" ="intra Afghan")'),
        ("blinkn~ blinken~2", "(blinkn~1 blinken~2)"),
        ('"antony blinkn~"', '"antony blinkn~1"'),
        ("kalin w/5 sullivan", "(kalin w/5 sullivan)"),
        ("a PRE/5 b w/s c OR d", "((a pre/5 b) /s (c OR d))"),
        ('"done deal" /p (a OR b) x', '(("done deal" /p (a OR b)) x)'),
        ("first/50 s-400 atleast/3(a OR b)", "(first/50 s-400 atleast/3 (a OR b))"),
        ("title:(a w/5 b)", "title:(a w/5 b)"),
        ("date:2021", "date:2021-01-01..2021-12-31"),
        ("date:2021-03..2021-04 x", "(date:2021-03-01..2021-04-30 x)"),
        ("date: march 2021 x", "(date:2021-03-01..2021-03-31 x)"),
        ('date:"15 March 2021", x', "(date:2021-03-15..2021-03-15 x)"),
        ("(after:2021-03-15)", "date:2021-03-16.."),
        ("before:april after:june", "(date:..2026-03-31 date:2025-07-01..)"),
        ("date:..2021 -date:2020..", "(date:..2021-12-31 -date:2020-01-01..)"),
        ("contact:(akar austin) outlet:x", "(contact:(akar austin) outlet:x)"),
        ("is:starred -is:Starred is:direct", "(is:starred -is:starred is:direct)"),
        ('tag:brief tag:“follow up” a', '(tag:"brief" tag:"follow up" a)'),
        ("-tag:(a OR follow-up -S-400)", '-((tag:"a" OR tag:"follow up") -tag:"S-400")'),
        ('tag:="To do" tag:=x', '(tag:"To do" tag:"x")'),
    ],
)
def test_what_is_typed_means(query: str, meaning: str) -> None:
    assert str(parse(query, today=date(2026, 5, 1))) == meaning


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
        ("is:stared", "stared", "No quotation can be that", "is:starred"),
        ("is:(starred OR direct)", "starred", "No quotation is starred, but an article", None),
        ("tag:foll* a", "foll*", "A tag is sought by its whole name", "tag:foll a"),
        ('tag:"to do*"', '"to do*"', "A tag is sought by its whole name", 'tag:"to do"'),
        ("tag:(a w/5 b)", "a w/5 b", "A tag is sought by its whole name", None),
        ("a w/5 tag:b", "b", "w/5 cannot stand beside this", "a tag:b"),
        ("tag:(is:starred)", "is:", "A field cannot stand within tag:", "tag:(starred)"),
        ("titel:x", "titel:", "There is no field “titel”", "title:x"),
        ("colour:red", "colour:", "There is no field “colour”", "colour red"),
        ("a title:", "title:", "Nothing follows title:", "a"),
        ("title:quote:x", "quote:", "A field cannot stand within title:", "title:x"),
        ("a *b", "*b", "* stands only at the end of a word", "a b"),
        ("x *", "*", "* stands only at the end of a word", "x"),
        ("sa*ct*", "*ct*", "* stands only at the end of a word", "sact"),
        ("title:colo*r x", "*r", "* stands only at the end of a word", "title:colo* x"),
        ("tr*", "tr*", "tr* could be thousands of words", None),
        ("…!", "…!", "There is no word to look for", None),
        ("a =sanct*", "=sanct*", "= wants a whole word", "a sanct*"),
        ("=(a b)", "=(", "= wants a whole word", "(a b)"),
        ("us~", "us~", "“us” is too short to be sought so loosely", "us"),
        ("iran~2", "iran~2", "“iran” is too short to be sought so loosely", "iran~"),
        ("blinken~3", "~3", "One or two letters can be other", "blinken~2"),
        ("a w/5", "w/5", "w/5 wants words on both sides", "a"),
        ("/s b", "/s", "/s wants words on both sides", "b"),
        ("a w/500 b", "w/500", "w/500 is no distance", "a /p b"),
        ("a pre/0 b", "pre/0", "pre/0 is no distance", "a pre/1 b"),
        ("(a b) w/5 c", "(a b)", "w/5 cannot stand beside this", "(a b) c"),
        ("title:a /s b", "title:a", "/s cannot stand beside this", "title:a b"),
        ("first/50", "first/50", "Nothing follows first/50", None),
        ("first/50 title:a", "title:a", "first/50 cannot count this", "title:a"),
        ("atleast/0 a", "atleast/0", "atleast/0 counts nothing", "atleast/1 a"),
        ("a date:soon", "soon", "“soon” is no date", "a"),
        ("a date:2021-02-30", "2021-02-30", "“2021-02-30” is no date", "a"),
        ("date:2022..2021", "2022..2021", "This ends before it begins", "date:2021-12-31..2022-01-01"),
        ("a before:", "before:", "Nothing follows before:", "a"),
        ("title:(a date:2021)", "date:", "A field cannot stand within title:", "title:(a 2021)"),
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
    assert caught.value.hint.startswith("The fields are title, quote, speaker, by, to, about, actor, contact,")


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
     "quote:", "x:", ",", "'", "~2", "~", "w/5", "2020", "=", "date:", "march",
     "first/2", "atleast/2", "/s", "before:", "..", "20", "-03", "\\", "\x00", "\u0307", "\u200b", "İ", " ", " ", " "]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join))


@settings(max_examples=1500)
@given(TYPED)
@example('title:"')
@example("-:-*()")
@example("-=0")
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
