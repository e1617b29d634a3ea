"""The colours. One accent, eight hues to tell speakers apart; every text is readable on whatever may lie behind it.

The hues of each theme were sought by hill climbing: as far apart as they get in OKLab, for all readers and for those
without red or without green cones, at a contrast of 4.5 to every background. `tests/tui/test_themes.py` checks that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from textual.theme import Theme

from tui.settings import THEMES as NAMES
from tui.widgets.styled import HUES

TERMINAL = "terminal"
"""The theme of the terminal's own colours."""


class Palette(NamedTuple):
    """The colours of a theme: of words, of what lies behind them, of speakers."""

    text: str
    dim: str
    accent: str
    error: str
    line: str
    ground: str
    panel: str
    cursor: str
    current: str
    view: str
    selected: str
    hit: tuple[str, str]
    """The words searched for, and what lies behind them."""
    hues: str


_DARK = Palette(
    text="#d7dae0", dim="#a6aebb", accent="#e5b567", error="#f2938c", line="#3a3f4a", ground="#15171c",
    panel="#1d2027", cursor="#252a34", current="#2d3442", view="#343a46", selected="#33405c",
    hit=("#ffe2a8", "#5a4212"),
    hues="#b5c6ff #73c878 #ffc4ab #f38cbf #5cf8f6 #dca331 #d1ef82 #00bed9",
)  # fmt: skip
_LIGHT = Palette(
    text="#23262c", dim="#565c68", accent="#824d00", error="#a8261c", line="#cdc7b8", ground="#fbfaf6",
    panel="#f1eee6", cursor="#efebe0", current="#e6e9f2", view="#e2ddd0", selected="#d3dff7",
    hit=("#3a2900", "#ffdf8c"),
    hues="#2057d3 #043100 #825900 #8d35a8 #035966 #960039 #001294 #4e0054",
)  # fmt: skip

_PALETTES: Mapping[str, Palette] = {
    "dark": _DARK,
    "light": _LIGHT,
    "dark-colour-blind": _DARK._replace(
        accent="#ffc94d", error="#ffb08a", hit=("#000000", "#ffc94d"),
        hues="#41c1ff #fff1a9 #e792c6 #45c375 #00ffff #deff0f #aad7ae #08e400",
    ),
    "light-colour-blind": _LIGHT._replace(
        accent="#00559c", error="#8a2b00", hit=("#000000", "#ffd75e"),
        hues="#1e62a8 #007100 #6130fc #7a315f #423b02 #410022 #0000c3 #001060",
    ),
    "contrast": Palette(
        text="#ffffff", dim="#d6d6d6", accent="#ffd400", error="#ffb3a8", line="#a0a0a0", ground="#000000",
        panel="#0c0c0c", cursor="#1c1c1c", current="#262626", view="#2b2b2b", selected="#20304f",
        hit=("#000000", "#ffe14d"),
        hues="#ffaeff #85ffff #eeff03 #a2cf76 #00d4d7 #ffaf00 #00ff84 #ffffc3",
    ),
}  # fmt: skip


def _theme(name: str, palette: Palette) -> Theme:
    hues = {f"hue-{number}": hue for number, hue in enumerate(palette.hues.split())}
    return Theme(
        name=name,
        primary=palette.accent,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.panel,
        error=palette.error,
        dark=not name.startswith("light"),
        variables={
            "dim": palette.dim,
            "line": palette.line,
            "hit-text": palette.hit[0],
            "hit-back": palette.hit[1],
            "current-back": palette.current,
            "cursor-back": palette.cursor,
            "selected-back": palette.selected,
            "rail-back": palette.panel,
            "view-back": palette.view,
            "input-cursor-background": palette.accent,
            "input-cursor-foreground": palette.ground,
            "input-selection-background": palette.selected,
            "screen-selection-background": palette.selected,
            **hues,
        },
    )


def _of_the_terminal() -> Theme:
    """The terminal's own colours: only those that are made to be read on its own background.

    What lies behind words is never coloured, since nobody knows what is readable on it: see `PLAIN` of the widgets.
    """
    grounds = ("current", "cursor", "selected", "rail", "view", "hit")
    hues = "blue magenta cyan green red yellow default default".split()
    return Theme(
        name=TERMINAL,
        ansi=True,
        primary="ansi_blue",
        accent="ansi_default",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        error="ansi_red",
        variables={
            "dim": "ansi_default",
            "line": "ansi_bright_black",
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "hit-text": "ansi_default",
            **{f"{ground}-back": "ansi_default" for ground in grounds},
            **{f"hue-{number}": f"ansi_{hue}" for number, hue in enumerate(hues)},
        },
    )


THEMES = {name: _theme(name, _PALETTES[name]) if name in _PALETTES else _of_the_terminal() for name in NAMES}
"""The themes by name, the first of them where none is chosen."""

DARK = THEMES["dark"]


def fitting(chosen: str, *, few_colours: bool, no_color: bool) -> str:
    """The theme to show: the chosen one, or the terminal's own colours where `NO_COLOR` asks for none.

    So too where none was chosen (""), and the terminal has sixteen colours: the nearest of those to a speaker's may
    be the background's.
    """
    if no_color or (not chosen and few_colours):
        return TERMINAL
    return chosen or NAMES[0]


def hue(actor: str) -> str:
    """The hue of an actor: the same in every article and theme, since it depends on the id alone.

    Eight hues cannot tell all actors apart; the letter beside them does.
    """
    return f"hue-{crc32(actor.encode()) % HUES}"
