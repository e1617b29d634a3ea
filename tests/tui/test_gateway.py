from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.errors import CorpusError
from index.model import Progress
from tui import messages
from tui.gateway import Gateway
from tui.lanes import Lane
from tui.session import Change


class Inbox:
    """Collects messages from any thread, and waits for one of a kind."""

    def __init__(self) -> None:
        self.messages: list[Any] = []
        self._arrived = threading.Condition()

    def __call__(self, message: Any) -> None:
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()

    def wait(self, kind: type, holds: Callable[[Any], bool] = lambda message: True) -> Any:
        def found() -> Any:
            return next((m for m in self.messages if isinstance(m, kind) and holds(m)), None)

        with self._arrived:
            assert self._arrived.wait_for(found, timeout=30), f"no {kind.__name__} came"
            return found()


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def connected(library: Any, inbox: Inbox) -> Gateway:
    gateway = Gateway(Path("nowhere"), lambda folder, progress: library)
    gateway.post = inbox
    return gateway


def test_questions_asked_before_the_library_is_there_are_answered_once_it_is(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.search("fer", 50)
    gateway.search("ferries", 50)
    gateway.start()
    page = inbox.wait(messages.Searched).page
    assert page.query == "ferries"
    assert library.asked == ["ferries"]  # the first was never asked
    gateway.close()


def test_a_stale_answer_is_dropped(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    started, go_on = threading.Event(), threading.Event()
    search = library.search

    def slow(query: str, *, limit: int, shown: int, order: str, stop: Any) -> Any:
        if query == "slow":
            started.set()
            assert go_on.wait(10)
        return search(query, limit=limit, shown=shown, order=order)

    library.search = slow
    gateway.start()
    gateway.search("slow", 50)
    assert started.wait(10)
    gateway.search("bridge", 50)
    go_on.set()
    inbox.wait(messages.Searched, lambda m: m.page.query == "bridge")
    assert [m.page.query for m in inbox.messages if isinstance(m, messages.Searched)] == ["bridge"]
    gateway.close()


def test_hits_out_of_sight_get_their_passages_in_a_second_answer(
    library: Any, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.gateway._IN_SIGHT", 1)
    gateway = connected(library, inbox)
    gateway.start()
    gateway.search("harbour", 50)
    whole = library.search("harbour").hits
    inbox.wait(messages.Searched, lambda m: m.page.hits == whole)
    first, last = [m.page.hits for m in inbox.messages if isinstance(m, messages.Searched)]
    assert len(whole) > 1
    assert first[0] == last[0] == whole[0]
    assert [hit.passages for hit in first[1:]] == [()] * (len(whole) - 1)
    gateway.close()


def test_what_was_posted_just_before_a_newer_question_is_known_to_be_stale(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.start()
    gateway.search("bridge", 50)
    answer = inbox.wait(messages.Searched)
    assert not gateway.is_stale(answer)
    gateway.search("bridges", 50)
    assert gateway.is_stale(answer)
    gateway.close()


def test_a_mistake_in_the_query_is_told_with_its_place(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.start()
    gateway.search("ferry (", 50)
    refused = inbox.wait(messages.Refused)
    assert (refused.start, refused.end, refused.proposal) == (6, 7, "ferry")
    gateway.close()


def test_an_article_that_is_gone_is_told(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.start()
    gateway.read("gone.txt", "")
    assert inbox.wait(messages.Unanswered).title == "No such article"
    gateway.close()


def test_an_article_is_read_once(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.start()
    gateway.read("ferry.txt", "")
    first = inbox.wait(messages.ArticleRead)
    library.articles.clear()
    gateway.read("ferry.txt", "")
    again = inbox.wait(messages.ArticleRead, lambda m: m is not first)
    assert again.article is first.article
    gateway.close()


def test_a_corpus_that_cannot_be_opened_is_told(inbox: Inbox) -> None:
    def refuse(folder: Path, progress: Any) -> Any:
        raise CorpusError("There is no folder", str(folder), "Name another.")

    gateway = Gateway(Path("nowhere"), refuse)
    gateway.post = inbox
    gateway.start()
    failed = inbox.wait(messages.Failed)
    assert (failed.title, failed.hint) == ("There is no folder", "Name another.")


def test_a_mistake_in_the_program_is_passed_on(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    library.search = None
    gateway.start()
    gateway.search("ferry", 50)
    assert isinstance(inbox.wait(messages.Crashed).error, TypeError)
    gateway.close()


def test_progress_is_thinned_out_but_its_end_is_told(library: Any, inbox: Inbox) -> None:
    def connect(folder: Path, progress: Callable[[Progress], None]) -> Any:
        for done in range(1001):
            progress(Progress(stage="reading", done=done, total=1000))
        return library

    gateway = Gateway(Path("nowhere"), connect)
    gateway.post = inbox
    gateway.start()
    inbox.wait(messages.Opened)
    told = [m.done for m in inbox.messages if isinstance(m, messages.Progressed)]
    assert told[-1] == 1000
    assert len(told) < 100
    gateway.close()


def test_closing_lets_go_of_the_library(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    gateway.start()
    inbox.wait(messages.Opened)
    gateway.close()
    assert library.closed


def test_a_lane_does_the_newest_work_only() -> None:
    gate, done = threading.Event(), threading.Event()
    did: list[int] = []
    lane = Lane("test", gate)
    for number in range(5):
        lane.ask(lambda generation, number=number: (did.append(number), done.set()))  # type: ignore[misc]
    gate.set()
    assert done.wait(10)
    assert did == [4]
    assert lane.generation == 5
    lane.close()


def test_the_library_is_not_closed_under_a_question(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    started, go_on = threading.Event(), threading.Event()
    closed_before: list[bool] = []
    search = library.search

    def slow(query: str, *, limit: int, shown: int, order: str, stop: Any) -> Any:
        started.set()
        assert go_on.wait(10)
        closed_before.append(library.closed)
        return search(query, limit=limit)

    library.search = slow
    gateway.start()
    gateway.search("bridge", 50)
    assert started.wait(10)
    closing = threading.Thread(target=gateway.close)
    closing.start()
    go_on.set()
    closing.join(10)
    assert closed_before == [False]
    assert library.closed


def test_all_that_is_to_be_written_is_written_in_order(library: Any, inbox: Inbox) -> None:
    gateway = connected(library, inbox)
    for change in (Change(kind="partial"), Change(kind="statement"), Change(speaker="")):
        gateway.correct("ferry.txt", "q2", change)
    gateway.start()
    inbox.wait(messages.Changed, lambda m: m.told.endswith(" – speaker: nobody"))
    assert [m.told.partition(" – ")[2] for m in inbox.messages if isinstance(m, messages.Changed)] == [
        "kind: partial", "kind: statement", "speaker: nobody",
    ]  # fmt: skip
    gateway.close()


def test_a_lane_rests_until_something_newer_is_asked() -> None:
    gate = threading.Event()
    gate.set()
    lane = Lane("search", gate)
    rested, began = list[bool](), threading.Event()
    done = threading.Event()

    def work(generation: int) -> None:
        began.set()
        rested.append(lane.rests(30, generation))
        done.set()

    lane.ask(work)
    assert began.wait(30)
    newer = lane.ask(lambda generation: None)
    assert done.wait(30)
    assert rested == [False]
    assert lane.rests(0, newer)
