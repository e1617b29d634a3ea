"""PDF, by pypdf. A PDF knows where letters stand, not what a paragraph is: lines that break off are joined."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from index.reading.draft import Draft, Item, Source, compose, known
from index.reading.limits import MOST_PAGES
from index.reading.text import paragraphs
from index.reading.trouble import Unreadable, need, parsing

_MAGIC = b"%PDF-"
_BROKEN_WORD = re.compile(r"(?<=[a-zß-ÿ])[-\u00ad]\n(?=[a-zß-ÿ])")
_FILE_NAME = re.compile(r"\.\w{2,4}$|^Microsoft |^untitled", re.IGNORECASE)
_FEW_LETTERS = 20  # a page: scanned, with a number or a stamp at most
_LONGEST_NAME = 200


def sniff(source: Source) -> bool:
    """Whether it is a PDF. Some have a few bytes before their mark."""
    return _MAGIC in source.head[:1024] and (source.head.startswith(_MAGIC) or source.suffix == ".pdf")


def read(source: Source) -> Iterator[Item]:
    """The article in a PDF. Raises `Unreadable` for one that is locked, scanned or damaged."""
    if _MAGIC not in source.head:
        raise Unreadable("the file is damaged, or no PDF", "Fetch it again, or save it again.")
    pypdf = need("pypdf", "pdf", "a PDF")
    data = source.data()
    with parsing("the PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        _unlock(reader, pypdf)
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(f"the PDF has more than {MOST_PAGES:,} pages", "Split it.")
        pages = [page.extract_text() or "" for page in reader.pages]
        about = reader.metadata or {}
        title, author = str(about.get("/Title") or ""), str(about.get("/Author") or "")
    text = "\n\n".join(pages)
    if sum(map(str.isalpha, text)) < _FEW_LETTERS * max(1, min(len(pages), 3)) and _has_images(reader):
        raise Unreadable("the pages are scanned, without text", "Give it text first, as ocrmypdf does.")
    joined, broken = _BROKEN_WORD.subn("", text)
    notes: tuple[str, ...] = (f"text taken out of the PDF by pypdf {pypdf.__version__}",)
    if broken:
        notes = (*notes, f"{broken} words joined that lines had broken")
    words = [joined[start:end] for start, end in paragraphs(joined)]
    title = _title(title)
    text, blocks = compose(title, words)
    yield Draft(text, blocks, "pdf", title, notes=notes, author=known(author, "PDF metadata"))


def _unlock(reader: Any, pypdf: Any) -> None:
    """Many PDFs are locked with no password, against printing."""
    if not reader.is_encrypted:
        return
    try:
        opened = reader.decrypt("")
    except pypdf.errors.DependencyError:
        opened = 0
    if not opened:
        raise Unreadable("the PDF is locked by a password", "Save a copy without it.")


def _has_images(reader: Any) -> bool:
    with parsing("the PDF"):
        return any("/XObject" in (page.get("/Resources") or {}) for page in list(reader.pages)[:3])


def _title(title: str) -> str:
    """Programs write file names where a title should stand; they are none."""
    title = " ".join(title.split())
    return title if " " in title and len(title) <= _LONGEST_NAME and not _FILE_NAME.search(title) else ""
