"""Where the app looks for what a person has set."""

from __future__ import annotations

import os
from pathlib import Path


def config_file() -> Path:
    """The settings: `config.toml` in `READOUT_CONFIG`, or in the user's configuration directory."""
    if chosen := os.environ.get("READOUT_CONFIG"):
        return Path(chosen).expanduser() / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("readout", appauthor=False) / "config.toml"
