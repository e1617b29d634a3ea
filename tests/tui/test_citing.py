from __future__ import annotations

import json
from typing import Any

import pytest

from index.model import Known, When
from tui.citing import FORMS, Passage, bibtex, csl_json, markdown, ris


@pytest.fixture
def passage(library: Any) -> Passage:
    article = library.article("ferry.txt").model_copy(
        update={
            "title": "Ferries & trains: 100 % {on time}", "outlet": Known(value="The Strait_Post"),
            "author": Known(value="Ada\nReader"), "url": Known(value="https://example.org/a_b?c=1"),
            "published": When.model_validate({"from": "2021-04-01", "to": "2021-04-01", "precision": "day"}),
        }
    )  # fmt: skip
    quotation = article.quotations[0]
    return Passage(article, quotation.start, quotation.end, quotation)


def dated(passage: Passage, precision: str) -> Passage:
    known = When.model_validate({"from": "2021-04-01", "to": "2021-04-30", "precision": precision})
    return passage._replace(article=passage.article.model_copy(update={"published": known}))


def test_bibtex_holds_what_is_known_and_nothing_that_tex_obeys(passage: Passage) -> None:
    assert bibtex(passage) == (
        "@article{ferry-txt,\n"
        "  title = {Ferries \\& trains: 100 \\% \\{on time\\}},\n"
        "  author = {Ada Reader},\n"
        "  journal = {The Strait\\_Post},\n"
        "  year = {2021},\n  month = {4},\n  day = {1},\n"
        "  url = {https://example.org/a\\_b?c=1},\n"
        "  note = {ferry.txt},\n}\n"
    )


def test_ris_has_one_line_a_field(passage: Passage) -> None:
    assert ris(passage).splitlines() == [
        "TY  - NEWS", "TI  - Ferries & trains: 100 % {on time}", "AU  - Ada Reader", "T2  - The Strait_Post",
        "PY  - 2021", "DA  - 2021/04/01", "UR  - https://example.org/a_b?c=1", "N1  - ferry.txt", "ER  - ",
    ]  # fmt: skip


def test_csl_json_is_a_list_of_one(passage: Passage) -> None:
    (item,) = json.loads(csl_json(passage))
    assert item["id"] == "ferry-txt"
    assert item["issued"] == {"date-parts": [[2021, 4, 1]]}
    assert item["author"] == [{"literal": "Ada\nReader"}]


def test_a_date_is_told_as_far_as_it_is_known(passage: Passage) -> None:
    (item,) = json.loads(csl_json(dated(passage, "month")))
    assert item["issued"] == {"date-parts": [[2021, 4]]}
    assert "DA  - 2021\n" in ris(dated(passage, "year"))


def test_a_quotation_in_markdown_has_a_footnote(passage: Passage) -> None:
    start = passage.start
    words, footnote = markdown(passage).rstrip().split("\n\n")
    assert words == f"> “a fair bargain”[^ferry-txt-{start}]"
    assert footnote.startswith(f"[^ferry-txt-{start}]: Jana Nováková to Per Lind, in “Ferries \\& trains")


def test_markdown_is_not_obeyed(passage: Passage) -> None:
    article = passage.article.model_copy(update={"text": "*bold* [link](x)\n# title"})
    assert markdown(Passage(article, 0, len(article.text))).startswith("> \\*bold\\* \\[link\\](x)\n> \\# title[^")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_known_is_left_out(form: str, library: Any) -> None:
    article = library.article("odd.txt")
    made = FORMS[form][0](Passage(article, 0, 10))
    assert made
    assert "None" not in made
