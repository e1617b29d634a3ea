"""Read a store: rows → nouns. Every quotation and mention is cut from the article's text by its offsets."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from index.model import (
    Actor,
    Alias,
    AnnotatedArticle,
    Article,
    Block,
    Contact,
    Known,
    Mention,
    Met,
    Overview,
    Problem,
    Quotation,
    Role,
    Said,
    Span,
    Speaker,
    Topic,
    When,
    Words,
)
from index.store.across import Across
from index.store.called import LISTED, Called
from index.store.connection import Row
from index.store.looking import Looking
from index.store.rows import pressed
from index.store.tags import PUT_BY, PutBy, Tags, put_by


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its quotations; nothing else of it is read."""

    article: AnnotatedArticle
    paragraphs: tuple[tuple[int, int], ...]

    def said(self, quotation: Quotation) -> Said:
        """One of its quotations as a row of the ledger."""
        article, number = self.article, bisect_right(self.paragraphs, (quotation.start + 1,))
        return Said(
            article=article.id, file=article.file, title=article.title, outlet=article.outlet.value,
            published=article.published, sha256=article.sha256, quotation=quotation,
            paragraph=number if number and quotation.start < self.paragraphs[number - 1][1] else None,
        )  # fmt: skip


class Head(NamedTuple):
    """What a list shows of an article; `quotations` are those word for word, `starred` and `tags` how it is put by."""

    id: str
    file: str
    title: str
    outlet: str | None
    published: When | None
    quotations: int
    starred: bool
    tags: tuple[str, ...]


_AT_ONCE = 10_000
_UNFIT_HINT = "Decide anew, or take the decision out of the file that `tui dirs` names"


class Store(Called, Across, Looking, Tags):
    """A finished store, open for reading from any thread (each gets a connection of its own). It shows what a person
    corrects meanwhile, here or in another window."""

    # articles

    def ids(self) -> list[str]:
        """The ids of all articles, the newest first, undated ones last, then by id."""
        return [row[0] for row in self._rows("SELECT id FROM articles ORDER BY day IS NULL, day DESC, id")]

    def heads(self, ids: Sequence[str]) -> dict[str, Head]:
        """What a list shows of articles, by id."""
        columns = f"id, file, title, outlet, published, verbatim, {PUT_BY}"
        return {row[0]: _head(*row) for row in self._each(columns, ids)}

    def digests(self, ids: Sequence[str]) -> dict[str, str]:
        """The SHA-256 of the files of articles, by id."""
        return dict(self._each("id, sha256", ids))

    def _each(self, columns: str, ids: Sequence[str]) -> Iterator[Row]:
        """Some columns of articles, in no order; SQLite takes so many values at once."""
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            yield from self._rows(f"SELECT {columns} FROM articles WHERE id IN ({_marks(some)})", some)

    def text(self, article: str) -> str:
        """The canonical text of an article; none for an unknown one."""
        row = self._one("SELECT text FROM articles WHERE id = ?", (article,))
        return self._unpressed(row[0]) if row else ""

    def plain(self, article: str) -> Article | None:
        """An article without what was found in it."""
        row = self._one("SELECT head, text FROM articles WHERE id = ?", (article,))
        return _article(*map(self._unpressed, row)) if row else None

    def article(self, article: str) -> AnnotatedArticle | None:
        """An article with all that was found in it."""
        row = self._one(f"SELECT n, head, text, {PUT_BY} FROM articles WHERE id = ?", (article,))
        if row is None:
            return None
        n, head, text, starred, tags = row
        return self._annotated(n, self._unpressed(head), self._unpressed(text), put_by(starred, tags))

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[AnnotatedArticle]:
        """The articles of these ids, in this order; all of them, by id, if none are named."""
        for article in self._all_ids() if ids is None else ids:
            if found := self.article(article):
                yield found

    def _all_ids(self) -> list[str]:
        return [row[0] for row in self._rows("SELECT id FROM articles ORDER BY id")]

    def overview(self, folder: str) -> Overview:
        """The corpus in numbers, and what could not be read of it."""
        articles, verbatim, words, first, last = self._one(
            "SELECT count(*), total(verbatim), total(words), min(day), max(day) FROM articles"
        ) or (0, 0, 0, None, None)
        (actors,) = self._one(f"SELECT count(*) FROM actors WHERE {LISTED}") or (0,)
        (contacts,) = self._one("SELECT count(*) FROM contacts") or (0,)
        return Overview(
            folder=folder, articles=articles, quotations=int(verbatim), actors=actors, contacts=contacts,
            words=int(words), first=first, last=last,
            problems=(*self.unread(), *self.unfit()),
        )  # fmt: skip

    def unread(self) -> list[Problem]:
        """The files that could not be read."""
        rows = self._rows("SELECT file, reason, hint FROM problems ORDER BY file")
        return [Problem(file=file, reason=reason, hint=hint) for file, reason, hint in rows]

    def unfit(self) -> list[Problem]:
        """The decisions that fit no quotation any more."""
        rows = self._rows("SELECT article, unfit FROM decided ORDER BY article")
        return [Problem(file=a, reason=told, hint=_UNFIT_HINT) for a, unfit in rows for told in json.loads(unfit)]

    def states(self) -> dict[str, tuple[int, int]]:
        """The size and version (`Found.version`) of every file when it was read or refused."""
        return {file: (size, version) for file, size, version in self._rows("SELECT file, size, version FROM files")}

    def alike(self) -> dict[str, int]:
        """The articles that say the same as others, with the number of their group."""
        return dict(self._rows("SELECT id, alike FROM copies JOIN articles ON articles.n = article"))

    def pairs(self, sql: str) -> list[tuple[str, str]]:
        """The rows of a question that has two columns."""
        return [(value, other) for value, other in self._rows(sql)]

    # quotations and contacts: references (article, number), which `article` then turns into nouns

    def quotations_of(self, actor: str, part: str) -> list[tuple[str, int]]:
        """The quotations that an actor said (`part` "speaker"), that were said to it ("addressee"), or by others in
        which it is named ("subject")."""
        rows = self._rows(
            "SELECT DISTINCT articles.id, quotation FROM voices JOIN members USING (article, member) "
            "JOIN articles ON articles.n = article JOIN actors ON actors.n = members.actor "
            "WHERE actors.id = ? AND part = ? ORDER BY day IS NULL, day DESC, articles.id, quotation", (actor, part)
        )  # fmt: skip
        return [(a, q) for a, q in rows]

    def contacts_of(self, actor: str | None = None) -> list[tuple[str, int]]:
        """The contacts of an actor, or all."""
        # Not "or all" in one query: SQLite would walk through all members, of one actor or of all.
        of = "JOIN members USING (article, member) JOIN actors ON actors.n = actor AND actors.id = ? "
        rows = self._rows(
            "SELECT DISTINCT articles.id, contact FROM parties JOIN articles ON articles.n = article "
            f"{'' if actor is None else of}ORDER BY day IS NULL, day DESC, articles.id, contact",
            () if actor is None else (actor,),
        )
        return [(a, c) for a, c in rows]

    def said(self, places: Iterable[tuple[str, int]]) -> list[Said]:
        """Quotations with their articles, from (article, number), in that order."""
        wanted: dict[str, set[int]] = defaultdict(set)
        places = list(places)
        for article, number in places:
            wanted[article].add(number)
        told = (t for article, numbers in wanted.items() for t in self.told([article], numbers))
        found = {(t.article.id, q.id): t.said(q) for t in told for q in t.article.quotations}
        # What a person has taken out meanwhile is passed over.
        return [found[place] for place in ((article, f"q{number}") for article, number in places) if place in found]

    def told(self, ids: Iterable[str], numbers: Container[int] | None = None) -> Iterator[Told]:
        """The articles of these ids, in this order, with their quotations alone: much quicker than whole. `numbers`
        are the quotations that are wanted, if not all are."""
        for id_ in ids:
            if row := self._one("SELECT n, published, head, text FROM articles WHERE id = ?", (id_,)):
                n, published = row[:2]
                head, text = map(self._unpressed, row[2:])
                quotations = tuple(self._quotations(n, text, _actor_of(self._members(n)), numbers))
                yield _told(_when(published), json.loads(head), text, quotations)

    def met(self, places: Iterable[tuple[str, int]]) -> list[Met]:
        """Contacts with their articles, from (article, number), in that order."""
        places = list(places)
        rows = {article: self._numbered(article) for article, _ in places}
        found = {
            article: list(self._contacts(n, text, _actor_of(self._members(n)))) for article, (n, text) in rows.items()
        }
        heads = self.heads(list(rows))
        return [_met(heads[article], found[article][number - 1]) for article, number in places]

    # rows → nouns

    def _numbered(self, article: str) -> tuple[int, str]:
        n, text = self._one("SELECT n, text FROM articles WHERE id = ?", (article,)) or (0, pressed(""))
        return n, self._unpressed(text)

    def _members(self, n: int) -> list[Row]:
        return self._rows(
            "SELECT member, id, name, kind FROM members JOIN actors ON actors.n = actor WHERE article = ?", (n,)
        )

    def _annotated(self, n: int, head: str, text: str, own: PutBy) -> AnnotatedArticle:
        article = _article(head, text)
        of = self._members(n)
        actor_of = _actor_of(of)
        mentions = self._rows(
            "SELECT start, end, member, form FROM mentions WHERE article = ? ORDER BY n", (n,)
        )
        topics = self._rows("SELECT name, mentions FROM topics WHERE article = ? ORDER BY name", (n,))
        return AnnotatedArticle(
            **{name: getattr(article, name) for name in Article.model_fields},
            quotations=tuple(self._quotations(n, text, actor_of)),
            mentions=tuple(
                Mention(start=s, end=e, text=text[s:e], actor=actor_of.get(m), form=form) for s, e, m, form in mentions
            ),
            actors=tuple(self._actors(n, of, actor_of)),
            contacts=tuple(self._contacts(n, text, actor_of)),
            topics=tuple(Topic(name=name, mentions=_spans(places)) for name, places in topics),
            starred=own.starred,
            tags=own.tags,
        )

    def _quotations(
        self, n: int, text: str, actor_of: dict[int | None, str], numbers: Container[int] | None = None
    ) -> Iterator[Quotation]:
        voices: dict[tuple[int, str], list[str]] = defaultdict(list)
        for quotation, part, member in self._rows(
            "SELECT quotation, part, member FROM voices WHERE article = ? ORDER BY quotation, part, member", (n,)
        ):
            if (actor := actor_of.get(member)) and actor not in voices[quotation, part]:
                voices[quotation, part].append(actor)
        for row in self._rows("SELECT * FROM quotations WHERE article = ? ORDER BY start, n", (n,)):
            (_, q, start, end, kind, rule, confidence, corrected, batch, cue_start, cue_end,
             spoken, s_start, s_end, addressed, a_start, a_end) = row  # fmt: skip
            if numbers is not None and q not in numbers:
                continue
            yield Quotation(
                id=f"q{q}", start=start, end=end, text=text[start:end], kind=kind, rule=rule, confidence=confidence,
                corrected=bool(corrected), group=batch, cue=_words(text, cue_start, cue_end),
                about=tuple(a for a in voices[q, "subject"] if a not in voices[q, "speaker"]),
                speaker=_speaker(text, voices[q, "speaker"], s_start, s_end) if spoken else None,
                addressee=_speaker(text, voices[q, "addressee"], a_start, a_end) if addressed else None,
            )  # fmt: skip

    def _actors(self, n: int, of: list[Row], actor_of: dict[int | None, str]) -> Iterator[Actor]:
        """The actors of one article; members that turned out to be one actor are one."""
        aliases: dict[str, dict[str, int]] = defaultdict(dict)
        for member, text, count in self._rows("SELECT member, text, count FROM aliases WHERE article = ?", (n,)):
            if actor := actor_of.get(member):
                aliases[actor][text] = aliases[actor].get(text, 0) + count
        roles: dict[str, list[Role]] = defaultdict(list)
        for member, role, body, start, end in self._rows(
            "SELECT member, role, body, start, end FROM roles WHERE article = ? ORDER BY start", (n,)
        ):
            if actor := actor_of.get(member):
                roles[actor].append(Role(role=role, of=actor_of.get(body), start=start, end=end))
        for actor, name, kind in dict.fromkeys(row[1:] for row in of):
            written = sorted(aliases[actor].items(), key=lambda alias: (-alias[1], alias[0]))
            yield Actor(
                id=actor, name=name, kind=kind, roles=tuple(roles[actor]),
                aliases=tuple(Alias(text=t, count=c) for t, c in written),
            )  # fmt: skip

    def _contacts(self, n: int, text: str, actor_of: dict[int | None, str]) -> Iterator[Contact]:
        parties: dict[int, list[str]] = defaultdict(list)
        told = self._rows("SELECT contact, member FROM parties WHERE article = ? ORDER BY contact, n", (n,))
        for contact, member in told:
            if (actor := actor_of.get(member)) and actor not in parties[contact]:
                parties[contact].append(actor)
        for c, kind, status, date, p_start, p_end, evidence, topics in self._rows(
            "SELECT n, kind, status, date, place_start, place_end, evidence, topics FROM contacts "
            "WHERE article = ? ORDER BY n", (n,)
        ):  # fmt: skip
            yield Contact(
                kind=kind, participants=tuple(parties[c]), status=status, evidence=_spans(evidence),
                date=_when(date), place=_words(text, p_start, p_end), topics=_topics(topics),
            )  # fmt: skip


def _head(
    id_: str, file: str, title: str, outlet: str | None, published: str | None, verbatim: int, starred: int, tags: str
) -> Head:
    return Head(id_, file, title, outlet, _when(published), verbatim, *put_by(starred, tags))


def _article(head: str, text: str) -> Article:
    return Article.model_validate({**json.loads(head), "text": text})


def _actor_of(members: list[Row]) -> dict[int | None, str]:
    return {member: actor for member, actor, _, _ in members}


def _told(published: When | None, head: dict[str, Any], text: str, quotations: tuple[Quotation, ...]) -> Told:
    blocks = tuple(Block(**block) for block in head["blocks"])
    known = {name: Known.model_construct(**head[name]) for name in ("outlet", "author")}
    article = AnnotatedArticle.model_construct(
        **{**head, **known, "blocks": blocks, "published": published, "text": text, "quotations": quotations}
    )
    return Told(article, tuple((b.start, b.end) for b in blocks if b.kind == "paragraph"))


def _met(head: Head, contact: Contact) -> Met:
    return Met(article=head.id, file=head.file, title=head.title, published=head.published, contact=contact)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


@lru_cache(maxsize=1 << 12)  # dates recur: every search reads fifty
def _when(date: str | None) -> When | None:
    return When.model_validate_json(date) if date else None


def _topics(told: str) -> tuple[Topic, ...]:
    return tuple(
        Topic(name=name, mentions=tuple(Span(start=s, end=e) for s, e in places))
        for name, places in json.loads(told).items()
    )


def _spans(places: str) -> tuple[Span, ...]:
    return tuple(Span(start=s, end=e) for s, e in json.loads(places))


def _words(text: str, start: int | None, end: int | None) -> Words | None:
    return None if start is None or end is None else Words(start=start, end=end, text=text[start:end])


def _speaker(text: str, actors: list[str], start: int | None, end: int | None) -> Speaker:
    words = None if start is None or end is None else text[start:end]
    return Speaker(actors=tuple(actors), start=start, end=end, text=words)
