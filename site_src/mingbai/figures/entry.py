"""One entry of ``data/figures.yml``: a figure with its proof."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from mingbai.figures.model import Bound, Direction, Kind, Quantity
from mingbai.messages import tell


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_DIGITS = r"^-?[0-9]+(\.[0-9]+)?$"


def _quoted(value: object) -> object:
    """Refuse a number that YAML has read as a float: it may not be the number that was written."""
    if not isinstance(value, str):
        raise ValueError(tell('write the number in quotes, as in "6.3"'))  # noqa: TRY004 (pydantic's way)
    if not re.fullmatch(_DIGITS, value):
        raise ValueError(tell('write plain digits with at most one point, as in "706250000000"'))
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_quoted),
    WithJsonSchema({"type": "string", "pattern": _DIGITS}),
]
"""A decimal written as a quoted string of plain digits, fully scaled."""


class Label(_Data):
    """A name in both languages."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Change(_Data):
    """How the value changed."""

    value: Number
    unit: str
    direction: Direction
    bound: Bound = Bound.EXACT


class Rank(_Data):
    """A place among others."""

    value: Number
    scope: Label
    of: Literal["ordinal", "top", "record", "sequence", "novelty", "most", "tier"]
    """第三; within the top (前三); wins in a row (十连冠); how many had done it by then (率先,
    第二个); the first of its kind (首个); 最多; a tier (第一档)."""


class Figure(_Data):
    """A figure of the report: its quote is in the report, and its numbers are in its quote."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    label: Label
    value: Number | None = None
    unit: str | None = None
    unit_label: Label | None = None
    """What is counted: the measure word as in the report, the English noun."""
    bound: Bound = Bound.EXACT
    upper: Number | None = None
    """The upper end of a range."""
    direction: Direction | None = None
    """Set where the value itself is a change."""
    change: Change | None = None
    rank: Rank | None = None
    period: str
    kind: Literal["result", "target", "standing"]
    topic: str
    quote: Annotated[str, Field(min_length=2)]
    """Verbatim, contiguous."""
    paragraph: Annotated[str | None, Field(pattern=r"^p[1-9]\d*$")] = None
    """The paragraph of the quote, if the report contains it more than once."""
    confirmed: tuple[Literal["period", "kind", "scope", "label", "unit_label"], ...] = ()
    """The details that a person has confirmed although the report differs."""

    @property
    def quantity(self) -> Quantity | None:
        """The value to be said, None for a pure rank."""
        if self.value is None:
            return None
        kind = Kind.AGE if self.unit == "age" else None
        return Quantity(self.value, self.unit, self.bound, self.upper, kind, self.direction)


class NamedNumber(_Data):
    """An entry of ``data/names.yml``: digits that are not a figure, with the reason.

    They are in a paragraph of the report or on a page of the editors.
    """

    text: Annotated[str, Field(min_length=1)]
    paragraph: Annotated[str | None, Field(pattern=r"^p[1-9]\d*$")] = None
    page: Annotated[str | None, Field(pattern=r"^[a-z0-9/-]+\.md$")] = None
    """Below the language's folder: ``how-to-read.md``."""
    why: str

    @model_validator(mode="after")
    def _is_somewhere(self) -> "NamedNumber":
        if (self.paragraph is None) == (self.page is None):
            raise ValueError(tell("name either a paragraph of the report or a page of the editors"))
        return self
