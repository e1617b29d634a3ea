"""Copying, and saying where it went.

A program that reports success is tried first. If there is none, the terminal itself is asked (OSC 52); it never
answers, so that is all that can be said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

BY_TERMINAL = "the terminal (OSC 52)"

_PATIENCE = 2.0


def programs(env: Mapping[str, str], platform: str) -> Iterator[tuple[str, list[str]]]:
    """Programs that may reach the clipboard of the person at the keyboard: what to call the place, and the command."""
    if env.get("TMUX"):
        # tmux drops OSC 52 from programs unless told otherwise, but passes on what is loaded with -w.
        yield "tmux and its terminal", ["tmux", "load-buffer", "-w", "-"]
    if env.get("SSH_CONNECTION"):
        return  # a clipboard here would be the other machine's
    if platform == "darwin":
        yield "the clipboard (pbcopy)", ["pbcopy"]
    if env.get("WAYLAND_DISPLAY"):
        yield "the clipboard (wl-copy)", ["wl-copy"]
    if env.get("DISPLAY"):
        yield "the clipboard (xclip)", ["xclip", "-selection", "clipboard"]
        yield "the clipboard (xsel)", ["xsel", "--clipboard", "--input"]


def by_program(text: str, env: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Copy `text` with the first program that can, and say where it went; `None` if none could. May take seconds."""
    for place, command in programs(env, platform):
        program = shutil.which(command[0], path=env.get("PATH"))
        if program is None:
            continue
        try:
            subprocess.run(
                [program, *command[1:]],
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return place
    return None
