"""The searches of a corpus, for both doors to the library: their file, and how many articles one has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index import cache
from index.errors import QueryError
from tui.searches import SearchesFile
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library


def searches_of(folder: Path) -> SearchesFile:
    """The file that holds the searches of a corpus, beside what was decided about it."""
    path = cache.decisions(folder).with_name("searches.toml")
    return SearchesFile(path, str(folder.resolve()), cache.write_whole)


def total(library: Library, query: str) -> int:
    """How many articles a query has; none if it is no query any more."""
    try:
        page = library.search(query, limit=1, shown=0)
        return len(library.search(query, limit=EVERYTHING, shown=0).hits) if page.total is None else page.total
    except QueryError:
        return 0
