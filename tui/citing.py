"""An article as a source, in the forms that other programs take. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from tui.phrases import copied, source

if TYPE_CHECKING:
    from index.model import AnnotatedArticle, Quotation, When

_LATEX = re.compile(r"[\\{}$&#%_^~]")
_LATEX_NAMES = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~])")


class Passage(NamedTuple):
    """Words of an article: half-open offsets into its text, and the quotation that they are, if they are one."""

    article: AnnotatedArticle
    start: int
    end: int
    quotation: Quotation | None = None


def plain(passage: Passage) -> str:
    """The words, and under them their source."""
    return "\n— ".join(copied(*passage))


def citation(passage: Passage) -> str:
    """The source alone."""
    return source(passage.article, passage.start, passage.end)


def markdown(passage: Passage) -> str:
    """The words as a block quote with a footnote that tells the source."""
    words, told = copied(*passage)
    key = f"{_key(passage.article)}-{passage.start}"
    lines = "\n".join(f"> {_for_markdown(line)}".rstrip() for line in words.splitlines())
    return f"{lines}[^{key}]\n\n[^{key}]: {_for_markdown(told)}\n"


def bibtex(passage: Passage) -> str:
    """The article as an entry of BibTeX."""
    article = passage.article
    fields = {
        "title": article.title, "author": article.author.value, "journal": article.outlet.value,
        **dict(zip(("year", "month", "day"), _date(article.published), strict=False)),
        "url": article.url.value, "note": article.file,
    }  # fmt: skip
    written = "".join(f"  {name} = {{{_for_latex(str(value))}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(article)},\n{written}}}\n"


def ris(passage: Passage) -> str:
    """The article as a record of RIS; one line a field."""
    article = passage.article
    date = "/".join(f"{part:02}" for part in _date(article.published))
    fields = {
        "TY": "NEWS", "TI": article.title, "AU": article.author.value, "T2": article.outlet.value,
        "PY": date[:4], "DA": date, "UR": article.url.value, "N1": article.file,
    }  # fmt: skip
    lines = [f"{tag}  - {_in_one_line(value)}" for tag, value in fields.items() if value]
    return "\n".join([*lines, "ER  - "]) + "\n"


def csl_json(passage: Passage) -> str:
    """The article as an item of CSL-JSON, in a list of its own."""
    article = passage.article
    date = _date(article.published)
    fields: dict[str, object] = {
        "id": _key(article), "type": "article-newspaper", "title": article.title,
        "container-title": article.outlet.value,
        "author": [{"literal": article.author.value}] if article.author.value else None,
        "issued": {"date-parts": [date]} if date else None, "URL": article.url.value, "source": article.file,
    }  # fmt: skip
    return json.dumps([{key: value for key, value in fields.items() if value}], ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, tuple[Callable[[Passage], str], str]] = {
    "words": (plain, "the words, with a line that tells the source"),
    "Markdown": (markdown, "a block quote with a footnote"),
    "citation": (citation, "the source alone"),
    "BibTeX": (bibtex, "the article, for LaTeX"),
    "RIS": (ris, "the article, for Zotero, EndNote and the like"),
    "CSL-JSON": (csl_json, "the article, for Zotero, pandoc and the like"),
}
"""What can be copied, by name: how it is made, and what it is."""


def _date(known: When | None) -> list[int]:
    """Year, month and day, as far as they are known."""
    if known is None or known.from_ is None:
        return []
    parts = [int(part) for part in known.from_.split("-")]
    return parts[: {"year": 1, "month": 2}.get(known.precision or "", 3)]


def _key(article: AnnotatedArticle) -> str:
    """A name for the article that every program takes: letters, digits and hyphens."""
    ascii_ = normalize("NFKD", article.id).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_).strip("-") or "article"


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _for_markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _for_latex(text: str) -> str:
    return _LATEX.sub(lambda found: _LATEX_NAMES.get(found[0], f"\\{found[0]}"), _in_one_line(text))
