"""Stars and tags: given, taken, found, taken back; and that they outlive the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.decisions import Filed, Ledger, OfTags
from index.decisions.tags import changes, standing
from index.errors import DecisionError, QueryError, UnknownError
from index.library import Library
from index.query.tree import tag_key
from index.store.tags import PutBy

NOW = "2026-11-22T04:31:19Z"
BOTH = ["a.txt", "b.txt"]


def found(library: Library, query: str) -> list[str]:
    return sorted(hit.id for hit in library.search(query, once=False).hits)


def shown(library: Library) -> dict[str, tuple[bool, tuple[str, ...]]]:
    """How all articles are put by, as a list has it and as each has it itself."""
    hits = {hit.id: (hit.starred, hit.tags) for hit in library.search("", once=False).hits}
    assert hits == {a: (one.starred, one.tags) for a in hits for one in [library.article(a)]}
    return hits


# given and taken -----------------------------------------------------------------------------------------------------


def test_a_star_and_tags_are_shown_found_and_taken_back(corpus: Path) -> None:
    with Library.open(corpus) as library:
        (now,) = library.tag(["b.txt"], starred=True, tags=["urgent", "Cod wars"])
        assert (now.article, now.starred, now.tags) == ("b.txt", True, ("Cod wars", "urgent"))
        assert shown(library) == {"a.txt": (False, ()), "b.txt": (True, ("Cod wars", "urgent"))}
        for query in ("is:starred", "tag:urgent", "tag:COD-wars"):
            assert found(library, query) == ["b.txt"]
        assert library.tag(["b.txt"], starred=False, untagged=["URGENT"]) == library.labels(["b.txt"])
        assert shown(library)["b.txt"] == (False, ("Cod wars",))
        assert found(library, "is:starred") == []
        undone = library.undo()
        assert undone is not None
        assert (undone.told, undone.article) == ("starred no longer, tagged urgent no longer", "b.txt")
        assert undone.labels == tuple(library.labels(["b.txt"]))
        assert shown(library)["b.txt"] == (True, ("Cod wars", "urgent"))


def test_several_articles_are_one_decision(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.tag(["a.txt"], tags=["brief"])
        assert [one.article for one in library.tag(BOTH, tags=["Brief"], starred=True)] == BOTH
        assert [(tag.name, tag.count) for tag in library.tags()] == [("brief", 2)], "spelt as it is already"
        assert library.tag(BOTH, tags=["brief"]) == []
        assert len(Ledger.of(corpus).read().decisions) == 2, "what changes nothing is not kept"
        assert len(library.tag(["a.txt", "b.txt", "a.txt"], untagged=["brief", "never given"])) == 2
        assert library.tags() == []
        library.undo()
        library.undo()
        assert shown(library) == {"a.txt": (False, ("brief",)), "b.txt": (False, ())}


def test_more_articles_than_are_asked_for_at_once(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.store.reader._AT_ONCE", 1)
    with Library.open(corpus) as library:
        assert [one.article for one in library.tag(BOTH, starred=True)] == BOTH
        assert {*shown(library).values()} == {(True, ())}


@pytest.mark.parametrize(
    ("articles", "said", "kind", "why"),
    [
        ([], {"starred": True}, DecisionError, "No article is named"),
        (["c.txt"], {"starred": True}, UnknownError, "no article 'c.txt'"),
        (["a.txt"], {}, DecisionError, "starred, tags or untagged"),
        (["a.txt"], {"tags": ["!?"]}, DecisionError, "'!?' is no tag"),
        (["a.txt"], {"untagged": ["cod, fish"]}, DecisionError, "'cod, fish' is no tag"),
    ],
)
def test_what_cannot_be_decided(
    corpus: Path, articles: list[str], said: dict[str, object], kind: type[Exception], why: str
) -> None:
    with Library.open(corpus) as library:
        with pytest.raises(kind, match=why.replace("?", r"\?")):
            library.tag(articles, **said)  # type: ignore[arg-type]
        assert Ledger.of(corpus).read().decisions == ()


# asked for -----------------------------------------------------------------------------------------------------------


def test_queries(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.tag(["a.txt"], tags=["cod", "follow up"], starred=True)
        library.tag(["b.txt"], tags=["tariffs", "follow up"])
        assert found(library, "tag:cod") == ["a.txt"]
        assert found(library, 'tag:"follow up" olsen') == BOTH
        assert found(library, "tag:(cod OR tariffs)") == BOTH
        assert found(library, "tag:(follow-up -cod)") == ["b.txt"]
        assert found(library, "olsen -is:starred") == ["b.txt"]
        assert found(library, 'tag:tariffs OR "train from bergen"') == BOTH
        assert {said.article for said in library.quotations("is:starred")} == {"a.txt"}
        assert library.hits("bergen tag:tariffs", "a.txt") == ()
        assert len(library.hits("bergen tag:tariffs", "b.txt")) == 1
        assert {line.article for line in library.concordance("bergen is:starred")} == {"a.txt"}
        assert sum(period.articles for period in library.timeline("is:starred").periods) == 1
        facets = {facet.name: facet.values for facet in library.facets("olsen")}
        assert [(value.typed, value.count) for value in facets["tag"]] == [
            ('tag:"follow up"', 2), ("tag:cod", 1), ("tag:tariffs", 1),
        ]  # fmt: skip
        assert [c.text for c in library.complete("tag:fo", 6)] == ['tag:"follow up"']
        assert ("is:starred", "1 article") in [(c.text, c.what) for c in library.complete("is:st", 5)]


def test_a_tag_that_nobody_gave(corpus: Path) -> None:
    with Library.open(corpus) as library:
        with pytest.raises(QueryError) as none:
            library.search("tag:cod")
        assert (none.value.title, none.value.hint) == ("No article has this tag", "There are no tags here yet.")
        library.tag(["a.txt"], tags=["cod wars", "urgent"])
        with pytest.raises(QueryError) as other:
            library.search("olsen tag:cod-war")
        error = other.value
        assert error.hint == "Tags here: cod wars, urgent."
        assert (error.query[error.start : error.end], error.proposal) == ("cod-war", 'olsen tag:"cod wars"')
        assert found(library, error.proposal) == ["a.txt"]
        library.check(error.proposal)
        with pytest.raises(QueryError):
            library.check(error.query)
        assert found(library, "olsen -tag:done") == BOTH, "nothing has it, so nothing is excluded"
        with pytest.raises(QueryError):
            library.search("olsen -(cod -tag:done)")


def test_an_article_can_still_be_read_when_its_tag_is_gone(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.tag(["a.txt"], tags=["brief"])
        library.undo()
        assert library.hits("bergen tag:brief", "a.txt") == ()
        assert {*library.passages("bergen tag:brief", ["a.txt"])} <= {"a.txt"}


# the index comes and goes --------------------------------------------------------------------------------------------


def test_they_outlive_a_rebuild_the_cache_and_new_articles(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with Library.open(corpus) as library:
        library.tag(BOTH, tags=["brief"], starred=True)
        before = shown(library)
    with Library.open(corpus, rebuild=True) as library:
        assert shown(library) == before
    (corpus / "c.txt").write_text("Cod\n\nThe cod went to Bergen.\n", encoding="utf-8")
    with Library.open(corpus) as library:
        assert shown(library) == before | {"c.txt": (False, ())}
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "another"))
    with Library.open(corpus) as library:
        assert shown(library) == before | {"c.txt": (False, ())}
        assert library.overview().problems == ()


def test_they_go_with_a_file_that_is_renamed_and_wait_for_one_that_is_gone(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.tag(BOTH, tags=["brief"])
        library.tag(["b.txt"], starred=True)
    (corpus / "a.txt").rename(corpus / "z.txt")
    text = (corpus / "b.txt").read_text(encoding="utf-8")
    (corpus / "b.txt").unlink()
    with Library.open(corpus) as library:
        assert shown(library) == {"z.txt": (False, ("brief",))}
        library.tag(["z.txt"], tags=["urgent"])
        (problem,) = library.overview().problems
        assert problem.reason == "There is no article b.txt any more, so its star and its tag brief wait"
    (corpus / "b.txt").write_text(text + "\nMore.\n", encoding="utf-8")
    with Library.open(corpus) as library:
        assert shown(library) == {"z.txt": (False, ("brief", "urgent")), "b.txt": (True, ("brief",))}
        assert library.overview().problems == ()


def test_a_file_edited_by_hand_is_followed_at_the_next_question(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.tag(["a.txt"], tags=["brief"])
        path = Ledger.of(corpus).path
        path.write_text(path.read_text(encoding="utf-8").replace('"brief"', '"Sent off", "cod"'), encoding="utf-8")
        assert found(library, 'tag:"sent off" tag:cod') == ["a.txt"]
        path.write_text(path.read_text(encoding="utf-8").replace('"cod"', '"…"'), encoding="utf-8")
        (problem,) = library.overview().problems
        assert "is no tag" in problem.reason
        assert shown(library)["a.txt"] == (False, ("cod", "Sent off")), "it stays as it was"


def test_another_window_sees_them(corpus: Path) -> None:
    with Library.open(corpus) as one, Library.open(corpus) as other:
        assert found(other, "is:starred") == []
        one.tag(["a.txt"], starred=True)
        assert found(other, "is:starred") == ["a.txt"]
        other.set_source("b.txt", outlet="The Port")
        other.tag(["b.txt"], starred=True)
        assert found(one, "is:starred outlet:port") == ["b.txt"]


def test_a_star_leaves_the_words_alone(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given at once: nothing is read or made findable anew."""
    with Library.open(corpus) as library:
        library.set_source("b.txt", outlet="The Port")
        engine = library._corpus.now().engine
        with monkeypatch.context() as patch:
            patch.setattr("index.decisions.keeper.write_engine", None)
            patch.setattr(engine, "renew", None)
            library.tag(BOTH, starred=True)
        assert found(library, "is:starred outlet:port") == ["b.txt"]


# one after the other -------------------------------------------------------------------------------------------------

TAGS = st.sampled_from(["brief", "Brief", "cod wars", "Cod-Wars", "urgent"])
SOME = st.lists(TAGS, max_size=3).map(tuple)
DECISIONS = st.builds(
    lambda starred, tags, untagged: (
        OfTags(article="a", decided=NOW, starred=starred, tags=tags, untagged=untagged)
        if starred is not None or tags or untagged
        else OfTags(article="a", decided=NOW, starred=True)
    ),
    st.none() | st.booleans(), SOME, SOME,
)  # fmt: skip


@given(st.lists(DECISIONS, max_size=8))
def test_whatever_is_decided_it_is_a_set(decisions: list[OfTags]) -> None:
    starred, tags = False, set[str]()
    for decision in decisions:
        tags -= {tag_key(tag) for tag in decision.untagged}
        tags |= {tag_key(tag) for tag in decision.tags}
        starred = starred if decision.starred is None else decision.starred
    now = standing(decisions)
    assert (now.starred, {tag_key(tag) for tag in now.tags}) == (starred, tags)
    assert len(now.tags) == len(tags)


@given(DECISIONS, st.booleans(), st.sets(st.sampled_from(["brief", "urgent"])))
def test_what_changes_nothing_is_told(decision: OfTags, starred: bool, tags: set[str]) -> None:
    decision = decision.model_copy(update={
        "tags": tuple(map(tag_key, decision.tags)), "untagged": tuple(map(tag_key, decision.untagged)),
    })  # fmt: skip
    before = PutBy(starred, tuple(tags))
    given = [OfTags(article="a", decided=NOW, starred=starred, tags=before.tags)]
    after = standing([*given, decision])
    assert changes(decision, before) == ((after.starred, {*after.tags}) != (starred, tags))


def test_each_is_the_decision_about_one() -> None:
    both = OfTags(article="a", sha256="1", others=(Filed(article="b"),), decided=NOW, tags=("brief",))
    alone = [OfTags(article=a, sha256=s, decided=NOW, tags=("brief",)) for a, s in (("a", "1"), ("b", ""))]
    assert list(both.each()) == alone
