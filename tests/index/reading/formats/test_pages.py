"""Web pages, mails, feeds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.model import Article
from index.reading import discover

Read = Callable[[str, bytes | str], Any]

PARAGRAPHS = (
    "The ministers of the three countries met in Oslo on Thursday to speak of cod, and of little else.",
    "“The cod is ours,” Minister Ada Berg said after the meeting, which lasted longer than anybody had planned.",
    "Her colleague from Reykjavík did not agree, and said so at length before he left for the airport.",
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks in Oslo | The Mail</title>
<meta property="og:title" content="Talks in Oslo"><meta property="og:site_name" content="The Mail">
<meta name="author" content="Ola Li"><link rel="canonical" href="https://mail.example.org/2021/talks">
<meta property="article:published_time" content="2021-04-01T10:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/more">More</a></nav><article><h1>Talks in Oslo</h1>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}<script>document.title = "gone"</script></article>
<footer>Copyright</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_it(article_of: Read) -> None:
    article = article_of("a.html", PAGE)
    assert article.text == "\n\n".join(("Talks in Oslo", *PARAGRAPHS)) + "\n"
    assert [b.kind for b in article.blocks] == ["title", "paragraph", "paragraph", "paragraph"]
    assert (article.outlet.value, article.author.value) == ("The Mail", "Ola Li")
    assert article.url.value == "https://mail.example.org/2021/talks"
    assert article.published is not None
    assert (article.published.from_, article.published.how) == ("2021-04-01", "page metadata")
    assert any("trafilatura" in note for note in article.read.notes)


@pytest.mark.parametrize("name", ["page.txt", "page.html.gz", "page.xhtml"])
def test_a_page_is_told_by_content(article_of: Read, name: str) -> None:
    import gzip

    data = gzip.compress(PAGE.encode()) if name.endswith(".gz") else PAGE.encode()
    article = article_of(name, data)
    assert (article.id, article.read.format, article.title) == (name, "html", "Talks in Oslo")


def test_a_page_in_the_encoding_it_declares(article_of: Read) -> None:
    page = PAGE.replace("utf-8", "iso-8859-9").replace("Ola Li", "Çağrı Işık").encode("cp1254")
    article = article_of("a.html", page)
    assert (article.read.encoding, article.author.value) == ("cp1254", "Çağrı Işık")
    assert "“The cod is ours,”" in article.text


def test_where_a_page_was_saved_from_is_its_address(article_of: Read) -> None:
    page = PAGE.replace("<html>", "<!-- saved from url=(0025)https://saved.example.org/ -->\n<html>")
    article = article_of("a.html", page)
    assert (article.url.value, article.url.how) == ("https://saved.example.org/", "saved from")


def test_a_page_without_an_article_says_so(problem_of: Read) -> None:
    assert problem_of("a.html", "<html><body></body></html>") == "no article in the page"


def test_what_belongs_to_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "b_files").mkdir()
    for name in ("a.html", "a_files/frame.html", "b_files/c.txt"):
        (tmp_path / name).write_text(PAGE)
    assert [f.file for f in discover(tmp_path)] == ["a.html", "b_files/c.txt"]


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://mail.example.org/saved
Subject: Talks in Oslo
Date: Thu, 1 Dec 2022 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit
Content-Location: https://mail.example.org/saved

{PAGE.replace('<link rel="canonical" href="https://mail.example.org/2021/talks">', "")}
------B
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------B--
"""


def test_a_page_saved_as_one_file(article_of: Read) -> None:
    article = article_of("a.mhtml", MHTML)
    assert (article.read.format, article.title) == ("html", "Talks in Oslo")
    assert article.url.value == "https://mail.example.org/saved"
    assert article.published is not None
    assert article.published.from_ == "2021-04-01"


MAIL = """Return-Path: <desk@example.org>
Message-ID: <1@example.org>
From: =?utf-8?q?=C3=87a=C4=9Fr=C4=B1?= <desk@example.org>
To: list@example.org
Subject: =?utf-8?q?Talks_in_=C4=B0zmir?=
Date: Thu, 01 Apr 2021 23:15:00 +0300
Content-Type: text/plain; charset=windows-1254
Content-Transfer-Encoding: 8bit

Bakan konuştu.

Then he left.
"""


def test_a_mail_is_an_article(article_of: Read) -> None:
    article = article_of("a.eml", MAIL.encode("cp1254"))
    assert article.text == "Talks in İzmir\n\nBakan konuştu.\n\nThen he left.\n"
    assert (article.author.value, article.author.how) == ("Çağrı", "mail header")
    assert article.published is not None
    assert (article.published.from_, article.read.format) == ("2021-04-01", "mail")


def test_a_mail_of_html_alone(article_of: Read) -> None:
    body = "Content-Type: text/html\n\n<p>They met.</p><p>They <b>left</b>.</p><style>p {}</style>"
    article = article_of("a.eml", f"From: a@example.org\nSubject: Talks\nMIME-Version: 1.0\n{body}")
    assert article.text == "Talks\n\nThey met.\n\nThey left.\n"


def test_a_mailbox_holds_many(items_of: Read) -> None:
    head = "From desk@example.org Thu Apr  1 10:15:00 2021\n"
    mail = "Message-ID: <x>\n\nThey met.\n>From here they left.\n\n"
    box = "".join(f"{head}Subject: Talks {n}\n{mail}" for n in (1, 2))
    assert [(a.id, a.title) for a in items_of("a.mbox", box)] == [("a.mbox#1", "Talks 1"), ("a.mbox#2", "Talks 2")]


def test_an_article_that_quotes_headers_is_no_mail(article_of: Read) -> None:
    article = article_of("a.txt", "From: Oslo to Bergen\nSubject: to weather\n\nThey went by train, and it rained.\n")
    assert article.read.format == "text"


RSS = """<?xml version="1.0" encoding="windows-1254"?><rss version="2.0"><channel><title>The Mail</title>
<item><title>Talks in İzmir</title><link>https://example.org/1</link><pubDate>Thu, 01 Apr 2021 23:15:00 +0300</pubDate>
<description>&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</description></item>
<item><title>Second</title><link>https://example.org/2</link></item></channel></rss>"""


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.txt"])
def test_a_feed_holds_an_article_an_entry(items_of: Read, name: str) -> None:
    first, second = items_of(name, RSS.encode("cp1254"))
    assert isinstance(first, Article)
    assert (first.id, first.text) == (f"{name}#1", "Talks in İzmir\n\nThey met.\n\nThey left.\n")
    assert (first.outlet.value, first.url.value) == ("The Mail", "https://example.org/1")
    assert first.published is not None
    assert first.published.from_ == "2021-04-01"
    assert second.text == "Second\n"


def test_xml_that_is_no_feed_says_so(problem_of: Read) -> None:
    assert problem_of("a.xml", "<recipes><salt/></recipes>") == "no entries in it"
