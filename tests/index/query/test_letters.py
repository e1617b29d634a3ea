from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from index.query import Searchable, parse
from index.query.letters import Letters, root
from index.query.match import places
from index.query.shape import spelt_out
from index.words import close, stem, words

ROOT = Path(__file__).resolve().parents[3]

LETTERS = st.one_of(st.sampled_from("aSİıŞß4 0-‑.,’'&/…\u0301\u0307\u00ad\n"), st.characters())
TEXTS = st.text(alphabet=LETTERS, max_size=60)


@given(TEXTS)
def test_a_word_is_there_only_if_its_root_is(text: str) -> None:
    letters = Letters(text).rough
    for word in words(text):
        assert root(stem(word)) in letters
        assert root(word, whole=True) in letters


def test_a_root_is_how_all_forms_begin() -> None:
    text = (ROOT / "seeds").glob("*.txt")
    forms = {word for file in text for word in words(file.read_text("utf-8"))}
    forms |= set("dying lying cries skies hoped hoping visibility organization sensibly flies generically".split())
    assert len(forms) > 500
    assert [word for word in forms if not word.lower().startswith(root(stem(word)))] == []


def test_letters_tell_where_words_begin() -> None:
    text = "Talks, talk’s (re-talking) 4talk. Tâlk stalks"
    assert Letters(text).begin(["talk"]) == [0, 7, 18, 34]


def test_where_signs_are_between_letters_only_the_words_tell() -> None:
    assert Letters("U.S. talks, us").begin(["us"]) is None
    assert Letters("TALK and ta\u00adlk").begin(["talk"]) is None
    assert Letters("Ægean talks").begin(["aege"]) is None
    assert Letters("4 talks").begin(["4"]) is None


SAMPLES = "talk Talks TALKED retalk talk2 Tâlk tal k 's ’s ’ - . , & _ / US us U.S. ß"
PIECES = st.sampled_from([*SAMPLES.split(), " ", "\n"])
QUERIES = ["talk", "us", "US", "talk*", "=Talks", '"talk us"', '"us talk*"', '="U.S. talk"', "ßtalk", "talk w/2 us"]


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(QUERIES), st.integers(0, 3))
def test_letters_find_what_words_find(text: str, query: str, start: int) -> None:
    article = Searchable("a", text, ((min(start, len(text)), len(text)),))
    with patch.object(Letters, "begin", lambda *_: None):
        by_words = places(parse(query), article)
    assert places(parse(query), Searchable("a", text, article.blocks)) == by_words


LOOSE = ["talk~", '"us talsk~"', "talk~ w/2 talkd~", "-talk~"]


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(LOOSE))
def test_what_is_spelt_out_finds_the_same(text: str, query: str) -> None:
    def alike(word: str, letters: int) -> list[str]:
        return [other for other in words(text) if close(word, other, letters)]

    tree = parse(query)
    spelt = spelt_out(tree, alike)
    assert spelt != tree
    article = Searchable("a", text, ((0, len(text)),))
    assert places(spelt, Searchable("a", text, article.blocks)) == places(tree, article)
