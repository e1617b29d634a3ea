"""PDF, DOCX, EPUB."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from tests.index.reading.formats.conftest import zipped

Read = Callable[[str, bytes | str], Any]


def pdf(*pages: str, info: str = "", kids: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    refs = [f"{4 + 2 * n} 0 R" for n in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids or ' '.join(refs)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, page in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET" if page else ""
        resources = "/Font << /F1 3 0 R >> /XObject << >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /Resources << {resources} >> /Contents {5 + 2 * n} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    out, places = "%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{held}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    out += f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{out.index('xref')}\n%%EOF\n"
    return out.encode("latin-1")


LINES = "Talks in Oslo\nThe ministers met in Oslo to speak of cod, and of lit-\ntle else, for as long as they liked."


def test_a_pdf_gives_its_text_with_broken_words_joined(article_of: Read) -> None:
    article = article_of("a.pdf", pdf(LINES, info="/Title (Talks in Oslo) /Author (Ada Berg)"))
    assert "of little else" in article.text
    assert (article.title, article.author.value, article.read.format) == ("Talks in Oslo", "Ada Berg", "pdf")
    assert "1 words joined that lines had broken" in article.read.notes
    assert article.published is None


def test_a_pdf_without_text_is_said_to_be_scanned(problem_of: Read) -> None:
    assert problem_of("a.pdf", pdf("", "")) == "the pages are scanned, without text"


def test_a_locked_pdf_says_so(problem_of: Read) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert problem_of("a.pdf", out.getvalue()) == "the PDF is locked by a password"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", pdf(LINES)[:300], b"%PDF-1.4 " * 50])
def test_a_damaged_pdf_says_so(problem_of: Read, data: bytes) -> None:
    assert problem_of("a.pdf", data)


def test_a_pdf_whose_pages_hold_one_another_ends(problem_of: Read) -> None:
    assert "cyclic page references" in problem_of("a.pdf", pdf(LINES, kids="2 0 R 2 0 R"))


def test_a_pdf_whose_tables_lead_to_one_another_ends(article_of: Read) -> None:
    data = pdf(LINES)
    looping = data.replace(b"/Root 1 0 R", b"/Prev %d /Root 1 0 R" % data.index(b"xref"))
    assert "The ministers met" in article_of("a.pdf", looping).text


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, head: str = "") -> bytes:
    creator = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ada Berg</dc:creator></p>'
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, "docProps/core.xml": creator})


def test_a_docx_gives_its_paragraphs(article_of: Read) -> None:
    title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Talks in Oslo</w:t></w:r></w:p>'
    body = "<w:p><w:r><w:t>They </w:t></w:r><w:r><w:t>met</w:t><w:tab/><w:t>again.</w:t></w:r></w:p><w:p/>"
    article = article_of("a.docx", docx(title + body))
    assert (article.title, article.text) == ("Talks in Oslo", "Talks in Oslo\n\nThey met again.\n")
    assert (article.author.value, article.read.format) == ("Ada Berg", "docx")


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Berg meets Olsen in Oslo", "title"), ("They met.", "paragraph"), ("By Ada Berg", "furniture"),
        ("It " * 60, "paragraph"),
    ],
)
def test_a_docx_without_styles_begins_with_its_title_if_it_reads_like_one(
    first: str, title: str, article_of: Read
) -> None:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (first, "The ministers met in Oslo."))
    article = article_of("a.docx", docx(body))
    assert [block.kind for block in article.blocks] == [title, "paragraph"]
    assert (article.title == first) == (title == "title")


@pytest.mark.parametrize("data", [docx("<w:p>"), zipped({"word/document.xml": ""}), docx("")])
def test_a_damaged_docx_says_so(problem_of: Read, data: bytes) -> None:
    assert problem_of("a.docx", data)


WORDS = " ".join(["They met again, and spoke of cod."] * 6)


def epub(**chapters: str) -> bytes:
    items = "".join(f'<item id="{name}" href="text/{name}.xhtml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    about = "<dc:title>The Mail Weekly</dc:title><dc:creator>Desk</dc:creator><dc:date>2021-04-01</dc:date>"
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{about}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    files = {f"OPS/text/{name}.xhtml": text for name, text in chapters.items()}
    return zipped({"META-INF/container.xml": container, "OPS/book.opf": package, **files})


def test_a_book_holds_an_article_a_chapter(items_of: Read) -> None:
    chapter = "<html><head><title>x</title></head><body><h1>{}</h1><p>{}</p></body></html>"
    items = items_of("a.epub", epub(cover="<p>The Mail</p>", a=chapter.format("Talks", WORDS), b=f"<p>{WORDS}</p>"))
    assert [(a.id, a.title) for a in items] == [("a.epub#1", "Talks"), ("a.epub#2", items[1].title)]
    assert items[0].text == f"Talks\n\n{WORDS}\n"
    assert (items[0].outlet.value, items[0].outlet.how) == ("The Mail Weekly", "book metadata")
    assert items[0].published.from_ == "2021-04-01"


def test_a_book_of_pictures_says_so(problem_of: Read) -> None:
    assert problem_of("a.epub", epub(cover="<img/>")) == "no text in the book"
