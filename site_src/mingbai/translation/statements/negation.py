"""Words that negate: 不, 未, 没有, 无, and not, no longer, without.

Some Chinese negations have a positive English word (不断 is steadily, 不足 a shortage, 不到 less
than); they do not count as negations.
"""

import re

from mingbai.language import Language

_NO_NEGATION = re.compile(
    "不折不扣|不易|不断|不同|不久|不仅|不但|不管|不论|不少|不足|不到|不低于|不少于|不小于|不超过|不高于|不多于|不大于|"
    "不动摇|不动产|不懈|不良|不平凡|不怕|不忘|不畏|不负|不确定|不利|不一|不得不|不可或缺|不落|不返|"
    "差不多|来不及|了不起|对不起|不规则|不锈钢|不等|不妨|不止|不限|不如|永不|毫不|"
    "未来|未成年|未雨|未病|从未|无人|无感|无线|无锡|无障碍|无偿|无论|无数|无比|无疑|无缝|无废|无症|无限|"
    "无忧|无愧|无私|无穷|无形|无烟|无碳|无纸|无证|无违|无欠|无党派|有无|无事|无接触|无理|"
    "没收|非遗|非法|非常|非洲|非公|非凡|非营利|非化石|非税|非住宅|打非|除非|莫非|是非|并非"
)
_CHINESE = re.compile("没有|不|未(?!来)|无|别(?=[再让])")
_ENGLISH = re.compile(
    r"\b(?:not|cannot|never|without|no|none|nothing|neither|nor|nobody|un(?:able|touched|known|answered)"
    r"|lacks?|lacking|fails?|failed|unless|hardly|still has to|yet to)\b|n[’']t\b",
    re.IGNORECASE,
)
_NO_NEGATION_EN = re.compile(
    r"\b(?:not only|no\. ?\d|no (?:more|less|fewer|later|lower|higher) than|whether or not"
    r"|not (?:less|more|fewer) than|nothing less than)\b",
    re.IGNORECASE,
)


_MAY_NEGATE = {
    "zh": re.compile("[免零非缺难拒禁防仅只尚不未无没别]"),
    "en": re.compile(r"\b(?:only|short|few|little|stop|ends?|refuse|avoid|exempt|free|instead"
                     r"|except|beyond|word for word|lasts|miss(?:es|ing)?|differ\w*)\b"),
}  # fmt: skip


def may_negate(text: str, language: str) -> bool:
    """Return whether a text has a word that may express a negation: 零, 免, only, instead."""
    return bool(_MAY_NEGATE[language].search(text))


def negations(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text that negate, in its order.

    >>> negations("能力还不适应，供给不断增加", "zh"), negations("does not match", "en")
    (('不',), ('not',))
    """
    if not Language(language).is_english:
        return tuple(_CHINESE.findall(_NO_NEGATION.sub("", text)))
    return tuple(_ENGLISH.findall(_NO_NEGATION_EN.sub("", text)))
