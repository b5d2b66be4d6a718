"""No reader is quadratic: what is four times as long takes about four times as long.

Each reader is given 2,500 and 10,000 characters of one piece that some pattern begins with, and a
limit for the longer, so that a reader that is merely slow is no failure.
"""

# ruff: noqa: SLF001 (patterns are tried by themselves)

import time
from contextlib import suppress
from pathlib import Path

import pytest

from mingbai.checks import full_width, links, look_alikes, macros, punctuation
from mingbai.checks.texts import link_marks
from mingbai.checks.texts.own_words import CODED
from mingbai.content.safety import forbidden_html, refusals
from mingbai.content.safety.markup import Markup
from mingbai.errors import Location, MingbaiError
from mingbai.figures import compare, find, find_en
from mingbai.hidden import hidden, unseen
from mingbai.report.pages.blocks import blocks
from mingbai.report.pages.markdown import escape, words
from mingbai.report.pages.pagefile import parse_page
from mingbai.report.parse import parse
from mingbai.report.read import decode
from mingbai.site.compose.macros import Macros, arguments, left_over
from mingbai.site.compose.parts import inline_html, is_html
from mingbai.site.search import layer
from mingbai.site.search.documents import plain
from mingbai.translation.protect import mask
from mingbai.translation.quality import structure
from mingbai.yamlfile import parse as parse_yaml

HERE = Path("page.md")
MACROS = Macros(Path(__file__).parent.parent / "overrides" / "macros")
RULES = (
    *(pattern for _, pattern in structure._MARKS), layer._LATIN,
    full_width._FULL, links._LINK, links._RAW, links._HEADING, links._ID, look_alikes._NUMBER,
    look_alikes._SIGNS, look_alikes._WORD, macros._CALL, punctuation._HALF, punctuation._FULL,
    CODED,
)  # fmt: skip


def _rules(text):
    for pattern in RULES:
        for _ in pattern.finditer(text):
            pass


READERS = {
    "report": lambda text: blocks(parse(decode(text.encode(), HERE))),
    "page": parse_page,
    "safety": lambda text: refusals(text, HERE, Markup(), is_source=False),
    "data": lambda text: list(forbidden_html(text)),
    "words": words,
    "escaped words": lambda text: words(escape(text)),
    "Chinese numbers": lambda text: list(find(text)),
    "English numbers": lambda text: list(find_en(text)),
    "comparison": lambda text: compare(text, text),
    "macro": lambda text: MACROS.render(text, Location(HERE), {}),
    "arguments": lambda text: arguments(f"name({text})"),
    "braces": left_over,
    "marks of links": lambda text: list(link_marks.slips(parse_page(text).blocks)),
    "rules": _rules,
    "YAML": lambda text: parse_yaml.__wrapped__(text, HERE),
    "HTML of a paragraph": inline_html,
    "HTML": lambda text: is_html(f"<div>{text}</div>"),
    "search": plain,
    "masking": mask,
    "characters": lambda text: (list(hidden(text)), list(unseen(text))),
}
PIECES = (
    "{{", "}}", "{", "[", "]", "](", "][", "[^", "[a](", "**", "*", "_", "<", "<a ", "<div>", "</",
    "<!--", "`", "``", "~~~\n", "(", "（", "1", "9", "1,", "1.", "12,345 ", "%", "％", "万", "一",
    "百", "零", "第", "个", "“", "‘", "'", '"', "\\", "&", "&#", "&lt;", "#", "# ", "|", "\n", " ",
    "\n    ", "\t", "\u3000", "- ", "> ", "!", "!!! ", "a", "A", "a b ", "Ab ", "the ", "、", "，",
    "：", "——", "一、", "第一，", "2024年", "年", "RMB ",
    "billion ", "over ", "http://", "a@", "{%",
    "{#", "{:", "增长", "分之", "\u200b", "one hundred ", "twenty-", "key: ", "---\n", "O", "1l",
)  # fmt: skip
SHORT, LONG = 2_500, 10_000
ENOUGH = 0.1
"""Seconds of CPU; what takes less is fast enough on any machine."""


def _seconds(read, text, tries=1):
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        with suppress(MingbaiError, ValueError):
            read(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", READERS)
def test_time_grows_with_the_length(name):
    """Not with its square, whatever a text repeats."""
    read, slow = READERS[name], []
    for piece in PIECES:
        short, long = (f"{piece * (size // len(piece))}" for size in (SHORT, LONG))
        if (first := _seconds(read, long)) > ENOUGH:
            ratio = min(first, _seconds(read, long, 2)) / max(_seconds(read, short, 3), 1e-3)
            if ratio > 9:
                slow.append((piece, round(first, 2), round(ratio, 1)))
    assert slow == []
