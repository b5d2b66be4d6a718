"""The paragraphs of a text: its lines with visible characters."""

import re

from mingbai.report.model import Paragraph

_BLANK = r"\s\u200b\ufeff"
"""White space, and the two zero-width characters that text copied from web pages contains."""

_WORDS = re.compile(rf"[^{_BLANK}](?:[^\r\n]*[^{_BLANK}])?")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Return the non-empty lines, numbered from 1, without surrounding white space.

    >>> [(p.number, p.text, p.start) for p in paragraphs("各位代表：\n\n\u3000\u3000现在，\n")]
    [(1, '各位代表：', 0), (2, '现在，', 9)]
    """
    return tuple(
        Paragraph(number, match.group(), match.start())
        for number, match in enumerate(_WORDS.finditer(text), 1)
    )
