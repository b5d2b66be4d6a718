"""The grammar of English figures, as far as the English of a report needs it.

It reads what `say_en` writes and what translators write: digits and number words, currencies
before and after, multipliers, units of units.yml, bounds, ranges, ranks, dates and parts. Its use
is to hold a translation against the Chinese (`mingbai.figures.comparison`).
Source: docs/reference/figures.md, "English".
"""

import re
from collections.abc import Callable
from dataclasses import replace

from mingbai.figures.english.amounts import amounts
from mingbai.figures.english.labels import calendar, names
from mingbai.figures.english.places import magnitudes, multiples, parts, ranks
from mingbai.figures.english.tokens import Held
from mingbai.figures.kinds import kind_of
from mingbai.figures.model import Found

Rule = Callable[[str, str], list[Found]]
"""Takes a text and its lower-case copy; returns what it knows of."""

RULES: tuple[Rule, ...] = (names, calendar, ranks, multiples, parts, magnitudes)
"""An earlier rule's number is never overlapped by a later one's; amounts take what is left."""

_AND = re.compile(r",?\s*(?:and|or)?\s*")


def find_en(text: str) -> tuple[Found, ...]:
    """Return every number of an English text, in order, none overlapping another.

    >>> for found in find_en("GDP was RMB 706.25 billion, up 6.3%, third in the province."):
    ...     print(found.text, found.value, found.unit, found.kind.value, found.direction)
    RMB 706.25 billion 706250000000 CNY amount None
    6.3% 6.3 percent change up
    third 3 None rank None
    """
    lower = text.lower()
    held = Held()
    found = [one for rule in RULES for one in rule(text, lower) if held.take(one)]
    found += amounts(text, lower, held)
    return _distributed(text, sorted(found, key=lambda one: one.start))


def _distributed(text: str, found: list[Found]) -> tuple[Found, ...]:
    """Hand a direction on along a list: fell 3.4%, 11.8% and 8.9%."""
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
