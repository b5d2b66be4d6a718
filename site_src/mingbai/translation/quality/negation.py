"""Is a Chinese negation lost: 不, 未, 没有, 无 without not, no longer, without?"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject
from mingbai.translation.statements.lexicon import placed
from mingbai.translation.statements.negation import may_negate, negations

_KNOWN = 2
"""A clause of which the lexicon knows fewer words cannot be found in the English."""
_LACK = re.compile("存在不足")


def _lost(subject: Subject) -> Iterator[Remark]:
    """Yield each clause whose negation is not where its words are in the English."""
    if not negations(subject.chinese, "zh"):
        return
    for one in placed(subject.chinese, subject.english):
        words = negations(one.clause, "zh") or tuple(_LACK.findall(one.clause))
        is_there = one.known >= _KNOWN and one.found * 2 > one.known
        if words and is_there and not _negates(min(one.english, key=len)):
            message = tell("The English of “{clause}” has no negation.", clause=one.clause)
            yield Remark(message, one.clause)


def _negates(english: str) -> bool:
    return bool(negations(english, "en")) or may_negate(english, "en")


NEGATION_LOST = BlockRule(
    "negation-lost",
    Level.WARNING,
    "Check whether the English says the opposite somewhere.",
    _lost,
)
