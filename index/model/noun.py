"""What all nouns are, and those that others are made of: places, words, dates."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Precision = Literal["day", "week", "month", "year"]


class Noun(BaseModel):
    """What all nouns share: immutable, no unknown fields, one JSON form."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    def to_json(self) -> dict[str, Any]:
        """The noun as plain data, as the JSON contract has it."""
        return self.model_dump(mode="json", by_alias=True)


class Span(Noun):
    """A half-open place in the canonical text of an article."""

    start: int
    end: int


class Words(Span):
    """A place and the words that stand there."""

    text: str


class Place(Words):
    """Words in an article: where a line of a card leads to."""

    article: str


class Known(Noun):
    """A value and how it is known; both `None` where it is not."""

    value: str | None = None
    how: str | None = None


class When(Noun):
    """A date as an interval of days (ISO, both ends included), with the words that ground it where there are any.

    Words that cannot be resolved ("last Tuesday" in an article without a date) stand alone: the interval is `None`.
    """

    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    precision: Precision | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    how: str | None = None
