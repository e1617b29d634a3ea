"""What a person says of a quotation → a decision. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from pydantic import ValidationError

from index.decisions.decision import Cut, OfQuotation, Voice
from index.decisions.fit import CONTEXT
from index.errors import DecisionError
from index.model import Article, Noun, Quotation, QuotationKind

_Told = TypeVar("_Told", bound=Noun)


def decide(
    article: Article,
    quotation: Quotation,
    decided: datetime,
    *,
    speakers: Sequence[Voice] | None = None,
    kind: QuotationKind | None = None,
    start: int | None = None,
    end: int | None = None,
    no_quotation: bool = False,
    confirmed: bool = False,
) -> OfQuotation:
    """A decision about a quotation as it stands in `article`; `start` and `end` are its new place, half-open.

    Raises `DecisionError` if nothing is decided, too much at once, or the place is none.
    """
    changes = [speakers is not None, kind is not None, start is not None or end is not None]
    if any(changes) + no_quotation + confirmed != 1:
        raise DecisionError(
            "Nothing is decided" if not (any(changes) or no_quotation or confirmed) else "That is too much at once",
            hint="Name a speaker, a kind, or a place; or say that it is right, or no quotation",
        )
    return OfQuotation(
        article=article.id, words=quotation.text, start=quotation.start,
        before=article.text[max(quotation.start - CONTEXT, 0) : quotation.start],
        sha256=article.sha256, decided=decided, speakers=None if speakers is None else tuple(speakers), kind=kind,
        cut=_cut(article.text, quotation, start, end), no_quotation=no_quotation, confirmed=confirmed,
    )  # fmt: skip


def told(kind: type[_Told], **said: object) -> _Told:
    """What a person says, as a noun of that kind. Raises `DecisionError` for what cannot be meant, as a date that is
    none."""
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        why = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise DecisionError("That cannot be decided", why[:1].upper() + why[1:]) from error


def _cut(text: str, quotation: Quotation, start: int | None, end: int | None) -> Cut | None:
    if start is None and end is None:
        return None
    start = quotation.start if start is None else start
    end = quotation.end if end is None else end
    if not (0 <= start < end <= len(text) and text[start:end].strip()):
        raise DecisionError(
            f"There are no words from {start} to {end}", f"The text has {len(text)} characters",
            "`tui show ID --json` has the text in which start and end count",
        )  # fmt: skip
    return Cut(start=start, words=text[start:end])
