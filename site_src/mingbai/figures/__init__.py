"""Figures: finds numbers in Chinese and English text, and writes them in both languages.

`find` and `find_en` return the numbers of a text with their spans; `say_zh` and `say_en` write a
`Quantity` as text; `compare` compares the numbers of a Chinese paragraph with those of its English.
Source: docs/reference/figures.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mingbai.figures.chinese import find
from mingbai.figures.listing import decimal_string, find_report
from mingbai.figures.model import Bound, Direction, Found, Kind, ListedNumber, Quantity
from mingbai.figures.say import say_change_en, say_change_zh, say_en, say_zh
from mingbai.figures.units import is_counted, same_unit

if TYPE_CHECKING:
    from mingbai.figures.comparison import Difference, Mismatch, compare
    from mingbai.figures.english.find import find_en

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
_LATER = {
    "Difference": "mingbai.figures.comparison",
    "Mismatch": "mingbai.figures.comparison",
    "compare": "mingbai.figures.comparison",
    "find_en": "mingbai.figures.english.find",
}
"""Names that a build of the site does not need are imported on first use (PEP 562)."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 (the name may be anything)
    """Import and return a name of `_LATER`."""
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
