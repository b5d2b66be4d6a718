"""Words besides the number: direction, place and length of time.

Each table has a row for each meaning, with its words in both languages; other words are ignored.
"""

import functools
import re
from collections.abc import Mapping

from mingbai.language import Language

Table = Mapping[str, str]

_TREND_ZH = {
    "up": "提高|提升|增长|增加|上升|上涨|上调|扩大|涨幅|增幅|高于|快于|优于|增强|加快|加大|加密"
    "|变贵",
    "down": "降低|下降|减少|下调|下跌|回落|缩小|压减|降幅|跌幅|低于|慢于|收窄|减弱|放缓|缩减|下滑"
    "|变便宜",
}
_TREND_EN = {
    "up": r"(?:rais|increas|grew|grow|rose|ris(?:e|ing)|climb|expand|gain|higher|faster|strengthen"
    r"|widen|accelerat|speed)\w*|up(?! to)",
    "down": r"(?:lower|decreas|reduc|fell|fall|declin|drop|shr[aiu]nk|weaken|slow|narrow|cut)\w*"
    r"|down",
}
_SCOPE_ZH = {
    "world": "全球|世界",
    "country": "全国|国家级?|国内",
    "delta": "长三角",
    "province": "全省|省级|省内|浙江",
    "city": "全市|市级",
    "county": "全县|县级",
}
_SCOPE_EN = {
    "world": r"world(?:’s|wide)?|global(?:ly)?",
    "country": r"countr(?:y|ies)(?:’s)?|nation(?:’s|wide|al|ally)?",
    "delta": r"delta(?:’s)?",
    "province": r"provinc(?:e|es|ial)(?:’s|wide)?|province-?wide|zhejiang(?:’s)?",
    "city": r"cit(?:y|ies)(?:’s|wide)?|municipal",
    "county": r"count(?:y|ies)(?:’s)?",
}
_PER_ZH = {"year": "每年|年均", "month": "每月|月均", "week": "每周", "day": "每天|每日|日均"}
_PER_EN = {
    unit: rf"(?:per|each|every|a) {unit}|{adverb}"
    for unit, adverb in (
        ("year", "yearly|annual(?:ly)?"),
        ("month", "monthly"),
        ("week", "weekly"),
        ("day", "daily"),
    )
}
_GROUP_ZH = {
    "industry above the designated size": "规上|规模以上",
    "urban": "城镇",
    "rural": "农村",
    "urban and rural": "城乡",
}
_GROUP_EN = {
    "industry above the designated size": r"designated size",
    "urban and rural": r"urban and rural|rural and (?:non-working )?urban",
    "urban": r"urban",
    "rural": r"rural|countryside",
}
TREND = {"zh": _TREND_ZH, "en": _TREND_EN}
SCOPE = {"zh": _SCOPE_ZH, "en": _SCOPE_EN}
PER = {"zh": _PER_ZH, "en": _PER_EN}
GROUP = {"zh": _GROUP_ZH, "en": _GROUP_EN}


@functools.cache
def _pattern(words: str, language: str) -> re.Pattern[str]:
    return re.compile(
        words if not Language(language).is_english else rf"\b(?:{words})\b", re.IGNORECASE
    )


def rows(table: Mapping[str, Table], text: str, language: str) -> frozenset[str]:
    """Return which rows of a table a text has words of.

    >>> sorted(rows(SCOPE, "faster than the country and the province", "en"))
    ['country', 'province']
    """
    found = {
        name for name, words in table[language].items() if _pattern(words, language).search(text)
    }
    return frozenset(found)
