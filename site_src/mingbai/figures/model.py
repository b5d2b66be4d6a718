"""The values of this package: a number found in a text, and a quantity to write as text.

They have no behaviour, so that finding and writing numbers can change independently. Every number
is a `Decimal`, never a float.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a text qualifies a number.

    Source: docs/reference/figures.md, "Bounds".
    """

    EXACT = "exact"
    ABOUT = "about"
    """左右, 约: near the value, on either side."""
    AT_LEAST = "at_least"
    """以上, 不低于: the value or more."""
    AT_MOST = "at_most"
    """以内, 不超过: the value or less; for a rank, that place or a better one (前三)."""
    OVER = "over"
    """超过, 多, 余, 破: more than the value."""
    UNDER = "under"
    """不到, 低于: less than the value."""
    NEARLY = "nearly"
    """近, 接近: less than the value, and close to it."""


class Kind(StrEnum):
    """The kind of a number: its role in the sentence."""

    AMOUNT = "amount"
    """An amount of money or of a physical unit: 7062.5亿元, 14.9万亩."""
    SHARE = "share"
    """A part of a whole: 工业用地占比40%, 三分之一."""
    CHANGE = "change"
    """How much something grew or fell, as a ratio: 增长6.3%, 翻一番."""
    POINTS = "points"
    """A difference of two percentages: 2.8个百分点."""
    COUNT = "count"
    """A number of things: 45所, 3600多家."""
    RANK = "rank"
    """A place in a ranking: 全省第三, 前十, 首位, 十连冠."""
    ORDINAL = "ordinal"
    """A place in a sequence: 第五次, 6月, （１）."""
    YEAR = "year"
    """A year or a decade of the calendar: 2023年, 八十年代."""
    DURATION = "duration"
    """A length of time: 15分钟, 连续18年."""
    AGE = "age"
    """A person's age: 80岁."""
    NAME = "name"
    """A number in a name: “551”, G60, PM_2.5."""


class Direction(StrEnum):
    """The direction of a change."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: its position and its meaning."""

    start: int
    """Offset in characters: ``text[start:end] == found.text`` in the text that was searched."""
    end: int
    text: str
    """The number with its unit, without the words for bound and direction."""
    value: Decimal
    """Fully scaled: 7062.5亿元 is 706250000000. Percentages are not scaled: 6.3% is 6.3."""
    kind: Kind
    unit: str | None = None
    """A code of units.yml; ``1/3`` for thirds; None for ranks, names and bare magnitudes."""
    unit_text: str = ""
    """The unit as the text writes it."""
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    """The upper end of a range; the lower end is ``value``."""
    direction: Direction | None = None
    magnitude: bool = False
    """Whether the text gives a magnitude without a digit: 破千亿, 每万, 数百."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number to write as text, in any language."""

    value: Decimal
    """Fully scaled, as in `Found`."""
    unit: str | None = None
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    kind: Kind | None = None
    """Needed only if the unit does not imply it: RANK, ORDINAL, YEAR, AGE."""
    direction: Direction | None = None
    """Used by `say_change_zh` and `say_change_en`."""


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number of a report, as ``mingbai figures FILE --json`` lists it."""

    paragraph: int
    """Counted from 1 over the non-empty lines of the report: the 5 of ``p5``."""
    start: int
    """Offset in the whole report, in characters."""
    end: int
    text: str
    value: str
    """Decimal string, fully scaled, without an exponent."""
    upper: str | None
    unit: str | None
    bound: str
    kind: str
    direction: str | None

    def to_json(self) -> dict[str, int | str | None]:
        """Return the fields by name, ready for `json.dumps`."""
        return {name: getattr(self, name) for name in self.__slots__}
