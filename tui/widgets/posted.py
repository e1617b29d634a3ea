"""Messages with fields."""

from __future__ import annotations

from inspect import get_annotations
from typing import Any, ClassVar, dataclass_transform

from textual.message import Message


@dataclass_transform(eq_default=False)
class Posted(Message):
    """A message whose annotations are its fields, given by place or by name; what they are set to is their default.

    To a type checker it is a dataclass. A real one compiles methods for each class, at every start: of our fifty
    messages that made a sixtieth of the first frame.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **how: Any) -> None:
        super().__init_subclass__(**how)
        own = get_annotations(cls)
        names = tuple(name for name, kind in own.items() if not kind.startswith("ClassVar"))
        cls.__match_args__ += names  # type: ignore[misc]  # mypy takes it for what a dataclass sets

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__()
        given = {**dict(zip(self.__match_args__, values, strict=False)), **named}
        for name in self.__match_args__:
            if name in given:
                setattr(self, name, given[name])
            elif not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} needs {name}")
