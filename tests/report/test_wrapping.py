"""Wrapping a line changes neither what is shown nor what is stored of a block."""

import pytest

from mingbai.digest import words_digest
from mingbai.report.pages.pagefile import parse_page
from mingbai.report.pages.wrapping import unwrapped

CHINESE = "全市生产总值**7062.5亿元**，增长6.3%，“GDP”排名第五。"
ENGLISH = "Its guiding and safeguarding role, called 枢纽 here, grew by **6.3%** in “2023”."


def _words(paragraph):
    (block,) = parse_page(f"---\ntitle: a\n---\n\n{paragraph}\n").report_blocks
    return block.words


@pytest.mark.parametrize("at", [2, 6, 15, 16, 20, 21, 26])
def test_a_chinese_paragraph_may_be_wrapped_anywhere(at):
    """Nothing comes between the signs, and the hash of its words stays."""
    wrapped = f"{CHINESE[:at]}\n{CHINESE[at:]}"
    assert _words(wrapped) == _words(CHINESE)
    assert words_digest(_words(wrapped)) == words_digest(_words(CHINESE))


def test_an_english_paragraph_may_be_wrapped_at_each_blank():
    """The blank stays, also beside a Chinese word."""
    for at in (at for at, sign in enumerate(ENGLISH) if sign == " "):
        assert _words(f"{ENGLISH[:at]}\n{ENGLISH[at + 1 :]}") == _words(ENGLISH)


STAYS = {
    "a heading": "# 标题\n正文",
    "a list": "一句。\n- 一项\n- 二项\n1. 三项",
    "a marked block": '!!! note "注"\n    一句。',
    "a table": "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
    "fenced code": "```\n一句\n二句\n```",
    "HTML": "<div>\n一句\n</div>",
    "a hard break": "一句，  \n二句",
    "English": "A line\nand another",
    "a footnote": "一句\n[^1]: 注",
}


@pytest.mark.parametrize("markdown", STAYS.values(), ids=STAYS)
def test_lines_that_markdown_needs_stay(markdown):
    """Only lines inside Chinese prose are put together."""
    assert unwrapped(markdown) == markdown


def test_the_editors_chinese_is_put_together():
    """In paragraphs, items and marked blocks."""
    assert unwrapped("为了看清，\n**重点**在\n编辑器里。") == "为了看清，**重点**在编辑器里。"
    assert unwrapped("!!! note\n    一句，\n    接着。") == "!!! note\n    一句，接着。"
