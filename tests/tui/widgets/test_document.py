from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.text.layers import Mark
from tui.text.lines import line
from tui.text.sheet import Stretch
from tui.themes import DARK
from tui.widgets.document import Document, nearest

TEXT = "\n\n".join(f"Paragraph {n} says “word {n}” and goes on for some while after that." for n in range(20))


def _stretches() -> list[Stretch]:
    found, at = [], 0
    for part in TEXT.split("\n\n"):
        found.append(Stretch(at, at + len(part)))
        at += len(part) + 2
    return found


_SAID = [(TEXT.index(f"word {n}”"), len(f"word {n}")) for n in range(20)]
MARKS = [Mark(start, start + length, "hue-0", "┃", "W", "W") for start, length in _SAID]


class Read(App[None]):
    """A document and nothing else."""

    def compose(self) -> ComposeResult:
        yield Document()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables


@asynccontextmanager
async def read(size: tuple[int, int] = (40, 12)) -> AsyncIterator[tuple[Document, Pilot[None]]]:
    async with Read().run_test(size=size) as pilot:
        document = pilot.app.query_one(Document)
        document.show(TEXT, _stretches(), {}, {"said": MARKS})
        await pilot.pause()
        yield document, pilot


async def test_nothing_is_set_before_there_is_room() -> None:
    class Early(Read):
        def compose(self) -> ComposeResult:
            document = Document()
            document.show(TEXT, _stretches(), {}, {})
            rows.append(len(document.sheet.rows))
            yield document

    rows: list[int] = []
    async with Early().run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        rows.append(len(pilot.app.query_one(Document).sheet.rows))
    assert rows[0] == 0, "in a column of one cell each letter has a row"
    assert rows[1] >= 20


def seen(document: Document) -> list[str]:
    return [document.render_line(y).text for y in range(document.size.height)]


async def test_signs_stand_in_the_margin_and_letters_on_the_rail() -> None:
    async with read() as (document, _):
        row = document.sheet.row_of(MARKS[0].start)
        assert seen(document)[row].startswith(" W┃ ")
        assert {line[-2] for line in seen(document)} >= {"W"}
        assert all(len(line) == 40 for line in seen(document))


async def test_pointing_out_shows_the_caption_in_the_gap_and_moves_nothing() -> None:
    async with read() as (document, _):
        before = seen(document)
        document.point_out((MARKS[0].start, MARKS[0].end), line("└ somebody"))
        after = seen(document)
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert len(changed) == 1
        assert after[changed[0]].strip().startswith("└ somebody")
        assert document.scroll_offset.y == 0


async def test_a_place_out_of_sight_is_brought_into_sight_with_lines_around_it() -> None:
    async with read() as (document, _):
        for mark in (MARKS[12], MARKS[3], MARKS[19], MARKS[0]):
            document.point_out((mark.start, mark.end))
            y = document.sheet.row_of(mark.start) - document.scroll_offset.y
            assert 0 <= y < document.size.height


async def test_the_place_is_the_same_in_another_width() -> None:
    async with read() as (document, pilot):
        document.place = MARKS[9].start
        await pilot.resize_terminal(90, 12)
        await pilot.pause()
        first, last = document.in_sight
        assert first <= MARKS[9].start < last


async def test_clicking_the_rail_goes_there() -> None:
    async with read() as (document, pilot):
        await pilot.click(document, offset=(39, 11))
        assert document.scroll_offset.y > document.max_scroll_y // 2


async def test_a_mark_changes_only_its_layer() -> None:
    async with read() as (document, _):
        document.mark("found", [Mark(0, 9, "hit", rail="•")])
        assert seen(document)[0].rstrip().endswith("•")
        assert any(text.startswith(" W┃ ") for text in seen(document))


@given(st.lists(st.integers(0, 50), max_size=6, unique=True).map(sorted), st.integers(0, 50))
def test_the_nearest_place_forward_and_backward(starts: list[int], offset: int) -> None:
    places = [(start, start + 1) for start in starts]
    forward, backward = nearest(places, offset, 1), nearest(places, offset, -1)
    if not places:
        assert forward is backward is None
        return
    assert forward is not None
    assert backward is not None
    assert starts[forward] == min((s for s in starts if s >= offset), default=starts[0])
    assert starts[backward] == max((s for s in starts if s < offset), default=starts[-1])


async def test_a_place_that_was_pointed_out_unseen_stands_among_its_lines() -> None:
    async with read() as (document, pilot):
        document.display = False
        await pilot.pause()
        start = TEXT.index("goes on", MARKS[12].start)
        document.point_out((start, start + 30))  # over two rows
        document.display = True
        await pilot.pause()
        first, last = document.sheet.row_of(start), document.sheet.row_of(start + 29)
        assert first < last
        assert document.scroll_offset.y < first
        assert last < document.scroll_offset.y + document.size.height


async def test_the_current_place_stays_in_sight_in_another_width() -> None:
    async with read() as (document, pilot):
        document.point_out((_SAID[12][0], sum(_SAID[12])))
        for size in ((22, 12), (40, 7), (90, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            row = document.sheet.row_of(_SAID[12][0])
            assert document.scroll_offset.y <= row < document.scroll_offset.y + document.size.height
