"""What the tests of formats share: a file, and what is read out of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import articles_in, discover

Items = list[Article | Problem]


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these files, as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def items_of(tmp_path: Path) -> Callable[[str, bytes | str], Items]:
    """Write a file of that name, and read it."""

    def read(name: str, content: bytes | str) -> Items:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = discover(tmp_path)
        return list(articles_in(found))

    return read


@pytest.fixture
def article_of(items_of: Callable[[str, bytes | str], Items]) -> Callable[[str, bytes | str], Article]:
    """Write a file of that name, and read the one article in it."""

    def read(name: str, content: bytes | str) -> Article:
        (item,) = items_of(name, content)
        assert isinstance(item, Article), item
        return item

    return read


@pytest.fixture
def problem_of(items_of: Callable[[str, bytes | str], Items]) -> Callable[[str, bytes | str], str]:
    """Write a file of that name, and read why there is no article in it."""

    def read(name: str, content: bytes | str) -> str:
        (item,) = items_of(name, content)
        assert isinstance(item, Problem), item
        return item.reason

    return read
