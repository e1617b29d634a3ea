"""Bytes → characters."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.encoding import decode, is_binary

TURKISH = "Dışişleri Bakanı Mevlüt Çavuşoğlu “güçlü bir ittifak” dedi."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1254", "iso8859-9"])
def test_every_word_survives(encoding: str) -> None:
    text = TURKISH.replace("“", '"').replace("”", '"')
    assert decode(text.encode(encoding)).text == text


def test_western_european_is_not_taken_for_turkish() -> None:
    text = "Le président a déclaré à Genève que l’été était fini."
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_stray_bytes_in_utf8_are_read_and_told() -> None:
    decoded = decode(TURKISH.encode() + " ve Türkiye’nin".encode("cp1254"))
    assert decoded.text == TURKISH + " ve Türkiye’nin"
    assert decoded.encoding == "utf-8"
    assert decoded.notes


def test_line_ends_are_made_one_kind_and_told() -> None:
    decoded = decode(b"a\r\nb\rc\n")
    assert decoded.text == "a\nb\nc\n"
    assert decoded.notes == ("line ends made \\n",)


def test_plain_utf8_is_left_alone() -> None:
    decoded = decode(f"{TURKISH}\n\x00\x1b[31m".encode())
    assert decoded.text == f"{TURKISH}\n\x00\x1b[31m"
    assert decoded.notes == ()


def test_a_cut_last_character_is_told() -> None:
    assert decode("Blinkenç".encode()[:-1]).notes == ("the last character is cut",)


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x89PNG\r\n", bytes(range(256)) * 8, b"\x00" * 100])
def test_binary_is_noticed(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("text", ["", "plain", TURKISH, "a\x0bb\x0c" + "words " * 20])
def test_text_is_not_taken_for_binary(text: str) -> None:
    assert not is_binary(text.encode())
    assert not is_binary(text.encode("utf-16"))


@given(st.binary(max_size=400))
def test_any_bytes_decode(data: bytes) -> None:
    decode(data).text.encode("utf-8")


def test_a_great_many_stray_bytes_take_no_time() -> None:
    data = ("é" * 200_000).encode() + b"\xfe" * 100_000 + os.urandom(10)
    assert decode(data).text.count("é") >= 200_000
