"""The colours. One accent, eight hues to tell speakers apart; every pair of text and background is readable."""

from __future__ import annotations

from zlib import crc32

from textual.theme import Theme

from tui.widgets.styled import HUES

DARK = Theme(
    name="readout-dark",
    primary="#e5b567",
    accent="#e5b567",
    foreground="#d7dae0",
    background="#15171c",
    surface="#15171c",
    panel="#1d2027",
    error="#f2938c",
    dark=True,
    variables={
        "dim": "#99a1ae",
        "line": "#3a3f4a",
        "hit-text": "#ffe2a8",
        "hit-back": "#5a4212",
        "current-back": "#2d3442",
        "cursor-back": "#252a34",
        "selected-back": "#3d4a66",
        "rail-back": "#1d2027",
        "view-back": "#343a46",
        "hue-0": "#86b8ff",
        "hue-1": "#8fd6a0",
        "hue-2": "#f5ab86",
        "hue-3": "#cfa6f5",
        "hue-4": "#67d6d2",
        "hue-5": "#f596b0",
        "hue-6": "#cdc872",
        "hue-7": "#c9a98a",
        "input-cursor-background": "#e5b567",
        "input-cursor-foreground": "#15171c",
        "input-selection-background": "#3d4a66",
        "screen-selection-background": "#3d4a66",
    },
)

LIGHT = Theme(
    name="readout-light",
    primary="#8a5200",
    accent="#8a5200",
    foreground="#23262c",
    background="#fbfaf6",
    surface="#fbfaf6",
    panel="#f1eee6",
    error="#a8261c",
    dark=False,
    variables={
        "dim": "#5d6470",
        "line": "#cdc7b8",
        "hit-text": "#3a2900",
        "hit-back": "#ffdf8c",
        "current-back": "#e6e9f2",
        "cursor-back": "#efebe0",
        "selected-back": "#c6d6f5",
        "rail-back": "#f1eee6",
        "view-back": "#dcd7c9",
        "hue-0": "#1d55ad",
        "hue-1": "#176b36",
        "hue-2": "#9c3f0e",
        "hue-3": "#713a9e",
        "hue-4": "#0a646f",
        "hue-5": "#a3214c",
        "hue-6": "#5f5a00",
        "hue-7": "#6e4a2c",
        "input-cursor-background": "#8a5200",
        "input-cursor-foreground": "#fbfaf6",
        "input-selection-background": "#c6d6f5",
        "screen-selection-background": "#c6d6f5",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


def hue(actor: str) -> str:
    """The hue of an actor: the same in every article and theme, since it depends on the id alone.

    Eight hues cannot tell all actors apart; the letter beside them does.
    """
    return f"hue-{crc32(actor.encode()) % HUES}"
