"""Across articles: which names are the same actor. The lookup by any spelling is `index.actors.lookup`.

The names below are loaded when they are first asked for, as in `index.annotation`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.actors.cast import Cast, Local, cast_of
    from index.actors.joining import Global, Known, Resolved, resolve

_HOME = {
    "Cast": "cast", "Local": "cast", "cast_of": "cast",
    "Global": "joining", "Known": "joining", "Resolved": "joining", "resolve": "joining",
}  # fmt: skip

__all__ = ["Cast", "Global", "Known", "Local", "Resolved", "cast_of", "resolve"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
