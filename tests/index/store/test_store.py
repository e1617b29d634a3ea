"""What goes into the store comes out of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import CacheError
from index.model import (
    Actor,
    Alias,
    AnnotatedArticle,
    Block,
    Contact,
    Mention,
    Problem,
    Quotation,
    Reading,
    Role,
    Span,
    Speaker,
    Topic,
    When,
    Words,
)
from index.store import Store, StoreWriter
from index.store.rows import packed

TEXT = "Talks\nMinister Ada Berg told Olsen the cod was “a done deal”. Olsen agreed in Oslo."


def words(part: str, start: int = 0) -> dict[str, object]:
    at = TEXT.index(part, start)
    return {"start": at, "end": at + len(part), "text": part}


def article(file: str = "a.txt", day: str | None = "2021-04-01") -> AnnotatedArticle:
    berg, olsen = words("Ada Berg"), words("Olsen")
    when = When(from_=day, to=day, precision="day") if day else None
    return AnnotatedArticle(
        id=file, file=file, sha256="0" * 64, read=Reading(encoding="utf-8", format="text"), title="Talks", text=TEXT,
        published=when,
        blocks=(Block(kind="title", start=0, end=5), Block(kind="paragraph", start=6, end=len(TEXT))),
        quotations=(
            Quotation(
                id="q1", **words("a done deal"), kind="partial", rule="told", confidence=0.9,
                speaker=Speaker(actors=("p1",), **words("Minister Ada Berg")), cue=Words(**words("told")),
                addressee=Speaker(actors=("p2",), **olsen),
            ),
            Quotation(id="q2", **words("Olsen agreed"), kind="scare", rule="scare", confidence=0.5),
        ),
        mentions=(
            Mention(**words("Ada Berg"), actor="p1", form="name"),
            Mention(**olsen, actor="p2", form="name"),
            Mention(**words("Olsen", 60), actor="p2", form="name"),
            Mention(**words("Oslo"), actor=None, form="name"),
        ),
        actors=(
            Actor(id="p1", name="Ada Berg", kind="person", aliases=(Alias(text="Ada Berg", count=1),),
                  roles=(Role(role="Minister", start=berg["start"], end=berg["end"]),)),
            Actor(id="p2", name="Olsen", kind="person", aliases=(Alias(text="Olsen", count=2),)),
        ),
        contacts=(Contact(kind="talks", participants=("p1", "p2"), date=when, place=Words(**words("Oslo")),
                          evidence=(Span(start=6, end=20),)),),
        topics=(Topic(name="cod", mentions=(Span(**{k: words("cod")[k] for k in ("start", "end")}),)),),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    writer = StoreWriter(tmp_path / "store.sqlite")
    for file, day in (("a.txt", "2021-04-01"), ("b.txt", None), ("c.txt", "2021-05-01")):
        writer.add(packed(article(file, day)))
    writer.add_problems([Problem(file="d.txt", reason="the file is empty")])
    everyone = [(member, ("ada-berg", "bo-olsen")[member.member]) for member in writer.members.part()]
    writer.members.set_actors([("ada-berg", "Ada Berg", "person"), ("bo-olsen", "Bo Olsen", "person")], everyone)
    writer.commit()
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path)) as opened:
        yield opened


def test_an_article_comes_back_with_the_actors_of_the_corpus(store: Store) -> None:
    found = store.article("a.txt")
    assert found is not None
    put = article()
    for name in ("text", "blocks", "published", "sha256", "read", "topics"):
        assert getattr(found, name) == getattr(put, name)
    q = found.quotations[0]
    assert (q.text, q.speaker and q.speaker.actors, q.addressee and q.addressee.actors) == (
        "a done deal", ("ada-berg",), ("bo-olsen",)
    )  # fmt: skip
    assert q.cue == put.quotations[0].cue
    assert found.quotations[1].speaker is None
    assert [(m.text, m.actor) for m in found.mentions] == [
        ("Ada Berg", "ada-berg"), ("Olsen", "bo-olsen"), ("Olsen", "bo-olsen"), ("Oslo", None)
    ]  # fmt: skip
    assert found.contacts[0].participants == ("ada-berg", "bo-olsen")
    assert found.contacts[0].place == put.contacts[0].place
    assert [(a.id, a.name, a.aliases) for a in found.actors] == [
        ("ada-berg", "Ada Berg", (Alias(text="Ada Berg", count=1),)),
        ("bo-olsen", "Bo Olsen", (Alias(text="Olsen", count=2),)),
    ]


def test_articles_are_listed_newest_first_and_undated_last(store: Store) -> None:
    assert store.ids() == ["c.txt", "a.txt", "b.txt"]


def test_the_overview_counts_words_that_are_somebodys(store: Store) -> None:
    overview = store.overview("x")
    assert (overview.articles, overview.quotations, overview.actors, overview.contacts) == (3, 3, 2, 3)
    assert (overview.first, overview.last) == ("2021-04-01", "2021-05-01")
    assert [p.file for p in overview.problems] == ["d.txt"]


def test_actors_come_most_prominent_first(store: Store) -> None:
    assert [(a.id, a.articles, a.mentions, a.role) for a in store.lines(store.prominent())] == [
        ("bo-olsen", 3, 6, None), ("ada-berg", 3, 3, "Minister")
    ]  # fmt: skip


def test_actors_are_listed_as_asked_for_and_whoever_is_not_there_is_left_out(store: Store) -> None:
    assert [a.name for a in store.listed(["ada-berg", "nobody", "bo-olsen"])] == ["Ada Berg", "Bo Olsen"]
    assert store.listed([]) == []
    assert [*store.of_kind("person")] == [("bo-olsen", "Bo Olsen"), ("ada-berg", "Ada Berg")]


def test_the_names_of_actors_come_in_their_order(store: Store) -> None:
    assert store.names_of(store.prominent()) == [["Bo Olsen", "Olsen"], ["Ada Berg"]]


def test_an_actor_is_gathered_over_the_corpus(store: Store) -> None:
    found = store.actor("ada-berg")
    assert found is not None
    actor, articles = found
    assert (articles, actor.aliases) == (3, (Alias(text="Ada Berg", count=3),))
    assert [(r.role, r.article) for r in actor.roles] == [("Minister", f) for f in ("a.txt", "c.txt", "b.txt")]
    assert store.actor("nobody") is None


def test_who_said_and_who_was_told(store: Store) -> None:
    assert store.quotations_of("ada-berg", "speaker") == [("c.txt", 1), ("a.txt", 1), ("b.txt", 1)]
    assert store.quotations_of("bo-olsen", "addressee") == [("c.txt", 1), ("a.txt", 1), ("b.txt", 1)]
    assert store.quotations_of("bo-olsen", "speaker") == []
    assert store.contacts_of("bo-olsen") == store.contacts_of() == [("c.txt", 1), ("a.txt", 1), ("b.txt", 1)]


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to look like a file" * 40])
def test_a_broken_store_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with pytest.raises(CacheError, match=r"broken.*tui index --rebuild"):
        Store(path)


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheError, match="not whole"):
        Store(tmp_path / "store.sqlite")


def test_a_truncated_store_raises_no_more_than_a_cache_error(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(CacheError), closing(Store(path)) as store:
        store.article("a.txt")
