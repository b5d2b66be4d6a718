"""Does the block have the same structure: heading, bold lead, links and footnotes?"""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject

_MARKS = (
    ("heading marks", re.compile(r"^#{1,6}(?=\s)")),
    ("a bold lead", re.compile(r"^(?=\*\*)")),
    ("bold", re.compile(r"(?<!\\)\*\*")),
    ("a link to", re.compile(r"(?<!\\)\]\([^()\s]*")),
    ("a footnote", re.compile(r"\[\^[^\[\]\s]+\]")),
    ("a macro", re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}")),
    ("a tag", re.compile(r"</?[A-Za-z][^<>]*>")),
)


def _structure(subject: Subject) -> Iterator[Remark]:
    if subject.markdown is None:
        return
    for name, pattern in _MARKS:
        chinese, english = (Counter(pattern.findall(text)) for text in subject.markdown)
        for mark in chinese - english:
            yield Remark(
                tell("The English lacks {what}.", what=f"{tell(name)} {mark}".rstrip()), mark
            )
        for mark in english - chinese:
            yield Remark(
                tell("The Chinese has no {what}.", what=f"{tell(name)} {mark}".rstrip()), mark
            )


STRUCTURE = BlockRule(
    "structure", Level.ERROR, "Give the block the same structure as the Chinese one.", _structure
)
