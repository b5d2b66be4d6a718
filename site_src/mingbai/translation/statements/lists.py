"""How many things a text lists: 光伏、锂电池和新能源汽车 are three."""

import re

from mingbai.language import Language
from mingbai.translation.statements.context import finder

_ZH_MARK = re.compile("[，。；：！？\n|]")
_ZH_ASIDE = re.compile("（[^（）]*）|等(?=[^，。；])?")
_ZH_AND = re.compile("(?<=.)(?:以及|和|与|及)(?=.)")
_EN_MARK = re.compile(r"[.;:!?\n|](?=\s|$)|[()]")
_AND_SO_ON = re.compile(r"\s*(?:and|or) (?:the like|others?|more|so on|in other)\b")
_EN_AND = re.compile(r"\s(?:and|or)\s")
_EN_ASIDE = re.compile(r"\s*\([^(),]*\)")
_EN_LAST = re.compile(r"\s*(?:and|or)\s")
_LONGEST_MEMBER = 10
"""Words that a member in the middle of an English list has at most; a longer one is a clause."""
_FEWEST = 3
_MOST_CLAUSES = 5
"""Maximum number of clauses; a longer text has too many lists to compare."""


def members(text: str, language: str) -> frozenset[int]:
    """Return how many members the longest list of a text may have; nothing where that is unclear.

    A member that is a pair (收入和集体经济) may count as one or as two.

    >>> members("“新三样”是光伏、锂电池和新能源汽车。", "zh")
    frozenset({3})
    >>> members("The “new trio” are photovoltaics, lithium batteries, and new vehicles.", "en")
    frozenset({3})
    """
    bare = without_numbers(text, language)
    if not Language(language).is_english:
        return _chinese(_ZH_ASIDE.sub("", bare))
    return _english(_EN_ASIDE.sub("", bare))


def without_numbers(text: str, language: str) -> str:
    """Return the text without its numbers: 3.4%、11.8% is a list of values, not of things."""
    parts, at = [], 0
    for one in finder(language)(text):
        parts.append(text[at : one.start])
        at = one.end
    return "".join([*parts, text[at:]])


def _chinese(text: str) -> frozenset[int]:
    clauses = [clause for clause in _ZH_MARK.split(text) if clause.strip()]
    lists = [
        parts
        for clause in clauses
        if len(parts := [one for one in clause.split("、") if one.strip("和与及 ")]) > 1
    ]
    if len(clauses) > _MOST_CLAUSES or len(lists) > 1:
        return frozenset()
    if not lists:
        return frozenset()
    pairs = [len(_ZH_AND.findall(part)) for part in lists[0]]
    if pairs[-1] and not any(pairs[:-1]):
        return frozenset({len(pairs) + 1})
    return frozenset({len(pairs), len(pairs) + sum(pairs)})


def _english(text: str) -> frozenset[int]:
    clauses = [clause for clause in _EN_MARK.split(text) if clause.strip()]
    lists = [one for clause in clauses for one in _comma_lists(clause)]
    if not lists:
        most = max((len(_EN_AND.findall(clause)) for clause in clauses), default=0)
        return frozenset({1 + most}) if most < _FEWEST - 1 else frozenset()
    longest, inner = max(lists)
    if longest < _FEWEST:
        return frozenset()
    whole = sum(count for count, _ in lists) - len(lists) + 1
    return frozenset({longest, longest + inner, whole})


def comma_members(text: str) -> list[str]:
    """Return the members but the first of the lists of an English text.

    >>> comma_members("Solar, lithium batteries, and cars stay.")
    ['lithium batteries', 'cars stay']
    """
    return [
        _EN_LAST.sub("", part, count=1).strip()
        for clause in _EN_MARK.split(_EN_ASIDE.sub("", text))
        if _comma_lists(clause)
        for part in clause.split(",")[1:]
        if not _AND_SO_ON.match(part)
    ]


def _comma_lists(clause: str) -> list[tuple[int, int]]:
    """Return how many members each list has that ends with a comma and “and”, and inner “and”s.

    >>> _comma_lists("solar, lithium batteries, and cars and vans")
    [(3, 1)]
    """
    found: list[tuple[int, int]] = []
    middle: list[str] = []
    for part in clause.split(",")[1:]:
        if _EN_LAST.match(part):
            inner = sum(len(_EN_AND.findall(one)) for one in (*middle, part.lstrip()[3:]))
            found.append((len(middle) + 1 + (not _AND_SO_ON.match(part)), inner))
            middle = []
        elif len(part.split()) <= _LONGEST_MEMBER:
            middle.append(part)
        else:
            middle = []
    return found
