"""Where quotation marks open and close.

The scanner walks through one block after the other. Marks that point open and close as they point; straight ones by
the white space around them. A mark the wrong way round is taken for what its place says. Single marks count as
quotation marks outside double ones only, and never where an apostrophe may stand.

A quotation that is left open at the end of a paragraph goes on in the next one if that begins with an opening mark, or
if a paragraph soon after ends with the mark that closes it and none stands between; the pieces share a `group`. If it
does not go on, its closing mark was forgotten: it ends with the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from index.model import Block

# A quotation mark, or two single ones that stand for one. The characters come first and what must be true of them
# behind: so the engine passes over all others, nine times as fast as when it has to look before each.
_MARK = re.compile(
    r"""[“”„‟«»‹›"`'’‘](?:(?<=[“”„‟«»‹›"])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘?|(?<=['’])(?<!\w['’])(?=[\w“"]))"""
)
_SINGLE = ("'", "’", "‘")

# What may close a quotation, by the mark that opened it.
_CLOSERS = {
    "“": "”\"“", "”": "”\"", "„": "“”\"‟", "‟": "”\"", '"': '"”', "«": "»\"", "»": "«", "‹": "›",
    "``": ("''", '"', "”"), "''": ("''",), "‘‘": ("’’", "”"), "’’": ("’’",),
}  # fmt: skip
_BEFORE_OPENING = "([{—–―-/:…\\"  # the last where marks were escaped, and never unescaped
_LONGEST_SINGLE = 2000  # characters; as the next, keeps a text full of marks from costing more than its length
_LONGEST_NESTED = 8000
_LONGEST_RUN = 12  # paragraphs without marks within one quotation
_SHORTEST_OPEN = 15  # a mark that never closes and has less than this after it is a stray one

# What begins with an apostrophe: 'em, 'tis, '90s.
_ELISION = re.compile(r"['’‘](?:em|tis|twas|til|n|cause|bout|round|\d+s?)\b", re.IGNORECASE)
_SINGLE_END = re.compile(r"(?<=[\w.,;:?!…”\")\]])['’](?!\w)")
_END_OF_SENTENCE = re.compile(r"[.?!…](?=\s)")


class Marked(NamedTuple):
    """A stretch in quotation marks, within one paragraph.

    `start` and `end` include the marks, `inner_start` and `inner_end` do not; half-open, in characters. `group` is the
    same number for all pieces of a quotation that runs over paragraphs.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool
    group: int
    block: int

    @property
    def single(self) -> bool:
        """Is it in single marks?"""
        return self.mark in "'‘’‹"


def scan(text: str, blocks: Sequence[Block]) -> list[Marked]:
    """All stretches in quotation marks outside furniture, in order; none lies in another."""
    found: list[Marked] = []
    open_mark = ""  # the mark of a quotation that the last paragraph left open
    plain: list[int] = []  # paragraphs without marks since then
    for number, block in enumerate(blocks):
        if block.kind == "furniture":
            continue
        pieces = list(_scan_block(text, block.start, min(block.end, len(text)), number))
        if pieces and open_mark and not plain and _continues(text, block.start, pieces[0], open_mark):
            pieces[0] = pieces[0]._replace(group=found[-1].group)
        elif open_mark and not plain and found[-1].inner_end - found[-1].inner_start < _SHORTEST_OPEN:
            found.pop()
            open_mark = ""
        if open_mark and not pieces and block.kind == "paragraph" and len(plain) < _LONGEST_RUN:
            plain.append(number)
            if text[block.start : block.end].rstrip()[-1:] in _CLOSERS[open_mark]:
                found += _run_on(text, [blocks[n] for n in plain], plain, found[-1])
                open_mark, plain = "", []
            continue
        for piece in pieces:
            found.append(piece if piece.group >= 0 else piece._replace(group=len(found)))
        open_mark, plain = "" if not pieces or pieces[-1].closed else pieces[-1].mark, []
    if open_mark and not plain and found[-1].inner_end - found[-1].inner_start < _SHORTEST_OPEN:
        found.pop()
    return found


def _run_on(text: str, blocks: Sequence[Block], numbers: Sequence[int], before: Marked) -> Iterator[Marked]:
    """The paragraphs after `before` of a quotation that opens in the first one only, and closes in the last."""
    for block, number in zip(blocks, numbers, strict=True):
        last = number == numbers[-1]
        start = block.start + len(text[block.start : block.end]) - len(text[block.start : block.end].lstrip())
        end = block.start + len(text[block.start : block.end].rstrip())
        if start < end - last:  # the closing mark may stand alone
            yield Marked(start, end, start, end - last, before.mark, last, before.group, number)


def _continues(text: str, start: int, piece: Marked, mark: str) -> bool:
    return piece.mark == mark and not text[start : piece.start].strip()


def _scan_block(text: str, start: int, end: int, block: int) -> Iterator[Marked]:
    """The stretches in marks of one block; `group` is -1, still to be given."""
    at = start
    while match := _MARK.search(text, at, end):
        mark, at = match.group(), match.end()
        if mark in _SINGLE:
            close = _single_close(text, match.start(), end)
            after, closed = close + 1, close > 0
        elif _opens(text, match.start(), at, start, end):
            close, after, closed = _close(text, mark, at, end)
        else:
            continue
        inside = text[at:close].rstrip("\\")
        if (closed or mark not in _SINGLE) and (words := inside.strip()):
            first = at + inside.index(words)  # « behind a gap »
            yield Marked(match.start(), after, first, first + len(words), mark, closed, -1, block)
            at = after


def _opens(text: str, at: int, after: int, start: int, end: int) -> bool:
    """May the mark from `at` to `after` open a quotation?"""
    mark = text[at:after]
    if after >= end or (text[after].isspace() and (mark not in "“«" or text[after + 1 : after + 2].isspace())):
        return False
    if mark in ("“", "„", "‟", "``", "«", "‹", "‘‘"):
        return True
    before = text[at - 1] if at > start else " "
    if mark == "›":
        return False
    if before.isspace() or before in _BEFORE_OPENING or before in "'‘’":
        return mark != "»" or before.isspace()
    # The gap before the mark was forgotten: 'he said,"We go."'
    return mark == '"' and before in ",.;:" and text[after].isalnum()


def _close(text: str, mark: str, at: int, end: int) -> tuple[int, int, bool]:
    """Where the quotation that `mark` opened before `at` closes: end inside, end outside, and whether it closes."""
    depth, searched = 0, at
    for match in _MARK.finditer(text, at, end):
        other, place = match.group(), match.start()
        if other in _CLOSERS[mark] and _may_close(text, place, match.end(), end, other):
            if depth == 0:
                return place, match.end(), True
            depth -= 1
        elif other == mark and mark in '“"':
            if _is_nested(text, match.end(), end, mark):
                depth += 1
            elif mark == "“":
                if cut := _last_sentence_end(text, searched, place):
                    return cut, cut, True
                searched = place
    stop = at + len(text[at:end].rstrip())
    return stop, stop, False


def _may_close(text: str, place: int, after: int, end: int, mark: str) -> bool:
    """Does the mark stand where one closes, and not where it would open?"""
    before_word = after < end and text[after].isalnum()
    after_gap = text[place - 1].isspace() or text[place - 1] in "([—–"
    if mark == "“":
        return not (after_gap or before_word)
    return mark != '"' or not (after_gap and before_word)


def _is_nested(text: str, after: int, end: int, mark: str) -> bool:
    """Do marks enough follow the second opening mark to close both quotations?"""
    end = min(end, after + _LONGEST_NESTED)
    if mark == '"':
        left = text.count('"', after, end)
        return left > 0 and left % 2 == 0
    return text.count("”", after, end) > text.count("“", after, end) + 1


def _last_sentence_end(text: str, start: int, end: int) -> int:
    """Where the last whole sentence between the two ends; 0 if there is none."""
    last = 0
    for match in _END_OF_SENTENCE.finditer(text, start, end):
        last = match.end()
    return last


def _single_close(text: str, at: int, end: int) -> int:
    """Where the single mark at `at` closes, or 0: it is an apostrophe, or nothing closes it in its paragraph."""
    if at + 1 >= end or text[at + 1].isspace() or _ELISION.match(text, at):
        return 0
    if at and text[at - 1].isalnum():
        return 0
    first = 0
    for match in _SINGLE_END.finditer(text, at + 2, min(end, at + _LONGEST_SINGLE)):
        place = match.start()
        if not _is_plural_possessive(text, place, end):
            return place
        first = first or place
    return first


def _is_plural_possessive(text: str, place: int, end: int) -> bool:
    """Could the mark be the apostrophe of "the ministers' decision"?"""
    return text[place - 1] in "sS" and place + 2 < end and text[place + 1] == " " and text[place + 2].isalnum()
