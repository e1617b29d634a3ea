from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui import layout
from tui.session import Current, History, Session, Visit

VISITS = st.builds(Visit, place=st.integers(0, 9))


def test_nothing_is_there_at_first() -> None:
    assert Session().facts() == {"open"}


def test_facts_of_an_article(library: Any) -> None:
    session = Session()
    session.show_article(library.article("ferry.txt"), library.hits("ferries", "ferry.txt"))
    assert {"article", "hits", "quotations", "names"} <= session.facts()
    assert "quotation" not in session.facts()
    session.current = session.places("quotation")[0]
    assert {"quotation", "current actor"} <= session.facts()


def test_scare_quotes_are_not_walked_through(library: Any) -> None:
    session = Session()
    session.show_article(library.article("ferry.txt"), ())
    assert len(session.quotations) == 3
    assert not any(q.kind == "scare" for q in session.quotations)


def test_a_hit_leads_to_who_speaks_around_it(library: Any) -> None:
    session = Session()
    article = library.article("ferry.txt")
    session.show_article(article, library.hits("bargain", article.id))
    assert session.actors_at(session.places("hit")[0]) == ("jana-novak",)


def test_another_article_has_no_current_place(library: Any) -> None:
    session = Session(current=Current("hit", 0, 3))
    session.show_article(library.article("odd.txt"), ())
    assert session.current is None


@given(st.lists(VISITS, max_size=8), VISITS)
def test_back_and_forward_undo_each_other(way: list[Visit], here: Visit) -> None:
    history = History(past=list(way))
    went = []
    present = here
    while (visit := history.back(present)) is not None:
        went.append(visit)
        present = visit
    assert went == way[::-1]
    while (visit := history.forward(present)) is not None:
        present = visit
    assert present == here
    assert history.past == way


def test_going_on_forgets_the_way_forward() -> None:
    history = History(past=[Visit(place=1)])
    history.back(Visit(place=2))
    history.leave(Visit(place=3))
    assert not history.future


def test_the_same_place_is_kept_once() -> None:
    history = History()
    history.leave(Visit(place=3))
    history.leave(Visit(place=3))
    assert history.past == [Visit(place=3)]


def test_how_many_panes_fit() -> None:
    assert layout.visible(120, "search", (), zoomed=False) == ("search", "article", "actors")
    assert layout.visible(80, "search", (), zoomed=False) == ("search", "article")
    assert layout.visible(80, "actors", ("search", "article"), zoomed=False) == ("article", "actors")
    assert layout.visible(80, "article", ("article", "actors"), zoomed=False) == ("article", "actors")
    assert layout.visible(79, "article", (), zoomed=False) == ("article",)
    assert layout.visible(200, "article", (), zoomed=True) == ("article",)


@given(st.lists(st.tuples(st.sampled_from(layout.PANES), st.sampled_from([1, -1])), max_size=60))
def test_panes_keep_a_least_width_and_the_whole(steps: list[tuple[Any, int]]) -> None:
    weights = dict(layout.WEIGHTS)
    for pane, step in steps:
        weights = layout.resized(weights, pane, layout.PANES, step)
    assert sum(weights.values()) == 120
    assert min(weights.values()) >= 12


def test_a_single_pane_cannot_be_resized() -> None:
    assert layout.resized(layout.WEIGHTS, "article", ("article",), 1) == layout.WEIGHTS
