"""Is any Chinese left: characters, full-width punctuation, double dashes?"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject

_CHINESE = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3100-\u31bf\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+|——|……|·"
)


def _chinese_left(subject: Subject) -> Iterator[Remark]:
    for found in _CHINESE.finditer(subject.english):
        message = tell("The English still contains Chinese: {text}", text=found.group())
        yield Remark(message, found.group())


CHINESE_LEFT = BlockRule(
    "chinese-left",
    Level.ERROR,
    "Translate it, or use the English mark; to keep it, add a waiver with its text.",
    _chinese_left,
)
