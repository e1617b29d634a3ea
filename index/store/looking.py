"""Articles as they are searched, straight from the rows: nothing is made of them that is not looked at."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from index.query.searchable import Named, Place, Quoted, Searchable, states
from index.store.connection import Connected, Row

_NOBODY = Named()
_AT_ONCE = 100


class Looking(Connected):
    """The questions of whoever searches in articles, or makes them findable."""

    def searchable(self, article: str, names: Mapping[str, Sequence[str]] | None) -> Searchable | None:
        """What of an article can be searched; `names` are all the names of actors, by id. Without `names` only what
        can be told without looking for it in the text: its words, outlet, author, file and date. `None` for an unknown
        one."""
        return next(self.searchables([article], names), None)

    def searchables(self, ids: Iterable[str], names: Mapping[str, Sequence[str]] | None) -> Iterator[Searchable]:
        """The articles of these ids, in this order, as far as they are there."""
        left = iter(ids)
        while some := [*islice(left, _AT_ONCE)]:
            marks = ", ".join("?" * len(some))
            rows = self._rows(f"SELECT n, id, head, text FROM articles WHERE id IN ({marks})", some)
            by_id = {row[1]: row for row in rows}
            yield from (self._searchable(by_id[article], names) for article in some if article in by_id)

    def _searchable(self, row: Row, names: Mapping[str, Sequence[str]] | None) -> Searchable:
        n, id_, head, text = row
        known, text = json.loads(self._unpressed(head)), self._unpressed(text)
        return Searchable(
            id=id_, text=text,
            blocks=tuple((b["start"], b["end"]) for b in known["blocks"] if b["kind"] != "furniture"),
            title=next(iter(_blocks(known, "title")), None),
            standfirst=next(iter(_blocks(known, "standfirst")), None),
            captions=_blocks(known, "caption"),
            outlet=known["outlet"]["value"], author=known["author"]["value"], file=known["file"],
            published=_days(known["published"]),
            **({} if names is None else self._found_in(n, text, names)),
        )  # fmt: skip

    def _found_in(self, n: int, text: str, names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """What was found in the text of an article."""
        members = self._rows(
            "SELECT member, id, name, kind FROM members JOIN actors ON actors.n = actor WHERE article = ?", (n,)
        )
        actor_of = {member: actor for member, actor, _, _ in members}
        actors = self._named_in(n, members, names)
        contacts = self._rows("SELECT n, place_start, place_end, evidence FROM contacts WHERE article = ? ORDER BY n",
                              (n,))  # fmt: skip
        parties = self._by_number("SELECT contact, member FROM parties WHERE article = ? ORDER BY 1, 2", n, actor_of)
        topics = self._rows("SELECT name, mentions FROM topics WHERE article = ? ORDER BY name", (n,))
        return {
            "quotations": tuple(self._quoted(n, text, actor_of)),
            "actors": tuple(actors.values()),
            "contacts": tuple(Named((), _places(told), tuple(parties.get((c,), ()))) for c, _, _, told in contacts),
            "countries": tuple(actors[a] for a in dict.fromkeys(a for _, a, _, kind in members if kind == "country")),
            "topics": tuple(Named((name,), _places(told)) for name, told in topics),
            "places": tuple(Named((text[s:e],), ((s, e),)) for _, s, e, _ in contacts if s is not None),
            "called": names,
        }

    def _named_in(self, n: int, members: Sequence[Row], names: Mapping[str, Sequence[str]]) -> dict[str, Named]:
        """Who is named in an article, by id. Whoever has no other name goes by that which is shown."""
        at: dict[int, list[Place]] = defaultdict(list)
        for start, end, member in self._rows(
            "SELECT start, end, member FROM mentions WHERE article = ? AND form != 'pronoun' ORDER BY n", (n,)
        ):
            at[member].append((start, end))
        places: dict[str, list[Place]] = {}
        for member, actor, _, _ in members:
            places.setdefault(actor, []).extend(at.get(member, ()))
        shown = {actor: name for _, actor, name, _ in members}
        return {
            actor: Named(() if actor in names else (shown[actor],), tuple(sorted(own)), (actor,))
            for actor, own in places.items()
        }

    def _quoted(self, n: int, text: str, actor_of: Mapping[int, str]) -> Iterator[Quoted]:
        """The quotations of an article, in order."""
        voices = self._by_number(
            "SELECT quotation, part, member FROM voices WHERE article = ? ORDER BY 1, 2, 3", n, actor_of
        )
        rows = self._rows(
            "SELECT n, start, end, kind, confidence, corrected, spoken, speaker_start, speaker_end, "
            "addressed, addressee_start, addressee_end FROM quotations WHERE article = ? ORDER BY start, n", (n,)
        )  # fmt: skip
        for q, start, end, kind, confidence, corrected, spoken, s_start, s_end, addressed, a_start, a_end in rows:
            speaks = voices.get((q, "speaker"), ())
            about = tuple(actor for actor in voices.get((q, "subject"), ()) if actor not in speaks)
            yield Quoted(
                start, end,
                _voice(text, s_start, s_end, speaks) if spoken else _NOBODY,
                _voice(text, a_start, a_end, voices.get((q, "addressee"), ())) if addressed else _NOBODY,
                Named(actors=about) if about else _NOBODY,
                states(kind, spoken=bool(spoken), confidence=confidence, corrected=bool(corrected)),
            )  # fmt: skip

    def _by_number(self, sql: str, n: int, actor_of: Mapping[int, str]) -> dict[tuple[Any, ...], dict[str, None]]:
        """Actors, each once, by what stands before the member in the rows of a question."""
        found: dict[tuple[Any, ...], dict[str, None]] = defaultdict(dict)
        for *key, member in self._rows(sql, (n,)):
            if member in actor_of:
                found[tuple(key)][actor_of[member]] = None
        return found


def _blocks(known: Mapping[str, Any], kind: str) -> tuple[Place, ...]:
    return tuple((block["start"], block["end"]) for block in known["blocks"] if block["kind"] == kind)


def _days(published: Mapping[str, Any] | None) -> tuple[str, str] | None:
    return (published["from"], published["to"]) if published and published["from"] and published["to"] else None


def _places(spans: str) -> tuple[Place, ...]:
    return tuple((start, end) for start, end in json.loads(spans))


def _voice(text: str, start: int | None, end: int | None, actors: Iterable[str]) -> Named:
    """Who speaks or is spoken to, also by the words of the article itself ("both ministers")."""
    words = "" if start is None else text[start:end]
    return Named((words,) if words else (), (), tuple(actors))
