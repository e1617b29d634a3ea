"""What one file may cost. All limits stand here; whoever meets one says so, and the rest of the corpus is read."""

from __future__ import annotations

import io
import signal
import threading
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO, Protocol, TypeVar

from index.reading.trouble import Unreadable, parsing

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes of whatever has to be read as a whole: a text, a page, a PDF, a member of an archive."""
LARGEST_ROW = 8 * 1024 * 1024
"""Bytes of one line of JSONL or CSV."""
LARGEST_ARRAY = 128 * 1024 * 1024
"""Bytes of a JSON array, which cannot be read line by line."""
MOST_ARTICLES = 1_000_000
"""Articles in one file."""
MOST_MEMBERS = 100_000
"""Files in one archive."""
MOST_UNPACKED = 8 * 1024 * 1024 * 1024
"""Bytes that one compressed file may unfold to."""
HIGHEST_RATIO = 200
"""How many times its size a compressed file may unfold to, once it is past `SMALL_ENOUGH`."""
SMALL_ENOUGH = 64 * 1024 * 1024
"""Bytes that any compressed file may unfold to, whatever the ratio."""
MOST_TAGS = 150_000
"""Tags in one page. The largest of 181 saved pages has 3,200; a parser's tree takes about a kilobyte for each."""
MOST_PAGES = 3000
"""Pages of a PDF."""
DEEPEST = 3
"""How many archives may lie in one another."""
SECONDS = 60.0
"""Seconds of computing for one article."""

_T = TypeVar("_T")


class _OutOfTime(BaseException):
    """Not an `Exception`: the parsers of others catch those and go on."""


class Packed(Protocol):
    """What unpacks: a gzip file, a member of a zip file."""

    def read1(self, size: int, /) -> bytes:
        """Some bytes; none at the end."""

    def close(self) -> None:
        """Let go of it."""


class Bounded(io.RawIOBase):
    """A stream that is being unpacked, and may turn out a bomb or damaged.

    Raises `Unreadable` when more comes than may. Where it is damaged it ends, and `damage` gets to know why; without
    `damage`, that raises `Unreadable`, too.
    """

    def __init__(self, stream: Packed, packed: int, damage: list[str] | None = None) -> None:
        self._stream = stream
        self._damage = damage
        self._left = min(MOST_UNPACKED, max(SMALL_ENOUGH, packed * HIGHEST_RATIO))

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next."""
        data = self._next(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable("it unfolds to far more than it holds packed", "Unpack it by hand, if you trust it.")
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        try:
            return self._stream.read1(size)
        except (EOFError, OSError, ValueError, zlib.error, zipfile.BadZipFile) as error:
            told = str(error) or type(error).__name__
            if self._damage is None:
                raise Unreadable(f"it is damaged ({told})", "Fetch or pack it again.") from error
            self._damage.append(told)
            return b""

    def close(self) -> None:
        """Close the stream beneath, too."""
        self._stream.close()
        super().close()


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream of bytes. Raises `Unreadable` for one that is too long."""
    with parsing("the file"):
        while line := stream.readline(LARGEST_ROW + 1):
            if len(line) > LARGEST_ROW:
                raise Unreadable(f"a line is longer than {LARGEST_ROW >> 20} MB", "Split it into articles.")
            yield line


def in_time(items: Iterable[_T], seconds: float = SECONDS) -> Iterator[_T]:
    """The items, each within so many seconds of computing. Raises `Unreadable` when one takes longer."""
    iterator = iter(items)
    while True:
        try:
            with _alarm(seconds):
                item = next(iterator)
        except StopIteration:
            return
        except _OutOfTime:
            reason = f"reading it takes longer than {seconds:g} seconds"
            raise Unreadable(reason, "Split it, or save it as text.") from None
        yield item


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_OutOfTime` after so many seconds of this process's own computing, so that a busy machine refuses nothing.
    An alarm around this one waits meanwhile.

    Only a main thread can be interrupted: corpora are built in one. Elsewhere, and on Windows, time is not bounded.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    around, _ = signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, around)
        signal.signal(signal.SIGVTALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise _OutOfTime
