"""What a person says of the files of a folder, as far as it holds for one file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """How one file is to be read. What is empty is not said.

    `date_format` is a pattern of `strptime`; `fields` are pairs of what Readout calls a field ("title") and what the
    file calls it ("headline"); `named` are values that the file's name tells, by a pattern.
    """

    outlet: str = ""
    author: str = ""
    encoding: str = ""
    date_format: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[str, str], ...] = ()


NONE = Rules()
