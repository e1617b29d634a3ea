"""Whatever is typed is a query, or a mistake that is told: nothing else is ever raised."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.figures import SHARED, Figure
from index.errors import QueryError
from index.query import parse

INPUTS = 100_000
NAUGHTY = SHARED / "corpora" / "formats" / "naughty-strings"
PIECES = (
    *('a foo S-400 Çav " “ ” ( ) AND OR NOT - * abc* : title: by: quote: is: date: before: x: = ~ ~2 w/5 pre/3 /s /p'
      " first/2 atleast/2 march 2021 .. -03 , ' \\ İ 🙂 \u0307 \u200b \x00").split(" "), " ", " ", " ", "\n",
)  # fmt: skip


def measure() -> list[Figure]:
    """Parse inputs put together by chance, and the strings that are known to break programs."""
    lines = [*naughty()]
    wrong = [typed for typed in (*typed_by_chance(), *lines) if not answered(typed)]
    what = f"{INPUTS:,} inputs by chance" + (f", {len(lines)} naughty strings" if lines else "")
    return [Figure(f"parsing {what}", f"{len(wrong)} exceptions", "0", not wrong, {"wrong": wrong[:20]})]


def typed_by_chance() -> Iterator[str]:
    """Pieces of the query language, and letters of all planes, in any order."""
    chance = random.Random(5)
    for _ in range(INPUTS):
        some = chance.choices(PIECES, k=chance.randint(0, 14))
        if chance.random() < 0.3:
            some.insert(chance.randint(0, len(some)), chr(chance.randrange(0xD800)))
        yield "".join(some)


def naughty() -> Iterator[str]:
    """Strings that are known to break programs, if they are there."""
    for file in sorted(NAUGHTY.rglob("*.txt")):
        yield from file.read_text("utf-8", errors="replace").splitlines()


def answered(typed: str) -> bool:
    """Whether an input is a query, or refused in words."""
    try:
        parse(typed)
    except QueryError as error:
        return bool(error.title and error.caret())
    except Exception:  # noqa: BLE001
        return False
    return True
