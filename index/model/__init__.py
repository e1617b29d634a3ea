"""The nouns of the house.

Every `start` and `end` is a half-open pair of offsets, in characters (code points), into the canonical text of one
article. What is unknown is `None`, never a guess; what was inferred says `how`. All nouns are immutable; their JSON
form (`to_json`) is the contract of `docs/json.md`, schema 1.
"""

from __future__ import annotations

from index.model.article import (
    Actor,
    ActorKind,
    Alias,
    AnnotatedArticle,
    Article,
    Block,
    BlockKind,
    Contact,
    ContactKind,
    ContactStatus,
    Mention,
    MentionForm,
    Quotation,
    QuotationKind,
    QuotationStatus,
    Reading,
    Role,
    Speaker,
    Topic,
)
from index.model.card import ActorLine, Alike, Card, Spelling, Tenure, Tie, Totals
from index.model.corpus import Overview, Problem, Progress, Stage
from index.model.ledger import Counted, Matter, Meeting, Met, Said, Undone
from index.model.noun import Known, Noun, Place, Precision, Span, When, Words
from index.model.search import (
    Again,
    Completion,
    Copies,
    Copy,
    Facet,
    FacetValue,
    Hit,
    Line,
    Page,
    Passage,
    Period,
    Tally,
    Timeline,
    Unit,
)

SCHEMA = 1

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "ActorLine",
    "Again",
    "Alias",
    "Alike",
    "AnnotatedArticle",
    "Article",
    "Block",
    "BlockKind",
    "Card",
    "Completion",
    "Contact",
    "ContactKind",
    "ContactStatus",
    "Copies",
    "Copy",
    "Counted",
    "Facet",
    "FacetValue",
    "Hit",
    "Known",
    "Line",
    "Matter",
    "Meeting",
    "Mention",
    "MentionForm",
    "Met",
    "Noun",
    "Overview",
    "Page",
    "Passage",
    "Period",
    "Place",
    "Precision",
    "Problem",
    "Progress",
    "Quotation",
    "QuotationKind",
    "QuotationStatus",
    "Reading",
    "Role",
    "Said",
    "Span",
    "Speaker",
    "Spelling",
    "Stage",
    "Tally",
    "Tenure",
    "Tie",
    "Timeline",
    "Topic",
    "Totals",
    "Undone",
    "Unit",
    "When",
    "Words",
]
