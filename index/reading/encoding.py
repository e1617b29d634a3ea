"""Bytes → characters: which encoding, and what had to be done."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"SQLite format 3")
# The six bytes in which windows-1254 differs from windows-1252: ğ ı ş Ğ İ Ş here, Icelandic letters there.
_TURKISH_BYTES = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")
_ICELANDIC_ONLY = frozenset(b"\xc1\xcd\xd3\xda\xe1\xed\xf3\xfa\xc6\xe6")
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b\x08\x00")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` line ends, the encoding it was in, and notes on what was done to it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text at all."""
    if data.startswith(_MAGIC):
        return True
    head = data[:65536]
    if not head or _utf16_without_bom(head) or data.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    controls = sum(byte in _CONTROLS for byte in head) / len(head)
    return controls > (0.3 if _is_utf8(head) else 0.02) or head.count(0) > len(head) * 0.2


def decode(data: bytes) -> Decoded:
    """Any bytes as text. Never fails; what could not be decoded is replaced, and a note says so."""
    text, encoding, notes = _decode(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes = (*notes, "line ends made \\n")
    return Decoded(text, encoding, notes)


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), encoding, ("byte order mark taken off",)
    if utf16 := _utf16_without_bom(data[:65536]):
        return data.decode(utf16, "replace"), utf16, ("UTF-16 without a byte order mark",)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace"), "utf-8", ("the last character is cut",)
    stray = _stray_bytes(data)
    fallback = "cp1254" if _looks_turkish(stray) else "cp1252"
    if _whole_characters(data) > len(stray):
        return data.decode("utf-8", f"readout-{fallback}"), "utf-8", (f"stray bytes read as {fallback}",)
    return data.decode(fallback, "replace"), fallback, ()


def _utf16_without_bom(head: bytes) -> str | None:
    """UTF-16 betrays itself by NULs in every other byte of Latin text."""
    pairs = len(head) // 2
    if pairs < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < pairs * 0.05:
        return "utf-16-be"
    return None


def _is_utf8(head: bytes) -> bool:
    """Whether the beginning of a file is UTF-8; its last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _stray_bytes(data: bytes) -> bytes:
    """The bytes that belong to no UTF-8 character."""
    found = bytearray()

    def collect(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.extend(error.object[error.start : error.end])
        return "", error.end

    codecs.register_error("readout-stray", collect)
    data.decode("utf-8", "readout-stray")
    return bytes(found)


def _whole_characters(data: bytes) -> int:
    """How many UTF-8 characters beyond ASCII are whole."""
    return sum(c > "\x7f" for c in data.decode("utf-8", "ignore"))


def _looks_turkish(stray: bytes) -> bool:
    turkish = sum(byte in _TURKISH_BYTES for byte in stray)
    return turkish > sum(byte in _ICELANDIC_ONLY for byte in stray)


def _read_stray_as(encoding: str) -> Callable[[UnicodeError], tuple[str, int]]:
    def patch(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        return error.object[error.start : error.end].decode(encoding, "replace"), error.end

    return patch


for _encoding in ("cp1252", "cp1254"):
    codecs.register_error(f"readout-{_encoding}", _read_stray_as(_encoding))
