"""What one article holds: names, quotations, who speaks, dates, contacts. Pure functions: text in, spans out.

The names below are loaded when they are first asked for: whoever only reads an index needs none of the word lists.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.annotation.article import Annotation, annotate
    from index.annotation.dates import published

__all__ = ["Annotation", "annotate", "published"]

_MODULES = {"Annotation": "article", "annotate": "article", "published": "dates"}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
