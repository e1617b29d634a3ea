"""Where derived data lives, and whether it may be trusted."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from index import cache
from index.errors import CacheError
from index.lock import locked

GLANCE = cache.Glance(articles=3, quotations=8, actors=20, contacts=5)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return cache.home(tmp_path / "corpus", under=tmp_path / "cache")


def published(home: Path, state: str = "s") -> cache.Manifest:
    generation = cache.new_generation(home)
    found = cache.Manifest(cache.maker(), "corpus", generation.name, state, GLANCE)
    cache.publish(home, found)
    return found


def test_nothing_is_known_before_the_first_build(home: Path) -> None:
    assert cache.manifest(home) is None


def test_what_was_published_is_read(home: Path) -> None:
    found = published(home)
    assert cache.manifest(home) == found


def test_glance_needs_no_more_than_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "cache"))
    assert cache.glance(tmp_path) is None
    published(cache.home(tmp_path))
    assert cache.glance(tmp_path) == GLANCE


@pytest.mark.parametrize("variable", ["READOUT_CACHE", "READOUT_DATA"])
def test_a_folder_named_from_where_one_stands_is_named_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path))
    monkeypatch.setenv(variable, "here")
    found = cache.root() if variable == "READOUT_CACHE" else cache.decisions(tmp_path)
    assert found.is_relative_to(tmp_path / "here")


def test_two_corpora_of_one_name_have_two_homes(tmp_path: Path) -> None:
    assert cache.home(tmp_path / "a" / "news") != cache.home(tmp_path / "b" / "news")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"maker": "x"}', "\x00\x01", '{"maker": "x", "glance": 3}'])
def test_a_broken_manifest_is_none(home: Path, content: str) -> None:
    published(home)
    (home / "manifest").write_text(content)
    assert cache.manifest(home) is None


def test_an_index_of_somebody_else_is_not_opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(home)
    monkeypatch.setattr(os, "getuid", lambda: home.stat().st_uid + 1, raising=False)
    assert cache.manifest(home) is None


def test_the_generation_before_is_kept_and_older_ones_go(home: Path) -> None:
    first, second, third = published(home), published(home), published(home)
    left = {path.name for path in home.glob("gen-*")}
    assert left == {second.generation, third.generation}
    assert first.generation not in left


@pytest.mark.parametrize("when", ["before", "after"])
def test_two_who_publish_at_once_leave_the_later_one_whole(
    home: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """The other publishes all of its own right before, or right after, this one becomes the current one."""
    this, other = (
        cache.Manifest(cache.maker(), "corpus", cache.new_generation(home).name, "s", GLANCE) for _ in range(2)
    )
    amend = cache.amend

    def amid(at: Path, found: cache.Manifest) -> None:
        monkeypatch.setattr(cache, "amend", amend)
        if when == "before":
            cache.publish(at, other)
        amend(at, found)
        if when == "after":
            cache.publish(at, other)

    monkeypatch.setattr(cache, "amend", amid)
    cache.publish(home, this)
    assert cache.manifest(home) == (this if when == "before" else other)


def test_what_is_decided_is_told_of_the_current_generation_alone(home: Path) -> None:
    before, now = published(home), published(home)
    cache.tell(home, before.generation, "d", GLANCE._replace(quotations=7))
    assert cache.manifest(home) == now
    cache.tell(home, now.generation, "d", GLANCE._replace(quotations=7))
    assert cache.manifest(home) == now._replace(decisions="d", glance=GLANCE._replace(quotations=7))


def test_a_manifest_that_is_being_told_waits_for_whoever_publishes(home: Path) -> None:
    """Else it would put the generation before back in its place."""
    before = published(home)
    with locked(home / "manifest.lock"):
        telling = threading.Thread(target=cache.tell, args=(home, before.generation, "d", GLANCE))
        telling.start()
        telling.join(0.1)
        assert telling.is_alive()
    telling.join(30)
    found = cache.manifest(home)
    assert found is not None
    assert found.decisions == "d"


def test_a_generation_that_is_being_built_is_left_alone(home: Path) -> None:
    building = cache.new_generation(home)
    published(home)
    published(home)
    assert building.is_dir()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(CacheError, match=r"cannot be written.*READOUT_CACHE"):
        cache.new_generation(blocked / "corpora" / "x")
