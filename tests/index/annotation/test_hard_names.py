"""Names whose words are something else as often: months, ranks, rivers; and names with the family's first."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks


def actors(text: str) -> list[str]:
    return [actor.name for actor in annotate(text, blocks(text)).actors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # months
        ("Then Theresa May left. May said it was late. In May they met.", ["Theresa May"]),
        ("It was a letter from Mrs May. It came in early May.", ["May"]),
        ("Jan Egeland came. On Jan. 5 Egeland left.", ["Jan Egeland"]),
        ("They met in April. On May 5 they left. The June talks failed.", []),
        # ranks and common words
        ("“It is bad,” Mr. King said.", ["King"]),
        ("“It is bad,” said Clara Lake, chief economist of a bank.", ["Clara Lake"]),
        ("Then Staffan De Mistura said it was bad.", ["Staffan De Mistura"]),
        # the family's name first
        ("Then Park Won-soon came. A firm-handed man, he left.", ["Park Won-soon"]),
        ("Then Ban Ki-moon said it was bad.", ["Ban Ki-moon"]),
        ("Foreign minister Wang Yi came. Wang said it was late.", ["Wang Yi"]),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert actors(text) == names
