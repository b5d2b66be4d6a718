"""Quotation marks, brackets, end marks and blanks, as American English sets them.

The house writes curly quotation marks (“ ”, inside them ‘ ’) and the curly apostrophe (’).
"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.translation.quality.model import Remark, Rule, Subject

_WITHIN = re.compile(r"(?<=[\w”])’(?=\w)")
"""An apostrophe inside a word, or between a quoted name and its s: city’s, “Red Boat”’s."""
_PLURAL = re.compile(r"(?<=[sS])’(?=\s|$|[.,;:!?)”])")
"""The residents’ needs, unless a single quotation mark is open there, which it then closes."""
_SPAN = 20


def _quotes(subject: Subject) -> Iterator[Remark]:
    text = subject.english
    if '"' in text:
        yield Remark("straight quotation marks.", '"')
    if "'" in text:
        yield Remark("a straight apostrophe or single quotation mark.", "'")
    within = {found.start() for found in _WITHIN.finditer(text)}
    plural = {found.start() for found in _PLURAL.finditer(text)}
    open_marks = ""
    for place, mark in enumerate(text):
        if place in within or (place in plural and not open_marks.endswith("‘")):
            continue
        if mark in "“‘":
            if open_marks[-1:] == mark:
                yield Remark(f"{mark} is opened twice: {_around(text, place)}", mark)
            open_marks += mark
        elif mark in "”’":
            if open_marks[-1:] != {"”": "“", "’": "‘"}[mark]:
                yield Remark(f"{mark} closes nothing: {_around(text, place)}", mark)
            else:
                open_marks = open_marks[:-1]
    if open_marks:
        yield Remark(f"{open_marks[-1]} is never closed.", open_marks[-1])


def _around(text: str, place: int) -> str:
    return text[max(place - _SPAN, 0) : place + _SPAN]


_BRACKETS = {")": "(", "]": "[", "}": "{"}


def _brackets(subject: Subject) -> Iterator[Remark]:
    waiting: list[str] = []
    for mark in subject.english:
        if mark in _BRACKETS.values():
            waiting.append(mark)
        elif mark in _BRACKETS and (not waiting or waiting.pop() != _BRACKETS[mark]):
            yield Remark(f"{mark} closes nothing.", mark)
            return
    if waiting:
        yield Remark(f"{waiting[-1]} is never closed.", waiting[-1])


_ENDS = {"。": ".?!", "！": "!.", "？": "?", "：": ":", "；": ";."}
"""What English may end with where the Chinese ends so."""
_CLOSING = '”’")]* '


def _end(subject: Subject) -> Iterator[Remark]:
    last = subject.english.rstrip(_CLOSING)[-1:]
    mark = subject.chinese.rstrip("”’）] ")[-1:]
    if subject.is_heading:
        if last in set(".;,:"):
            yield Remark(f"a heading ends with {last!r}.", last)
    elif mark in _ENDS and last not in set(_ENDS[mark]):
        yield Remark(f"the Chinese ends with {mark}, the English with {last!r}.", last)


_SPACING = re.compile(
    r"  +|\s[,.;:!?](?=\s|$)|,(?=[^\W\d])|[;!?](?=\w)|%(?=\w)"
    r"|\b(?:of|by|to|in|at|and|from|than|over|about|nearly|RMB)\d|\(\s|\s\)|“\s|\s”|--"
    r"|^\s|\s$|[,.;]{2,}"
)


def _spacing(subject: Subject) -> Iterator[Remark]:
    for found in _SPACING.finditer(subject.english):
        around = _around(subject.english, found.start())
        yield Remark(f"blanks or marks are out of order: {around}", found.group())


QUOTES = Rule("quotes", Level.ERROR, "Use “ ” in pairs, and ’ for the apostrophe.", _quotes)
BRACKETS = Rule("brackets", Level.ERROR, "Open and close them in pairs.", _brackets)
END_MARK = Rule("end-mark", Level.ERROR, "End as the Chinese does; headings without one.", _end)
SPACING = Rule("spacing", Level.ERROR, "Mend the blanks around it.", _spacing)
