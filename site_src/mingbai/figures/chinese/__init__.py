"""The grammar of Chinese figures: every number of a text, each with its place and its meaning.

A text is read once (`reading`), then every numeral is shown to the rules in the order of `RULES`;
the first that knows it takes it, with all that belongs to it. An Arabic numeral is always taken, so
that no digit of a report is dropped in silence. Source: docs/reference/figures.md.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from mingbai.figures.chinese import calendar, measures, names, ranks
from mingbai.figures.chinese.bounds import bound_length
from mingbai.figures.chinese.reading import Reading, read
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Style
from mingbai.figures.units import zh_pattern

Rule = Callable[[Reading, int], Found | None]
"""Takes a reading and the index of a numeral; returns what it knows of it, or None."""

RULES: tuple[Rule, ...] = (
    names.in_latin_word,
    names.in_title,
    names.in_quoted_term,
    names.in_fixed_name,
    calendar.year,
    calendar.decade,
    calendar.century,
    calendar.quarter,
    calendar.months,
    calendar.month,
    calendar.day,
    ranks.record,
    ranks.numbered,
    ranks.top,
    ranks.placed,
    ranks.session,
    ranks.grade,
    ranks.in_brackets,
    names.of_route_or_version,
    measures.magnitude,
    measures.measured,
)

_AND = re.compile("[、，]?(?:和|与|及|以及|或)?[ ]?")
_DISTRIBUTED = {Kind.SHARE: Kind.CHANGE}


def find(text: str) -> tuple[Found, ...]:
    """Return every number of a text, in order, none overlapping another.

    >>> for found in find("全市实现地区生产总值7062.5亿元、增长6.3%，均保持全省第三"):
    ...     print(found.text, found.value, found.unit, found.kind.value, found.direction)
    7062.5亿元 706250000000 CNY amount None
    6.3% 6.3 percent change up
    第三 3 None rank None
    """
    reading = read(text)
    found: list[Found] = []
    end = 0
    for at, numeral in enumerate(reading.numerals):
        if numeral.start < end < numeral.end:  # PM_2 5: its digits go on after a blank
            last = found.pop()
            end = numeral.end
            found.append(replace(last, end=end, text=text[last.start : end]))
        if numeral.start < end or _is_idiom(reading, at):
            continue
        known = _first_rule(reading, at)
        if known is not None and known.start >= end:
            found.append(known)
            end = known.end
    return _distributed(reading, _merged(found, ranks.first_in_words(reading)))


def _first_rule(reading: Reading, at: int) -> Found | None:
    return next((known for rule in RULES if (known := rule(reading, at)) is not None), None)


def _is_idiom(reading: Reading, at: int) -> bool:
    """Return whether the numeral is part of a plain word; a longer unit speaks against it.

    千斤 is an idiom's, but 十分钟 are ten minutes, though 十分 is a plain word.
    """
    word = reading.idioms.get(at)
    numeral = reading.numerals[at]
    if word is None or numeral.style is Style.ARABIC:
        return False
    unit = zh_pattern().match(reading.plain, numeral.end)
    return numeral.end <= word.end and (unit is None or unit.end() <= word.end)


def _merged(found: list[Found], spoken: tuple[Found, ...]) -> tuple[Found, ...]:
    """Put what is said without a numeral among the rest, where it overlaps none."""
    taken = {position for one in found for position in range(one.start, one.end)}
    free = [one for one in spoken if not taken.intersection(range(one.start, one.end))]
    return tuple(sorted([*found, *free], key=lambda one: one.start))


def _distributed(reading: Reading, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Hand a direction on along a list: 分别下降3.4%、11.8%和8.9% are three falls."""
    handed: list[Found] = []
    for one in found:
        last = handed[-1] if handed else None
        if last is not None and last.direction and not one.direction and last.unit == one.unit:
            begin = last.end + bound_length(reading.plain, last.end)
            if _AND.fullmatch(reading.plain, begin, max(begin, one.start)):
                kind = _DISTRIBUTED.get(one.kind, one.kind)
                one = replace(one, direction=last.direction, kind=kind)  # noqa: PLW2901
        handed.append(one)
    return tuple(handed)
