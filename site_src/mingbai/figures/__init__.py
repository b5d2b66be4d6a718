"""Figures: found in any text, Chinese or English, and said in both languages.

`find` and `find_en` take a text and give spans; `say_zh` and `say_en` take a `Quantity` and give
words; `compare` holds a Chinese paragraph against its English. Source: docs/figures.md.
"""

from mingbai.figures.chinese import find
from mingbai.figures.compare import Difference, Mismatch, compare
from mingbai.figures.english import find_en
from mingbai.figures.listing import decimal_string, find_report
from mingbai.figures.model import Bound, Direction, Found, Kind, ListedNumber, Quantity
from mingbai.figures.say import say_change_en, say_change_zh, say_en, say_zh
from mingbai.figures.units import is_counted, same_unit

__all__ = [
    "Bound",
    "Difference",
    "Direction",
    "Found",
    "Kind",
    "ListedNumber",
    "Mismatch",
    "Quantity",
    "compare",
    "decimal_string",
    "find",
    "find_en",
    "find_report",
    "is_counted",
    "same_unit",
    "say_change_en",
    "say_change_zh",
    "say_en",
    "say_zh",
]
