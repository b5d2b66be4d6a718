"""Compares the numbers of a Chinese text with those of its English.

Strict on value, scale, unit, bound and opposite directions; lenient where usage differs: a rank in
one language may be an ordinal in the other, 首位 is any word for being first, measure words matter
little, and English may write a number inside a name in any way.
Source: docs/reference/figures.md, "Comparing".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mingbai.figures.chinese import find
from mingbai.figures.english.find import find_en
from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.numerals import shift
from mingbai.figures.units import FRACTION, same_unit
from mingbai.messages import tell


class Mismatch(StrEnum):
    """How a number of one text fails to agree with the other text."""

    MISSING = "missing"
    """The Chinese has it, the English has not."""
    EXTRA = "extra"
    """The English has it, the Chinese has not."""
    SCALE = "scale"
    """Off by a power of ten: 7062.5亿 as 7062.5 billion."""
    UNIT = "unit"
    """Percent for percentage points, RMB for US$."""
    BOUND = "bound"
    """At least for over, exact for about."""
    DIRECTION = "direction"
    """A fall said as a rise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number on which the two texts do not agree."""

    mismatch: Mismatch
    zh: Found | None
    """None if only the English has the number."""
    en: Found | None
    """None if only the Chinese has the number."""

    def __str__(self) -> str:
        """Return both sides in one line."""
        zh = self.zh.text if self.zh else tell("nothing")
        en = self.en.text if self.en else tell("nothing")
        return f"{self.mismatch.value}: {zh} / {en}"


_PLACES = {Kind.RANK, Kind.ORDINAL}
_FIRST = re.compile(
    r"\b(?:first|top|tops|topped|lead|leads|led|leading|leader|most|largest|highest|pioneer\w*"
    r"|no\. ?1|number one|before any|ahead of|forefront|best|inaugural|earliest|fastest"
    r"|foremost)\b",
    re.IGNORECASE,
)
_IN_A_ROW = {"win", "year", "time", "times", None}
"""What English makes of 连冠: ten wins, ten years, the tenth time."""
_MAX_POWER = 12
_SMALL = 12


def compare(
    zh: str, en: str, numbers: tuple[tuple[Found, ...], tuple[Found, ...]] | None = None
) -> tuple[Difference, ...]:
    """Return every number on which a Chinese text and its English do not agree.

    Args:
        zh: the Chinese text.
        en: its English.
        numbers: of both, where they have been found already.

    >>> [str(d) for d in compare("生产总值7062.5亿元", "GDP of RMB 7062.5 billion")]
    ['scale: 7062.5亿元 / RMB 7062.5 billion']
    >>> compare("生产总值7062.5亿元，增长6.3%", "GDP grew by 6.3% to RMB 706.25 billion")
    ()
    """
    ours, theirs = numbers or (find(zh), find_en(en))
    left = [found for found in ours if found.kind is not Kind.NAME or found.magnitude]
    right = list(theirs)
    names = _name_values(ours)
    differences: list[Difference] = []
    for step in (_equal, *_STEPS):
        left, right = _paired(left, right, step, differences)
    has_first = bool(_FIRST.search(en))
    differences += [Difference(Mismatch.MISSING, one, None) for one in left
                    if not _may_be_missing(one, has_first=has_first)]  # fmt: skip
    differences += [Difference(Mismatch.EXTRA, None, one) for one in right
                    if not _may_be_extra(one, names)]  # fmt: skip
    return tuple(differences)


Step = Callable[[Found, Found], Mismatch | bool]
"""Takes a Chinese and an English number; returns True for a match, a mismatch, or False."""


def _paired(
    left: list[Found], right: list[Found], step: Step, differences: list[Difference]
) -> tuple[list[Found], list[Found]]:
    """Remove the pairs of a step from both lists, record its differences, return the rest."""
    rest: list[Found] = []
    for zh in left:
        for index, en in enumerate(right):
            outcome = step(zh, en)
            if outcome is False:
                continue
            if isinstance(outcome, Mismatch):
                differences.append(Difference(outcome, zh, en))
            del right[index]
            break
        else:
            rest.append(zh)
    return rest, right


def _equal(zh: Found, en: Found) -> bool:
    return (
        _same_value(zh, en) and _same_unit(zh, en) and _same_bound(zh, en) and not _opposite(zh, en)
    )


def _other_direction(zh: Found, en: Found) -> Mismatch | bool:
    is_other = _same_value(zh, en) and _same_unit(zh, en) and _same_bound(zh, en)
    return Mismatch.DIRECTION if is_other else False


def _other_bound(zh: Found, en: Found) -> Mismatch | bool:
    return Mismatch.BOUND if _same_value(zh, en) and _same_unit(zh, en) else False


def _other_unit(zh: Found, en: Found) -> Mismatch | bool:
    is_small = zh.value <= _SMALL and (zh.kind is Kind.COUNT or zh.kind in _PLACES)
    return Mismatch.UNIT if _same_value(zh, en) and not is_small else False


def _other_scale(zh: Found, en: Found) -> Mismatch | bool:
    if not _same_unit(zh, en) or not zh.value or not en.value or zh.kind in _PLACES:
        return False
    powers = range(-_MAX_POWER, _MAX_POWER + 1)
    is_power = any(shift(zh.value, power) == en.value for power in powers if power)
    return Mismatch.SCALE if is_power else False


_STEPS: tuple[Step, ...] = (_other_direction, _other_bound, _other_unit, _other_scale)


def _as_percent(found: Found) -> tuple[Decimal, Decimal | None, str | None]:
    """Return value, upper end and unit, with factors of change as percent."""
    if found.unit == "doubling" and found.value <= _SMALL:
        return (Decimal(2) ** int(found.value) - 1) * 100, None, "percent"
    if found.unit == "times" and found.direction:
        upper = None if found.upper is None else found.upper * 100
        return found.value * 100, upper, "percent"
    return found.value, found.upper, found.unit


def _same_value(zh: Found, en: Found) -> bool:
    if zh.unit == en.unit:
        return (zh.value, zh.upper) == (en.value, en.upper)
    return _as_percent(zh)[:2] == _as_percent(en)[:2]


def _same_unit(zh: Found, en: Found) -> bool:
    if zh.unit == "win":
        return en.unit in _IN_A_ROW
    if zh.kind in _PLACES or en.kind in _PLACES:
        return _same_place(zh, en)
    if Kind.YEAR in {zh.kind, en.kind}:
        return zh.kind is en.kind and zh.unit == en.unit
    pair = {zh.unit, en.unit}
    if "percent" in pair and pair & {"times", "doubling"}:
        return _as_percent(zh)[2] == _as_percent(en)[2]
    return pair <= {"times", "time"} or pair == {"year", "age"} or same_unit(zh.unit, en.unit)


def _same_place(zh: Found, en: Found) -> bool:
    """Return whether a rank or ordinal may be the other number: 第二, second, No. 2, two."""
    if zh.kind in _PLACES and en.kind in _PLACES:
        return zh.unit == en.unit or zh.unit is None
    place, other = (zh, en) if zh.kind in _PLACES else (en, zh)
    return other.kind is Kind.COUNT and None in {other.unit, place.unit}


def _same_bound(zh: Found, en: Found) -> bool:
    if zh.bound is en.bound:
        return True
    if zh.magnitude and zh.bound in {Bound.ABOUT, Bound.EXACT}:
        return True  # 千亿级, 每万: no bound that English has to keep
    is_part = zh.unit is not None and FRACTION.fullmatch(zh.unit) is not None
    is_loose = is_part or zh.magnitude  # 一半以上 is over half, 上亿 over a hundred million
    return is_loose and {zh.bound, en.bound} == {Bound.AT_LEAST, Bound.OVER}


def _opposite(zh: Found, en: Found) -> bool:
    return None not in {zh.direction, en.direction} and zh.direction is not en.direction


def _may_be_missing(zh: Found, *, has_first: bool) -> bool:
    """Return whether English may leave the number out: 首位 as leading; 几百 as many."""
    return zh.text.startswith(("几", "数")) or (zh.value == 1 and zh.kind in _PLACES and has_first)


def _may_be_extra(en: Found, names: frozenset[Decimal]) -> bool:
    """Return whether the Chinese may lack the number: of a name, or one, two, first as words."""
    is_word = not any(character.isdigit() for character in en.text)
    return (
        en.magnitude
        or en.value in names
        or (is_word and en.value == 1)
        or (en.kind in _PLACES and en.value == 1)
    )


def _name_values(numbers: tuple[Found, ...]) -> frozenset[Decimal]:
    """Return every number that a name of the text may mean: the 6 and the 1 of 6+1."""
    values: set[Decimal] = set()
    for found in numbers:
        if found.kind is Kind.NAME:
            values.add(found.value)
            values.update(Decimal(digits) for digits in re.findall(r"[0-9]+", found.text))
            values.update(
                Decimal(
                    "零一二三四五六七八九".index(digit) if digit in "零一二三四五六七八九" else 10
                )
                for digit in re.findall("[一二三四五六七八九十]", found.text)
            )
    return frozenset(values)
