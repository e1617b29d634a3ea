"""Bytes → characters: which encoding, and what had to be done."""

from __future__ import annotations

import codecs
import contextlib
import re
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
_TURKISH_LETTERS = frozenset("çğıöşüÇĞİÖŞÜâîû".encode("cp1254"))
_ICELANDIC_ONLY = frozenset(b"\xc1\xcd\xd3\xda\xe1\xed\xf3\xfa\xc6\xe6")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b\x08\x00"))
# What pages call by the narrower name is meant, and read by browsers, as the wider one.
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
# Codecs of Python that are no encodings of files; some take quadratic time.
_NO_FILES = frozenset("idna punycode unicode-escape raw-unicode-escape utf-7 undefined".split())
_MANY_STRAY = 0.3  # of all letters: more than any language in Latin letters has beyond ASCII
_SAMPLE = 20_000
_STRAY = re.compile("[\udc80-\udcff]+")  # bytes that are no UTF-8, as Python escapes them
# Two letters that UTF-8 looks like when it is read as windows-1252 or latin-1.
_GARBLED_FIRST = "ÂÃÄÅâ"
_GARBLED = re.compile("[ÂÃÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[œ\x9d™˜“”¦]")

_Read = tuple[str, str, tuple[str, ...]]


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
    controls = 1 - len(head.translate(None, _CONTROLS)) / len(head)
    return controls > (0.3 if _is_utf8(head) else 0.02) or head.count(0) > len(head) * 0.2


def decode(data: bytes, declared: str = "", override: str = "") -> Decoded:
    """Any bytes as text. Never fails; what could not be decoded is replaced.

    `override` is the encoding that a person says, and is obeyed; `declared` is what a header or the content itself
    says, and is believed where the bytes are no UTF-8 and it fits them.
    """
    text, encoding, notes = _overridden(data, override) or _decode(data, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes = (*notes, "line ends made \\n")
    if _is_garbled(text):
        notes = (*notes, "some letters look garbled (as “Ã¼” for “ü”); they are kept as they stand")
    return Decoded(text, encoding, notes)


def _overridden(data: bytes, encoding: str) -> _Read | None:
    codec = text_codec(encoding)
    if codec is None:
        return None
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    return text, codec, ("encoding set by hand",)


def _decode(data: bytes, declared: str) -> _Read:
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
    codec = text_codec(declared) if declared else None
    if codec and not codec.startswith("utf"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(codec), codec, ()
    fallback = "cp1254" if _looks_turkish(stray) else "cp1252"
    if _whole_characters(data) > len(stray):
        return _with_stray_as(data, fallback), "utf-8", (f"stray bytes read as {fallback}",)
    other = None if _is_all_turkish(stray) else _other_script(data)
    return other or (data.decode(fallback, "replace"), fallback, ())


def text_codec(name: str) -> str | None:
    """The codec that reads an encoding by any of its names; `None` if there is none."""
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
        "".encode(found)
    except (LookupError, ValueError):
        return None
    return None if found.replace("_", "-") in _NO_FILES else _WIDER.get(found, found)


def _other_script(data: bytes) -> _Read | None:
    """Text in another script than Latin, by charset-normalizer, which tells these well and Turkish badly."""
    letters = sum(map(bytes(data[:_SAMPLE]).count, range(0x41, 0x7B))) + 1
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) < _MANY_STRAY * letters:
        return None
    from charset_normalizer import from_bytes  # 30 ms, for the few files that need it

    best = from_bytes(data[:_SAMPLE], explain=False).best()
    codec = text_codec(best.encoding) if best else None
    if codec is None or codec.startswith("utf"):
        return None
    return data.decode(codec, "replace"), codec, ("encoding guessed",)


def _is_garbled(text: str) -> bool:
    """Whether letters stand there as UTF-8 looks when it was once read as something else."""
    # Most texts hold none of these, which is told in a twentieth of the time.
    return any(map(text.__contains__, _GARBLED_FIRST)) and len(_GARBLED.findall(text, 0, 200_000)) >= 2


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
    escaped = _STRAY.findall(data.decode("utf-8", "surrogateescape"))
    return "".join(escaped).encode("utf-8", "surrogateescape")


def _whole_characters(data: bytes) -> int:
    """How many UTF-8 characters beyond ASCII are whole."""
    return sum(c > "\x7f" for c in data.decode("utf-8", "ignore"))


def _looks_turkish(stray: bytes) -> bool:
    turkish = sum(byte in _TURKISH_BYTES for byte in stray)
    return turkish > sum(byte in _ICELANDIC_ONLY for byte in stray)


def _is_all_turkish(stray: bytes) -> bool:
    """Whether there are Turkish letters in windows-1254, and none of any other language; a short text may have many."""
    letters = {byte for byte in stray if byte >= 0xC0}
    return letters <= _TURKISH_LETTERS and not letters.isdisjoint(_TURKISH_BYTES)


def _with_stray_as(data: bytes, encoding: str) -> str:
    """UTF-8 in which what is none is read in another encoding."""

    def read(escaped: re.Match[str]) -> str:
        return escaped[0].encode("utf-8", "surrogateescape").decode(encoding, "replace")

    return _STRAY.sub(read, data.decode("utf-8", "surrogateescape"))
