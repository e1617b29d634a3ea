"""What Whoosh raises, as something that a person can be told."""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh import index as files
from whoosh.reading import CorruptIndexError

from index.errors import CacheError

_BROKEN = (
    files.EmptyIndexError, files.IndexError, CorruptIndexError, pickle.UnpicklingError, struct.error, zlib.error,
    OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ImportError,
)  # fmt: skip
"""What Whoosh raises when its files are not what it wrote: they are pickles, so almost anything."""


@contextmanager
def telling(title: str, folder: Path, hint: str) -> Iterator[None]:
    """Turns whatever Whoosh raises into a CacheError with this title and hint."""
    try:
        yield
    except files.LockError as error:
        raise CacheError("Somebody else is writing this index", str(folder), "Wait until that is done.") from error
    except _BROKEN as error:
        raise CacheError(title, f"{folder}: {type(error).__name__} {error}".rstrip(), hint) from error
