"""Mails (EML), mailboxes (mbox) and pages that a browser saved as one file (MHTML), by the standard library."""

from __future__ import annotations

import email.policy
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.parser import BytesParser
from typing import BinaryIO

from index.reading.dating import when
from index.reading.draft import Draft, Item, Source, Unread, compose, known
from index.reading.encoding import decode
from index.reading.formats import page
from index.reading.formats.markup import paragraphs_of
from index.reading.limits import LARGEST_FILE
from index.reading.text import paragraphs
from index.reading.trouble import Unreadable, parsing

_HEADER = re.compile(r"^([A-Za-z][A-Za-z-]*):[ \t]", re.MULTILINE)
# No article begins with one of these by chance.
_OF_MAIL = frozenset("mime-version message-id received return-path delivered-to snapshot-content-location".split())
_COMMON = frozenset("from to subject date content-type cc reply-to sender".split())
_BOX = re.compile(r"From \S+.*\n(?:>?[A-Za-z-]+:.*\n)")
_PAGES = ("text/html", "application/xhtml+xml")
_HOW = "mail header"


def sniff(source: Source) -> bool:
    """Whether it begins with the headers of a mail."""
    if not _HEADER.match(source.head_text):
        return False
    names = {name.lower() for name in _HEADER.findall(source.head_text.partition("\n\n")[0])}
    return bool(names & _OF_MAIL) and len(names & (_OF_MAIL | _COMMON)) > 1


def sniff_box(source: Source) -> bool:
    """Whether it begins as mailboxes do."""
    return bool(_BOX.match(source.head_text))


def read(source: Source) -> Iterator[Item]:
    """The article in a mail or in a saved page."""
    yield _article(source.data(), source)


def read_box(source: Source) -> Iterator[Item]:
    """The articles in a mailbox, a mail after the other."""
    with source.open() as stream:
        for number, data in enumerate(_mails(stream), 1):
            try:
                yield _article(data, source).numbered(number)
            except Unreadable as error:
                yield Unread(f"mail {number}: {error.reason}", error.hint, number)


def _mails(stream: BinaryIO) -> Iterator[bytes]:
    held: list[bytes] = []
    size, blank = 0, True
    with parsing("the mailbox"):
        while line := stream.readline(LARGEST_FILE):
            if blank and line.startswith(b"From "):
                if held:
                    yield b"".join(held)
                held, size = [], 0
            else:
                size += len(line)
                if size <= LARGEST_FILE:
                    held.append(line)
            blank = not line.strip()
    if held:
        yield b"".join(held)


def _article(data: bytes, source: Source) -> Draft:
    with parsing("the mail"):
        message = BytesParser(policy=email.policy.default).parsebytes(data)
        if html := _saved_page(message):
            return _of_page(html, message, source)
        if source.suffix in (".mht", ".mhtml"):
            raise Unreadable("no page in the saved page", "Save it again, as a web page (.html).")
        return _of_mail(message, source)


def _saved_page(message: Message) -> Message | None:
    """The page in MHTML: the first part that is HTML of a whole that is held together by addresses."""
    if message.get_content_type() != "multipart/related" or message.get("From", "").find("@") > 0:
        return None
    return next((part for part in message.walk() if part.get_content_type() in _PAGES), None)


def _of_page(html: Message, message: Message, source: Source) -> Draft:
    body = _payload(html)
    address = html.get("Content-Location") or message.get("Snapshot-Content-Location")
    inner = source.inside(source.name, lambda: io.BytesIO(body), html.get_content_charset() or "")
    draft = page.article(inner)
    return draft.unless_known(url=known(address, "saved from") if str(address).startswith("http") else None)


def _of_mail(message: EmailMessage, source: Source) -> Draft:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise Unreadable("no text in the mail", "What is attached to a mail is not read: save it as a file.")
    decoded = decode(_payload(body), body.get_content_charset() or "", source.rules.encoding)
    is_html = body.get_content_subtype() == "html"
    words = paragraphs_of(decoded.text) if is_html else [decoded.text[s:e] for s, e in paragraphs(decoded.text)]
    title = str(message.get("Subject", ""))
    text, blocks = compose(title, words)
    return Draft(
        text, blocks, "mail", " ".join(title.split()), decoded.encoding, decoded.notes,
        author=known(_sender(message), _HOW), published=when(str(message.get("Date", "")), _HOW),
    )  # fmt: skip


def _sender(message: EmailMessage) -> str:
    addresses = getattr(message.get("From"), "addresses", ())
    return next((a.display_name or a.addr_spec for a in addresses), "")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
