"""The grammar of Chinese figures: finds every number of a text, with its span and its meaning.

A text is scanned once (`reading`); then the rules are tried for every numeral in the order of
`RULES`, and the first that matches returns the number. An Arabic numeral always has a match, so
that no digit of a report is silently dropped. Source: docs/reference/figures.md.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from mingbai.figures.chinese import calendar, measures, names, numbering, ranks
from mingbai.figures.chinese.bounds import bound_length
from mingbai.figures.chinese.reading import Reading, read
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Style
from mingbai.figures.units import zh_pattern

NumeralRule = Callable[[Reading, int], Found | None]
"""Takes a reading and the index of a numeral; returns the number found, or None."""

RULES: tuple[NumeralRule, ...] = (
    calendar.date,
    calendar.clock,
    numbering.list_mark,
    numbering.page_number,
    numbering.of_label,
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
    numbering.in_brackets,
    names.of_route_or_version,
    names.hotline,
    names.of_sum,
    names.version,
    calendar.bare_year,
    measures.magnitude,
    measures.measured,
)

_AND = re.compile("[、，]?(?:和|与|及|以及|或)?[ ]?")
_DISTRIBUTED = {Kind.SHARE: Kind.CHANGE}


def find(text: str) -> tuple[Found, ...]:
    """Return every number of a text, in order; they never overlap.

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
        if numeral.start < end < numeral.end:  # PM_2 5: its digits continue after a space
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
    """Return whether the numeral is part of an ordinary word, unless a longer unit follows it.

    千斤 is part of an idiom, but 十分钟 means ten minutes, although 十分 is an ordinary word.
    """
    word = reading.idioms.get(at)
    numeral = reading.numerals[at]
    if word is None or numeral.style is Style.ARABIC:
        return False
    unit = zh_pattern().match(reading.plain, numeral.end)
    return numeral.end <= word.end and (unit is None or unit.end() <= word.end)


def _merged(found: list[Found], spoken: tuple[Found, ...]) -> tuple[Found, ...]:
    """Add the numbers without a numeral that overlap no other number."""
    taken = {position for one in found for position in range(one.start, one.end)}
    free = [one for one in spoken if not taken.intersection(range(one.start, one.end))]
    return tuple(sorted([*found, *free], key=lambda one: one.start))


def _distributed(reading: Reading, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give every number in a list the direction of the first: 分别下降3.4%、11.8%和8.9%."""
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
