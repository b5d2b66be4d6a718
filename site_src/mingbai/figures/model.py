"""What the room speaks of: a number found in a text, and a quantity to be said.

Plain values without behaviour, so that the finding and the saying can be changed on their own.
Every number is a `Decimal`; a float never comes near a figure of the report.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """What a text says of a number besides its value.

    Source: docs/reference/figures.md, "Bounds".
    """

    EXACT = "exact"
    ABOUT = "about"
    """左右, 约: near the value, on either side."""
    AT_LEAST = "at_least"
    """以上, 不低于: the value or more."""
    AT_MOST = "at_most"
    """以内, 不超过: the value or less; of a rank, that place or a better one (前三)."""
    OVER = "over"
    """超过, 多, 余, 破: more than the value."""
    UNDER = "under"
    """不到, 低于: less than the value."""
    NEARLY = "nearly"
    """近, 接近: less than the value, and close to it."""


class Kind(StrEnum):
    """What a number does in its sentence."""

    AMOUNT = "amount"
    """Of money or of a physical unit: 7062.5亿元, 14.9万亩."""
    SHARE = "share"
    """A part of a whole: 工业用地占比40%, 三分之一."""
    CHANGE = "change"
    """How much something grew or fell, as a ratio: 增长6.3%, 翻一番."""
    POINTS = "points"
    """A difference of two percentages: 2.8个百分点."""
    COUNT = "count"
    """Of things: 45所, 3600多家."""
    RANK = "rank"
    """A place in an order of merit: 全省第三, 前十, 首位, 十连冠."""
    ORDINAL = "ordinal"
    """A place in a sequence: 第五次, 6月, （１）."""
    YEAR = "year"
    """A year or a decade of the calendar: 2023年, 八十年代."""
    DURATION = "duration"
    """A length of time: 15分钟, 连续18年."""
    AGE = "age"
    """Years of a life: 80岁."""
    NAME = "name"
    """Inside a name: “551”, G60, PM_2.5."""


class Direction(StrEnum):
    """Which way a change went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a text: where it stands and what it says."""

    start: int
    """Offset in characters: ``text[start:end] == found.text`` in the text that was searched."""
    end: int
    text: str
    """The number with its unit; a word for a bound or a direction stands outside."""
    value: Decimal
    """Fully scaled: 7062.5亿元 is 706250000000. A percentage stays as said: 6.3% is 6.3."""
    kind: Kind
    unit: str | None = None
    """A code of units.yml, ``1/3`` for thirds; None for ranks, names and bare magnitudes."""
    unit_text: str = ""
    """The unit in the words of the text."""
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    """The upper end of a range, whose lower end is ``value``."""
    direction: Direction | None = None
    magnitude: bool = False
    """Whether the text names a magnitude without a digit: 破千亿, 每万, 数百."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number to be said, in any language."""

    value: Decimal
    """Fully scaled, as in `Found`."""
    unit: str | None = None
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    kind: Kind | None = None
    """Needed only where the unit does not tell: RANK, ORDINAL, YEAR, AGE."""
    direction: Direction | None = None
    """Said by `say_change_zh` and `say_change_en`."""


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number of a whole report, as ``mingbai figures FILE --json`` lists it."""

    paragraph: int
    """Counted from 1 over the non-empty lines of the report: the 5 of ``p5``."""
    start: int
    """Offset in characters in the whole report."""
    end: int
    text: str
    value: str
    """A decimal string, fully scaled, without an exponent."""
    upper: str | None
    unit: str | None
    bound: str
    kind: str
    direction: str | None

    def to_json(self) -> dict[str, int | str | None]:
        """Return the fields by name, ready for `json.dumps`."""
        return {name: getattr(self, name) for name in self.__slots__}
