"""What a person may set, in `config.toml`. Only settings that exist."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

THEMES = ("readout-dark", "readout-light")


class Settings(NamedTuple):
    """The settings, and what was wrong with the file, as a sentence, if anything."""

    theme: str = THEMES[0]
    complaint: str = ""


def load(path: Path) -> Settings:
    """The settings in the file at `path`. What is missing or wrong is as if not set; it never raises."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(complaint=f"The settings could not be read: {error}.")
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(complaint=f"The settings in {path} are no TOML: {error}.")
    theme = data.pop("theme", THEMES[0])
    if theme not in THEMES:
        return Settings(complaint=f"There is no theme {theme!r}: there are {' and '.join(THEMES)}.")
    return Settings(theme, f"{path} sets {', '.join(data)}, which Readout does not know." if data else "")
