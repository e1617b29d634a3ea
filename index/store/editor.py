"""Change what a finished store says, while others read it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.model import AnnotatedArticle, QuotationKind
from index.store import rows
from index.store.actor_changes import ActorChanges
from index.store.article_changes import ArticleChanges
from index.store.tags import TagChanges

_PLACE = re.compile(r"#\d+$")  # in a file that holds many


class StoreEditor(ActorChanges, ArticleChanges, TagChanges):
    """One change of a store: what a person decided of quotations, of actors (`ActorChanges`), of articles
    (`ArticleChanges`), and of their stars and tags (`TagChanges`).

    Articles, quotations, actors and members are called by their numbers in the store.
    """

    # articles

    def article(self, id_: str, sha256: str = "") -> tuple[int, str] | None:
        """The number and the id of an article: the one called so, or else the only one whose file has this digest; of a
        file that holds many, the one at the same place in it (`#4`)."""
        found: list[tuple[int, str]] = self._rows("SELECT n, id FROM articles WHERE id = ?", id_)
        if not found and sha256:
            place = _PLACE.search(id_)
            same = "SELECT n, id FROM articles WHERE sha256 = ? AND id LIKE '%' || ? LIMIT 2"
            found = self._rows(same, sha256, place[0] if place else "")
        return found[0] if len(found) == 1 else None

    def text(self, article: int) -> tuple[str, str]:
        """The canonical text of an article, and the digest of its file."""
        text, sha256 = self._one("SELECT text, sha256 FROM articles WHERE n = ?", article) or (rows.pressed(""), "")
        return rows.unpressed(text), sha256

    def quotations(self, article: int) -> list[tuple[int, int, int, str | None]]:
        """Its quotations as (number, start, end, group), in order of their numbers."""
        return self._rows("SELECT n, start, end, batch FROM quotations WHERE article = ? ORDER BY n", article)

    # quotations

    def derive(self, article: int, found: AnnotatedArticle) -> None:
        """Put quotations and contacts back as they were found in the text, without what anybody decided."""
        for table in ("quotations", "voices", "contacts", "parties"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        self._db.execute("DELETE FROM members WHERE article = ? AND member >= ?", (article, len(found.actors)))
        member = {actor.id: i for i, actor in enumerate(found.actors)}
        self._insert("quotations", article, rows.quotations(found.quotations))
        self._insert("voices", article, rows.voices(found.quotations, member))
        self._insert("contacts", article, rows.contacts(found.contacts))
        self._insert("parties", article, rows.parties(found.contacts, member))

    def remove(self, article: int, quotation: int) -> None:
        """Say that this is no quotation."""
        self._db.execute("DELETE FROM quotations WHERE article = ? AND n = ?", (article, quotation))
        self._db.execute("DELETE FROM voices WHERE article = ? AND quotation = ?", (article, quotation))

    def cut(self, article: int, quotation: int, start: int, end: int) -> None:
        """Give a quotation another place."""
        self._update(article, quotation, "start = ?, end = ?", start, end)

    def set_kind(self, article: int, quotation: int, kind: QuotationKind) -> None:
        """Give a quotation another kind."""
        self._update(article, quotation, "kind = ?", kind)

    def set_speakers(self, article: int, quotation: int, members: Sequence[int]) -> None:
        """Say who speaks, without words that name them. Who speaks is not spoken to."""
        place = (article, quotation)
        addressed = {m for (m,) in self._rows(
            "SELECT member FROM voices WHERE article = ? AND quotation = ? AND part = 'addressee'", *place
        )}  # fmt: skip
        parts = "('speaker', 'addressee')" if addressed & set(members) else "('speaker')"
        if addressed & set(members):
            self._update(*place, "addressed = 0, addressee_start = NULL, addressee_end = NULL")
        self._db.execute(f"DELETE FROM voices WHERE article = ? AND quotation = ? AND part IN {parts}", place)
        self._insert("voices", article, [(quotation, "speaker", member) for member in dict.fromkeys(members)])
        self._update(*place, "spoken = ?, speaker_start = NULL, speaker_end = NULL", bool(members))

    def certify(self, article: int, quotation: int, rule: str) -> None:
        """Mark a quotation as one that a person has decided on."""
        self._update(article, quotation, "corrected = 1, confidence = 1.0, rule = ?", rule)

    def settle(self, article: int) -> None:
        """After all changes to an article's quotations: find out anew whom they are about, and count."""
        speaking: dict[int, set[int]] = defaultdict(set)
        self._db.execute("DELETE FROM voices WHERE article = ? AND part = 'subject'", (article,))
        for n, member in self._rows(
            "SELECT quotation, member FROM voices WHERE article = ? AND part = 'speaker'", article
        ):
            speaking[n].add(member)
        spoken = self._rows("SELECT n, start, end FROM quotations WHERE article = ? AND kind != 'scare'", article)
        named = self._rows("SELECT start, end, member FROM mentions WHERE article = ? AND member IS NOT NULL", article)
        self._insert("voices", article, rows.subjects(((*q, speaking[q[0]]) for q in spoken), named))
        kinds = ", ".join(f"'{kind}'" for kind in sorted(rows.VERBATIM))
        self._db.execute(
            "UPDATE articles SET verbatim = (SELECT count(*) FROM quotations "
            f"WHERE article = articles.n AND kind IN ({kinds})) WHERE n = ?", (article,)
        )  # fmt: skip

    # actors

    def member(self, article: int, actor: str | None, name: str) -> int:
        """The member of an article that is this actor, by id, or else by any spelling of the name.

        An actor who is no member becomes one; whom the corpus does not know becomes a new actor, a person.
        """
        n = self._actor(article, actor, name)
        found = self._one("SELECT min(member) FROM members WHERE article = ? AND actor = ?", article, n)
        if found and found[0] is not None:
            return int(found[0])
        (new,) = self._one("SELECT coalesce(max(member), -1) + 1 FROM members WHERE article = ?", article) or (0,)
        self._insert("members", article, [(new, n, 0)])
        return int(new)

    def _actor(self, article: int, actor: str | None, name: str) -> int:
        for sql, values in (
            ("SELECT n FROM actors WHERE id = ?", (actor,)),
            ("SELECT actor FROM aliases JOIN members USING (article, member) "
             "WHERE article = ? AND fold(text) = fold(?) AND actor IS NOT NULL", (article, name)),
            ("SELECT n FROM actors WHERE fold(name) = fold(?) ORDER BY mentions DESC, n", (name,)),
            ("SELECT actor FROM aliases JOIN members USING (article, member) "
             "WHERE fold(text) = fold(?) AND actor IS NOT NULL GROUP BY actor ORDER BY sum(count) DESC, 1", (name,)),
        ):  # fmt: skip
            if found := self._one(f"{sql} LIMIT 1", *values):
                return int(found[0])
        return self.add_actor(actor, name, "person")

    # what is in it

    def decided(self) -> dict[str, str]:
        """Of which decisions the store and the engine know: a digest for each article's id."""
        return dict(self._rows("SELECT article, digest FROM decided"))

    def set_decided(self, article: str, digest: str, unfit: Iterable[str] = ()) -> None:
        """Say of which decisions about an article store and engine know, and which of them fit nothing."""
        self._db.execute("DELETE FROM decided WHERE article = ?", (article,))
        if digest:
            self._db.execute("INSERT INTO decided VALUES (?, ?, ?)", (article, digest, json.dumps(list(unfit))))

    # SQLite

    def _update(self, article: int, quotation: int, what: str, *values: object) -> None:
        self._db.execute(f"UPDATE quotations SET {what} WHERE article = ? AND n = ?", (*values, article, quotation))
