"""A program on a pseudo-terminal, driven as a person would: keys in, a screen out.

    with Terminal(["tui"], columns=120, rows=40) as terminal:
        terminal.wait(r"3 articles")
        terminal.press("/", "s-400", "<enter>")
        print(terminal.text())

Everything waits for something to be seen, with a limit; nothing waits for time to pass. POSIX only; needs pyte.
"""

from __future__ import annotations

import base64
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyte

KEYS = {
    "<enter>": "\r", "<esc>": "\x1b", "<tab>": "\t", "<s-tab>": "\x1b[Z", "<space>": " ", "<backspace>": "\x7f",
    "<up>": "\x1b[A", "<down>": "\x1b[B", "<right>": "\x1b[C", "<left>": "\x1b[D", "<home>": "\x1b[H",
    "<end>": "\x1b[F", "<pageup>": "\x1b[5~", "<pagedown>": "\x1b[6~", "<f5>": "\x1b[15~",
    **{f"<ctrl+{letter}>": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip

# Probes for what a terminal can do. A terminal answers or ignores them; pyte would draw them as text.
_PROBES = re.compile(rb"\x1b\[[<>=][0-?]*[ -/]*[@-~]|\x1b[P_^X][^\x1b]*\x1b\\")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X][^\x1b]*\x1b?)?\Z")
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_COPIED = re.compile(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
# The first terminal that a session opens is its own. (Python 3.12 warns of a fork where there are threads.)
_TAKE_THE_TERMINAL = ("/bin/sh", "-c", 'exec "$@" <>"$0" >&0 2>&0')
_ON_BY_DEFAULT = {7, 25}  # lines wrap, the cursor is seen


class Terminal:
    """A program and the screen it draws. `wait` and `finish` raise `TimeoutError` with the screen as it then is."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        env: Mapping[str, str] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        draw: bool = True,
    ) -> None:
        """Start it. Without `draw` nothing is drawn, so that drawing takes no time from what is measured."""
        self._draw = draw
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "READOUT_FRESH": "1"}
        environment.update(env or {})
        for inherited in ("COLUMNS", "LINES", "TMUX", "NO_COLOR"):
            if inherited not in (env or {}):
                environment.pop(inherited, None)
        # The slave stays open here, so that its settings can be read after the program has gone.
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self._settings = termios.tcgetattr(self._slave)
        self.acted = time.perf_counter()
        """When the program was started or the last key pressed (`time.perf_counter`)."""
        self._program = subprocess.Popen(
            [*_TAKE_THE_TERMINAL, os.ttyname(self._slave), *argv], env=environment, cwd=cwd, start_new_session=True
        )

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return self._program.pid

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What a person does -----------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys: names of `KEYS`, or text to be typed letter by letter."""
        sent = "".join(KEYS.get(key, key) for key in keys).encode()
        self.acted = time.perf_counter()
        os.write(self._master, sent)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a window manager would."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    # What a person sees -----------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The screen as text, one line a row, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def find(self, words: str) -> tuple[int, int]:
        """Row and column where `words` first stand on the screen; LookupError where they do not."""
        for row, line in enumerate(self._screen.display):
            if (column := line.find(words)) >= 0:
                return row, column
        raise LookupError(f"{words!r} is not on the screen:\n{self.text()}")

    def styles(self, words: str) -> list[Any]:
        """The cells (`data`, `fg`, `bg`, `bold`, `italics`, `underscore`, `reverse`) where `words` first stand."""
        row, column = self.find(words)
        return [self._screen.buffer[row][column + offset] for offset in range(len(words))]

    def copied(self) -> list[str]:
        """What the program put on the clipboard by OSC 52, oldest first."""
        return [base64.b64decode(data).decode() for data in _COPIED.findall(self.raw)]

    def leftovers(self) -> list[str]:
        """What the program changed about the terminal and has not put back: modes and line settings, by name."""
        modes = {number: number in _ON_BY_DEFAULT for number in _ON_BY_DEFAULT}
        for numbers, state in _MODES.findall(self.raw):
            modes.update({int(number): state == b"h" for number in numbers.split(b";")})
        left = [f"mode {n} {'on' if on else 'off'}" for n, on in sorted(modes.items()) if on != (n in _ON_BY_DEFAULT)]
        if termios.tcgetattr(self._slave) != self._settings:
            left.append("line settings")
        return left

    # Waiting ----------------------------------------------------------------------------------------------------------

    def wait(self, pattern: str, limit: float = 20) -> float:
        """Wait until the screen matches `pattern` (dot matches line ends); seconds since the last key or the start."""
        wanted = re.compile(pattern, re.DOTALL)
        return self.until(lambda: wanted.search(self.text()) is not None, f"{pattern!r} on the screen", limit)

    def wait_gone(self, pattern: str, limit: float = 20) -> float:
        """Wait until the screen no longer matches `pattern`."""
        unwanted = re.compile(pattern, re.DOTALL)
        return self.until(lambda: unwanted.search(self.text()) is None, f"no {pattern!r} on the screen", limit)

    def wait_bytes(self, pattern: bytes, limit: float = 20) -> float:
        """Wait until the program has written `pattern`: for what no screen shows."""
        wanted = re.compile(pattern, re.DOTALL)
        return self.until(lambda: wanted.search(self.raw) is not None, f"{pattern!r} in the output", limit)

    def until(self, happened: Callable[[], bool], what: str, limit: float = 20) -> float:
        """Wait until `happened()`; seconds from the last key or the start to the bytes that made it true."""
        read = time.perf_counter()
        end = read + limit
        while not happened():
            if time.perf_counter() > end:
                raise TimeoutError(f"not seen in {limit} s: {what}; the screen:\n{self.text()}")
            arrived = self.pump(0.05)
            if arrived is not None:
                read = arrived
            elif self._ended() and not happened():
                raise TimeoutError(f"ended ({self._program.returncode}) before {what}; the screen:\n{self.text()}")
        return read - self.acted

    def settle(self, quiet: float = 0.15, limit: float = 20) -> None:
        """Wait until the program has written nothing for `quiet` seconds: between two measurements."""
        end = time.perf_counter() + limit
        while self.pump(quiet) is not None:
            if time.perf_counter() > end:
                raise TimeoutError(f"never quiet in {limit} s; the screen:\n{self.text()}")

    def finish(self, limit: float = 20) -> int:
        """Wait until the program ends; its exit code, negative for a signal."""
        end = time.perf_counter() + limit
        while not self._ended():
            if time.perf_counter() > end:
                raise TimeoutError(f"still there after {limit} s; the screen:\n{self.text()}")
            self.pump(0.02)
        while self.pump(0) is not None:
            pass
        assert self._program.returncode is not None
        return self._program.returncode

    def pump(self, seconds: float) -> float | None:
        """Read what comes within `seconds` and draw it; when it was read (before drawing), or None if nothing came."""
        if not select.select([self._master], [], [], seconds)[0]:
            return None
        data = os.read(self._master, 1 << 20)
        read = time.perf_counter()
        self.raw += data
        if not self._draw:
            return read
        drawn = _PROBES.sub(b"", self._held + data)
        unfinished = _UNFINISHED.search(drawn)
        cut = unfinished.start() if unfinished else len(drawn)
        self._held = drawn[cut:]
        self._stream.feed(drawn[:cut])
        return read

    def close(self) -> None:
        """End the program, if it has not ended, and give the terminal back."""
        if self._master < 0:
            return
        self._program.kill()
        self._program.wait()
        os.close(self._master)
        os.close(self._slave)
        self._master = -1

    def _ended(self) -> bool:
        return self._program.poll() is not None

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
