"""Who does what a verb tells: the subject of a verb group, with all that may stand between the two."""

from __future__ import annotations

import re

from index.annotation.speech import circumstances, phrases
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.tokens import Tokens

_GENERATIONS = frozenset(("jr.", "jr", "sr.", "sr"))
_FLOATING = frozenset(("both", "all"))
_AUXILIARY = frozenset("XbA")
_TIMES = frozenset("after before since until following".split())  # "After the talks, …"
_ISSUED = frozenset("issued released published signed adopted circulated conducted taken made".split())
_BEFORE_MAIN = ("", "A", "C", "A,", "C,", "CA")  # what may stand before the subject of a main clause
_QUOTING_CLAUSE = re.compile(",R[^Q,;:]*Q,?$")
_CLAUSE_OF_SUBJECT = re.compile(  # "who left it", "who wrote the speech given by them", "who said he was a sailor"
    "R[XbA]*[ZVEw][^XbZVBST,]*(?:[ZE][yp][^XbZVBST,]*)?|RVP[bX]+[^XbZVBST,]*"
)


def subject_of(tokens: Tokens, verb: int) -> Phrase | None:
    """The subject of the verb group that begins at `verb`."""
    tags, place = tokens.tags, verb
    verb = group_start(tokens, circumstances.before(tokens, verb))
    last = tokens.tag(verb - 1)
    if last == "$":
        return None
    if last in ",)-":
        found = phrases.before_apposition(tags, verb - 1)
        if found is None and tags[verb - 2] == "Q":
            return _before_quoting_clause(tags, verb)
        if found is None:  # "Sen. Berg (D-Maine), said"
            return phrases.before(tags, verb - 1) if tags[verb - 2 : verb] == ")," else None
        phrase, belongs = found
        if tokens.words[phrase[0]] == "whose" and (owner := phrases.before(tags, phrase[0] - 1)):
            return owner[0], verb - 1  # "Berg, whose firm, Lund, has grown, said"
        if belongs and tokens.words[phrase[0] - 1] in _TIMES and tags[phrase[1] + 2] != "R":
            return phrase[1] + 2, verb - 1  # "After the talks, the minister, who was late, said"
        return (phrase[0], verb - 1) if belongs else phrase
    if last == "C":
        if tokens.tag(verb - 2) in "VZ":  # "Berg derided and insulted them"
            return subject_of(tokens, group_start(tokens, verb - 2))
        return phrases.last_subject(tags, verb - 1)
    if last == "Q":
        return _before_quoting_clause(tags, verb)
    if last == "R" or (last == "T" and tokens.tag(verb - 2) in "wN"):  # "bottles that said"
        return verb - 1, verb - 1
    if tokens.words[verb - 1] in _GENERATIONS and tokens.tag(verb - 2) == ",":  # "Joseph Berg, Jr., said"
        subject = phrases.before(tags, verb - 2)
        return (subject[0], verb - 1) if subject else None
    subject = phrases.before(tags, verb)
    if subject is None:
        return None
    if subject[0] and (begins := _begins_earlier(tokens, subject, place)) is not None:
        return begins, verb - 1
    if tokens.words[subject[0]] in ("a", "an"):  # "a move Turkey called": the name alone
        return phrases.names_of(tags, subject)
    return subject


def _before_quoting_clause(tags: str, verb: int) -> Phrase | None:
    """The subject with a relative clause that ends in a quotation: "Berg, who called it “a farce,” said"."""
    found = _QUOTING_CLAUSE.search(tags, 0, verb)
    subject = phrases.before(tags, found.start()) if found else None
    return (subject[0], verb - 1) if subject and tags[: subject[0]] in _BEFORE_MAIN else None


def _begins_earlier(tokens: Tokens, subject: Phrase, place: int) -> int | None:
    """Where the subject begins of which `subject` is only the end."""
    begins = _before_participle(tokens, subject) if tokens.tags[subject[0] - 1] in "wSZV" else None
    return _before_clause(tokens, subject, place) if begins is None and "R" in tokens.tags else begins


def _before_clause(tokens: Tokens, subject: Phrase, place: int) -> int | None:
    """Where a subject begins that a relative clause ends: "aides who worked with Berg | say".

    A single name is no subject of a plural; before another verb the clause must be one that needs no more.
    """
    tags = tokens.tags
    clause = tags.rfind("R", 0, subject[0])
    if clause < 1 or "," in tags[clause : subject[0]]:
        return None
    if tags[place] == "B":
        if "C" in tags[subject[0] : place] or tokens.words[subject[1]].endswith("s"):
            return None
        return phrases.base_before(tags, clause)
    head = phrases.before(tags, clause) or (phrases.attached(tags, clause - 1), clause - 1)  # "many of those who"
    begins = tags[: head[0]] in _BEFORE_MAIN or (tags[head[0] - 1] in ",;:-" and tags[head[0] - 2] != "N")
    whole = begins and _CLAUSE_OF_SUBJECT.fullmatch(tags, clause, subject[0])
    return head[0] if whole else None


def _before_participle(tokens: Tokens, subject: Phrase) -> int | None:
    """Where a subject begins of which a participle follows: "envoys attending | the talks", "a note issued after …"."""
    tags, last = tokens.tags, subject[0] - 1
    last -= tokens.words[last] == "after" and tokens.words[last - 1] in _ISSUED
    if last < 1 or not (tokens.words[last] in _ISSUED or (tags[last] == "w" and tokens.words[last].endswith("ing"))):
        return None
    head = phrases.before(tags, last)
    return head[0] if head and tags[: head[0]] in _BEFORE_MAIN else None


def group_start(tokens: Tokens, place: int) -> int:
    """The first token of the verb group that ends at `place`; "both" and "all" may stand in it."""
    tags = tokens.tags
    while place and (tags[place - 1] in _AUXILIARY or (tags[place - 1] == "d" and _floats(tokens, place - 1))):
        place -= 1
    return place


def _floats(tokens: Tokens, place: int) -> bool:
    """Does a word like "both" stand between a subject and its verb: "have both said", "they all say"?"""
    return tokens.words[place] in _FLOATING and tokens.tag(place - 1) in "NwPXb"
