"""Searches that outlive the program: those of before, and those a person keeps under a name.

They stand in a TOML file that anybody may read and edit, beside what the person decided about the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.paths import why_unread

_REMEMBERED = 200
_ABOUT = """\
# Your searches of {corpus}: those of before, the newest first, and those you keep under a name.
# `seen` is how many articles one had when you last looked. You may edit this file; Readout writes it anew.
"""


class Saved(NamedTuple):
    """A search that is kept: its name, what is typed for it, how many articles it had when last looked at."""

    name: str
    query: str
    seen: int = 0


class Kept(NamedTuple):
    """A kept search whose name is being typed from `start` to `end`: its query, `text`, may stand there instead."""

    text: str
    start: int
    end: int
    label: str
    what: str = "kept search"


class Searches(NamedTuple):
    """The searches of a corpus. `before` has the newest first, none twice."""

    before: tuple[str, ...] = ()
    saved: tuple[Saved, ...] = ()

    def remember(self, query: str) -> Searches:
        """With one more search of before; a blank one is none."""
        query = query.strip()
        others = tuple(other for other in self.before if other != query)
        return self._replace(before=(query, *others)[:_REMEMBERED]) if query else self

    def keep(self, name: str, query: str, seen: int) -> Searches:
        """With a search kept under a name, in the place of what was."""
        kept = Saved(name, query, seen)
        if name in {saved.name for saved in self.saved}:
            return self._replace(saved=tuple(kept if saved.name == name else saved for saved in self.saved))
        return self._replace(saved=(*self.saved, kept))

    def begun(self, typed: str) -> list[Kept]:
        """The kept searches whose names begin with what is typed, if that is more than a letter."""
        words = typed.strip().casefold()
        named = [saved for saved in self.saved if len(words) > 1 and saved.name.casefold().startswith(words)]
        return [Kept(saved.query, 0, len(typed), saved.name) for saved in named]

    def forget(self, name: str) -> Searches:
        """Without the search of that name."""
        return self._replace(saved=tuple(saved for saved in self.saved if saved.name != name))


class SearchesFile:
    """The file. `write` replaces a file in one step; `corpus` is what the file says that it is about."""

    def __init__(self, path: Path, corpus: str, write: Callable[[Path, str], None]) -> None:
        self.path = path
        self._corpus = corpus
        self._write = write

    def read(self) -> Searches:
        """What the file holds; nothing where there is none. Raises `ValueError`, with a sentence, if it is broken."""
        import tomllib

        try:
            return _searches(tomllib.loads(self.path.read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError):
            return Searches()
        except (OSError, ValueError, TypeError) as error:
            why = why_unread(error) if isinstance(error, OSError | UnicodeDecodeError) else error
            told = f"Your searches cannot be read: {why}. Mend or remove {self.path}."
            raise ValueError(told) from error

    def change(self, change: Callable[[Searches], Searches]) -> Searches:
        """Change what the file holds now, which another window may have changed, too.

        Raises `ValueError`, with a sentence, if it cannot be read or written; then it is as it was.
        """
        before = self.read()
        after = change(before)
        if after != before:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._write(self.path, written(after, self._corpus))
            except OSError as error:
                told = f"Your searches cannot be kept in {self.path}: {error.strerror}."
                raise ValueError(f"{told} Make room there, or set READOUT_DATA to another folder.") from error
        return after


def written(searches: Searches, corpus: str) -> str:
    """The searches as TOML."""
    before = "".join(f"  {_string(query)},\n" for query in searches.before)
    saved = (
        f"\n[[saved]]\nname = {_string(each.name)}\nquery = {_string(each.query)}\nseen = {each.seen}\n"
        for each in searches.saved
    )
    return f"{_ABOUT.format(corpus=_string(corpus))}\nbefore = [\n{before}]\n{''.join(saved)}"


def _string(text: str) -> str:
    """A TOML string in one line. JSON's are the same but for DEL; half a surrogate pair cannot be written at all."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _searches(data: Mapping[str, object]) -> Searches:
    before, saved = data.get("before", []), data.get("saved", [])
    if not isinstance(before, list) or not all(isinstance(query, str) for query in before):
        raise TypeError("before is no list of searches")
    if not isinstance(saved, list):
        raise TypeError("a search that is kept begins with [[saved]]")
    return Searches(tuple(dict.fromkeys(before)), tuple(_saved(entry) for entry in saved))


def _saved(entry: object) -> Saved:
    match entry:
        case {"name": str(name), "query": str(query)} if isinstance(entry, dict):
            seen = entry.get("seen", 0)
            return Saved(name, query, seen if isinstance(seen, int) else 0)
    raise TypeError("a search that is kept has a name and a query")
