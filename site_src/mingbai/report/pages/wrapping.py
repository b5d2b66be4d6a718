"""Joins wrapped lines: with a space between English words, without one between Chinese."""

import re

_NEUTRAL = " \t*_`~“”‘’…—"
"""Characters used in both scripts, and Markdown's marks: the next character decides."""
_CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z]")
_LETTERS = 3
"""This many Latin letters count as one Chinese character."""
_STANDS_ALONE = re.compile(r"\s*(?:#{1,6}\s|!!!|\?\?\?|///|<|\{[:%#]|\[[^\]]+\]:|>)|[^|]*\|")
"""A line that is never joined to another."""
_BEGINS = re.compile(r"\s*(?:[-*+:]\s|\d+[.)]\s|[-=]+\s*$)")
"""A line that starts a list item or underlines a heading."""
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")


def joined(lines: list[str]) -> str:
    """Return the lines of a paragraph as one line.

    >>> joined(["全面落实", "政策"]), joined(["its guiding", "and safeguarding role"])
    ('全面落实政策', 'its guiding and safeguarding role')
    >>> joined(["增长", "6.3%，“GDP”", "稳步"])
    '增长6.3%，“GDP”稳步'
    """
    if len(lines) == 1:
        return lines[0].strip()
    is_chinese = _is_chinese("".join(lines))
    text = ""
    for line in lines:
        own = line.strip()
        needs_blank = text and own and not _needs_none(text, own, is_chinese=is_chinese)
        text += " " + own if needs_blank else own
    return text


def _is_chinese(text: str) -> bool:
    """Return whether a text is Chinese; it may contain some foreign words."""
    return _LETTERS * len(_CJK.findall(text)) > len(_LATIN.findall(text))


def _needs_none(before: str, after: str, *, is_chinese: bool) -> bool:
    """Return whether two lines are joined without a space.

    In a Chinese text that needs Chinese on one side of the break, in an English text on both.
    """
    left, right = before.rstrip(_NEUTRAL)[-1:], after.lstrip(_NEUTRAL)[:1]
    sides = bool(_CJK.match(left)), bool(_CJK.match(right))
    return any(sides) if is_chinese else all(sides)


def unwrapped(markdown: str) -> str:
    r"""Return Markdown without line breaks inside Chinese prose; everything else is unchanged.

    >>> unwrapped("看得清楚，\n在编辑器里。\n- 一项\n  接着")
    '看得清楚，在编辑器里。\n- 一项接着'
    >>> unwrapped("# 题\n正文"), unwrapped("A line\nand another")
    ('# 题\n正文', 'A line\nand another')
    """
    if "\n" not in markdown:
        return markdown
    is_chinese = _is_chinese(markdown)
    lines: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        is_code = bool(fence or mark)
        if lines and not is_code and _goes_on(lines[-1], line, is_chinese=is_chinese):
            lines[-1] = lines[-1].rstrip() + line.lstrip()
        else:
            lines.append(line)
        if mark:
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = ""
    return "\n".join(lines)


def _goes_on(before: str, after: str, *, is_chinese: bool) -> bool:
    """Return whether a line continues the Chinese sentence of the previous line."""
    if not before.strip() or not after.strip() or before.endswith(("  ", "\\")):
        return False
    if _STANDS_ALONE.match(before) or _STANDS_ALONE.match(after) or _BEGINS.match(after):
        return False
    return not _FENCE.match(before) and _needs_none(before, after, is_chinese=is_chinese)
