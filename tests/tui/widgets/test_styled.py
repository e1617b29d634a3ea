from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tui.widgets.styled import merged

STYLES = st.sampled_from([
    Style(), Style(bold=True), Style(bgcolor="red"), Style(underline=True), Style(color="blue", bgcolor="red"),
    Style.from_meta({"offset": (1, 0)}),
])  # fmt: skip
SEGMENTS = st.lists(st.builds(Segment, st.text("ab ", max_size=3), STYLES), max_size=12)


def cells(segments: list[Segment]) -> list[tuple[str, object, object, object]]:
    """What can be seen of each character, and what place it stands for."""
    return [
        (c, s.style.bgcolor, s.style.meta, (s.style.bold, s.style.color, s.style.underline) if c != " " else
         s.style.underline)
        for s in segments if s.style is not None for c in s.text
    ]  # fmt: skip


@given(SEGMENTS)
def test_what_is_merged_looks_the_same_and_stands_for_the_same_places(segments: list[Segment]) -> None:
    assert [(c, bg, meta) for c, bg, meta, _ in cells(merged(segments))] == [
        (c, bg, meta) for c, bg, meta, _ in cells(segments)
    ]
    for before, after in zip(cells(segments), cells(merged(segments)), strict=True):
        assert before[3] == after[3] or (before[0] == " " and not before[3] and not after[3])


def test_alike_neighbours_and_spaces_become_one() -> None:
    bold = Style(bold=True)
    assert merged([Segment(" ", Style()), Segment("a", bold), Segment("b", bold), Segment("  ", Style())]) == [
        Segment(" ab  ", bold)
    ]
