"""The words by which speech is reported: forms, and what may follow each.

`speech.toml` lists lemmas by their frame. Here they are inflected once, when the module is loaded, so that a look-up
is one step.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.annotation.data import table

_TABLE = table("speech")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports speech: the lists of `speech.toml` it stands in, and the prepositions it goes with."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]


def _lists(name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(value.split()) for key, value in _TABLE[name].items()}


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, -ing and past participle of a regular verb, or what the table of irregular ones says."""
    if lemma in _IRREGULAR:
        third, past, gerund, participle = _IRREGULAR[lemma].split()
        return third, past, gerund, participle
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ied"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma.removesuffix("e")
    return third, stem + "ed", stem + "ing", stem + "ed"


def _verbs() -> dict[str, Verb]:
    frames, prepositions = _lists("verbs"), _lists("prepositions")
    lemmas = frozenset[str]().union(*frames.values(), *prepositions.values())
    return {
        lemma: Verb(
            lemma,
            frozenset(name for name, members in frames.items() if lemma in members),
            frozenset(name for name, members in prepositions.items() if lemma in members),
        )
        for lemma in lemmas
    }


_IRREGULAR: dict[str, str] = _TABLE["irregular"]
_DOUBLED = frozenset(_TABLE["spelling"]["doubled"].split())

VERBS = _verbs()
"""Every verb that reports speech, by its lemma."""

NOUN_LIKE = frozenset(_TABLE["also"]["nouns"].split())
"""Forms that are nouns where a determiner or an adjective stands before them."""

NOUNS = _lists("nouns")
"""Nouns that report speech, by the word that must follow: that, to, of, for, about, on, over."""

OBJECTS = _lists("objects")
"""For verbs that tell of much else, by their lemma: what must be among the things that they report."""

STATES = _lists("states")
"""Words for what somebody holds to be so, by the verb they stand after: be, make."""


VIEWS = _lists("views")["is"]
"""Nouns for what somebody holds or answers, before "is that"."""


def _forms() -> tuple[dict[str, Verb], dict[str, str]]:
    """Each form's verb, and each form's tag: V finite, B base or plural, G with -ing."""
    verbs: dict[str, Verb] = {}
    tags: dict[str, str] = {}
    for lemma, verb in VERBS.items():
        third, past, gerund, participle = inflect(lemma)
        for form, tag in ((participle, "V"), (lemma, "B"), (gerund, "G"), (third, "V"), (past, "V")):
            verbs[form] = verb
            tags[form] = tag
        if lemma.endswith("l") and lemma not in _DOUBLED:  # "signalled", as in British papers
            for form, tag in ((lemma + "ling", "G"), (lemma + "led", "V")):
                verbs[form], tags[form] = verb, tag
    return verbs, tags


FORMS, FORM_TAGS = _forms()
"""Each inflected form: its verb; its tag."""
