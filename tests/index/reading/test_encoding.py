"""Bytes → characters."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.encoding import decode, is_binary, text_codec

TURKISH = "Dışişleri Bakanı Mevlüt Çavuşoğlu “güçlü bir ittifak” dedi."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1254", "iso8859-9"])
def test_every_word_survives(encoding: str) -> None:
    text = TURKISH.replace("“", '"').replace("”", '"')
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["Çavuşoğlu görüştü", "Şişli", "Güler said: “İşbirliği şart.”"])
def test_a_short_text_of_many_turkish_letters_is_turkish(text: str) -> None:
    decoded = decode(text.encode("cp1254"))
    assert (decoded.text, decoded.encoding) == (text, "cp1254")


def test_another_script_is_not_taken_for_turkish() -> None:
    text = "Ο υπουργός δήλωσε ότι οι συνομιλίες στην Αθήνα ήταν χρήσιμες."
    assert decode(text.encode("cp1253")).text == text


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


RUSSIAN = "Министр сказал, что переговоры в Осло были долгими и трудными, и что они ещё не закончены. "
GREEK = "Ο υπουργός δήλωσε ότι οι συνομιλίες στο Όσλο ήταν μακρές και δύσκολες. "
KOREAN = "장관은 오슬로 회담이 길고 어려웠다고 말했다. 아직 끝나지 않았다고 덧붙였다. "


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253"), (KOREAN, "euc-kr")]
)
def test_other_scripts_are_told_by_their_letters(text: str, encoding: str) -> None:
    decoded = decode((text * 3).encode(encoding))
    assert decoded.text == text * 3
    assert decoded.notes == ("encoding guessed",)


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    text = "Łódź leży w Polsce."
    assert decode(text.encode("cp1250"), "windows-1250").text == text
    assert decode(text.encode(), "windows-1250").text == text
    assert decode("“Genève”".encode("cp1252"), "iso-8859-1").text == "“Genève”"
    assert decode("Genève".encode("cp1252"), "no-such-thing").text == "Genève"


def test_an_encoding_set_by_hand_is_obeyed() -> None:
    assert decode("Łódź".encode("cp1250"), "utf-8", "cp1250").text == "Łódź"
    assert decode("Łódź".encode(), "", "cp1252").text == "Å\x81Ã³dÅº".replace("\x81", "\ufffd")


@pytest.mark.parametrize("name", ["idna", "punycode", "unicode_escape", "raw_unicode_escape", "hex", "", "x" * 999])
def test_what_is_no_encoding_of_files_is_none(name: str) -> None:
    assert text_codec(name) is None


def test_letters_that_look_garbled_are_told_and_kept() -> None:
    garbled = "Mevlüt Çavuşoğlu, Dışişleri".encode().decode("cp1252", "ignore")
    decoded = decode(garbled.encode())
    assert decoded.text == garbled
    assert any("garbled" in note for note in decoded.notes)
    assert decode("À la carte, Ãlvaro".encode()).notes == ()
