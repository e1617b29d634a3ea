"""The words that tell of contacts, as `data/contacts.toml` lists them."""

from __future__ import annotations

from index.annotation.data import table

_TABLE = table("contacts")

VERBS = {word: kind for kind, row in _TABLE["verbs"].items() for word in row.split()}
"""What a verb tells of: "met" is of a meeting."""
NOUNS = {word: kind for kind, row in _TABLE["nouns"].items() for word in row.split()}
"""What a noun tells of."""
_FOLLOWING = {key: row.split() for key, row in _TABLE["before"].items()}
BEFORE = {
    word: frozenset(key for key, words in _FOLLOWING.items() if word in words)
    for words in _FOLLOWING.values() for word in words
}  # fmt: skip
"""The words of which one must follow a word for it to tell of a contact: "together" after "came"."""
OTHER = {key: frozenset(row.split()) for key, row in _TABLE["other"].items()}
"""What stands around them, by what it is good for."""
TOPICS = {key: frozenset(row.split()) for key, row in _TABLE["topics"].items()}
"""What leads to the topics of a contact, and where these end."""
MEANT = {key: frozenset(row.split()) for key, row in _TABLE["meant"].items()}
"""What tells whom pronouns mean, and roles."""
LINKS = frozenset(("with", "between", "to", "from"))
"""What leads from a word of contact to those with whom it was."""
BESIDE = frozenset("the both some several senior top high-level its their his her other and a group of".split())
"""What may stand before those who take part."""
