"""Across articles: which names are the same actor. The lookup by any spelling is `index.actors.lookup`.

The names below are loaded when they are first asked for, as in `index.annotation`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.actors.joining import Cast, Global, Local, Resolved, cast_of, resolve

__all__ = ["Cast", "Global", "Local", "Resolved", "cast_of", "resolve"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.joining"), name)
