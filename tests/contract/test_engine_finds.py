"""What every engine has to find."""

from __future__ import annotations

from typing import Any

import pytest

from index.query import Node, matches, parse

CASES = [
    # What is typed, an article it finds, an article it does not.
    ("cavusoglu", "FM Çavuşoğlu speaks.", "The minister speaks."),
    ("Çavuşoğlu", "FM Cavusoglu speaks.", "The minister speaks."),
    ("istanbul", "In İstanbul, talks.", "In Ankara, talks."),
    ("s-400", "The S400s arrive.", "Some 400 arrive."),
    ("s400", "The S‑400 arrives.", "The F-400 arrives."),
    ("sanction", "They sanctioned the bank.", "They sang."),
    ('"history of books"', "A history of books.", "History books."),
    ('"history books"', "One for the history books.", "A history of books."),
    ('"the"', "Said the envoy.", "Said an envoy."),
    ("sancti*", "New sanctions.", "New sand."),
    ("sanctions*", "New sanctions.", "A new sanction."),
    ("governme*", "The government.", "It governed."),
    ('"new sanct*"', "A new sanction.", "A sanction, new."),
    ("US", "The U.S. replied.", "He told us."),
    ("us", "He told us.", "He told them."),
    ("ypg", "The YPG/PKK denies it.", "The group denies it."),
    ('"ypg pkk"', "The YPG/PKK denies it.", "The PKK and the YPG."),
    ("ypg-pkk", "The YPG/PKK denies it.", "The PKK and the YPG."),
    ("afghan", "Intra-Afghan talks.", "Internal talks."),
    ("turkey", "Turkey’s answer.", "The answer."),
    ("the", "The government.The end.", "Governments end."),
    ("syria OR libya", "In Libya.", "In Tunisia."),
    ("-syria", "In Libya.", "In Syria."),
    ("NOT (syria OR libya)", "In Tunisia.", "In Libya."),
    ("talks -f-35", "Talks on planes.", "Talks on the F-35."),
    ("a OR b c", "b c", "a b"),
    ("=Cavusoglu", "Here is Cavusoglu.", "Here is Çavuşoğlu."),
    ('="Done Deal"', "A Done Deal.", "A done deal."),
    ("-=Turkey", "A turkey.", "Turkey."),
    ("blinkn~", "Blinken.", "Blinkers."),
    ("blinkern~2", "Blinken.", "Blindly."),
    ("recieve~", "To receive.", "To reprieve."),
    ("kalin w/3 sullivan", "Sullivan called Kalin.", "Kalin called to say that Sullivan left."),
    ("kalin pre/3 sullivan", "Kalin called Sullivan.", "Sullivan called Kalin."),
    ("akar /s austin", "Akar met Austin.", "Akar left. Austin stayed."),
    ("akar /p austin", "Akar left. Austin stayed.", "Akar left."),
    ("first/4 syria", "In Syria now.", "As it was in Syria."),
    ("atleast/2 talks", "Talks on talks.", "Talks."),
    ("(a b) OR -c", "a b c", "a c"),
]


@pytest.mark.parametrize(("query", "yes", "no"), CASES)
def test_what_is_true_of_an_article(bench: Any, make: Any, query: str, yes: str, no: str) -> None:
    articles = (make("yes", "Title", yes), make("no", "Title", no))
    assert bench.found(query, *articles) == ["yes"]
    assert [a.id for a in articles if matches(parse(query), a)] == ["yes"]


FIELDS = [
    ("title:talks", ["one"]),
    ("title:ank*", ["one"]),
    ("title:-talks", ["two"]),
    ("quote:deal", ["one", "two"]),
    ("quote:-deal", ["two"]),
    ('quote:"done deal"', ["one"]),
    ("speaker:blinken", ["two"]),
    ('speaker:"antony blinken"', ["two"]),
    ("speaker:kalin quote:deal", ["one"]),
    ("speaker:blinken quote:deal", []),
    ("speaker:blinken quote:ally", ["two"]),
    ("(speaker:kalin OR speaker:blinken) quote:ally", ["two"]),
    ("speaker:blinken -quote:deal", []),
    ("speaker:sources", ["two"]),
    ("actor:akar", ["one"]),
    ('actor:"hulusi akar"', ["one"]),
    ("actor:(hulusi austin)", []),
    ("actor:hulusi actor:austin", ["one"]),
    ("blinken", []),
    ("deal -title:talks", ["three", "two"]),
]


@pytest.mark.parametrize(("query", "expected"), FIELDS)
def test_words_in_a_field(bench: Any, make: Any, query: str, expected: list[str]) -> None:
    articles = (
        make("one", "Ankara talks", "“A done deal,” he said.", quotations=(("A done deal", ("İbrahim Kalın",)),),
             actors=(("Hulusi Akar", "Akar"), ("Lloyd Austin",))),
        make("two", "Ties", "“A valued ally,” he said. “No deal.”",
             quotations=(("A valued ally", ("Antony Blinken", "Blinken")), ("No deal", ("ministry sources",)))),
        make("three", "A deal", title=False),
    )  # fmt: skip
    assert bench.found(query, *articles) == expected
    assert sorted(a.id for a in articles if matches(parse(query), a)) == expected


def test_a_phrase_does_not_run_from_one_block_to_the_next(bench: Any, make: Any) -> None:
    assert bench.found('"peace talks"', make("a", "For peace", "talks begin")) == []


def test_all_of_nothing_is_everything(bench: Any, make: Any) -> None:
    with bench.opened(make("b", "x"), make("a", "y")) as engine:
        answer = engine.search(None)
    assert [name for name, _ in answer.best] == ["b", "a"]
    assert answer.total == 2


def test_the_title_counts_for_more(bench: Any, make: Any) -> None:
    filler = "and so it went on and on in the hall"
    text = make("text", "Other news", f"Of sanctions {filler}")
    title = make("title", "New sanctions", f"Of others {filler}")
    with bench.opened(text, title) as engine:
        best = engine.search(parse("sanctions")).best
    assert [name for name, _ in best] == ["title", "text"]
    assert best[0][1] > best[1][1] > 0


def test_a_rare_word_counts_for_more(bench: Any, make: Any) -> None:
    common = [make(f"common{n}", "Title", "turkey turkey talks") for n in range(9)]
    with bench.opened(*common, make("rare", "Title", "turkey caatsa talks")) as engine:
        best = engine.search(parse("turkey OR caatsa"), limit=3)
    assert best.best[0][0] == "rare"
    assert len(best.best) == 3
    assert best.total == 10


def test_what_stands_nowhere_is_named(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "Of Turkey")) as engine:
        assert engine.missing(parse('Erdoğan turkey "of sanct*" -syria')) == ("Erdoğan", "sanct*")
        assert engine.missing(parse("title:turkey")) == ("turkey",)
        assert engine.missing(None) == ()


def test_words_that_are_alike(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "Kalin, Kalina, kalian"), make("b", "Title", "kalina karin kolyn")) as engine:
        assert engine.near("Kalın") == ["kalina", "kalian", "karin"]
        assert engine.near("kalin", limit=9) == ["kalina", "kalian", "karin", "kolyn"]
        assert engine.near("parliament") == []
        assert engine.near("kari") == ["karin"]
        assert sorted(engine.alike("kalin", 1)) == ["kalian", "kalin", "kalina", "karin"]


def test_words_of_one_or_two_letters_are_not_meant(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "a b of on an and ox oxen")) as engine:
        assert engine.near("zq") == engine.near("c") == []
        assert engine.near("oxn") == ["oxen"]
        assert engine.near("anx") == ["and"]


def test_who_waits_no_more_gets_what_there_is(bench: Any, make: Any) -> None:
    asked: list[str] = []

    def proves(_: object, name: str) -> bool:
        asked.append(name)
        return True

    with bench.opened(*(make(f"a{n}", "Title", "Of Turkey") for n in range(9))) as engine:
        answer = engine.search(parse("=Turkey"), proves=proves, stop=lambda: len(asked) == 3)
        assert answer.partial
        assert len(asked) == 3
        whole = engine.search(parse("=Turkey"), proves=proves)
        assert (whole.partial, whole.total) == (False, 9)
        assert engine.every(parse("turkey"), stop=lambda: True) == set()


def test_texts_are_asked_from_the_best_on_until_there_are_enough(bench: Any, make: Any) -> None:
    articles = {f"a{n}": make(f"a{n}", "Title", "Turkey " * n + "and") for n in range(1, 9)}
    asked: list[str] = []

    def proves(tree: Node, name: str) -> bool:
        asked.append(name)
        return matches(tree, articles[name])

    with bench.opened(*articles.values()) as engine:
        whole = engine.search(parse("=Turkey -zebra"), proves=proves)
        assert (whole.total, len(whole.best), len(asked)) == (8, 8, 8)
        asked.clear()
        first = engine.search(parse("=Turkey -zebra"), 3, proves=proves)
        assert (first.best, first.total, first.partial) == (whole.best[:3], None, False)
        assert asked == [name for name, _ in whole.best[:3]]
        once = engine.search(parse("=Turkey"), 2, proves=proves, alike={whole.best[0][0]: 1, whole.best[1][0]: 1})
        assert [name for name, _ in once.best] == [whole.best[0][0], whole.best[2][0]]
        assert once.copies == {whole.best[0][0]: (whole.best[1][0],)}


def test_words_that_begin_so(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "Sanctions sanction"), make("b", "Title", "sanctions, Çay")) as engine:
        assert engine.words("Sanct") == [("sanctions", 2), ("sanction", 1)]
        assert engine.words("ça") == [("cay", 1)]
        assert engine.words("", limit=1) == [("sanctions", 2)] or engine.words("", limit=1) == [("title", 2)]
        assert not engine.words("~")
