"""Articles that are there more than once, through the door."""

from __future__ import annotations

from pathlib import Path

from index.library import Library

WIRE = "Fish talks go on\n\n" + " ".join(f"On day {n} they met in Bergen and spoke of quota {n}." for n in range(20))


def test_one_report_in_two_outlets_is_one(own_home: Path) -> None:
    folder = own_home / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(WIRE)
    (folder / "b.txt").write_text(WIRE.replace("quota 7", "the quota of 7"))
    (folder / "c.txt").write_text("Tariffs to rise\n\nAda Berg spoke of tariffs on fish from June on.\n")
    with Library.open(folder) as library:
        (group,) = library.copies()
    assert {(copy.article, copy.title) for copy in group.articles} == {
        ("a.txt", "Fish talks go on"), ("b.txt", "Fish talks go on")
    }  # fmt: skip
