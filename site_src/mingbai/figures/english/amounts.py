"""Amounts: numbers with a unit before or after them, conversions in brackets, and ranges."""

import re
from decimal import Decimal

from mingbai.figures.english.context import bound_of, direction_of
from mingbai.figures.english.tokens import AMOUNT, SCALE, Occupied, amount_of, unit_after
from mingbai.figures.english.words import SCALES
from mingbai.figures.kinds import kind_of
from mingbai.figures.model import Bound, Found
from mingbai.figures.numerals import shift
from mingbai.figures.units import UnitType, en_forms, en_signs, units

_RANGE = re.compile(r"\s?(?:[–—-]|to|and)\s?")
_BETWEEN = re.compile(r"(?:between|from)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_SCALE_WORD = re.compile(SCALE, re.IGNORECASE)
_AGED = re.compile(r"\baged?\s+(?:over\s+|at least\s+)?$", re.IGNORECASE)
_GLOSS = re.compile(r"\s?\((?:about |approximately |or )?")
_GLOSS_TOLERANCE = Decimal("0.01")


def amounts(text: str, lower: str, occupied: Occupied) -> list[Found]:
    """Return all remaining numbers with their units; the two ends of a range are joined."""
    found: list[Found] = []
    for match in AMOUNT.finditer(text):
        if found and match.start() < found[-1].end:
            continue  # the conversion in brackets
        if not occupied.is_free(*match.span()):
            continue
        if match[0].lower() == "one" and not _is_unit(lower, match):
            continue  # "one of", "one after another"
        found.append(_amount(text, lower, match, occupied))
    return _ranged(text, found)


def _is_unit(lower: str, match: re.Match[str]) -> bool:
    """Return whether "one" has a unit (one mu, one percentage point), unlike "one household"."""
    unit = unit_after(lower, match.end())
    type_ = en_forms()[unit[0]].unit.type if unit else UnitType.COUNTED
    return type_ not in {UnitType.COUNTED, UnitType.TIME}


def _amount(text: str, lower: str, match: re.Match[str], occupied: Occupied) -> Found:
    value = amount_of(match)
    start, end = match.span()
    unit: str | None = None
    unit_text = ""
    if match["sign"]:
        sign = next(sign for sign in en_signs() if sign.lower() == match["sign"].lower())
        unit, unit_text = en_signs()[sign].code, match["sign"]
    elif (form := unit_after(lower, end)) and occupied.is_free(*form.span()):
        unit, unit_text, end = en_forms()[form[0]].unit.code, form[0], form.end()
    elif _AGED.search(lower[max(0, start - 16) : start]):
        unit = "age"
    bound = bound_of(lower, start, end)
    glossed = _glossed(text, lower, unit, value, end)
    end = glossed if occupied.is_free(end, glossed) else end
    if bound is Bound.EXACT:
        bound = bound_of(lower, start, end)
    direction = direction_of(lower, start, end)
    return Found(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        kind=kind_of(unit, direction),
        unit=unit,
        unit_text=unit_text,
        bound=bound,
        direction=direction,
    )


def _glossed(text: str, lower: str, unit: str | None, value: Decimal, end: int) -> int:
    """Return the end after a conversion in brackets: 149,000 mu (about 9,933 hectares)."""
    opening = _GLOSS.match(text, end)
    known = units().get(unit or "")
    if opening is None or known is None or not known.gloss:
        return end
    amount = AMOUNT.match(text, opening.end())
    form = amount and unit_after(lower, amount.end())
    if not amount or not form or text[form.end() : form.end() + 1] != ")":
        return end
    said = amount_of(amount)
    for gloss in known.gloss:
        exact = value * gloss.multiply / gloss.divide
        if (
            en_forms()[form[0]].unit.code == gloss.unit
            and abs(said - exact) <= exact * _GLOSS_TOLERANCE
        ):
            return form.end() + 1
    return end


def _ranged(text: str, found: list[Found]) -> list[Found]:
    """Join 6.5% to 7% and 6.5–7%: two numbers of one unit with a dash or "to" between."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and last.upper is None and _is_range(text, last, one):
            unit = one.unit or last.unit
            direction = last.direction or one.direction
            joined[-1] = Found(
                start=last.start,
                end=one.end,
                text=text[last.start : one.end],
                value=_low(text, last, one),
                kind=kind_of(unit, direction),
                unit=unit,
                unit_text=one.unit_text or last.unit_text,
                bound=last.bound,
                upper=one.value,
                direction=direction,
            )
        else:
            joined.append(one)
    return joined


def _low(text: str, last: Found, one: Found) -> Decimal:
    """Return the lower end in the scale of the upper one: the 1.5 of 1.5 to 2 billion."""
    if last.unit is not None and one.unit is not None:
        return last.value  # RMB 1 to RMB 2 billion: each end is complete
    upper = _SCALE_WORD.search(one.text)
    if upper is None or _SCALE_WORD.search(text, last.start, last.end):
        return last.value
    power = SCALES[upper[0].lower()]
    return shift(last.value, power) if last.value < shift(Decimal(1), power) else last.value


def _is_range(text: str, last: Found, one: Found) -> bool:
    between = _RANGE.fullmatch(text, last.end, one.start)
    if between is None or not (one.unit is None or last.unit in {None, one.unit}):
        return False
    before = text[max(0, last.start - 9) : last.start]
    word = between[0].strip().lower()
    if (word == "and" and not _BETWEEN.search(before)) or (word == "to" and _FROM.search(before)):
        return False
    is_money = last.unit is None or units()[last.unit].type is UnitType.CURRENCY
    return (one.unit is not None or is_money) and _low(text, last, one) < one.value
