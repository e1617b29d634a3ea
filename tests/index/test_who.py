"""Who is who in a store to which articles come and from which they go is as it would be from the beginning."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.annotation.names.cast import slug
from index.model import Actor, ActorKind, Alias, AnnotatedArticle, Block, Mention, Reading, Role
from index.store import StoreWriter
from index.store.rows import packed
from index.who import join

PEOPLE = (
    "Antony Verrell|Anthony Verrell|Verrell|Minister Verrell|A. Verrell|Antony Verrel|Maria Verrell|Verrell Jr|"
    "Antony Verrell Jr|Qiu Minsheng|Qiu Min-sheng|Qiu|President Qiu|Minsheng|King Haakon|Tahir Haakon|President Dahl|"
    "Maria Dahl|Peter Dahl|Dahl|Dahlberg|Peter Dahlberg|Peter Dahlbergh|Ola Nord Lind|Ola Nord-Lind|"
    "Tahir bin Haakon|King Tahir|TAHIR"
).split("|")
BODIES = (
    ("River Commission", "RC"), ("River Commission",), ("Red Club", "RC"), ("RC",), ("Norway troops",),
    ("Norway military",), ("Government of Norway",), ("Norway government",), ("Norway",), ("NATO",), ("RCX", "RC"),
    ("QIU",), ("TAHIR",), ("DAHL",), ("DAHL", "RC"),
)  # fmt: skip
ROLES = ("Minister", "King", "President")

Articles = Mapping[str, tuple[Actor, ...]]


def person(name: str) -> Actor:
    role, _, rest = name.partition(" ")
    bare = rest if role in ROLES else name
    roles = (Role(role=role, start=0, end=1),) if role in ROLES else ()
    return Actor(id=slug(bare), kind="person", name=bare, aliases=(Alias(text=bare, count=1),), roles=roles)


def body(spellings: tuple[str, ...]) -> Actor:
    kind: ActorKind = "country" if spellings == ("Norway",) else "organisation"
    aliases = tuple(Alias(text=text, count=1) for text in spellings)
    return Actor(id=slug(spellings[0]), kind=kind, name=spellings[0], aliases=aliases)


def article(name: str, actors: Iterable[Actor]) -> AnnotatedArticle:
    return AnnotatedArticle(
        id=name, file=name, sha256="0" * 64, read=Reading(encoding="utf-8", format="text"), title="", text="x",
        blocks=(Block(kind="paragraph", start=0, end=1),), actors=tuple(actors),
        mentions=tuple(Mention(start=0, end=1, text="x", actor=a.id, form="name") for a in actors),
    )  # fmt: skip


def keep(store: Path, held: Articles, gone: Iterable[str] = ()) -> set[str]:
    """Let articles come into a store and go from it; in which of the others somebody is another actor now."""
    writer = StoreWriter(store)
    writer.remove(gone)
    for name, actors in held.items():
        writer.add(packed(article(name, actors)))
    others = join(writer)
    writer.commit()
    return others


def who(store: Path) -> dict[str, dict[str, str]]:
    """The actor that each member of each article is."""
    with closing(sqlite3.connect(store)) as db:
        found: dict[str, dict[str, str]] = {}
        for name, local, actor in db.execute(
            "SELECT articles.id, found.id, actors.id FROM found JOIN members USING (article, member) "
            "JOIN articles ON articles.n = article JOIN actors ON actors.n = actor"
        ):
            found.setdefault(name, {})[local] = actor
        return found


def actors(store: Path) -> list[tuple[object, ...]]:
    """All actors with their members, however they are called."""
    members: dict[str, set[tuple[str, str]]] = {}
    for name, of in who(store).items():
        for local, actor in of.items():
            members.setdefault(actor, set()).add((name, local))
    with closing(sqlite3.connect(store)) as db:
        rows = db.execute("SELECT id, name, kind, articles, mentions FROM actors").fetchall()
    assert {id_ for id_, *_ in rows} == members.keys()
    return sorted((sorted(members[id_]), *row) for id_, *row in rows)


CASTS = st.tuples(
    st.lists(st.sampled_from(PEOPLE).map(person), max_size=3), st.lists(st.sampled_from(BODIES).map(body), max_size=2)
).map(lambda both: tuple({actor.id: actor for actor in (*both[0], *both[1])}.values()))
STEPS = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.none() | CASTS, max_size=4), min_size=2, max_size=5)


SONS = (person("Antony Verrel"), person("Verrell Jr"), person("Antony Verrell Jr"))


@settings(max_examples=120, deadline=None)
@given(STEPS)
@example([{"a": (body(BODIES[0]),), "b": SONS}, {"c": SONS[2:]}])
def test_who_is_who_does_not_depend_on_how_it_came(steps: list[dict[str, tuple[Actor, ...] | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        grown, anew = Path(folder, "grown"), Path(folder, "anew")
        held: dict[str, tuple[Actor, ...]] = {}
        for step in steps:
            before = who(grown) if held else {}
            come = {name: cast for name, cast in step.items() if cast is not None}
            others = keep(grown, come, gone=held.keys() & step.keys())
            held = {name: cast for name, cast in (held | step).items() if cast is not None}
            after = who(grown)
            stayed = before.keys() & after.keys() - come.keys()
            assert others == {name for name in stayed if before[name] != after[name]}
        keep(anew, held)
        assert actors(grown) == actors(anew)


def test_those_who_have_no_kin_among_the_new_are_not_looked_at(tmp_path: Path) -> None:
    keep(tmp_path / "store", {"a": (person("Maria Dahl"), body(("Norway",))), "b": (person("Peter Verrell"),)})
    shutil.copy(tmp_path / "store", tmp_path / "grown")
    writer = StoreWriter(tmp_path / "grown")
    writer.add(packed(article("c", (person("Dahl"), body(("Norway",))))))
    looked_at = {(member.id, member.local.id) for member in writer.members.part()}
    writer.close()
    assert looked_at == {("a", "maria-dahl"), ("c", "dahl"), ("c", "norway")}
