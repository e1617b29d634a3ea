"""What can go wrong, as a tree.

    ReadoutError              anything a person can be told: a title, a detail, a hint what to do
    ├── CorpusError           the folder itself: missing, not a folder, nothing to read in it
    ├── CacheError            the place for derived data: read-only, full, broken, somebody else's
    ├── BuildError            the index could not be built
    ├── DecisionError         what a person decides cannot be kept: a broken file of decisions, a place that is none
    ├── QueryError            what was typed is no query; knows the place
    └── UnknownError          an article or actor that was asked for is not there

A file that cannot be read is no error of the corpus: it is listed as a `Problem` and the rest is read.
Everything else that is raised is a mistake in the program and may show a trace.
"""

from __future__ import annotations


class ReadoutError(Exception):
    """Something a person can be told: `title` names it, `detail` says more, `hint` says what to do."""

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.hint = hint

    def what(self) -> str:
        """What is wrong, without what to do."""
        return ". ".join(part for part in (self.title, self.detail) if part)

    def __str__(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self.title, self.detail, self.hint) if part) + "."


class CorpusError(ReadoutError):
    """The folder of articles is missing, is no folder, or holds nothing to read."""


class CacheError(ReadoutError):
    """Derived data cannot be kept or trusted."""


class BuildError(ReadoutError):
    """The index could not be built; the one before, if any, is untouched."""


class DecisionError(ReadoutError):
    """What a person decides cannot be kept, or what was decided cannot be read."""


class UnknownError(ReadoutError):
    """No such article, quotation or actor."""


class QueryError(ReadoutError):
    """What was typed is no query.

    `query` is what was typed; `start` and `end` are the half-open place of the mistake in it, in characters.
    `proposal` is a query that would work, where there is an obvious one.
    """

    def __init__(
        self, title: str, query: str, start: int, end: int, hint: str = "", proposal: str | None = None
    ) -> None:
        super().__init__(title, hint=hint)
        self.query = query
        self.start = start
        self.end = max(end, start + 1)
        self.proposal = proposal

    def caret(self) -> str:
        """The query in one line, and under it carets at the place of the mistake."""
        line = "".join(" " if c.isspace() else c for c in self.query)
        return f"{line}\n{' ' * self.start}{'^' * (self.end - self.start)}"
