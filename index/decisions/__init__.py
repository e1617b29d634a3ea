"""What a person decides about quotations: kept as a readable file, found again by words and place, and put into the
index."""

from index.decisions.decision import Cut, Decision, Voice
from index.decisions.ledger import Ledger

__all__ = ["Cut", "Decision", "Ledger", "Voice"]
