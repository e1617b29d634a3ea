"""Where the app looks for what a person has set, and why a file of theirs cannot be read."""

from __future__ import annotations

import os
from pathlib import Path


def config_file() -> Path:
    """The settings: `config.toml` in `READOUT_CONFIG`, or in the user's configuration directory."""
    if chosen := os.environ.get("READOUT_CONFIG"):
        return Path(chosen).expanduser() / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("readout", appauthor=False) / "config.toml"


def why_unread(error: OSError | UnicodeDecodeError) -> str:
    """Why a text file could not be read, in words."""
    return "it is not in UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
