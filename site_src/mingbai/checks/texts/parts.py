"""The part of the report to which each block belongs: a year's review, or its tasks."""

import re
from dataclasses import dataclass

from mingbai.report.model import Block, HeadingKind

_REVIEW = re.compile("回顾|总结|工作情况|主要成绩|过去")
_TASKS = re.compile("任务|安排|打算|目标|要求|部署|重点工作|工作建议")
_YEAR = re.compile(r"(20\d\d|19\d\d)\s*年")


@dataclass(frozen=True, slots=True)
class Part:
    """The subject of a part of the report."""

    kind: str | None
    """``result``, ``target``, or None if its heading does not say."""
    year: str | None


def parts(blocks: tuple[Block, ...], year: int) -> dict[str, Part]:
    """Return the part of each block by its id.

    Args:
        blocks: of the report, in order.
        year: of the report; the review is of the year before where its heading names none.
    """
    part = Part(None, None)
    found: dict[str, Part] = {}
    for block in blocks:
        if block.heading is not None and block.heading.kind is HeadingKind.PART:
            part = _part(block.text, year)
        found[block.id] = part
    return found


def _part(heading: str, year: int) -> Part:
    """Return what a part's heading says of it.

    >>> _part("一、2023年工作回顾", 2024)
    Part(kind='result', year='2023')
    """
    said = _YEAR.search(heading)
    if _REVIEW.search(heading):
        return Part("result", said[1] if said else str(year - 1))
    if _TASKS.search(heading):
        return Part("target", said[1] if said else str(year))
    return Part(None, said[1] if said else None)
