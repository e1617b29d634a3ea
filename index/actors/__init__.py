"""Across articles: which names are the same actor."""

from index.actors.rename import rename
from index.actors.resolve import Cast, Global, Local, Resolved, cast_of, resolve

__all__ = ["Cast", "Global", "Local", "Resolved", "cast_of", "rename", "resolve"]
