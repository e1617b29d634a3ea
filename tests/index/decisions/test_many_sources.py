"""Where many articles come from, said at once: one decision, kept, followed and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions import Filed, Ledger, OfArticle
from index.decisions.decide import told
from index.errors import DecisionError, UnknownError
from index.library import Library

NAMES = [f"herald/{n}.txt" for n in range(5)]


@pytest.fixture
def herald(corpus: Path) -> Path:
    (corpus / "herald").mkdir()
    for n, name in enumerate(NAMES):
        text = f"A strike of day {n}\n\nOlsen met the union number {n} on Monday, Ada Berg said.\n"
        (corpus / name).write_text(text, encoding="utf-8")
    return corpus


def outlets(library: Library) -> dict[str, str | None]:
    return {hit.id: hit.outlet for hit in library.search("", once=False).hits}


def test_all_have_it_and_one_undo_takes_it_back(herald: Path) -> None:
    with Library.open(herald) as library:
        library.set_source("a.txt", outlet="The Port")
        before = outlets(library)
        library.set_sources(NAMES, outlet="The Herald", published="2021-05-07")
        assert outlets(library) == before | dict.fromkeys(NAMES, "The Herald")
        assert {hit.id for hit in library.search("outlet:herald date:2021-05-07", once=False).hits} == set(NAMES)
        assert len(Ledger.of(herald).read().decisions) == 2
    with Library.open(herald) as library:
        assert outlets(library) == before | dict.fromkeys(NAMES, "The Herald")
        undone = library.undo()
        assert undone is not None
        assert (undone.told, undone.about) == ("published: 2021-05-07, outlet: The Herald", "5 articles")
        assert outlets(library) == before


def test_it_outlives_the_index_and_a_new_name_of_a_file(herald: Path) -> None:
    with Library.open(herald) as library:
        library.set_sources(NAMES, author="Kari Nilsen")
    (herald / NAMES[3]).rename(herald / "moved.txt")
    with Library.open(herald, rebuild=True) as library:
        assert library.search("author:nilsen", once=False).total == 5
        assert library.article("moved.txt").author.value == "Kari Nilsen"


def test_a_later_decision_about_one_of_them_stands_upon_it(herald: Path) -> None:
    with Library.open(herald) as library:
        library.set_sources(NAMES[:2], outlet="The Herald", author="Kari Nilsen")
        library.set_source(NAMES[1], outlet="The Inland Times")
        article = library.article(NAMES[1])
        assert (article.outlet.value, article.author.value) == ("The Inland Times", "Kari Nilsen")


def test_the_file_has_an_article_a_line(herald: Path) -> None:
    with Library.open(herald) as library:
        library.set_sources(NAMES, outlet="The Herald")
    ledger = Ledger.of(herald)
    lines = ledger.path.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith('    { article = "herald/') for line in lines) == 4
    ledger.undo()
    assert ledger.read().decisions == ()


def test_what_cannot_be_said_of_many(herald: Path) -> None:
    with Library.open(herald) as library:
        for articles, said, kind in (
            ([], {"outlet": "The Herald"}, DecisionError),
            (NAMES, {}, DecisionError),
            (NAMES, {"published": "May"}, DecisionError),
            (["nowhere.txt"], {"outlet": "The Herald"}, UnknownError),
        ):
            with pytest.raises(kind):
                library.set_sources(articles, **said)
        assert Ledger.of(herald).read().decisions == ()


def test_each_is_the_decision_about_one() -> None:
    now = "2026-11-22T04:31:19Z"
    both = told(OfArticle, article="a", sha256="1", others=[Filed(article="b")], decided=now, outlet="The Herald")
    alone = [told(OfArticle, article=a, sha256=s, decided=now, outlet="The Herald") for a, s in (("a", "1"), ("b", ""))]
    assert list(both.each()) == alone
