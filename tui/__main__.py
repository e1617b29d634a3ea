"""`python -m tui` is the command `tui`."""

from __future__ import annotations

from tui.cli.main import run

if __name__ == "__main__":
    run()
