"""A number with the words around it, for messages."""

import re

from mingbai.figures.model import Found
from mingbai.language import Language

_SIDE = {"zh": 10, "en": 28}
_BREAK = {"zh": re.compile("[，；。：\n|]"), "en": re.compile(r"[;:\n|]|[,.](?=\s|$)")}


def phrase(text: str, found: Found, language: str) -> str:
    """Return a number with the words next to it, to distinguish numbers of the same value.

    >>> from mingbai.figures import find
    >>> phrase("调查失业率控制在5%以内。", find("调查失业率控制在5%以内。")[0], "zh")
    '调查失业率控制在5%以内'
    """
    side = _SIDE[language]
    left = _BREAK[language].split(text[max(0, found.start - side) : found.start])[-1]
    right = _BREAK[language].split(text[found.end : found.end + side])[0]
    if Language(language).is_english:
        left = left if found.start <= side else left.partition(" ")[2] or left
        right = right if found.end + side >= len(text) else right.rpartition(" ")[0] or right
    return " ".join(f"{left}{found.text}{right}".split())
