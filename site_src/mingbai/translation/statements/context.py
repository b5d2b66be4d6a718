"""Finds the words for the thing that each number counts.

They are in its clause, between the number before and the number after. If 分别 or “respectively”
distributes a list of values, each value has the words of the thing at its place; a number without
words of its own (up 6.3%) has those of the number before.
"""

import functools
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mingbai.figures.chinese import find
from mingbai.figures.english.find import find_en
from mingbai.figures.model import Found, Kind
from mingbai.language import Language
from mingbai.translation.statements.words import telling

_MARK = {"zh": re.compile("[，；。：！？\n|]"), "en": re.compile(r"[,;:!?\n|](?=\s|$)|\.(?=\s|$)")}
_HARD = {"zh": re.compile("[；。：！？\n|]"), "en": re.compile(r"[;:!?\n|](?=\s|$)|\.(?=\s|$)")}
_SPLIT = {"zh": re.compile("[、和与及]|以及"), "en": re.compile(r",?\s+and\s+|,\s+|;\s+")}
_JOINED = {
    "zh": re.compile("(?:左右|以上|以内)?[、，]?[和与及]?[ ]?"),
    "en": re.compile(r",?\s*(?:and\s+)?"),
}
_RESPECTIVELY = re.compile(r",?\s*(?:\w+\s+){0,2}respectively\b")
_HANDED_OUT = re.compile("分别|依次")


@dataclass(frozen=True, slots=True)
class InText:
    """A number and the words around it."""

    found: Found
    words: frozenset[str]
    """Of its thing: stems, or pairs of Chinese characters."""
    left: str
    """The text before it, as far as it belongs to this number."""
    right: str
    """The text after it, as far as it belongs to this number."""
    clause: str
    """From mark to mark, with the number."""
    sentence: str


@functools.lru_cache(maxsize=4096)
def _found(text: str, language: str) -> tuple[Found, ...]:
    return (find_en if Language(language).is_english else find)(text)


def finder(language: str) -> Callable[[str], tuple[Found, ...]]:
    """Return the grammar of a language; it reads no text twice."""
    return functools.partial(_found, language=language)


@functools.lru_cache(maxsize=1024)
def in_text(text: str, language: str) -> tuple[InText, ...]:
    """Return every number of a text that is no part of a name, with the words of its thing.

    >>> [sorted(one.words) for one in in_text("用电、用气价格分别下降3.4%和11.8%", "zh")]
    [['用电'], ['价格', '气价', '用气']]
    """
    numbers = [one for one in finder(language)(text) if one.kind is not Kind.NAME]
    numbers = [one for one in numbers if one.kind is not Kind.YEAR]
    edges = _edges(text, numbers, language)
    placed = [
        _placed(text, one, edges[at], edges[at + 1], language) for at, one in enumerate(numbers)
    ]
    for start, things in _lists(text, numbers, language):
        for at, thing in enumerate(things, start):
            placed[at] = replace(placed[at], words=telling(thing, language), left=thing, right="")
    for at, one in enumerate(placed):
        if not one.words and at and placed[at - 1].sentence == one.sentence:
            placed[at] = replace(one, words=placed[at - 1].words)
    return tuple(placed)


def _edges(text: str, numbers: list[Found], language: str) -> list[tuple[int, int]]:
    """Return where the words between two numbers are cut: end of the one's, start of the other's.

    Without a mark or an “and” between them they belong to both.
    """
    edges = [(0, 0)]
    for one, other in itertools.pairwise(numbers):
        cut = _SPLIT[language].search(text, one.end, other.start) or _MARK[language].search(
            text, one.end, other.start
        )
        edges.append((cut.start(), cut.end()) if cut else (other.start, one.end))
    edges.append((len(text), len(text)))
    return edges


def _placed(
    text: str, one: Found, before: tuple[int, int], after: tuple[int, int], language: str
) -> InText:
    start, end = around(text, one.start, one.end, _MARK[language])
    first, last = around(text, one.start, one.end, _HARD[language])
    left = text[max(start, before[1]) : one.start]
    right = text[one.end : min(end, after[0])]
    if not telling(left + right, language):
        left = text[max(first, before[1]) : one.start]
    return InText(
        one, telling(f"{left} {right}", language), left, right, text[start:end], text[first:last]
    )


def around(text: str, start: int, end: int, mark: re.Pattern[str]) -> tuple[int, int]:
    """Return the place between the marks before and after."""
    begin = 0
    for found in mark.finditer(text, 0, start):
        begin = found.end()
    after = mark.search(text, end)
    return begin, after.start() if after else len(text)


def _lists(text: str, numbers: list[Found], language: str) -> list[tuple[int, list[str]]]:
    """Return for each list of values that is handed out its first number and its things."""
    lists = []
    at = 0
    while at < len(numbers):
        end = at + 1
        while end < len(numbers) and _JOINED[language].fullmatch(
            text, numbers[end - 1].end, max(numbers[end].start, numbers[end - 1].end)
        ):
            end += 1
        if end - at > 1:
            things = _things(text, numbers[at:end], language)
            if len(things) == end - at:
                lists.append((at, things))
        at = end
    return lists


def _things(text: str, values: list[Found], language: str) -> list[str]:
    """Return the things to which the values are handed out, in their order; none if unclear."""
    start, _ = around(text, values[0].start, values[-1].end, _HARD[language])
    if not Language(language).is_english:
        comma = text.rfind("，", 0, values[0].start)
        before = text[max(start, comma + 1) : values[0].start]
        mark = _HANDED_OUT.search(before)
        before = before[: mark.start()] if mark else ""
    else:
        is_so = _RESPECTIVELY.match(text, values[-1].end)
        before = text[start : values[0].start] if is_so else ""
    things = [thing for thing in _SPLIT[language].split(before) if thing.strip()]
    return things[-len(values) :]
