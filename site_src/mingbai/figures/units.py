"""The table of units: the meaning of each measure word, and how each language writes it.

The table is data (units.yml, words.yml); this module reads it once and finds units by code or form.
Source: docs/reference/figures.md, "Units".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from mingbai import datafile

_TABLE = Path(__file__).with_name("units.yml")
_WORDS = Path(__file__).with_name("words.yml")

FRACTION = re.compile("1/[1-9][0-9]*")
"""The code of a unit fraction: ``1/3``; the value is the number of thirds."""


class UnitType(StrEnum):
    """The type of a unit: what it measures."""

    CURRENCY = "currency"
    RATIO = "ratio"
    PHYSICAL = "physical"
    TIME = "time"
    AGE = "age"
    COUNTED = "counted"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Plural(_Model):
    """An English noun in the singular and the plural."""

    one: str
    other: str


class Gloss(_Model):
    """A conversion written after the English number; its factor is an exact fraction."""

    unit: str
    multiply: Decimal = Decimal(1)
    divide: Decimal = Decimal(1)


class Unit(_Model):
    """One row of the table; see the comment at the top of units.yml."""

    code: str
    type: UnitType
    zh: tuple[str, ...]
    scale: dict[str, Decimal] = {}
    en: Plural
    also: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    prefix: str = ""
    attached: bool = False
    bare_one: bool = False
    cldr: str = ""
    gloss: tuple[Gloss, ...] = ()


class ExcludedWords(_Model):
    """Words in which a numeral is not a figure; see the comment at the top of words.yml."""

    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a unit."""

    unit: Unit
    scale: Decimal
    """Factor from this form to the unit, a power of ten: 0.1 for 角, 10 for 成."""


@cache
def units() -> dict[str, Unit]:
    """Return all units by code."""
    rows = datafile.read_models(_TABLE, Unit)
    return {unit.code: unit for unit, _ in rows}


@cache
def excluded_words() -> ExcludedWords:
    """Return the words in which a numeral is not a figure."""
    return datafile.read_model(_WORDS, ExcludedWords)


@cache
def zh_forms() -> dict[str, Form]:
    """Return every Chinese form of every unit."""
    return dict(_zh_forms())


def _zh_forms() -> Iterator[tuple[str, Form]]:
    for unit in units().values():
        for text in unit.zh:
            yield text, Form(unit, Decimal(1))
        for text, scale in unit.scale.items():
            yield text, Form(unit, scale)


def zh_forms_at(plain: str, position: int) -> Iterator[str]:
    """Yield every Chinese form at a position of a text, the longest first.

    >>> list(zh_forms_at("两个市场", 1))
    ['个市', '个']
    """
    longest = max(map(len, zh_forms()))
    for length in range(longest, 0, -1):
        text = plain[position : position + length]
        if len(text) == length and text in zh_forms():
            yield text


@cache
def zh_pattern() -> re.Pattern[str]:
    """Return a pattern that matches the longest Chinese form at a position."""
    return any_of(zh_forms())


@cache
def en_forms() -> dict[str, Form]:
    """Return every English form of every unit that follows a number, in lower case."""
    return {
        text.lower(): Form(unit, Decimal(1))
        for unit in units().values()
        for text in (unit.en.one, unit.en.other, *unit.also)
        if text != "time"  # "for the first time" measures nothing
    }


@cache
def en_pattern() -> re.Pattern[str]:
    """Return a pattern that matches the longest English form at a position of a lower-case text."""
    return re.compile(f"(?:{any_of(en_forms()).pattern})(?![a-z])")


@cache
def en_signs() -> dict[str, Unit]:
    """Return every currency sign that precedes an English number: RMB, US$."""
    return {sign: unit for unit in units().values() for sign in unit.signs}


def any_of(texts: Iterator[str] | dict[str, Form] | tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the texts, the longest first."""
    return re.compile("|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True)))


def is_counted(code: str | None) -> bool:
    """Return whether the unit is a measure word for things: 个, 家, 所.

    >>> is_counted("firm"), is_counted("CNY"), is_counted("1/3"), is_counted(None)
    (True, False, False, False)
    """
    unit = units().get(code or "")
    return unit is not None and unit.type is UnitType.COUNTED


def same_unit(a: str | None, b: str | None) -> bool:
    """Return whether two codes may mean the same unit.

    Measure words are ambiguous (个 is an item, a county, a school place), so all counted units
    match each other; a number without a unit (千亿级) matches any unit.

    >>> same_unit("firm", "item"), same_unit("CNY", "USD"), same_unit(None, "CNY")
    (True, False, True)
    """
    return a == b or a is None or b is None or (is_counted(a) and is_counted(b))
