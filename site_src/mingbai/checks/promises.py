"""The English does not promise what the report only works toward: 推动, 推进 and 支持.

推动参保 is “encourage people to enroll”; “people are to be insured” promises the result. Headings
and titles are left out, for they are often imperatives. Source: docs/reference/house-style.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.messages import tell

_NAMED = re.compile(r"“[^”]*”|《[^》]*》|\{\{.*?\}\}", re.DOTALL)
"""Names and quoted words have English of their own; macros have none."""
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s", re.MULTILINE)
_OBJECT = r"(?=[^\s，。；：、！？）])"
"""Without an object, 推进 says that something made progress."""


@dataclass(frozen=True, slots=True)
class _Direction:
    """A Chinese word of effort, and what English can make of it."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]
    example: str


_DIRECTIONS = (
    _Direction(
        re.compile(f"推动{_OBJECT}|推进{_OBJECT}"),
        re.compile(
            r"\b(?:work(?:s|ed|ing)? (?:\w+ )?(?:to|towards?|for|on)|"
            r"(?:encourag|promot|push|press|help|support|steer|advanc|aim|progress|pursu|"
            r"driv|deepen|speed|sped|accelerat)\w*|faster|further|more quickly|"
            r"carr(?:y|ies|ied|ying) (?:\w+ )?(?:forward|on)|"
            r"(?:mov|go|went|step)\w* (?:\w+ )?(?:ahead|forward|faster|on|up))\b",
            re.IGNORECASE,
        ),
        "work to, promote, encourage, or press ahead with",
    ),
    _Direction(
        re.compile("支持"),
        re.compile(
            r"\b(?:(?:support|help|assist|encourag|favou?r)\w*|(?:back|fund|aid)(?:s|ed|ing)?)\b",
            re.IGNORECASE,
        ),
        "support or help",
    ),
)


def _find(tree: Tree) -> Iterator[Finding]:
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in chinese:
            for ours, theirs, place in _pairs(chinese[sheet.path], sheet):
                yield from _promised(ours, theirs, place)


def _promised(ours: str, theirs: str, place: Location) -> Iterator[Finding]:
    plain = _NAMED.sub("", ours)
    for direction in _DIRECTIONS:
        found = direction.chinese.search(plain)
        is_english = found and theirs.strip() and found[0] not in theirs
        if found and is_english and not direction.english.search(theirs):
            message = tell(
                "The Chinese has {word}, an effort; the English states only a result.",
                word=found[0],
            )
            todo = tell("Write what is done, not its result: {example}.", example=direction.example)
            yield Finding(place, PROMISES.id, message, todo, Level.WARNING)


def _pairs(ours: Sheet, theirs: Sheet) -> Iterator[tuple[str, str, Location]]:
    """Yield the Chinese and the English of each takeaway, summary and block, and its place."""
    zh, en = ours.data, theirs.data
    for name in ("summary", "description"):
        yield str(zh.get(name) or ""), str(en.get(name) or ""), theirs.field(name)
    takeaways = zip(_texts(zh), _texts(en), strict=False)
    for at, (one, other) in enumerate(takeaways):
        yield one, other, theirs.field("takeaways", at, "text")
    for is_report in (True, False):
        yield from _blocks(ours, theirs, is_report=is_report)


def _texts(data: Mapping[object, object]) -> tuple[str, ...]:
    takeaways = data.get("takeaways")
    if not isinstance(takeaways, list):
        return ()
    return tuple(str(one.get("text", "")) if isinstance(one, dict) else "" for one in takeaways)


def _blocks(ours: Sheet, theirs: Sheet, *, is_report: bool) -> Iterator[tuple[str, str, Location]]:
    """Yield the blocks of one sort as long as both pages have as many; items of lists by line."""
    sides = [
        [
            part
            for block in sheet.page.blocks
            if (sheet.is_report and block.is_report) is is_report and not block.level
            for part in _parts(block.markdown, block.line)
        ]
        for sheet in (ours, theirs)
    ]
    if len(sides[0]) == len(sides[1]):
        for (one, _), (other, line) in zip(*sides, strict=True):
            yield one, other, Location(theirs.file.path, line)


def _parts(markdown: str, line: int) -> Iterator[tuple[str, int]]:
    """Yield a block, or each item of a list, with the number of its first line."""
    starts = [found.start() for found in _ITEM.finditer(markdown)] or [0]
    for start, end in zip(starts, [*starts[1:], len(markdown)], strict=True):
        yield markdown[start:end], line + markdown.count("\n", 0, start)


PROMISES = Rule("promises", _find)
