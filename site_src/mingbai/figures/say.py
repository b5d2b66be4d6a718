"""Writes a quantity in Chinese and in English, with every digit of its `Decimal`.

Babel formats the digits. This module adds multipliers, bounds and units, because CLDR rounds with
亿 and has neither 亩 nor bounds. `find` and `find_en` read the results back.
Source: docs/reference/figures.md, "Saying".
"""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from mingbai.figures.english.words import MONTHS, ordinal
from mingbai.figures.model import Bound, Direction, Kind, Quantity
from mingbai.figures.numerals import shift
from mingbai.figures.units import FRACTION, Unit, UnitType, units

_ZH_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_EN_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_ZH_BOUNDS = {
    Bound.EXACT: "{}",
    Bound.ABOUT: "{}左右",
    Bound.AT_LEAST: "{}以上",
    Bound.AT_MOST: "{}以内",
    Bound.OVER: "超过{}",
    Bound.UNDER: "不到{}",
    Bound.NEARLY: "将近{}",
}
_EN_BOUNDS = {
    Bound.EXACT: "{}",
    Bound.ABOUT: "about {}",
    Bound.AT_LEAST: "at least {}",
    Bound.AT_MOST: "no more than {}",
    Bound.OVER: "over {}",
    Bound.UNDER: "under {}",
    Bound.NEARLY: "nearly {}",
}
_ZH_DIGITS = "零一二三四五六七八九"
_EN_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh",
             8: "eighth", 9: "ninth", 10: "tenth"}  # fmt: skip
_UNSCALED = {UnitType.RATIO, UnitType.TIME, UnitType.AGE}
_GLOSS_DIGITS = 4
_TENS = 10
_HUNDRED = 100


def say_zh(quantity: Quantity, *, noun: str = "", scope: str = "") -> str:
    """Return the quantity in Chinese.

    Args:
        quantity: the quantity; its direction is ignored, see `say_change_zh`.
        noun: the report's measure word, used instead of the unit's own (个 for item).
        scope: for a rank, the group that is ranked: 全省.

    >>> say_zh(Quantity(Decimal("706250000000"), "CNY"))
    '7062.5亿元'
    >>> say_zh(Quantity(Decimal("1600000"), "CNY", Bound.AT_LEAST))
    '160万元以上'
    >>> say_zh(Quantity(Decimal(3), kind=Kind.RANK), scope="全省")
    '全省第三'
    """
    if quantity.kind in {Kind.RANK, Kind.ORDINAL} and quantity.unit in {None, "month", "day"}:
        return _place_zh(quantity, scope)
    if quantity.kind is Kind.YEAR:
        return _year_zh(quantity)
    if quantity.unit and FRACTION.fullmatch(quantity.unit):
        parts = chinese_digits(Decimal(quantity.unit.partition("/")[2]))
        return _ZH_BOUNDS[quantity.bound].format(f"{parts}分之{chinese_digits(quantity.value)}")
    unit = units().get(quantity.unit or "")
    word = noun or (unit.zh[0] if unit else "")
    if quantity.unit == "doubling":
        times = "两" if quantity.value == len("两番") else chinese_digits(quantity.value)
        return f"翻{times}{word}"
    said = f"{_number_zh(quantity.value, unit)}{word}"
    if quantity.upper is not None:
        said = f"{said}—{_number_zh(quantity.upper, unit)}{word}"
    return _ZH_BOUNDS[quantity.bound].format(said)


def say_en(quantity: Quantity, *, noun: str = "", scope: str = "") -> str:
    """Return the quantity in English, with a conversion for units that are used only in China.

    Args:
        quantity: the quantity; its direction is ignored, see `say_change_en`.
        noun: the counted noun in the plural, used instead of the unit's own (communities).
        scope: for a rank, the group that is ranked: in the province.

    >>> say_en(Quantity(Decimal("706250000000"), "CNY"))
    'RMB 706.25 billion'
    >>> say_en(Quantity(Decimal("149000"), "mu"))
    '149,000 mu (about 9,933 hectares)'
    >>> say_en(Quantity(Decimal(3), kind=Kind.RANK), scope="in the province")
    'third in the province'
    """
    if quantity.kind in {Kind.RANK, Kind.ORDINAL} and quantity.unit in {None, "month", "day"}:
        return _place_en(quantity, scope)
    if quantity.kind is Kind.YEAR:
        return _year_en(quantity)
    if quantity.unit and FRACTION.fullmatch(quantity.unit):
        return _EN_BOUNDS[quantity.bound].format(_part_en(quantity))
    if quantity.unit == "doubling" and quantity.value in {1, 2}:
        return "doubled" if quantity.value == 1 else "quadrupled"
    unit = units().get(quantity.unit or "")
    said = _measured_en(quantity.value, unit, noun)
    if quantity.upper is not None:
        said = f"{said} to {_measured_en(quantity.upper, unit, noun)}"
    elif unit is not None:
        said += _gloss(quantity.value, unit)
    return _EN_BOUNDS[quantity.bound].format(said)


def say_change_zh(quantity: Quantity, *, noun: str = "") -> str:
    """Return a change in Chinese, with a word for its direction.

    >>> say_change_zh(Quantity(Decimal("6.3"), "percent", direction=Direction.UP))
    '增长6.3%'
    """
    if quantity.unit == "doubling":
        return say_zh(quantity, noun=noun)
    is_points = quantity.unit == "percentage_points"
    up, down = ("提高", "降低") if is_points else ("增长", "下降")
    word = {Direction.UP: up, Direction.DOWN: down, None: ""}[quantity.direction]
    return f"{word}{say_zh(quantity, noun=noun)}"


def say_change_en(quantity: Quantity, *, noun: str = "") -> str:
    """Return a change in English, with a word for its direction.

    >>> say_change_en(Quantity(Decimal("15.6"), "percent", direction=Direction.DOWN))
    'down 15.6%'
    """
    if quantity.unit == "doubling":
        return say_en(quantity, noun=noun)
    word = {Direction.UP: "up ", Direction.DOWN: "down ", None: ""}[quantity.direction]
    return f"{word}{say_en(quantity, noun=noun)}"


def chinese_digits(value: Decimal) -> str:
    """Return a whole number up to 99 in Chinese numerals, any other number in digits.

    >>> chinese_digits(Decimal(3)), chinese_digits(Decimal(20)), chinese_digits(Decimal(75))
    ('三', '二十', '七十五')
    """
    if value != value.to_integral_value() or not 0 < value < _HUNDRED:
        return _digits(value)
    tens, ones = divmod(int(value), _TENS)
    leading = "" if tens == 0 else f"{_ZH_DIGITS[tens] if tens > 1 else ''}十"
    return leading + (_ZH_DIGITS[ones] if ones else "")


def _place_zh(quantity: Quantity, scope: str) -> str:
    if quantity.unit in {"month", "day"}:
        return f"{_digits(quantity.value)}{'月' if quantity.unit == 'month' else '日'}"
    mark = "前" if quantity.bound is Bound.AT_MOST else "第"
    said = chinese_digits(quantity.value) if quantity.value <= _TENS else _digits(quantity.value)
    is_place = quantity.kind is Kind.RANK and (not scope or quantity.value > _TENS)
    return f"{scope}{mark}{said}{'位' if is_place else ''}"


def _place_en(quantity: Quantity, scope: str) -> str:
    value = int(quantity.value)
    if quantity.unit == "month":
        return MONTHS[value - 1]
    if quantity.bound is Bound.AT_MOST:
        said = f"top {_digits(quantity.value, group=True)}"
        return f"{said} {scope}".rstrip()
    if quantity.kind is Kind.RANK and not scope:
        return f"{ordinal(value)} place"
    return f"{ordinal(value)} {scope}".rstrip()


def _year_zh(quantity: Quantity) -> str:
    if quantity.unit == "decade":
        return f"{_digits(quantity.value)}年代"
    upper = "" if quantity.upper is None else f"—{_digits(quantity.upper)}"
    return f"{_digits(quantity.value)}{upper}年"


def _year_en(quantity: Quantity) -> str:
    if quantity.unit == "decade":
        return f"{_digits(quantity.value)}s"
    upper = "" if quantity.upper is None else f"–{_digits(quantity.upper)}"
    return f"{_digits(quantity.value)}{upper}"


def _part_en(quantity: Quantity) -> str:
    parts = int((quantity.unit or "").partition("/")[2])
    if parts not in _EN_PARTS:
        return f"{_digits(quantity.value)}/{parts}"
    if parts == len("½½") and quantity.value == 1:
        return "half"
    count = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven",
             8: "eight", 9: "nine"}[int(quantity.value)]  # fmt: skip
    return f"{count} {_EN_PARTS[parts]}{'s' if quantity.value > 1 else ''}"


def _number_zh(value: Decimal, unit: Unit | None) -> str:
    """Return the digits with the largest possible multiplier: 7062.5亿."""
    if unit is None or unit.type not in _UNSCALED:
        for power, word in _ZH_SCALES:
            if value >= shift(Decimal(1), power):
                return f"{_digits(shift(value, -power))}{word}"
    return _digits(value)


def _number_en(value: Decimal, unit: Unit | None) -> str:
    """Return the digits with a multiplier (706.25 billion), or with commas below a million."""
    if unit is None or unit.type not in _UNSCALED:
        for power, word in _EN_SCALES:
            if value >= shift(Decimal(1), power):
                return f"{_digits(shift(value, -power), group=True)} {word}"
    return _digits(value, group=True)


def _measured_en(value: Decimal, unit: Unit | None, noun: str = "") -> str:
    number = _number_en(value, unit)
    if unit is None or noun:
        return f"{number} {noun}".rstrip()
    if unit.prefix:
        space = " " if unit.prefix.isalpha() else ""
        return f"{unit.prefix}{space}{number}"
    word = unit.en.one if number == "1" else unit.en.other
    return f"{number}{word}" if unit.attached else f"{number} {word}"


def _gloss(value: Decimal, unit: Unit) -> str:
    """Return the conversion in brackets, with "about" if it is rounded."""
    for gloss in unit.gloss:
        exact = value * gloss.multiply / gloss.divide
        if exact >= 1:
            step = Decimal(1).scaleb(exact.adjusted() - _GLOSS_DIGITS + 1)
            rounded = exact.quantize(step, ROUND_HALF_UP) if exact != exact.to_integral() else exact
            is_exact = rounded * gloss.divide == value * gloss.multiply
            said = _measured_en(_trimmed(rounded), units()[gloss.unit])
            return f" ({said})" if is_exact else f" (about {said})"
    return ""


def _trimmed(value: Decimal) -> Decimal:
    """Return the value without zeros after the point, and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def _digits(value: Decimal, *, group: bool = False) -> str:
    """Return every digit of the value; Babel writes them the same for English and Chinese."""
    exponent = int(value.as_tuple().exponent)
    pattern = "#,##0" + ("." + "0" * -exponent if exponent < 0 else "")
    return format_decimal(
        value, format=pattern, locale="en", decimal_quantization=False, group_separator=group
    )
