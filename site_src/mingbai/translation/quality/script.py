"""Is anything Chinese left: characters, full-width marks, dashes of two."""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.translation.quality.model import Remark, Rule, Subject

_CHINESE = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3100-\u31bf\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+|——|……|·"
)


def _chinese_left(subject: Subject) -> Iterator[Remark]:
    for found in _CHINESE.finditer(subject.english):
        yield Remark(f"Chinese is left in the English: {found.group()}", found.group())


CHINESE_LEFT = Rule(
    "chinese-left",
    Level.ERROR,
    "Translate it, or use the English mark; what must stay is allowed by a waiver with its text.",
    _chinese_left,
)
