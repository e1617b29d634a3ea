"""Noun phrases: where the one that ends before a verb begins, and where the one that begins here ends.

Everything works on the tags of a sentence (`tokens`); a phrase is a pair of token numbers, the last one included.
"""

from __future__ import annotations

import re

Phrase = tuple[int, int]

_AFTER_DETERMINER = r"[wNE0'AM]*[wN]"
_PARENTHESIS = r"(?:\([^()]{1,8}\))?"
_BASE = (
    rf"(?:[PO]|[Dd]{{1,2}}{_AFTER_DETERMINER}{_PARENTHESIS}|[wNE0][wNE0']*[wN]{_PARENTHESIS}|M'[wNE0']*[wN]|[wN]{_PARENTHESIS}"
    r"|[Dd]*0|[Dd]E|d)"
)
_BASE_HERE = re.compile(_BASE)
_BASE_BEFORE = re.compile(_BASE + "$")
_IN_BASE = "POwNDdE0'AM"  # all that a base is made of, but for what is in brackets
_LONGEST_BASE = 24  # tokens
_NAME_AFTER_WORDS = re.compile(rf"[wE0'][N][N']*{_PARENTHESIS}$")

_VERB = re.compile(r"[ZXbVB]")
_VERBS_NEAR = ("Z", "X", "b", "V", "B", "A", "w", "G", "E")
_VERBS_AFTER = ("Z", "X", "b", "V", "B", "A")
_UNKNOWN_AFTER = ("w", "E")  # where no word is known to be a verb

# What a clause may begin after.
_CLAUSE_EDGE = frozenset("^,;:(-TSCRQ.)VBG")
# What interrupts subject and verb and belongs to the subject: an apposition, a relative clause, an age.
_APPOSITION = frozenset("DdNwER0O")
_LONGEST_APPOSITION = 40
_CLAUSE_END = re.compile("[,;:.Q-]")
_LONGEST_CLAUSE = 120  # tokens before a quotation within which its subject is looked for

# A subject at the start of a clause: no word after a name belongs to it, so that an unknown verb ends it.
_FIRST_SUBJECT = re.compile(
    r"[PR]"
    r"|Nw{1,3}NN+(?=[GZXVb])"  # "Greek prime minister Anna Berg, …"
    rf"|[Dd]{{0,2}}N'?w+(?=[oZXVb])(?:o[Dd]{{0,2}}[wN0']*[wN])*|(?:[Dd]{{0,2}}[0A]*E?(?:w|N+')*N+{_PARENTHESIS}|[Dd]{{1,2}}[0A]*E?w+|w+|d)"
    r"(?:[op][Dd]{0,2}[wN0']*[wN0](?=[ZXVbBAop]))*(?:o[Dd]{0,2}[wN0']*[wN])?(?:C(?:[Dd]?w*N+|[Dd]w+))?"
)


def before(tags: str, end: int) -> Phrase | None:
    """The noun phrase whose last token is `end - 1`, with what is attached to it and its fellows joined by "and"."""
    core = base_before(tags, end)
    if core is None:
        return None
    start = attached(tags, core)
    if _edge(tags, start):
        return _joined(tags, _named(tags, start)), end - 1
    begin = tags.rfind(",", 0, core) + 1
    if "t" in tags[begin:core] and _DECIDED.match(tags, begin, core):  # "Berg's decision to drop the case | shows"
        return begin, end - 1
    if tags[core - 1] in "opt":
        if begin > 1 and tags[begin] == "p":  # "Akar, in an interview with the paper said"
            named = base_before(tags, begin - 1)
            if named is not None and _edge(tags, named):
                return named, begin - 2
        whole = first_subject(tags, begin, core - 1) if tags[begin] != "p" else None
        if whole is not None:
            told = _told_what(tags, whole)
            if not _VERB.search(tags, whole[1] + 1 + told, core):
                return (whole[0], end - 1) if told else whole
        return _names_alone(tags, core, end), end - 1
    return core, end - 1


def _told_what(tags: str, phrase: Phrase) -> bool:
    """Does a participle follow that belongs to the phrase: "officials briefed on the talks said"?"""
    return tags[phrase[1]] == "w" and tags[phrase[1] + 1] in "VZE" and tags[phrase[1] + 2] in "py"


_ROW = re.compile("(?:N+,)+")  # in a heading: "Oslo, Lima say"
_IN_PLACE = re.compile("pN{1,3},N{1,3}$|N+'[wN0']*w$")  # "in Salem, Ohio", "(Berg,) Norway's minister"
_ALARMED = re.compile("E[yp]")  # "Alarmed by the news, …"
_PREDICATE = re.compile("[Xb]|Z[^ypt]")  # "(…, whose firm, Lund,) has …", but ", led by Berg, said"
_EXPLAINING = re.compile("N,D?w+o")
_COUPLED = re.compile("C(?:N+w+|w{2,})(?![ZXVbB])")
_DECIDED = re.compile(r"[DN][wN0'E]*wt[wB][^XbZVBRSTPC,;:Q]*$")
_DATE_FIRST = re.compile(r"p?A?M0?,?")


def base_before(tags: str, end: int) -> int | None:
    """Where the plain noun phrase begins whose last token is `end - 1`."""
    first = max(0, end - _LONGEST_BASE)
    if end and tags[end - 1] != ")":  # what stands before other words need not be tried
        first += len(tags[first:end].rstrip(_IN_BASE))
    found = _BASE_BEFORE.search(tags, first, end)
    return found.start() if found else None


def _edge(tags: str, start: int) -> bool:
    if start and tags[start - 1] == "A":
        start -= 1
    if start == 0 or tags[start - 1] in _CLAUSE_EDGE:
        return True
    return tags[start - 1] == "M" and tags[start] != "0"  # "in an interview on Monday | Secretary of State Berg"


def attached(tags: str, start: int) -> int:
    """Where the phrase at `start` begins with the ones it is attached to: "the head of the office of ..."."""
    start -= tags[start] in "d0" and tags[start - 2 : start] == "oA"  # "a clerk of nearly four years"
    while start >= 2 and (tags[start - 1] in "opy" or (tags[start - 1] == "t" and tags[start] in "DNO")):
        participle = tags[start - 1] == "y" and tags[start - 2] in "EZV"  # "a draft released by the ministry"
        left = base_before(tags, start - 1 - participle)
        if left is None:
            break
        start = left
    return start


def _named(tags: str, start: int) -> int:
    """Where the name begins that the phrase at `start` explains, no comma behind: "Berg, head of a bank said"."""
    if start < 2 or not _EXPLAINING.match(tags, start - 2):
        return start
    name = base_before(tags, start - 1)
    return name if name is not None and tags[name - 1 : name] in ("", "Q", ".") else start


def _joined(tags: str, start: int) -> int:
    """Where the list begins of which the phrase at `start` is the last: "Akar, Austin and ..."."""
    if start < 2 or tags[start - 1] != "C":
        return 0 if tags[-1] not in ".?" and _ROW.fullmatch(tags, 0, start) else start
    comma = tags[start - 2] == ","
    left = base_before(tags, start - 2 if comma else start - 1)
    if left is None:
        return start
    left = nearest = attached(tags, left)
    while left >= 2 and tags[left - 1] == "," and (more := base_before(tags, left - 1)) is not None:
        left = attached(tags, more) if tags[more - 1] == "o" else more
    if comma and left == nearest > 0:  # "…, as a part of the deal, but the minister said"
        return start
    row = tags[start] == "D" and "N," in tags[left : start - 1]  # "Berg, Novak and the other ministers"
    row = row or left == 0  # "State media and an activist said"
    fellow = row or ("N" in tags[left : start - 1]) == ("N" in tags[start : start + 4])
    begins = left == 0 or tags[left - 1] in "^TSCRQ.:;-" or tags[left - 1 : left + 1] == "ND"  # "PARIS The mayor and …"
    return left if fellow and begins else start


def _names_alone(tags: str, start: int, end: int) -> int:
    """After a preposition, words before a name belong to that: "in a speech Erdogan said"."""
    found = _NAME_AFTER_WORDS.search(tags, start, end)
    return found.start() + 1 if found else start


def names_of(tags: str, phrase: Phrase) -> Phrase:
    """The names at the end of a phrase, without the words before them; the phrase if it ends otherwise."""
    start, last = phrase
    attached = any(tag in "opt" for tag in tags[start : last + 1])
    return phrase if attached else (_names_alone(tags, start, last + 1), last)


def before_apposition(tags: str, end: int) -> tuple[Phrase, bool] | None:
    """The subject that an insertion parts from its verb: "Akar, a former general, said".

    `end` is the number of the comma (bracket, dash) that closes the insertion. With the phrase comes whether the
    insertion belongs to it ("however" does not).
    """
    closer = tags[end]
    opener = "(" if closer == ")" else closer
    best: tuple[Phrase, bool] | None = None
    comma = end - 1
    while comma > 0 and end - comma < _LONGEST_APPOSITION and tags[comma] not in "Q;:":
        if tags[comma] == opener and not _PREDICATE.match(tags, comma + 1):
            if tags[comma - 1] == "R":  # "who, in a speech, said"
                return (comma - 1, comma - 1), False
            phrase = before(tags, comma)
            begins = phrase is not None and _edge(tags, phrase[0]) and not _ALARMED.match(tags, phrase[0])
            if phrase is not None and (begins or (best is None and tags[phrase[0] - 1] in "opZE")):
                inside = tags[comma + 1]
                best = (phrase, inside in _APPOSITION)
                named = inside == "N" and tags[phrase[0]] in "Dd" and tags[phrase[1]] == "w"  # "an aide, Berg, said"
                if begins and (named or not _is_apposition_itself(tags, phrase)):
                    break
        comma -= 1
    return best


def _is_apposition_itself(tags: str, phrase: Phrase) -> bool:
    """Does a comma and another phrase stand before it, which it may explain?"""
    start = phrase[0]
    if start < 2 or tags[start - 1] != "," or tags[start - 2] not in "NwM0)":
        return False
    return tags[start] in "DdwER0" or _IN_PLACE.search(tags, start - 4, phrase[1] + 1) is not None


def at(tags: str, start: int, attach: str = "op") -> Phrase | None:
    """The noun phrase that begins at `start`, with what is attached to it by the prepositions `attach`."""
    found = _BASE_HERE.match(tags, start)
    if found is None:
        return None
    end = found.end()
    if end < len(tags) and tags[end] == "C" and (coupled := _COUPLED.match(tags, end)) and tags[end - 1] == "N":
        end = coupled.end()  # "US and Turkish officials"
    while end + 1 < len(tags) and (tags[end] in attach or (tags[end] == "t" and tags[end + 1] in "DdNO")):
        more = _BASE_HERE.match(tags, end + 1)
        if more is None:
            break
        end = more.end()
    return start, end - 1


def with_fellows(tags: str, phrase: Phrase, attach: str = "op") -> Phrase:
    """The phrase with those that "and" joins to it, if they are names like it."""
    start, last = phrase
    while last + 2 < len(tags) and tags[last + 1] == "C" and tags[last] == "N" and tags[last + 2] in "ND":
        more = at(tags, last + 2, attach)
        if more is None or tags[more[1]] != "N" or (more[1] + 1 < len(tags) and tags[more[1] + 1] in "ZVBXbE"):
            break
        last = more[1]
    return start, last


def with_participle(tags: str, phrase: Phrase) -> Phrase:
    """ "a statement released by the ministry": with the participle and what it needs."""
    start, last = phrase
    if last + 3 < len(tags) and tags[last + 1] in "EZV" and tags[last + 2] in "ypS":
        more = at(tags, last + 3)
        if more is not None and (tags[last + 2] != "S" or tags[more[1] + 1 : more[1] + 2] not in _VERBS_AFTER):
            return start, more[1]
        if tags[last + 3] == "M":
            return start, last + 3
    return phrase


def with_clause(tags: str, phrase: Phrase) -> Phrase:
    """ "two diplomats who asked not to be named": with a relative clause, up to the comma after it or the end."""
    start, last = phrase
    if tags[last + 1 : last + 2] != "R":
        return phrase
    end = _CLAUSE_END.search(tags, last)
    return start, (end.start() if end else len(tags)) - 1


def with_apposition(tags: str, phrase: Phrase) -> Phrase:
    """The phrase with an apposition or a relative clause after it, up to its comma or the end of the sentence."""
    start, last = phrase
    comma = last + 1
    if comma + 1 >= len(tags) or tags[comma] != "," or tags[comma + 1] not in "DdNwE0R" or tags[start] in "PO":
        return phrase
    end = comma + 1
    while end < len(tags) and tags[end] not in ",;:.-Q(":
        end += 1
    told = tags[comma + 1] == "N" and _VERB.search(tags, comma + 1, end)  # "according to Berg, Lund left, …"
    return phrase if told else (start, end - 1)


def first_subject(tags: str, start: int, end: int, followers: str = "ZXbVBEAwG,") -> Phrase | None:
    """The subject of the clause that begins at `start`: the first noun phrase with a verb after it, before `end`.

    `followers` are the tags that may stand behind it: verbs, words that may be unknown verbs, the comma of an
    apposition.
    """
    place = start
    while place < end:
        adverb = tags[place] == "A"
        found = _FIRST_SUBJECT.match(tags, place + adverb, end)
        if found and (place == start or tags[place - 1] in ",;:-CSTQ."):
            behind = tags[found.end() : found.end() + 1]
            next_two = tags[found.end() : found.end() + 2]  # "Hours later, …", "Two days later in Oslo, …"
            later = next_two == "A," or (next_two == "Ap" and tags[place] in "d0")
            if behind and behind in followers and not (adverb and behind == ",") and not later:
                return place + adverb, found.end() - 1
        place = _next_clause(tags, place, end)
    return None


def main_subject(tags: str, end: int) -> Phrase | None:
    """The subject of a sentence, not of what may stand before its main clause ("After the talks, Berg …")."""
    if dated := _DATE_FIRST.match(tags, 0, end):
        return first_subject(tags, dated.end(), end)
    comma = tags.find(",", 0, end) if tags[:1] in ("S", "p", "G") else -1
    main = first_subject(tags, comma + 1, end, "ZXbVBEAwG") if comma > 0 else None
    return main or first_subject(tags, 0, end)


def nearest_subject(tags: str, end: int) -> Phrase | None:
    """The subject of the clause before `end`, not of one that depends on it ("When Berg left, Novak fired back: …")."""
    first = max(0, end - _LONGEST_CLAUSE)
    for place in range(end - 2, first - 1, -1):
        if (place == 0 or tags[place - 1] in ",;:-CTQ.") and tags[place] not in "RS":
            start = place + 1 if tags[place] == "A" else place
            found = _FIRST_SUBJECT.match(tags, start, end)
            if found and tags[found.end() : found.end() + 1] in _VERBS_NEAR:
                return start, found.end() - 1
    return first_subject(tags, first, end)


def last_subject(tags: str, end: int) -> Phrase | None:
    """The subject of the clause that ends at `end`: the nearest phrase that begins a clause and has a verb after it."""
    begins = ";:-CT." if tags[end - 1 : end] == "," else ";:-CST."  # ", and" leaves the clause that depends
    for followers in (_VERBS_AFTER, _UNKNOWN_AFTER):
        for place in range(end - 2, -1, -1):
            if place == 0 or tags[place - 1] in begins or (tags[place - 1] == "," and not _is_told(tags, place)):
                found = _FIRST_SUBJECT.match(tags, place, end)
                if found and tags[place] != "R" and tags[found.end() : found.end() + 1] in followers:
                    return _joined(tags, place) if tags[place - 1 : place] == "C" else place, found.end() - 1
    return first_subject(tags, 0, end)


def _is_told(tags: str, end: int) -> bool:
    """Have subject and verb of a sentence been told before `end`? What follows their comma then explains something."""
    found = _FIRST_SUBJECT.match(tags, tags[:1] in ("C", "A"), end)
    return found is not None and tags[found.end()] in "ZXbV"


def _next_clause(tags: str, place: int, end: int) -> int:
    """The token after the next one that a clause may begin after."""
    while place < end and tags[place] not in ",;:-CSTQ":
        place += 1
    return place + 1
