"""Measured numbers: a numeral with its unit, its bound, its direction, and ranges of two.

Source: docs/reference/figures.md, "Units", "Ranges".
"""

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.figures.chinese.bounds import bound_after, bound_before
from mingbai.figures.chinese.directions import direction_at
from mingbai.figures.chinese.reading import Reading
from mingbai.figures.chinese.units_after import Measure, measure
from mingbai.figures.kinds import kind_of
from mingbai.figures.model import Bound, Direction, Found, Kind
from mingbai.figures.numerals import Numeral, Style, shift
from mingbai.figures.units import UnitType

_SEPARATOR = re.compile("[ ]?(?:[—–~～-]{1,2}|[到至])[ ]?")
_SPAN_OF_TIME = re.compile("[从由自][^，。；、]{0,12}$")
_CONCRETE = (UnitType.CURRENCY, UnitType.PHYSICAL)
_LARGE = shift(Decimal(1), 4)
_HUGE = shift(Decimal(1), 8)
"""A bare magnitude of at least this size is an amount of money, a smaller one a count."""
_RATE = {"percent", "permille"}
_BIGGER = re.compile("[高大多快长]$")
_OF_PLAN = re.compile("计划|规划|行动|目标")
_IS_HEAD = re.compile("(?:[（(\\t]|单位[：:][ ]?)$")
_PAST_YEARS = re.compile("(?<![将接])近[ ]?$")


def measured(reading: Reading, at: int) -> Found | None:
    """Return a numeral with its unit, or without one if it is certainly a number."""
    numeral = reading.numerals[at]
    read = measure(reading, numeral)
    if read is None:
        return None
    following = reading.numerals[at + 1] if at + 1 < len(reading.numerals) else None
    upper = _upper(reading, numeral, read, following)
    if upper is not None:
        read = replace(upper, value=_lower(numeral, read, upper, following))
    elif not _is_figure(reading, numeral, read):
        return None
    return _found(reading, numeral, read, upper)


def _is_figure(reading: Reading, numeral: Numeral, read: Measure) -> bool:
    """Return whether the numeral alone, outside a range, is a figure."""
    if numeral.style is Style.VAGUE:
        return read.unit is not None or numeral.value >= _LARGE
    if numeral.style is not Style.CHINESE or numeral.parts is not None:
        return numeral.style is not Style.MAGNITUDE
    if read.form is None:
        return bool(numeral.power) or read.more
    if reading.plain[numeral.start : numeral.end] == "一":
        is_number = read.more or read.form.unit.bare_one
        return is_number and not _is_bound_one(reading, numeral)
    return bool(numeral.value)  # 零部件, 零距离


def _is_bound_one(reading: Reading, numeral: Numeral) -> bool:
    """Return whether 一 is the end of a word: 统一, 同一, 每一, 这一."""
    return reading.before(numeral, 1) in set("统同唯专单任合进这那每某另第万第")


def _upper(
    reading: Reading, numeral: Numeral, low: Measure, following: Numeral | None
) -> Measure | None:
    """Return the upper end if the numeral starts a range: 6.5%－7%, 十五亿元到二十亿元."""
    separator = _SEPARATOR.match(reading.plain, low.end)
    if separator is None or following is None or following.start != separator.end():
        return None
    if numeral.style in {Style.MAGNITUDE, Style.VAGUE} or following.style is not numeral.style:
        return None
    if separator[0].strip() in {"到", "至"} and _SPAN_OF_TIME.search(reading.before(numeral, 14)):
        return None
    high = measure(reading, following)
    if high is None:
        return None
    if numeral.parts is not None and high.unit is None:
        high = replace(high, unit=low.unit)
    word = separator[0].strip() in {"到", "至"}
    if low.unit not in {None, high.unit} or (high.unit is None and word):
        return None
    return high if _lower(numeral, low, high, following) < high.value else None


def _lower(numeral: Numeral, low: Measure, high: Measure, following: Numeral | None) -> Decimal:
    """Return the lower end in the scale of the upper one: the 3 of 3—5万 is 30000."""
    if low.unit is not None:
        return low.value
    power = following.power if following and not numeral.power else 0
    form_power = high.form.scale.adjusted() if high.form else 0
    return shift(low.value, power + form_power)


def _found(reading: Reading, numeral: Numeral, read: Measure, upper: Measure | None) -> Found:
    is_rate = read.unit in _RATE
    is_vague = numeral.style is Style.VAGUE
    before = reading.before(numeral, 1)
    direction = direction_at(reading.plain, numeral.start, read.end, is_percent=is_rate)
    if read.unit == "doubling" or (read.unit == "times" and _BIGGER.search(before)):
        direction = Direction.UP
    return Found(
        start=numeral.start,
        end=read.end,
        text=reading.text[numeral.start : read.end],
        value=read.value,
        kind=kind_of(read.unit, direction),
        unit=read.unit,
        unit_text=read.unit_text.strip(),
        bound=Bound.ABOUT if is_vague else _bound(reading, numeral, read),
        upper=None if upper is None else upper.value,
        direction=direction,
        magnitude=is_vague,
    )


def _bound(reading: Reading, numeral: Numeral, read: Measure) -> Bound:
    before = reading.before(numeral, 8)
    if read.unit == "year" and (
        _PAST_YEARS.search(before) or _OF_PLAN.match(reading.plain, read.end)
    ):
        before = ""  # 近三年: the past three years; 超过五年计划: more than the plan asks
    bound = bound_before(before)
    if bound in {Bound.EXACT, Bound.ABOUT}:
        after = Bound.OVER if read.more else bound_after(reading.plain, read.end)
        return bound if after is Bound.EXACT else after
    return bound


def magnitude(reading: Reading, at: int) -> Found | None:
    """破千亿, 超亿美元, 千亿级, 每万: a multiplier without a digit.

    万, 百 and 千 alone are figures only after a bound; 千亿 and 万亿 always are. 每万 is the base
    of a rate: a name, which a translation still has to give.
    """
    numeral = reading.numerals[at]
    if numeral.style is not Style.MAGNITUDE:
        return None
    read = measure(reading, numeral)
    if read is None:
        return None
    before = reading.before(numeral, 8)
    if _IS_HEAD.search(before) and reading.plain[read.end : read.end + 1] in {"）", ")", "\t", ""}:
        return None  # （亿元） at the head of a table is a unit
    bound = bound_before(before, magnitude=True)
    is_level = reading.plain[numeral.end : numeral.end + 1] == "级"
    is_per = before.endswith("每")
    is_concrete = read.form is not None and read.form.unit.type in _CONCRETE
    is_long = numeral.end - numeral.start > 1
    if bound is Bound.EXACT and not (is_level or is_per or is_concrete or is_long):
        return None
    if bound is Bound.EXACT and not is_per:
        bound = bound_after(reading.plain, read.end)
        bound = Bound.ABOUT if bound is Bound.EXACT else bound
    end = read.end if read.form else numeral.end + is_level
    is_amount = is_concrete or (read.form is None and is_long and read.value >= _HUGE)
    return Found(
        start=numeral.start,
        end=end,
        text=reading.text[numeral.start : end],
        value=read.value,
        kind=Kind.NAME if is_per else Kind.AMOUNT if is_amount else Kind.COUNT,
        unit=read.unit,
        unit_text=read.unit_text,
        bound=bound,
        magnitude=True,
    )
