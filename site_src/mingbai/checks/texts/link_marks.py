"""Typing errors in the Markdown of links, which make a page show the marks.

`mingbai.checks.links` checks the links that are well formed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.messages import tell
from mingbai.report.pages.pagefile import MarkdownBlock

_CODE = re.compile(r"`[^`]*`")
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_REFERENCE = re.compile(r"(?<![\\\]])\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_FOOTNOTE = re.compile(r"(?<!\\)\[(\^[^\[\]\s]{1,40})\](?!:)")
_TARGET = (
    r"(?:[^\s()（）]{0,200}\.md(?:#[^\s()（）]{0,100})?|https?://[^\s()（）]{1,300}|#[\w-]{1,100})"
)
_APART = re.compile(rf"\]\s{{1,3}}\({_TARGET}\)")
_FULL_WIDTH = re.compile(rf"\][（(]{_TARGET}[）)]")
_WORDLESS = re.compile(r"(?<![!\\])\[\s{0,9}\]\((?=[^()\n]{0,300}\))")
_ADDRESSLESS = re.compile(r"\]\(\s{0,9}(?:<>)?\s{0,9}\)")
_OPENED = re.compile(r"(?<!\\)\]\((?=[^\s()])")


@dataclass(frozen=True, slots=True)
class Slip:
    """A mark of a link that is wrong."""

    line: int
    column: int
    """Both counted from 1."""
    message: str
    todo: str


def slips(blocks: tuple[MarkdownBlock, ...]) -> Iterator[Slip]:
    """Yield the marks of links on a page that are wrong."""
    texts = [
        (block, _CODE.sub(lambda code: " " * len(code[0]), block.markdown)) for block in blocks
    ]
    defined = {found[1].lower() for _, text in texts for found in _DEFINED.finditer(text)}
    for block, text in texts:
        if "[" not in text and "]" not in text:
            continue
        for at, message, todo in _in_text(text, defined):
            before = text[:at]
            yield Slip(block.line + before.count("\n"), at - before.rfind("\n"), message, todo)


def _in_text(text: str, defined: set[str]) -> Iterator[tuple[int, str, str]]:
    for found in _REFERENCE.finditer(text):
        name = found[2] or found[1]
        if name.lower() not in defined:
            message = tell("The page does not define the reference [{name}].", name=name)
            todo = tell("Write the address: [{words}](page.md).", words=found[1])
            yield found.start(), message, todo
    for found in _FOOTNOTE.finditer(text):
        if found[1].lower() not in defined:
            message = tell("The footnote [{name}] is not on this page.", name=found[1])
            yield found.start(), message, tell("Write it below: [{name}]: …", name=found[1])
    for pattern, message, todo in _SLIPS:
        for found in pattern.finditer(text):
            if pattern is not _FULL_WIDTH or not found.group().isascii():
                yield found.start(), tell(message), tell(todo)
    last = text.rfind(")")
    for found in _OPENED.finditer(text):
        if found.end() > last:
            message = tell("The address of the link has no closing bracket.")
            yield found.start(), message, tell("Write ) after the address.")


_SLIPS = (
    (_APART, "There is a space between the link's words and its address.", "Delete it."),
    (_FULL_WIDTH, "The link has full-width brackets.", "Write [words](page.md)."),
    (_WORDLESS, "The link has no words.", "Say where it leads: [words](page.md)."),
    (_ADDRESSLESS, "The link has no address.", "Write it: [words](page.md)."),
)
