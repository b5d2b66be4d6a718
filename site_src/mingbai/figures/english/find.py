"""Finds the numbers of an English text, as far as translations of reports need it.

It reads what `say_en` and translators write: digits and number words, currencies before and after
a number, multipliers, units of units.yml, bounds, ranges, ranks, dates and fractions.
`mingbai.figures.comparison` uses it to compare a translation with the Chinese.
Source: docs/reference/figures.md, "English".
"""

import re
from collections.abc import Callable
from dataclasses import replace

from mingbai.figures.english.amounts import amounts
from mingbai.figures.english.labels import calendar, names
from mingbai.figures.english.places import magnitudes, multiples, parts, ranks
from mingbai.figures.english.tokens import Occupied
from mingbai.figures.kinds import kind_of
from mingbai.figures.model import Found

TextRule = Callable[[str, str], list[Found]]
"""Takes a text and its lower-case copy; returns the numbers that it finds."""

RULES: tuple[TextRule, ...] = (names, calendar, ranks, multiples, parts, magnitudes)
"""Earlier rules take precedence: later numbers never overlap theirs; `amounts` comes last."""

_AND = re.compile(r",?\s*(?:and|or)?\s*")


def find_en(text: str) -> tuple[Found, ...]:
    """Return every number of an English text, in order; they never overlap.

    >>> for found in find_en("GDP was RMB 706.25 billion, up 6.3%, third in the province."):
    ...     print(found.text, found.value, found.unit, found.kind.value, found.direction)
    RMB 706.25 billion 706250000000 CNY amount None
    6.3% 6.3 percent change up
    third 3 None rank None
    """
    lower = text.lower()
    occupied = Occupied()
    found = [one for rule in RULES for one in rule(text, lower) if occupied.take(one)]
    found += amounts(text, lower, occupied)
    return _distributed(text, sorted(found, key=lambda one: one.start))


def _distributed(text: str, found: list[Found]) -> tuple[Found, ...]:
    """Give every number in a list the direction of the first: fell 3.4%, 11.8% and 8.9%."""
    handed: list[Found] = []
    for one in found:
        last = handed[-1] if handed else None
        if (
            last is not None
            and last.direction
            and not one.direction
            and last.unit == one.unit
            and _AND.fullmatch(text, last.end, one.start)
        ):
            one = replace(one, direction=last.direction, kind=kind_of(one.unit, last.direction))  # noqa: PLW2901
        handed.append(one)
    return tuple(handed)
