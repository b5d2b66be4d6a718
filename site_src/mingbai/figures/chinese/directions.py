"""Directions: whether a number states how much something grew or fell.

A verb of change right before the number makes it a change (增长6.3%); with 到 or 至 between them,
the number is the level reached (提高到60%). 新增 counts new things and is not a change.
Source: docs/reference/figures.md, "Directions".
"""

import re

from mingbai.figures.model import Direction

WINDOW = 18
"""Number of characters searched before a number."""

_RAISED = "(?<!优化)(?<!改造)(?<!完善)(?<!巩固)(?<!抚育)(?<!修复)(?<!改建)提升"
"""Not 优化提升200万亩: how much was improved, not by how much."""
_UP = f"{_RAISED}|增长|增加|提高|上升|上涨|递增|扩大|增产|增收|多了|高出|长高|上浮|翻"
_DOWN = "下降|减少|降低|下跌|回落|缩减|压减|削减|核减|精简|压缩|下调|少了|下浮|减排|减产"
_UP_NOUN = "涨幅|增幅|增速|增长速度|速度|增长预期目标|增长目标|增长"
_DOWN_NOUN = "降幅|跌幅"
_LIGHT = (
    "(?:了|又|将|约|近|将近|接近|大约|超过|不低于|不超过|不少于|至少|高达|达|幅度|预期|也|各|实际|"
    "不足|不到|逾|近乎|超|突破)*[ ]?$"
)
_HELD = "(?:控制|保持|稳定|定|设定|确定)?(?:为|在|是|达到|达)?(?:约|近|超过|不低于|不超过)?[ ]?$"
_OBJECT = "(?:办理|审批|平均)?(?:时间|时限|用时|成本|费用|开支|支出|环节|材料|能耗|排放|比例|面积)?"
_PATTERNS = (
    (re.compile(f"(?:{_UP}){_LIGHT}"), Direction.UP),
    (re.compile(f"(?:{_DOWN}){_OBJECT}{_LIGHT}"), Direction.DOWN),
)
_HELD_PATTERNS = (
    (re.compile(f"(?:{_UP_NOUN}){_HELD}"), Direction.UP),
    (re.compile(f"(?:{_DOWN_NOUN}){_HELD}"), Direction.DOWN),
)
_AFTER = re.compile("(?:左右|以上)?的(?:增速|增长|增幅|涨幅|速度)")


def direction_at(plain: str, start: int, end: int, *, is_percent: bool) -> Direction | None:
    """Return the direction of the change that the number states; None if it is not a change.

    Args:
        plain: the text with ASCII digits.
        start: offset of the number.
        end: offset after its unit.
        is_percent: whether it can also be the rate of a noun (涨幅3%, 6.5%的增速).

    >>> direction_at("增长6.3%", 2, 6, is_percent=True).value
    'up'
    >>> direction_at("提高到60%", 3, 6, is_percent=True)
    """
    before = plain[max(0, start - WINDOW) : start]
    for pattern, direction in _PATTERNS:
        if pattern.search(before):
            return direction
    if is_percent:
        for pattern, direction in _HELD_PATTERNS:
            if pattern.search(before):
                return direction
        if _AFTER.match(plain, end):
            return Direction.UP
    return None
