"""Run-in headings without a number: the short opening sentences that name what follows them.

助力企业降本增效。开展暖企助企惠企行动，… reads as a heading and its text. A short sentence in a
row of facts (国际收支基本平衡。) does not. These rules distinguish them; they were measured on the
outlines in ``tests/report/outlines`` (``scripts/measure/outline.py`` prints precision and recall).
A heading

- is short, with at most one comma and no figure: a label, not a statement of results;
- does not begin with a word that refers back (我们, 今年, 同时, 这);
- is followed by text of its own: more than a sentence before the next such label;
- counts in the middle of a paragraph only if it divides a long paragraph of a numbered section,
  and if every short sentence there is such a label.
"""

import re

from mingbai.report.marks import first_sentence

MIN_TITLE = 3
MAX_ITEM = 18
"""Maximum characters of an item's title at the start of a paragraph, without a comma."""
MAX_ITEM_WITH_COMMA = 20
MAX_INNER_ITEM = 16
"""Maximum characters of an item's title inside a paragraph, where it may not have a comma."""
MIN_TEXT = 24
"""Characters that must follow an item before its paragraph ends."""
MIN_INNER_TEXT = 60
"""Characters between two items in one paragraph."""
MIN_INNER_ITEMS = 3
"""If a paragraph has fewer short sentences, they are ordinary sentences."""
MIN_CUT_PARAGRAPH = 240
"""Minimum characters of a paragraph that items inside it may divide."""

_COMMAS = re.compile("[，；：,;:]")
_FIGURE = re.compile(r"[0-9０-９%％]")
_CARRIES_ON = re.compile(
    "我们|我国|我市|我省|今年|今后|去年|过去|现在|当前|目前|同时|这|但|从|在|对|各位|一年来|五年来"
    "|新的|必须|要|应|也|还|其中|此外|由于|为了|只有|只要|如果|不是|有人|下面|现将|大家|全市|全省|全国"
)
_STATES = re.compile("[是了]|不能|离不开|就是|就要|有望|即将|仍|依然|刻不容缓|任重道远")
"""Words that make a sentence a statement; labels do not have them."""


def opening_item(text: str) -> tuple[int, int] | None:
    """Return where the item at the start of a paragraph ends, without and with its full stop.

    >>> opening_item("构建全域创新体系。持续加大科技创新投入力度，争创科技创新鼎，完善区域布局。")
    (8, 9)
    >>> opening_item("今年要重点抓好八个方面工作。一要…") is None
    True
    """
    title_end, end = first_sentence(text)
    if len(text) - end < MIN_TEXT or text[title_end:end] != "。":
        return None
    return (title_end, end) if _is_label(text[:title_end], MAX_ITEM) else None


def is_pair(text: str) -> bool:
    """Return whether a paragraph begins with a label of two clauses (坚持忠诚为先，旗帜鲜明讲政治).

    Such a label counts only next to another one; alone it is a sentence with a comma.
    """
    opening = opening_item(text)
    return opening is not None and bool(_COMMAS.search(text[: opening[0]]))


def inner_items(text: str, start: int) -> tuple[tuple[int, int, int], ...]:
    """Return the items inside a paragraph: start, end of the title, end with its full stop.

    Args:
        text: the paragraph.
        start: where its own heading (一是…。) ends.
    """
    if len(text) < MIN_CUT_PARAGRAPH:
        return ()
    found: list[tuple[int, int, int]] = []
    at = start
    while at < len(text):
        title_end, end = first_sentence(text, at)
        label = text[at:title_end]
        if len(label) <= MAX_INNER_ITEM and not _COMMAS.search(label):
            far = not found or at - found[-1][2] >= MIN_INNER_TEXT
            if not (far and len(text) - end >= MIN_TEXT and _is_label(label, MAX_INNER_ITEM)):
                return ()
            found.append((at, title_end, end))
        at = end
    return tuple(found) if len(found) >= MIN_INNER_ITEMS else ()


def _is_label(sentence: str, longest: int) -> bool:
    commas = len(_COMMAS.findall(sentence))
    return (
        MIN_TITLE <= len(sentence) <= (longest if not commas else MAX_ITEM_WITH_COMMA)
        and commas <= 1
        and not _FIGURE.search(sentence)
        and not _CARRIES_ON.match(sentence)
        and not _STATES.search(sentence)
    )


MAX_SHORT_LINE = 30
"""Maximum characters of an unnumbered heading on a line of its own."""
_ENDS = re.compile(r"[。！？；：，、…—\-,.;:!?）)》”\"]$")


def is_short_line(text: str, before: str | None, after: str | None) -> bool:
    """Return whether a line is an unnumbered heading.

    It is short and has no closing punctuation, the paragraph before it is complete, and a longer
    paragraph follows.

    Args:
        text: the line.
        before: the paragraph before it; None at the start of the report.
        after: the paragraph after it; None at the end of the report.
    """
    return (
        MIN_TITLE <= len(text) <= MAX_SHORT_LINE
        and not _ENDS.search(text)
        and after is not None
        and len(after) > len(text)
        and (before is None or bool(re.search("[。！？：”）]$", before)))
        and not _FIGURE.match(text)
    )
