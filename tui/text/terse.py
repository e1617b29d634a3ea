"""Saying the same to a terminal in fewer bytes: over a slow line each one counts.

What is drawn is held against what the terminal shows already, and only the cells that differ are sent: all of one style
together, since a move of the cursor is a third of what a change of colours takes. Halves what a step in the results or
in an article sends, measured; what is drawn the same again costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from tui.text.cells import width_of

_PIECE = re.compile(r"(\d+;\d+(?=H)|[\d;]*(?=m))([Hm])([^\x1b]*)")
"""What follows an escape: a move of the cursor or a style, and then words. Textual ends rows with new lines, too, from
which the cursor is at once put elsewhere; nothing is drawn below the last row, so that none scrolls."""
_HARMLESS = re.compile(r"\x1b\[\?(?:25|2026)[hl]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""What changes no cell: the cursor seen or not, a frame that begins or ends, a copy, a title."""
_SURE = r" -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f‐-‧‰-⁞€←-⋿─-▟✓✗★"
PLAIN = re.compile(f"[{_SURE}]*")
"""Letters and signs of one cell each, in all terminals."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends a part of a style; bold and faint have the same end."""
_SEEN_IN_BLANKS = {"4", "7", "9", "21", "53"}
"""Parts of a style that can be seen where there is no ink: lines, and colours the other way round."""
_GAP = 6
"""Cells that are sent again sooner than jumped over."""


class _Look(NamedTuple):
    """What an escape sequence for style sets: colours of ink and paper (39 and 49: the terminal's own), the rest."""

    ink: str
    paper: str
    rest: frozenset[str]


class _Run(NamedTuple):
    """Words of one style, and the row and the column in which they begin, from 0. `led` says that the cursor is put
    there; otherwise it stands there after the words before."""

    row: int
    column: int
    text: str
    style: str
    led: bool = True


class _Row:
    """What a row of the terminal shows: a letter and a style for each cell; no letter where that is not known."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.styles: list[str] = []
        self.changed: set[int] = set()

    def draw(self, column: int, text: str, style: str) -> None:
        """Put words into the cells, and note which of them change."""
        end = column + len(text)
        if (missing := end - len(self.letters)) > 0:
            self.letters += [""] * missing
            self.styles += [""] * missing
        letters, blank = list(text), _blank(style)
        styles = [style] * len(text) if blank == style else [blank if letter == " " else style for letter in text]
        old_letters, old_styles = self.letters[column:end], self.styles[column:end]
        if old_letters != letters or old_styles != styles:
            self.letters[column:end], self.styles[column:end] = letters, styles
            self.changed.update(
                column + at for at in range(len(text)) if letters[at] != old_letters[at] or styles[at] != old_styles[at]
            )

    def news(self, row: int) -> Iterator[_Run]:
        """What has changed since it was last asked for, in as few pieces as can be."""
        first = end = -1
        style = ""
        for at in sorted(self.changed):
            if at == end and self.styles[at] == style:  # most of them: what follows only says it for all
                end += 1
                continue
            if first >= 0 and at - end <= _GAP and (common := self._common(style, end, at + 1)) is not None:
                end, style = at + 1, common
                continue
            if first >= 0:
                yield _Run(row, first, "".join(self.letters[first:end]), style)
            first, end, style = at, at + 1, self.styles[at]
        if first >= 0:
            yield _Run(row, first, "".join(self.letters[first:end]), style)
        self.changed.clear()

    def _common(self, style: str, start: int, end: int) -> str | None:
        """The style in which words in `style` and the cells after them can be sent in one, if there is one."""
        for letter, its in zip(self.letters[start:end], self.styles[start:end], strict=True):
            if its == style or (letter == " " and its == _blank(style)):
                continue
            return None
        return style


class Terse:
    """What a terminal shows, and what it need be sent so that it shows something else."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._unread: list[_Run] = []
        """The words of a whole frame, which are yet to be kept in mind: it was waited for."""
        self._cursor = ""

    def forget(self) -> None:
        """The terminal may show anything: it was resized, or another program wrote to it."""
        self._rows.clear()
        self._unread = []
        self._cursor = ""

    def say(self, drawn: str) -> str:
        """`drawn` without what the terminal shows already. Each of its words has a whole style, and ends it; what comes
        of it begins and ends without a style."""
        parsed = _parsed(drawn)
        if parsed is None:
            if _HARMLESS.sub("", drawn):
                self.forget()
            return drawn
        runs, cursor = parsed
        odd = {run.row for run in runs if not PLAIN.fullmatch(run.text)}
        by_style: dict[str, list[_Run]] = {}
        for run in self._news([run for run in runs if run.row not in odd]):
            by_style.setdefault(run.style, []).append(run)
        for row in odd:
            self._rows.pop(row, None)
        said = _said(_shortly(chain.from_iterable(by_style.values())))
        said += _said(_surely([run for run in runs if run.row in odd]))
        if not said and cursor == self._cursor:
            return ""
        self._cursor = cursor
        return said + cursor

    def _news(self, runs: list[_Run]) -> Iterable[_Run]:
        """What the terminal does not show yet of some words: all of them, where it may show anything."""
        if self._unread:
            self._draw(self._unread)
            self._unread = []
            for row in self._rows.values():
                row.changed.clear()
        if not self._rows and _in_order(runs):
            self._unread = runs
            return runs
        self._draw(runs)
        return chain.from_iterable(self._rows[row].news(row) for row in dict.fromkeys(run.row for run in runs))

    def _draw(self, runs: Iterable[_Run]) -> None:
        for run in runs:
            self._rows.setdefault(run.row, _Row()).draw(run.column, run.text, run.style)


def _parsed(drawn: str) -> tuple[list[_Run], str] | None:
    """The words in `drawn` with their places and styles, and where the cursor is put in the end; `None` where it is
    something else. Columns are counted in characters: where one takes no cell or two, they are not those of the
    terminal, but still tell what follows on what."""
    runs: list[_Run] = []
    row = column = -1
    style = cursor = ""
    led = False
    before, *pieces = drawn.split("\x1b[")
    for piece in pieces:
        found = _PIECE.fullmatch(piece)
        if found is None:
            return None
        numbers, kind, text = found.groups()
        if kind == "m":
            style = "" if numbers == "0" else numbers
        else:
            down, _, right = numbers.partition(";")
            row, column, cursor, led = int(down) - 1, int(right) - 1, f"\x1b[{numbers}H", True
        if text and (text := text.rstrip("\n")):
            runs.append(_Run(row, column, text, style, led))
            column += len(text)
            cursor, led = "", False
    return None if before or (runs and runs[0].row < 0) else (runs, cursor)


def _in_order(runs: Sequence[_Run]) -> bool:
    """Whether they can be said in any order, since none is drawn over another."""
    return all(
        (before.row, before.column + len(before.text)) <= (run.row, run.column) for before, run in pairwise(runs)
    )


@cache
def _stretches() -> re.Pattern[str]:
    """Letters that may take more cells or none, with the one before, on which they may stand; or else only sure ones.
    Most terminals never see one of those: it is not made at the start."""
    return re.compile(f"[{_SURE}]?([^{_SURE}]+)|[{_SURE}]+?(?=[{_SURE}]?[^{_SURE}]|$)")


def _surely(runs: Iterable[_Run]) -> Iterator[tuple[str, _Run]]:
    """Runs with letters of which terminals differ in how many cells they take, as joined emoji: whatever one makes of
    them, the letter after them is put where it belongs, so that no word is lost and no frame broken."""
    column, sure = 0, False
    for run in runs:
        if run.led:
            column, sure = run.column, False
        for found in _stretches().finditer(run.text):
            piece = run._replace(column=column, text=found[0])
            yield "" if sure else _put(piece), piece
            column += width_of(found[0])
            sure = found[1] is None


def _put(run: _Run) -> str:
    """What puts the cursor where a run begins."""
    return f"\x1b[{run.row + 1};{run.column + 1}H"


def _shortly(runs: Iterable[_Run]) -> Iterator[tuple[str, _Run]]:
    """Runs whose letters take a cell each, with the shortest way from one to the next."""
    row, column = -1, -1
    for run in runs:
        ahead = run.column - column
        if run.row != row or ahead < 0:
            yield _put(run), run
        else:
            yield f"\x1b[{ahead}C" if ahead else "", run
        row, column = run.row, run.column + len(run.text)


def _said(runs: Iterable[tuple[str, _Run]]) -> str:
    """What makes a terminal show runs, each with what leads there."""
    said: list[str] = []
    now = ""
    for way, (_, _, text, style, _) in runs:
        change = "" if style == now else _change(now, style) if style else "\x1b[0m"
        said += (way, change, text)
        now = style
    return "".join(said) + ("\x1b[0m" if now else "")


@lru_cache(2048)
def _blank(style: str) -> str:
    """What can be seen of a style where there is no letter: the paper, unless lines can be seen, too."""
    look = _look(style)
    if look.rest & _SEEN_IN_BLANKS:
        return style
    return "" if look.paper == "49" else look.paper


@lru_cache(2048)
def _change(before: str, after: str) -> str:
    """What takes the terminal from one style to another."""
    one, other = _look(before), _look(after)
    gone = one.rest - other.rest
    if not gone <= _OFF.keys():
        return f"\x1b[0;{after}m"
    off = {_OFF[each] for each in gone}
    left = {each for each in one.rest - gone if _OFF.get(each) not in off}
    colours = ((one.ink, other.ink), (one.paper, other.paper))
    news = [*sorted(off), *sorted(other.rest - left), *(new for old, new in colours if new != old)]
    return min(f"\x1b[{';'.join(news)}m" if news else "", f"\x1b[0;{after}m", key=len)


def _look(style: str) -> _Look:
    ink, paper = "39", "49"
    rest: set[str] = set()
    numbers = iter(style.split(";") if style else ())
    for number in numbers:
        colour = number
        if number in ("38", "48"):
            kind = next(numbers)
            colour = ";".join([number, kind, *(next(numbers) for _ in range(3 if kind == "2" else 1))])
        if number[0] in "39" and len(number) == 2:
            ink = colour
        elif number[0] in "41" and len(number) > 1:
            paper = colour
        else:
            rest.add(number)
    return _Look(ink, paper, frozenset(rest))
