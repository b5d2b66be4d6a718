"""English number words: one to ninety-nine, ordinals, multipliers, parts, months.

Source: docs/reference/figures.md, "English".
"""

from decimal import Decimal

from mingbai.figures.numerals import shift

_SMALL = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = (
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_ORDINALS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENTHS = (
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
)
_FIRST_TENS = 20

SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""Multipliers by their power of ten."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Denominators of fractions: two thirds."""

CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_SMALL)}
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS) if value}
for _index, (_ten, _tenth) in enumerate(zip(_TENS, _TENTHS, strict=True)):
    _value = _FIRST_TENS + 10 * _index
    CARDINALS[_ten] = _value
    ORDINALS[_tenth] = _value
    for _unit in range(1, 10):
        CARDINALS[f"{_ten}-{_SMALL[_unit]}"] = _value + _unit
        ORDINALS[f"{_ten}-{_ORDINALS[_unit]}"] = _value + _unit


def alternatives(words: dict[str, int]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def ordinal(value: int) -> str:
    """Return an ordinal: in words up to twelfth, then in digits.

    >>> ordinal(3), ordinal(21), ordinal(112), ordinal(75)
    ('third', '21st', '112th', '75th')
    """
    last_word = 12
    if 1 <= value <= last_word:
        return _ORDINALS[value]
    if value % 100 in {11, 12, 13}:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def scaled(digits: str, scale: str | None) -> Decimal:
    """Return the value of digits or a number word, times its multiplier.

    >>> scaled("706.25", "billion"), scaled("twelve", None), scaled("9,933", None)
    (Decimal('706250000000'), Decimal('12'), Decimal('9933'))
    """
    plain = digits.lower().replace(",", "")
    value = Decimal(CARDINALS[plain]) if plain in CARDINALS else Decimal(plain)
    return shift(value, SCALES[scale.lower()] if scale else 0)
