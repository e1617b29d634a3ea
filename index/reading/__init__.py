"""Bytes → `Article`. One file a format; `read` chooses, and nothing here writes."""

from index.reading.discover import Found, discover, state
from index.reading.read import Unreadable, read

__all__ = ["Found", "Unreadable", "discover", "read", "state"]
