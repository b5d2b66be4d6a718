"""Reads the English words around a number: its bound, its direction, whether it is a rank.

Source: docs/reference/figures.md, "English".
"""

import re

from mingbai.figures.model import Bound, Direction

WINDOW = 64
"""Number of characters searched before a number."""

_LIGHT = r"(?:\s+(?:a|an|the|total|of|by|figure))*\s*$"
_BEFORE = tuple(
    (re.compile(rf"\b(?:{'|'.join(phrases)}){_LIGHT}"), bound)
    for bound, phrases in (
        (
            Bound.AT_LEAST,
            ("at least", "(?:no|not) (?:less|fewer|lower) than", "a minimum of", "not below"),
        ),
        (
            Bound.AT_MOST,
            (
                "up to",
                "at most",
                "(?:no|not) (?:more|higher|greater) than",
                "within",
                "not exceed(?:ing)?",
                "a maximum of",
                "capped at",
                "not above",
            ),
        ),
        (Bound.NEARLY, ("nearly", "almost", "close to", "approaching", "just under")),
        (Bound.UNDER, ("under", "below", "less than", "fewer than", "short of")),
        (
            Bound.OVER,
            (
                "over",
                "more than",
                "exceed(?:s|ed|ing)?",
                "above",
                "in excess of",
                "surpass(?:es|ed|ing)?",
                "topp(?:ed|ing)",
                "greater than",
                "higher than",
                "beyond",
            ),
        ),
        (Bound.ABOUT, ("about", "around", "approximately", "roughly", "some")),
    )
)
_AFTER = tuple(
    (re.compile(rf"(?:\s+[a-z-]+){{0,3}}?\s*(?:{words})(?![a-z])"), bound)
    for words, bound in (
        (r"(?:or|and) (?:more|above|higher|over|older|upwards?|up)", Bound.AT_LEAST),
        ("(?:or|and) (?:less|below|lower|under|fewer|younger)", Bound.AT_MOST),
        ("or so", Bound.ABOUT),
    )
)
_BETWEEN = (
    "at least|no less than|no more than|up to|at most|nearly|almost|close to|under|below|less than"
    "|fewer than|over|more than|above|about|around|approximately|roughly|some|a|an|the|by|of"
    "|another|annual|average|total|further|respectively|year on year|year-on-year|rate|was|is|were"
    "|in the range|between|target|from"
)
"""Words allowed between a verb of change and its number; not "to": "rose to 5%" is a level."""
_UP = (
    "gr[eo]w(?:s|n|ing)?|growth|rose|ris(?:e|es|en|ing)|increas(?:e|es|ed|ing)|up|climb(?:ed|s)?"
    "|expand(?:s|ed|ing)?|gain(?:s|ed)?|jump(?:s|ed)?|surg(?:e|es|ed)|raised|improved"
)
_DOWN = (
    "fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    "|reduc(?:e|es|ed|ing|tion)|down|lower(?:s|ed|ing)?|cut|shrank|slid"
)
_CHANGES = tuple(
    (re.compile(rf"\b(?:{words})(?:,?\s+(?:{_BETWEEN}))*\s*$"), direction)
    for words, direction in ((_UP, Direction.UP), (_DOWN, Direction.DOWN))
)
_AFTERWARDS = (
    (re.compile(r"[\s-]+(?:annual |year-on-year )?(?:growth|increase|rise|gain)\b"), Direction.UP),
    (
        re.compile(r"[\s-]+(?:annual |year-on-year )?(?:declin|decreas|drop|fall|reduc|cut)"),
        Direction.DOWN,
    ),
)
_IDIOM_UP_TO = re.compile(r"up to$")
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:e|es|ed|ing)|stood|came|remain(?:s|ed)?|finish(?:ed)?|stay(?:ed)?"
    r"|No\.|number)\b[^.;]{0,24}$"
)
_RANK_AFTER = re.compile(
    r"\s+(?:in|among|nationwide|nationally|province-?wide|place|overall|worldwide|of all)\b"
)


def bound_of(lower: str, start: int, end: int) -> Bound:
    """Return the bound of the number at this position of a lower-case text.

    >>> bound_of("at least 6%", 9, 11).value, bound_of("80 or more", 0, 2).value
    ('at_least', 'at_least')
    """
    before = lower[max(0, start - WINDOW) : start]
    for pattern, bound in _BEFORE:
        if pattern.search(before):
            return bound
    for pattern, bound in _AFTER:
        if pattern.match(lower, end):
            return bound
    return Bound.EXACT


def direction_of(lower: str, start: int, end: int) -> Direction | None:
    """Return the direction of the change that a number in a lower-case text states, if any.

    >>> direction_of("grew by 6.3%", 8, 12).value, direction_of("rose to 60%", 8, 11)
    ('up', None)
    """
    before = lower[max(0, start - WINDOW) : start]
    if _IDIOM_UP_TO.search(before.rstrip()):
        before = before.rstrip()[: -len("up to")]
    for pattern, direction in _CHANGES:
        if pattern.search(before):
            return direction
    for pattern, direction in _AFTERWARDS:
        if pattern.match(lower, end):
            return direction
    return None


def is_rank(text: str, start: int, end: int) -> bool:
    """Return whether an ordinal at this position is a place in a ranking.

    >>> is_rank("third in the province", 0, 5), is_rank("the third year", 4, 9)
    (True, False)
    """
    before = text[max(0, start - WINDOW) : start]
    return bool(_RANK_BEFORE.search(before) or _RANK_AFTER.match(text, end))
