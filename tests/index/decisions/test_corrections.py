"""What a person decides, through the door: it is shown at once, found, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import cache
from index.decisions import Ledger
from index.errors import DecisionError, UnknownError
from index.library import Library
from tests.index.decisions.fish import COD, TALKS, TIGER, TIGER_QUERY, got, said, speakers


def test_another_speaker(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = got(library, COD)
        assert speakers(library, COD) == ("ada-berg",)
        after = library.correct("a.txt", before.id, speaker="olsen")
        assert after is not None
        assert after == got(library, COD)
        assert (after.speaker and after.speaker.actors, after.corrected, after.confidence, after.rule) == (
            ("bo-olsen",), True, 1.0, "corrected"
        )  # fmt: skip
        assert (after.id, after.start, after.end, after.kind) == (before.id, before.start, before.end, before.kind)
        assert COD in said(library, "olsen")
        assert COD not in said(library, "berg")
        assert [hit.id for hit in library.search("speaker:olsen quote:cod").hits] == ["a.txt"]
        assert library.search("speaker:berg quote:cod").total == 0
        assert COD in {row.quotation.text for row in library.actor("bo-olsen").said}


def test_somebody_whom_no_article_knows(corpus: Path) -> None:
    with Library.open(corpus) as library:
        actors = library.overview().actors
        library.correct("a.txt", got(library, COD).id, speaker="Kari Nilsen")
        assert speakers(library, COD) == ("kari-nilsen",)
        assert [line.name for line in library.actors("nilsen")] == ["Kari Nilsen"]
        assert [row.quotation.text for row in library.actor("kari-nilsen").said] == [COD]
        assert library.search("speaker:nilsen").total == 1
        assert library.overview().actors == actors + 1
        assert library.names()["kari-nilsen"] == "Kari Nilsen"
        library.undo()
        assert library.actors("nilsen") == []
        assert library.overview().actors == actors


def test_several_speakers_and_nobody(corpus: Path) -> None:
    with Library.open(corpus) as library:
        quotation = got(library, COD).id
        library.correct("a.txt", quotation, speaker="Olsen; ada-berg")
        assert set(speakers(library, COD)) == {"ada-berg", "bo-olsen"}
        library.correct("a.txt", quotation, speaker="")
        assert got(library, COD).speaker is None
        assert library.quotations(status="unattributed") == [], "a person has looked at it"


def test_who_speaks_is_not_spoken_to_nor_about(corpus: Path) -> None:
    (corpus / "c.txt").write_text('Notes\n\nAda Berg told Bo Olsen that "Olsen knows the cod".\n', encoding="utf-8")
    with Library.open(corpus) as library:
        before = got(library, "Olsen knows the cod", "c.txt")
        assert before.addressee
        assert (before.addressee.actors, before.about) == (("bo-olsen",), ("bo-olsen",))
        after = library.correct("c.txt", before.id, speaker="olsen")
        assert after is not None
        assert (after.addressee, after.about) == (None, ())


def test_another_kind(corpus: Path) -> None:
    with Library.open(corpus) as library:
        verbatim = library.overview().quotations
        library.correct("a.txt", got(library, TIGER).id, kind="scare")
        assert got(library, TIGER).kind == "scare"
        assert TIGER not in [row.quotation.text for row in library.quotations()]
        assert TIGER in [row.quotation.text for row in library.quotations(kind="scare")]
        assert library.overview().quotations == verbatim - 1
        glance = cache.glance(corpus)
        assert glance is not None
        assert glance.quotations == verbatim - 1


def test_other_words(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = got(library, TIGER)
        after = library.correct("a.txt", before.id, start=before.start + len("a "))
        assert after is not None
        assert after.text == "paper tiger"
        assert library.article("a.txt").text[after.start : after.end] == "paper tiger"


def test_no_quotation(corpus: Path) -> None:
    with Library.open(corpus) as library:
        assert library.search(TIGER_QUERY).total == 1
        others = [q.id for q in library.article("a.txt").quotations if q.text != TIGER]
        assert library.correct("a.txt", got(library, TIGER).id, no_quotation=True) is None
        assert [q.id for q in library.article("a.txt").quotations] == others, "the others keep their names"
        assert library.search(TIGER_QUERY).total == 0


def test_right_as_it_stands(corpus: Path) -> None:
    with Library.open(corpus) as library:
        before = got(library, COD)
        after = library.correct("a.txt", before.id, confirmed=True)
        assert after == before.model_copy(update={"corrected": True, "confidence": 1.0, "rule": "confirmed"})
        assert [row.quotation.text for row in library.quotations("is:corrected")] == [COD]


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({}, DecisionError, "Nothing is decided"),
        ({"kind": "direct", "no_quotation": True}, DecisionError, "too much"),
        ({"start": 50, "end": 50}, DecisionError, "no words from 50 to 50"),
        ({"end": 99999}, DecisionError, "to 99999"),
        ({"start": 16, "end": 18}, DecisionError, "no words"),
        ({"start": -1}, DecisionError, "from -1"),
    ],
)
def test_what_cannot_be_decided_is_not_kept(
    corpus: Path, changes: dict[str, object], error: type[Exception], says: str
) -> None:
    with Library.open(corpus) as library, pytest.raises(error, match=says):
        library.correct("a.txt", got(library, COD).id, **changes)  # type: ignore[arg-type]
    assert Ledger.of(corpus).read().decisions == ()


def test_what_is_not_there_cannot_be_corrected(corpus: Path) -> None:
    with Library.open(corpus) as library:
        with pytest.raises(UnknownError, match=r"'q99' in a\.txt"):
            library.correct("a.txt", "q99", kind="direct")
        with pytest.raises(UnknownError, match="no article"):
            library.correct("z.txt", "q1", kind="direct")


def test_a_name_that_may_mean_several_is_asked_for_again(corpus: Path) -> None:
    (corpus / "c.txt").write_text('Art\n\n"No," said painter Lars Olsen, and Lars Olsen left.\n', encoding="utf-8")
    with Library.open(corpus) as library:
        quotation = got(library, "Tariffs will rise in June,", "b.txt").id
        assert {line.name for line in library.actors("olsen")} >= {"Bo Olsen", "Lars Olsen"}
        own = library.correct("b.txt", quotation, speaker="Olsen")
        assert own and own.speaker and own.speaker.actors == ("bo-olsen",), "the one of the article"
        library.correct("b.txt", quotation, speaker="Lars Olsen")
        assert [row.article for row in library.quotations("tariffs", speaker="lars")] == ["b.txt"]


# undo ----------------------------------------------------------------------------------------------------------------


def test_undo_goes_back_to_what_was_found(corpus: Path) -> None:
    with Library.open(corpus) as library:
        states = [library.article("a.txt")]
        quotation = got(library, COD).id
        for changes in ({"speaker": "Kari Nilsen"}, {"kind": "partial"}, {"end": 120}, {"no_quotation": True}):
            library.correct("a.txt", quotation, **changes)  # type: ignore[arg-type]
            states.append(library.article("a.txt"))
        assert len({state.model_dump_json() for state in states}) == 5
        for state in reversed(states[:-1]):
            assert library.undo() is not None
            assert library.article("a.txt") == state
        assert library.undo() is None
        assert library.search("speaker:berg quote:cod").total == 1


def test_what_was_taken_back_is_told(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.correct("a.txt", got(library, COD).id, speaker="olsen")
        undone = library.undo()
    assert undone is not None
    assert (undone.article, undone.about, undone.told) == ("a.txt", COD, "speaker: Bo Olsen")
    assert undone.place is not None
    assert TALKS[undone.place.start : undone.place.end] == COD
