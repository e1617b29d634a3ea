"""Who may be one: proposed to a person, who decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.library import Library
from tests.index.answers.conftest import opened_on

ARTICLES = {
    "a": "Fish\n\nOSLO, 3 May 2021 – Trade Minister Joe Dahlen met Bo Olsen, Karl Dahl and Ada Vik on Monday.\n",
    "b": "Cod\n\nOSLO, 4 May 2021 – Jill Dahlen met Bo Olsen, Karl Dahl and Ada Vik on Tuesday.\n",
    "c": "Rain\n\nOSLO, 5 May 2021 – Trade Minister Joel Dalgaard met Bo Olsen, Karl Dahl and Ada Vik.\n",
    "d": "Snow\n\nOSLO, 6 May 2021 – Trade Minister Joe Dalin met Bo Olsen, Karl Dahl and Ada Vik.\n",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with opened_on(ARTICLES, tmp_path_factory) as opened:
        yield opened


def test_a_misspelt_surname_is_proposed_a_wife_or_another_is_not(library: Library) -> None:
    assert [(other.actor, other.why) for other in library.actor("joe-dahlen").alike] == [
        ("joe-dalin", "also Trade Minister")
    ]
