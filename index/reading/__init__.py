"""Bytes → articles. One file a format; the content chooses, and nothing here writes or fetches."""

from index.reading.discover import Found, discover, state
from index.reading.read import articles_in
from index.reading.trouble import Unreadable

__all__ = ["Found", "Unreadable", "articles_in", "discover", "state"]
