"""Quotation marks, brackets, end marks and spaces, as American English writes them.

The site uses curly quotation marks (“ ”, inside them ‘ ’) and the curly apostrophe (’).
"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject

_WITHIN = re.compile(r"(?<=[\w”])’(?=\w)")
"""An apostrophe inside a word, or between a quoted name and its s: city’s, “Red Boat”’s."""
_PLURAL = re.compile(r"(?<=[sS])’(?=\s|$|[.,;:!?)”])")
"""The residents’ needs, unless a single quotation mark is open there, which it then closes."""
_SPAN = 20


def _quotes(subject: Subject) -> Iterator[Remark]:
    text = subject.english
    if '"' in text:
        yield Remark(tell("There are straight quotation marks."), '"')
    if "'" in text:
        message = tell("There is a straight apostrophe or single quotation mark.")
        yield Remark(message, "'")
    within = {found.start() for found in _WITHIN.finditer(text)}
    plural = {found.start() for found in _PLURAL.finditer(text)}
    open_marks = ""
    for place, mark in enumerate(text):
        if place in within or (place in plural and not open_marks.endswith("‘")):
            continue
        if mark in "“‘":
            if open_marks[-1:] == mark:
                around = _around(text, place)
                message = tell("{mark} is opened twice: {text}", mark=mark, text=around)
                yield Remark(message, mark)
            open_marks += mark
        elif mark in "”’":
            if open_marks[-1:] != {"”": "“", "’": "‘"}[mark]:
                around = _around(text, place)
                message = tell("{mark} closes nothing: {text}", mark=mark, text=around)
                yield Remark(message, mark)
            else:
                open_marks = open_marks[:-1]
    if open_marks:
        mark = open_marks[-1]
        yield Remark(tell("{mark} is never closed.", mark=mark), mark)


def _around(text: str, place: int) -> str:
    return text[max(place - _SPAN, 0) : place + _SPAN]


_BRACKETS = {")": "(", "]": "[", "}": "{"}


def _brackets(subject: Subject) -> Iterator[Remark]:
    waiting: list[str] = []
    for mark in subject.english:
        if mark in _BRACKETS.values():
            waiting.append(mark)
        elif mark in _BRACKETS and (not waiting or waiting.pop() != _BRACKETS[mark]):
            yield Remark(tell("{mark} closes nothing.", mark=mark), mark)
            return
    if waiting:
        mark = waiting[-1]
        yield Remark(tell("{mark} is never closed.", mark=mark), mark)


_ENDS = {"。": ".?!", "！": "!.", "？": "?", "：": ":", "；": ";."}
"""What English may end with where the Chinese ends so."""
_CLOSING = '”’")]* '


def _end(subject: Subject) -> Iterator[Remark]:
    last = subject.english.rstrip(_CLOSING)[-1:]
    mark = subject.chinese.rstrip("”’）] ")[-1:]
    if subject.is_heading:
        if last in set(".;,:"):
            yield Remark(tell("The heading ends with {mark!r}.", mark=last), last)
    elif mark in _ENDS and last not in set(_ENDS[mark]):
        message = tell("The Chinese ends with {zh}, but the English with {en!r}.", zh=mark, en=last)
        yield Remark(message, last)


_SPACING = re.compile(
    r"  +|\s[,.;:!?](?=\s|$)|,(?=[^\W\d])|[;!?](?=\w)|%(?=\w)"
    r"|\b(?:of|by|to|in|at|and|from|than|over|about|nearly|RMB)\d|\(\s|\s\)|“\s|\s”|--"
    r"|^\s|\s$|[,.;]{2,}"
)


def _spacing(subject: Subject) -> Iterator[Remark]:
    for found in _SPACING.finditer(subject.english):
        around = _around(subject.english, found.start())
        message = tell("Spaces or punctuation marks are wrong: {text}", text=around)
        yield Remark(message, found.group())


QUOTES = BlockRule("quotes", Level.ERROR, "Use “ ” in pairs, and ’ for the apostrophe.", _quotes)
BRACKETS = BlockRule("brackets", Level.ERROR, "Write brackets in pairs.", _brackets)
END_MARK = BlockRule(
    "end-mark", Level.ERROR, "End as the Chinese does; a heading has no mark.", _end
)
SPACING = BlockRule("spacing", Level.ERROR, "Correct the spaces around it.", _spacing)
