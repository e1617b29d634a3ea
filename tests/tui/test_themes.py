"""Every text can be read on every background, and speakers can be told apart, whoever looks."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from textual.color import Color

from tui.settings import THEMES as NAMES
from tui.themes import TERMINAL, THEMES, fitting, hue
from tui.widgets.styled import HUES, LOOKS, PLAIN

OURS = [name for name in THEMES if name != TERMINAL]
Rgb = tuple[float, float, float]

# Machado, Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009:
# the matrices of severity 1, for linear RGB.
SEEING = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
}  # fmt: skip


def linear(colour: str) -> Rgb:
    parts = (c / 255 for c in Color.parse(colour).rgb)
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def times(matrix: tuple[tuple[float, ...], ...], colour: Rgb) -> Rgb:
    x, y, z = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return x, y, z


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other)))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: Rgb) -> Rgb:
    """Ottosson, "A perceptual color space for image processing", 2020; times 100."""
    cones = times(
        ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
         (0.0883024619, 0.2817188376, 0.6299787005)),
        colour,
    )  # fmt: skip
    x, y, z = (max(0.0, cone) ** (1 / 3) * 100 for cone in cones)
    return times(
        ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
         (0.0259040371, 0.7827717662, -0.8086757660)),
        (x, y, z),
    )  # fmt: skip


def apart(one: str, other: str, seeing: str) -> float:
    """How far two colours stand apart: 2 can just be told apart side by side."""

    def seen(colour: str) -> Rgb:
        r, g, b = (min(1.0, max(0.0, part)) for part in times(SEEING[seeing], linear(colour)))
        return oklab((r, g, b))

    return float(sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5)


def colours(name: str) -> dict[str, str]:
    theme = THEMES[name]
    whole = {"text": theme.foreground, "accent": theme.accent, "error": theme.error, "ground": theme.background,
             "panel": theme.panel, **theme.variables}  # fmt: skip
    return {key: str(value) for key, value in whole.items()}


def hues(name: str) -> list[str]:
    return [colours(name)[f"hue-{number}"] for number in range(HUES)]


@pytest.mark.parametrize("name", OURS)
def test_every_text_is_readable_on_every_background(name: str) -> None:
    of = colours(name)
    least = 7 if name == "contrast" else 4.5
    grounds = ["ground", "panel", *(key for key in of if key.endswith("-back") and key != "hit-back")]
    assert len(grounds) == 7
    for text, ground in product(["text", "dim", "accent", "error", *(f"hue-{n}" for n in range(HUES))], grounds):
        assert contrast(of[text], of[ground]) >= least, (text, ground)
    assert contrast(of["hit-text"], of["hit-back"]) >= 7
    assert contrast(of["input-cursor-foreground"], of["input-cursor-background"]) >= least


@pytest.mark.parametrize("seeing", SEEING)
@pytest.mark.parametrize("name", OURS)
def test_speakers_can_be_told_apart(name: str, seeing: str) -> None:
    least = 13 if seeing == "all cones" else 9 if "blind" in name else 6.5
    for one, other in combinations(hues(name), 2):
        assert apart(one, other, seeing) >= least, (one, other)


@pytest.mark.parametrize("name", OURS)
def test_speakers_are_not_taken_for_the_words_around_them(name: str) -> None:
    assert all(apart(one, colours(name)["text"], "all cones") >= 5 for one in hues(name))


def test_the_terminals_own_colours_never_lie_behind_words() -> None:
    of = colours(TERMINAL)
    behind = {value for key, value in of.items() if key.endswith("-back") or key in ("ground", "panel")}
    assert behind == {"ansi_default"}
    assert all(value.startswith("ansi_") for value in of.values())
    assert not any(word.startswith("$") and word.endswith("back") for look in PLAIN.values() for word in look.split())


def test_what_is_marked_looks_marked_without_any_colour() -> None:
    uncoloured = {name: [word for word in PLAIN[name].split() if not word.startswith("$")] for name in PLAIN}
    for name in ("hit", "current", "selected", "cursor", "view", "dim", "heading", "key", "bad", "name"):
        assert uncoloured[name], name
    assert PLAIN.keys() == LOOKS.keys()


def test_the_theme_that_fits_the_terminal() -> None:
    assert fitting("", few_colours=False, no_color=False) == NAMES[0] == "dark"
    assert fitting("", few_colours=True, no_color=False) == TERMINAL
    assert fitting("light", few_colours=True, no_color=False) == "light"
    assert fitting("light", few_colours=False, no_color=True) == TERMINAL


def test_an_actor_keeps_its_hue() -> None:
    assert [hue("mevlut-cavusoglu"), hue("jana-novak")] == ["hue-0", "hue-5"]
    assert {hue(f"actor-{n}") for n in range(100)} == {f"hue-{n}" for n in range(HUES)}
