"""What a word is: folding, tokens, stems. The one place that decides which spellings are the same word.

Folding goes letter by letter and keeps offsets, because a fold that changes the length of the text moves every
highlight after it (`'İ'.lower()` is two code points).

Texts and queries are cut by the same rules:

    S-400  S‑400  s400         one word, "s400": up to three letters and a number are a designator (S-400s has its stem)
    U.S.  US  U.S.'s           one word, "US"; the pronoun is "us" (see `meanings`)
    Turkey's  ministers’       "turkey", "ministers": the possessive is no part of the word
    YPG/PKK  Russian-made      two words next to each other, as are Covid-19 and government.The
    O'Brien  AT&T  40,000      one word: "obrien", "at&t", "40000"

No word is left out, so that a phrase means what it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat
from threading import Lock
from typing import NamedTuple

from index.remembered import Remembered

# What Unicode decomposition leaves alone.
_PLAIN = {
    "ı": "i", "İ": "i", "I": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "",
    "\u200e": "", "\u200f": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One character folded: lower case, without marks. None for a mark that stands alone, two for ß."""
    if letter in _PLAIN:
        return _PLAIN[letter]
    parts = (c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return "".join(_PLAIN.get(c, c) for c in parts).lower()  # Ǽ is an Æ with a mark


def fold(text: str) -> str:
    """`text` folded for comparison: case, marks, dotless i, curly marks, kinds of hyphens."""
    if text.isascii():
        return text.lower()
    return "".join(map(fold_letter, text))


def fold_map(text: str) -> tuple[str, Sequence[int]]:
    """`text` folded, and for every folded character, and for the end, the offset in `text` that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters = [fold_letter(letter) for letter in text]
    offsets = [at for at, letter in enumerate(letters) for _ in letter]
    return "".join(letters), [*offsets, len(text)]


def beginning(text: str, most: int) -> str:
    """How `text` begins, in one line: at most so many characters, in whole words, and dots where there are more."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


# Words ---------------------------------------------------------------------------------------------------------------


class Token(NamedTuple):
    """One word of a text: its half-open place and how it is compared."""

    start: int
    end: int
    word: str


# A longer run of letters is no word but data; the file format of an index has a limit, too.
_LONGEST = 80

_MARK = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_APOSTROPHE = "'’‘ʼʻ"
_HYPHEN = "\\-‐‑‒–−"
_LETTER = rf"[^\W\d_][{_MARK}]*"
_ANY = rf"[^\W_][{_MARK}]*"

# A run is as much as can be one word, with the last stop of an acronym. `_cut` looks closer, and remembers: most runs
# recur.
_RUN = re.compile(rf"[^\W_]+(?:[{_MARK}{_APOSTROPHE}{_HYPHEN}.,&]{{1,3}}[^\W_]+)*[{_MARK}]*(?:(?<=\.\w)\.)?")

_POSSESSIVE = rf"[{_APOSTROPHE}][sS](?!{_ANY})"
_PART = re.compile(
    rf"(?:(?P<acronym>{_LETTER}(?:\.{_LETTER})+(?!{_ANY})\.?)"
    rf"|(?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?(?:{_ANY})*|\d+\.\d+(?:{_ANY})*)"
    rf"|(?P<designator>(?P<letters>(?:{_LETTER}){{1,3}})[{_HYPHEN}][{_MARK}]*(?P<digits>\d(?:{_ANY})*))"
    rf"|(?P<firm>(?:{_LETTER}){{1,3}}&(?:{_LETTER}){{1,3}}(?!{_ANY}))"
    rf"|(?P<numbered>(?:{_LETTER}){{4,}}(?=\d))"
    rf"|(?P<simple>(?:{_ANY})+(?:(?!{_POSSESSIVE})[{_APOSTROPHE}](?:{_ANY})+)*))"
    rf"(?P<possessive>{_POSSESSIVE})?"
)
_INNER = re.compile(rf"[{_APOSTROPHE}{_HYPHEN},]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

# Acronyms that are told from a common word only by their capitals.
_SHOUTED = frozenset({"us", "who", "it"})
# Short words before a number: "top-10" and "mid-1990s" name no thing.
_NO_DESIGNATOR = frozenset("mid pre non top no to at by in of or all the per and sub ex day age one two".split())


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words of `text` between `start` and `end`, in order, with their places in `text`."""
    for run in _RUN.finditer(text, start, len(text) if end is None else end):
        base = run.start()
        for at, to, word in _cut(run.group()):
            yield Token(base + at, base + to, word)


def words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words that `tokens` has, without their places: several times as quick."""
    pieces = map(str.strip, text[start:end].split(), repeat(_AROUND))
    return [*chain.from_iterable(map(_PIECES.__getitem__, pieces))]


@lru_cache(maxsize=1 << 17)
def _cut(run: str) -> tuple[tuple[int, int, str], ...]:
    """The words in a run, with offsets into it."""
    if run.isascii() and run.isalpha() and len(run) <= _LONGEST:
        return ((0, len(run), _plain(run)),)
    found = []
    at = 0
    while part := _PART.search(run, at):
        if part["letters"] and (fold(part["letters"]) in _NO_DESIGNATOR or _YEAR.match(part["digits"])):
            start, at = part.span("letters")
            end = at
        else:
            start, at = part.span()
            end = part.start("possessive") if part["possessive"] else at
        if word := _plain(run[start:end]):
            found.append((start, end, word[:_LONGEST]))
    return tuple(found)


def _in_piece(piece: str) -> tuple[str, ...]:
    """The words between two spaces, which no word goes over."""
    return tuple(word for run in _RUN.findall(piece) for _, _, word in _cut(run))


_PIECES = Remembered(_in_piece, most=1 << 17)
_AROUND = ".,;:!?\"“”'’‘()[]"  # what stands at the ends of pieces and makes no difference to their words


def _plain(piece: str) -> str:
    """A piece as it is compared: folded, without what joins its parts."""
    word = fold(_INNER.sub("", piece))
    if "." in word and not word[0].isdigit():
        word = word.replace(".", "")
    return word.upper() if word in _SHOUTED and piece.replace(".", "").isupper() else word


_STRAIGHT = str.maketrans("’‘ʼʻ‛‐‑‒–−", "'''''-----")


def written(piece: str) -> str:
    """A word as it is written, case and accents kept; kinds of apostrophes and hyphens are alike, as nobody can type
    them all."""
    return piece if piece.isascii() else unicodedata.normalize("NFC", piece).translate(_STRAIGHT)


def close(one: str, other: str, letters: int) -> bool:
    """Whether two words differ by so many letters at most: one more, less, other, or two neighbours changed about
    (optimal string alignment)."""
    if abs(len(one) - len(other)) > letters:
        return False
    one, other = _differing(one, other)
    if not one or not other:
        return True
    if not letters:
        return False
    left = letters - 1
    return (
        close(one[1:], other[1:], left)
        or close(one[1:], other, left)
        or close(one, other[1:], left)
        or (one[:2] == other[1::-1] and close(one[2:], other[2:], left))
    )


def _differing(one: str, other: str) -> tuple[str, str]:
    """Two words without what they begin and end with in common."""
    start, end = 0, min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    last = 0
    while last < end - start and one[-1 - last] == other[-1 - last]:
        last += 1
    return one[start : len(one) - last], other[start : len(other) - last]


_LITTLE = frozenset(
    "a about all also am an and any are as at be been being both but by can could did do does each either for from had "
    "has have he her hers him his how i if in into is it its me my no nor not of on one or our ours shall she should "
    "some such than that the their theirs them then there these they this those to us was we were what when where "
    "which while who whom whose why will with would you your yours".split()
)


def tells_little(word: str) -> bool:
    """Whether a word says nothing of what an article is about: articles, pronouns, prepositions, auxiliaries."""
    return word in _LITTLE


def meanings(word: str) -> tuple[str, ...]:
    """What a word of a query asks for: who types "us" may mean the pronoun or the country, who types "US" does not."""
    return (word, word.upper()) if word in _SHOUTED else (word,)


# Stems ---------------------------------------------------------------------------------------------------------------

_stemming = Lock()
_stemmer: Callable[[str], str] | None = None


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What `word` has in common with its other forms (Snowball English): "sanctions" → "sanction", "s400s" → "s400"."""
    if word.isascii() and word.isalpha() and word.islower():
        with _stemming:  # the stemmer keeps its word in itself
            return _english()(word)
    if word[-1:] == "s" and word[:1].isalpha() and word[-2:-1].isdigit():
        return word[:-1]
    return word


def _english() -> Callable[[str], str]:
    """The stemmer, loaded at the first word: it costs the start of the program nothing."""
    global _stemmer  # noqa: PLW0603
    if _stemmer is None:
        from snowballstemmer import stemmer  # type: ignore[import-untyped]

        _stemmer = stemmer("english").stemWord  # that of PyStemmer where it is installed: forty times as quick
    assert _stemmer is not None
    return _stemmer
