"""What a person says of the files of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import articles_in, discover, state
from index.reading.sidecar import sidecar

WORDS = "The ministers met in Oslo.\n\nThey spoke of cod for three hours, and of eel for four.\n"


def say(corpus: Path, text: str) -> None:
    (corpus / "readout.toml").write_text(text, encoding="utf-8")


def articles(corpus: Path) -> dict[str, Article]:
    items = [item for found in discover(corpus) for item in articles_in(found)]
    return {item.id: item for item in items if isinstance(item, Article)}


def problems(corpus: Path) -> list[str]:
    items = [item for found in discover(corpus) for item in articles_in(found)]
    return [f"{item.file}: {item.reason}" for item in items if isinstance(item, Problem)]


def test_outlet_author_and_date_are_told_for_many_files(tmp_path: Path) -> None:
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "03042021_talks.txt").write_text(WORDS)
    (tmp_path / "other.txt").write_text(WORDS)
    say(
        tmp_path,
        """
[[files]]
author = "A. Desk"

[[files]]
path = "north/*"
outlet = "The Northern Mail"
name = '^(?P<date>\\d{8})_'
date-format = "%d%m%Y"
""",
    )
    found = articles(tmp_path)
    north, other = found["north/03042021_talks.txt"], found["other.txt"]
    assert (north.outlet.value, north.outlet.how) == ("The Northern Mail", "readout.toml")
    assert (north.author.value, other.author.value) == ("A. Desk", "A. Desk")
    assert north.published is not None
    assert (north.published.from_, north.published.how) == ("2021-04-03", "file name, by readout.toml")
    assert (other.outlet.value, other.published) == (None, None)


def test_what_the_article_itself_tells_counts_for_more(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: The Ministry\n---\n\n{WORDS}")
    say(tmp_path, '[[files]]\noutlet = "Somebody else"\n')
    assert articles(tmp_path)["a.md"].outlet.value == "The Ministry"


def test_fields_and_dates_of_rows_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Kopf;Rumpf;Tag\nTalks;They met in Oslo.;3/4/2021\n")
    say(
        tmp_path,
        """
[[files]]
fields = { title = "Kopf", text = "rumpf", date = "Tag" }
date-format = "%d/%m/%Y"
""",
    )
    article = articles(tmp_path)["a.csv#1"]
    assert (article.title, article.text) == ("Talks", "Talks\n\nThey met in Oslo.\n")
    assert article.published is not None
    assert article.published.from_ == "2021-04-03"


def test_an_encoding_that_is_said_is_obeyed_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Łódź\n\nPrzyszli o świcie.\n".encode("cp1250"))
    say(tmp_path, '[[files]]\nencoding = "windows-1250"\n')
    article = articles(tmp_path)["a.txt"]
    assert article.text == "Łódź\n\nPrzyszli o świcie.\n"
    assert (article.read.encoding, article.read.notes) == ("cp1250", ("encoding set by hand",))


def test_files_can_be_passed_over(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "old").mkdir(parents=True)
    for name in ("a.txt", "drafts/b.txt", "drafts/old/c.txt"):
        (tmp_path / name).write_text(WORDS)
    say(tmp_path, 'ignore = ["drafts/*"]\n')
    assert list(articles(tmp_path)) == ["a.txt"]


def test_another_word_about_a_file_is_another_state(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    before = discover(tmp_path)
    say(tmp_path, '[[files]]\noutlet = "The Mail"\n')
    after = discover(tmp_path)
    assert state(before) != state(after)
    assert before[0].version != after[0].version


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('outlet = "x"\n[[files', "line 2: "),
        ('\ncolour = "red"\n', "line 2: 'colour' is not known"),
        ('[[files]]\npath = "*"\n\n[[files]]\noutlet = 7\n', "line 5: outlet is not in quotation marks"),
        ('[[files]]\nencoding = "klingon"\n', "line 2: there is no encoding 'klingon'"),
        ("[[files]]\nname = '('\n", "line 2: name is no pattern"),
        ("[[files]]\nname = 'x'\n", "line 2: name needs groups called date, outlet, author"),
        ('[[files]]\nfields = { texts = "x" }\n', "line 2: fields are among title, text"),
        ('ignore = "x"\n', "line 1: ignore is a list of patterns"),
        ("[files]\n", "line 1: each entry begins with [[files]]"),
        ('[[files]]\nrecipe = "x"\n', "line 2: 'recipe' is not known"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    say(tmp_path, text)
    assert list(articles(tmp_path)) == ["a.txt"]
    (problem,) = problems(tmp_path)
    assert problem.startswith(f"readout.toml: {told}")


def test_an_entry_without_mistakes_counts_beside_one_with_them(tmp_path: Path) -> None:
    say(tmp_path, '[[files]]\nauthor = 1\n[[files]]\noutlet = "The Mail"\n')
    said = sidecar(tmp_path)
    assert said.rules("a.txt").outlet == "The Mail"
    assert len(said.problems) == 1


def test_without_a_side_car_nothing_is_said(tmp_path: Path) -> None:
    assert sidecar(tmp_path) == sidecar(tmp_path / "nowhere")
