"""What a claim says without a number: directions and places."""

import functools
import re
from collections.abc import Iterator

from mingbai.language import Language
from mingbai.translation.statements.negation import negations
from mingbai.translation.statements.said import SCOPE, TREND, rows
from mingbai.translation.statements.words import telling

_CLAUSES = {"zh": re.compile("[，；。：！？\n|]"), "en": re.compile(r"[;:\n|]|[,.](?=\s|$)")}
_NEGATED = re.compile("(?:不|未|没有|无)([\u4e00-\u9fff]{2})")
_ENOUGH = {"zh": 3, "en": 2}
"""How many words a clause of the paragraph has to share with the claim to be the one meant."""


def wrong_clauses(
    claim: str, paragraphs: tuple[str, ...], language: str
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, the clause of the claim, and the clause of the paragraph that differs.

    >>> list(wrong_clauses("指标增速低于全国", ("主要指标增速高于全国全省",), "zh"))
    [('direction', '指标增速低于全国', '主要指标增速高于全国全省')]
    """
    theirs = [part for text in paragraphs for part in _parts(text, language)]
    may_turn = not Language(language).is_english and any(
        _NEGATED.search(text) for text in (claim, *paragraphs)
    )
    for part in _parts(claim, language):
        if not (may_turn or rows(TREND, part, language) or rows(SCOPE, part, language)):
            continue
        words = telling(part, language)
        meant = max(theirs, key=lambda one: len(words & telling(one, language)), default="")
        if len(words & telling(meant, language)) < _ENOUGH[language]:
            continue
        if not Language(language).is_english and (_turned(part, meant) or _turned(meant, part)):
            yield "negation", part.strip(), meant.strip()
        ways = [rows(TREND, one, language) for one in (part, meant)]
        if len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]:
            yield "direction", part.strip(), meant.strip()
        scopes = [rows(SCOPE, one, language) - {"city"} for one in (part, meant)]
        if scopes[0] - scopes[1] and scopes[1] - scopes[0]:
            yield "scope", part.strip(), meant.strip()


@functools.lru_cache(maxsize=512)
def _parts(text: str, language: str) -> tuple[str, ...]:
    return tuple(part for part in _CLAUSES[language].split(text) if part.strip())


def _turned(plain: str, negated: str) -> bool:
    """Return whether one text says plainly what the other says with 不 or 未 alone.

    >>> _turned("能力还适应新任务", "能力还不适应新形势")
    True
    """
    for found in _NEGATED.finditer(negated):
        word = found[1]
        is_negated_there = re.search(f"[不未无没有]{word}", plain)
        if (
            word in plain
            and not is_negated_there
            and not re.search(f"(?<![不未无有]){word}", negated)
        ):
            return bool(negations(negated, "zh"))
    return False
