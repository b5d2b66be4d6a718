"""Bounds: 超过, 以上, 左右 and similar words around a number.

Source: docs/reference/figures.md, "Bounds".
"""

import re

from mingbai.figures.model import Bound

WINDOW = 8
"""Number of characters searched before a number: the longest phrase and its filler."""

_FILLER = "(?:了|达到|达|到|为|有|在|占|的)?[ ]?$"
_BEFORE = tuple(
    (re.compile(f"(?:{words}){_FILLER}"), bound)
    for words, bound in (
        ("不低于|不少于|不小于|不得少于|不得低于|至少|最少", Bound.AT_LEAST),
        ("[跃迈站登踏跨攀]上", Bound.AT_LEAST),  # 迈上5万亿元台阶
        ("不超过|不高于|不多于|不大于|不得超过|至多|最多", Bound.AT_MOST),
        ("不到|不足|低于|少于|小于|未达到|未满", Bound.UNDER),
        ("将近|接近|几近|逼近|(?<![最附邻])近", Bound.NEARLY),
        ("超过|超出|突破|高于|多于|大于|逾|超|(?<!打)破", Bound.OVER),
        ("大约|大概|大致|大体|(?<![节公条制契预合])约", Bound.ABOUT),
    )
)
_AFTER = tuple(
    (re.compile(f"[ ]?(?:{words})"), bound)
    for words, bound in (
        ("及?以上", Bound.AT_LEAST),
        ("及?以下|以内|之内", Bound.AT_MOST),
        ("左右|上下", Bound.ABOUT),
        ("稍多|多(?![种样元方少次数])|强(?![调化])|有余", Bound.OVER),
    )
)
_REACHED = re.compile("(?:(?<!以)上|达|过)[ ]?$")


def bound_before(before: str, *, magnitude: bool = False) -> Bound:
    """Return the bound from the words before a number.

    >>> bound_before("所有村年经常性收入超过").value, bound_before("节约").value
    ('over', 'exact')
    """
    for pattern, bound in _BEFORE:
        if pattern.search(before[-WINDOW:]):
            return bound
    if magnitude and (reached := _REACHED.search(before)):
        return Bound.OVER if reached[0].startswith("过") else Bound.AT_LEAST
    return Bound.EXACT


def bound_after(plain: str, end: int) -> Bound:
    """Return the bound from the words after a number.

    >>> bound_after("增长6%左右，", 4).value
    'about'
    """
    for pattern, bound in _AFTER:
        if pattern.match(plain, end):
            return bound
    return Bound.EXACT


def bound_length(plain: str, end: int) -> int:
    """Return the length of the bound word after a number.

    >>> bound_length("6%左右", 2)
    2
    """
    lengths = (len(match[0]) for pattern, _ in _AFTER if (match := pattern.match(plain, end)))
    return max(lengths, default=0)
