"""The file of decisions: what is written is read, and what others wrote stays."""

from __future__ import annotations

import os
import threading
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.decisions import Cut, Ledger, OfQuotation, Voice, toml
from index.errors import DecisionError

WHEN = datetime(2026, 11, 22, 4, 31, 19, tzinfo=UTC)
# Any character but halves of surrogate pairs, which no TOML file can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def decision(words: str = "a done deal", **changes: object) -> OfQuotation:
    given_ = changes or {"kind": "direct"}
    return OfQuotation.model_validate({"article": "a.txt", "words": words, "start": 5, "decided": WHEN, **given_})


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "data" / "decisions.toml", "/news")


WHAT = st.one_of(
    st.fixed_dictionaries({"kind": st.sampled_from(["direct", "scare"])}),
    st.fixed_dictionaries(
        {"speakers": st.lists(st.builds(Voice, name=TEXT, actor=st.none() | TEXT), max_size=2).map(tuple)}
    ),
    st.fixed_dictionaries({"cut": st.builds(Cut, start=st.integers(0, 9999), words=TEXT)}),
    st.just({"no_quotation": True}),
    st.just({"confirmed": True}),
)
DECISIONS = st.builds(
    lambda article, words, start, before, sha256, what: decision(
        words, article=article, start=start, before=before, sha256=sha256, **what
    ),
    TEXT, TEXT.filter(bool), st.integers(0, 99999), TEXT, TEXT, WHAT,
)  # fmt: skip


@given(st.lists(DECISIONS, max_size=4))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, decisions: list[OfQuotation]) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("data") / "decisions.toml")
    for one in decisions:
        ledger.append(one)
    assert ledger.read() == Ledger(ledger.path).read()
    assert ledger.read().decisions == tuple(decisions)


@given(st.lists(DECISIONS, min_size=1, max_size=4))
def test_undo_goes_back_step_by_step(tmp_path_factory: pytest.TempPathFactory, decisions: list[OfQuotation]) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("data") / "decisions.toml")
    for one in decisions:
        ledger.append(one)
    for n in range(len(decisions) - 1, -1, -1):
        assert ledger.undo() == decisions[n]
        assert ledger.read() == Ledger(ledger.path).read()
        assert ledger.read().decisions == tuple(decisions[:n])
    assert ledger.undo() is None


@given(TEXT)
def test_a_string_is_one_line_and_comes_back(text: str) -> None:
    written = toml.string(text)
    assert len(written.splitlines()) == 1
    assert tomllib.loads(f"x = {written}") == {"x": text}


def test_half_a_surrogate_pair_is_written_as_unknown() -> None:
    assert tomllib.loads("x = " + toml.string("a\ud800b")) == {"x": "a\ufffdb"}


def test_nothing_is_made_by_reading(ledger: Ledger) -> None:
    assert ledger.read().decisions == ()
    assert (ledger.digest(), ledger.stamp(), ledger.undo()) == ("", None, None)
    assert not ledger.path.exists()


def test_the_file_explains_itself(ledger: Ledger) -> None:
    ledger.append(decision())
    said = ledger.path.read_text(encoding="utf-8")
    assert said.startswith('# What you decided about "/news"')
    assert 'words = "a done deal"\n' in said
    assert "decided = 2026-11-22T04:31:19Z\n" in said


BY_HAND = """\
# my own notes

[[quotation]]  # said in the corridor
words = '''a done
deal'''
article = "a.txt"
start = 5
decided = 2026-11-21
kind = "partial"

  [[ quotation ]]
  article = "b.txt"
  words = "never"
  start = 0
  decided = 2026-11-22T10:00:00
  no_quotation = true  # surely
"""


def test_what_was_written_by_hand_stays(ledger: Ledger) -> None:
    ledger.path.parent.mkdir()
    ledger.path.write_text(BY_HAND, encoding="utf-8")
    assert [d.words for d in ledger.read().decisions] == ["a done\ndeal", "never"]
    ledger.append(decision())
    assert ledger.path.read_text(encoding="utf-8").startswith(BY_HAND)
    ledger.undo()
    assert ledger.path.read_text(encoding="utf-8") == BY_HAND
    ledger.undo()
    (left,) = ledger.read().decisions
    assert left.words == "a done\ndeal"
    assert "# said in the corridor" in ledger.path.read_text(encoding="utf-8")


def test_undo_is_not_misled_by_words_that_look_like_a_decision(ledger: Ledger) -> None:
    ledger.path.parent.mkdir()
    trap = 'article = "a"\nstart = 0\ndecided = 2026-11-21\nkind = "direct"\nwords = """x\n[[quotation]]\n"""\n'
    ledger.path.write_text(f"[[quotation]]\n{trap}\n[[quotation]]\n{trap}", encoding="utf-8")
    assert len(ledger.read().decisions) == 2
    ledger.undo()
    assert [d.words for d in ledger.read().decisions] == ["x\n[[quotation]]\n"]


@pytest.mark.parametrize(
    ("written", "line", "why"),
    [
        ('[[quotation]]\narticle = "a.txt', 2, ""),
        ("# fine\n\n[[quotation]]\nwords = \n", 4, ""),
        ('[[quotation]]\nwords = "x"\n', 1, "article"),
        (BY_HAND.replace("surely", "").replace("no_quotation", "no_quote"), 11, "no_quote"),
        (BY_HAND.replace('kind = "partial"', 'kind = "shouted"'), 3, "kind"),
        (BY_HAND.replace('kind = "partial"', ""), 3, "it must change"),
        ('quotation = "x"\n', 1, "[[quotation]]"),
        ("\n\n[actor]\nx = 1\n", 3, "actor"),
    ],
)
def test_a_broken_file_is_named_with_the_line_and_never_written_to(
    ledger: Ledger, written: str, line: int, why: str
) -> None:
    ledger.path.parent.mkdir()
    ledger.path.write_text(written, encoding="utf-8")
    for do in (ledger.read, ledger.undo, lambda: ledger.append(decision())):
        with pytest.raises(DecisionError) as caught:
            do()
        assert str(ledger.path) in caught.value.title
        assert f"line {line} " in caught.value.title
        assert why in caught.value.detail
    assert ledger.path.read_text(encoding="utf-8") == written


def test_bytes_that_are_no_text_are_named_with_the_line(ledger: Ledger) -> None:
    ledger.path.parent.mkdir()
    ledger.path.write_bytes(b"# fine\n\xff\n")
    with pytest.raises(DecisionError, match="line 2 "):
        ledger.read()


@pytest.mark.parametrize("wrong", [{}, {"kind": "direct", "no_quotation": True}, {"confirmed": True, "kind": "direct"}])
def test_a_decision_decides_one_thing(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="it must change"):
        OfQuotation.model_validate({"article": "a", "words": "x", "start": 0, "decided": WHEN, **wrong})


def test_a_write_that_fails_leaves_the_file_as_it_was(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.append(decision())
    before = ledger.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DecisionError, match=r"cannot be written.*No space left.*READOUT_DATA"):
        ledger.append(decision("more"))
    assert ledger.path.read_bytes() == before
    assert {path.name for path in ledger.path.parent.iterdir()} == {"decisions.toml", "decisions.lock"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DecisionError, match="cannot be written"):
        Ledger(tmp_path / "file" / "decisions.toml").append(decision())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    link = tmp_path / "decisions.toml"
    link.symlink_to(tmp_path / "synced" / "decisions.toml")
    Ledger(link).append(decision())
    assert link.is_symlink()
    assert Ledger(link).read().decisions == (decision(),)


def test_no_decision_is_lost_when_many_decide_at_once(ledger: Ledger) -> None:
    def decide(n: int) -> None:
        Ledger(ledger.path).append(decision(f"words {n}"))

    threads = [threading.Thread(target=decide, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {d.words for d in ledger.read().decisions} == {f"words {n}" for n in range(12)}
