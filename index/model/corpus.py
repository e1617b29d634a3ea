"""What a corpus holds, and how far reading it has come."""

from __future__ import annotations

from typing import Literal

from index.model.noun import Noun

Stage = Literal["reading", "joining", "indexing"]


class Problem(Noun):
    """A file that could not be read (or only in part), why, and what to do."""

    file: str
    reason: str
    hint: str = ""

    def told(self) -> str:
        """The file and why, as the beginning of a sentence; some reasons name a file of ours themselves."""
        return self.reason if self.file in self.reason else f"{self.file}: {self.reason}"


class Overview(Noun):
    """What a corpus holds. `quotations` are the direct and partial ones; `first` and `last` are days of publication
    (ISO 8601)."""

    folder: str
    articles: int
    quotations: int
    actors: int
    contacts: int
    words: int
    first: str | None = None
    last: str | None = None
    problems: tuple[Problem, ...] = ()


class Progress(Noun):
    """How far building the index has come; `stage` is a word for the person: reading, joining, indexing.

    While reading, files are counted; afterwards, articles.
    """

    stage: Stage
    done: int
    total: int
