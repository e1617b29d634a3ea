"""Articles that are there more than once, through the door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answers.search import Order
from index.library import Library
from index.model import Page
from tests.index.answers.conftest import opened_on

FISH = [f"On day {n} they met in Bergen and spoke of quota number {n} for cod and haddock." for n in range(20)]
FERRIES = [f"On day {n} the ferries sailed from Bergen without passengers or haddock on board." for n in range(30)]


def article(title: str, sentences: list[str], outlet: str, day: int) -> str:
    return f"---\noutlet: {outlet}\ndate: 2021-03-{day:02}\n---\n{title}\n\n{' '.join(sentences)}\n"


NEWS = {
    "a": article("Fish talks go on", FISH, "Herald", 3),
    "b": article("Talks on fish and cod go on", FISH[:19], "Post", 4),
    "c": article("Tariffs", ["Ada Berg spoke of tariffs on haddock from June on."], "Post", 5),
    "d": article("Fish talks", FISH[1:], "Times", 2),
    "e": article("Ferries stay empty", FERRIES, "Times", 9),
    "f": article("Haddock and ferries", FERRIES[2:], "Herald", 8),
}
ALIKE = ({"a.txt", "b.txt", "d.txt"}, {"e.txt", "f.txt"})


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with opened_on(NEWS, tmp_path_factory) as opened:
        yield opened


def groups(library: Library) -> set[frozenset[str]]:
    return {frozenset(copy.article[0] for copy in group.articles) for group in library.copies()}


def once(page: Page, limit: int) -> tuple[list[tuple[str, list[str]]], int]:
    """A page on which all stand, gone through from the top: the first of those that say the same, and the others."""
    shown: list[tuple[str, list[str]]] = []
    for hit in page.hits:
        group = next((group for group in ALIKE if hit.id in group), {hit.id})
        first = next((copies for first, copies in shown if first in group), None)
        if first is None:
            shown.append((hit.id, []))
        else:
            first.append(hit.id)
    return shown[:limit], len(page.hits) - len(shown)


def test_they_are_listed_the_most_often_printed_first(news: Library) -> None:
    first, second = news.copies()
    assert ({copy.article for copy in first.articles}, {copy.article for copy in second.articles}) == ALIKE
    assert (first.articles[0].title, first.articles[0].outlet) == ("Talks on fish and cod go on", "Post")


@pytest.mark.parametrize("order", ["rank", "date", "outlet"])
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
@pytest.mark.parametrize(
    "query", ["", "fish", "haddock", "bergen -ferries", "outlet:post", "title:ferries OR cod", "date:2021-03-02", "no"]
)
def test_in_results_the_first_stands_for_all(news: Library, query: str, limit: int, order: Order) -> None:
    page, whole = news.search(query, limit=limit, order=order), news.search(query, order=order, once=False)
    assert ([(hit.id, [copy.article for copy in hit.copies]) for hit in page.hits], page.copies) == once(whole, limit)
    assert page.total == whole.total == len(whole.hits)
    assert whole.copies == 0
    assert all(not hit.copies for hit in whole.hits)


def test_they_are_the_same_however_the_folder_came_to_be(own_home: Path) -> None:
    folder = own_home / "news"
    folder.mkdir()

    def stands(*names: str) -> set[frozenset[str]]:
        for file in folder.iterdir():
            if file.stem not in names:
                file.unlink()
        for name in names:
            if not (file := folder / f"{name}.txt").exists():
                file.write_text(NEWS[name])
        with Library.open(folder) as library:
            return groups(library)

    assert stands("a", "c", "e") == set()
    assert stands("a", "c", "d", "e") == {frozenset("ad")}
    assert stands(*NEWS) == {frozenset("abd"), frozenset("ef")}
    assert stands("b", "c", "d", "e", "f") == {frozenset("bd"), frozenset("ef")}
    assert stands("b", "c", "e") == set()
