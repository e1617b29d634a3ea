"""What a person decides about quotations, actors and articles: kept as a readable file, found again by names, words and
place, and put into the index."""

from index.decisions.decision import Cut, Decision, Filed, OfActor, OfArticle, Office, OfQuotation, OfTags, Part, Voice
from index.decisions.ledger import Ledger

__all__ = [
    "Cut", "Decision", "Filed", "Ledger", "OfActor", "OfArticle", "OfQuotation", "OfTags", "Office", "Part", "Voice",
]  # fmt: skip
