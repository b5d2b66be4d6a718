"""Words that distinguish things: stems of English words, pairs of Chinese characters."""

import functools
import re

from mingbai.language import Language

_LATIN = re.compile(r"[a-z&]+(?:[’'][a-z]+)?")
_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_ENDS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST = 3
_STOP = frozenset(
    re.findall(
        r"\S+",
        "a an the of in on at to for by with from and or as is are was were be been it its "
        "this that which we our they their there city city’s jiaxing more than about least "
        "over nearly most up down no not rmb us yuan billion million trillion percent point "
        "points respectively both each all total year target targets result results plan plans "
        "planned grew growth rose rise rising fell fall reached reach number level source has "
        "have had ",
    )
)
_STOP_ZH = re.compile(
    "分别|全市|我市|嘉兴|目标|结果|计划|打算|力争|达到|增长|下降|提高|左右|以上|以内|其中|"
    "[的了和与及等为在到至将把被是有年月日个项家所名户元亿万千百十一二三四五六七八九两多]"
)


@functools.lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without the end that number and tense give it.

    >>> [stem(word) for word in ("prices", "pricing", "families", "gas", "heat’s")]
    ['pric', 'pric', 'family', 'gas', 'heat']
    """
    word = word.partition("’")[0].partition("'")[0]
    for end, put in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST:
            return word[: -len(end)] + put
    return word


def stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of an English text.

    >>> sorted(stems("the prices of heat fell"))
    ['heat', 'pric']
    """
    return frozenset(stem(word) for word in _LATIN.findall(text.lower()) if word not in _STOP)


def pairs(text: str) -> frozenset[str]:
    """Return all pairs of neighbouring characters of a Chinese text, without common words.

    >>> sorted(pairs("全市旅游收入增长"))
    ['收入', '旅游', '游收']
    """
    runs = _HAN_RUN.findall(_STOP_ZH.sub(" ", text))
    return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))


@functools.lru_cache(maxsize=8192)
def telling(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that distinguish things."""
    return pairs(text) if not Language(language).is_english else stems(text)
