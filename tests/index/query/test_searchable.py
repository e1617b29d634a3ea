"""An article as far as it can be searched."""

from __future__ import annotations

import pytest

from index.query import Quoted, Searchable, matches, parse
from index.query.letters import Letters

TEXT = "“We will talk”, the minister said. “Nobody asked”, the envoy said."
ARTICLE = Searchable("a", TEXT, ((0, len(TEXT)),), quotations=(Quoted(1, 13), Quoted(36, 48)))


def test_an_article_that_quotes_one_thing_holds_nothing_else() -> None:
    first, second = map(ARTICLE.quoting, ARTICLE.quotations)
    assert [matches(parse("talk"), one) for one in (first, second)] == [True, False]
    assert not matches(parse("minister"), first)
    assert second.quotations == (Quoted(36, 48),)


def test_the_text_is_folded_once_for_all_quotations(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = []
    monkeypatch.setattr("index.query.searchable.Letters", lambda text: folded.append(text) or Letters(text))
    article = Searchable("a", TEXT, ((0, len(TEXT)),), quotations=ARTICLE.quotations)
    assert [matches(parse("asked"), article.quoting(one)) for one in article.quotations] == [False, True]
    assert folded == [TEXT]
