"""Gives admonitions (``!!! note``) without a title one in the page's language."""

import re

from mingbai.language import Language
from mingbai.locales import say

_HEAD = re.compile(r"^([ \t]*(?:!!!|\?\?\?\+?) ?([\w-]+)(?: +[\w-]+)*)[ \t]*$", re.MULTILINE)
TITLES = {
    "note": "Note",
    "abstract": "Abstract",
    "summary": "Summary",
    "info": "Info",
    "tip": "Tip",
    "hint": "Hint",
    "important": "Important",
    "success": "Success",
    "question": "Question",
    "help": "Help",
    "warning": "Warning",
    "caution": "Caution",
    "attention": "Attention",
    "failure": "Failure",
    "danger": "Danger",
    "error": "Error",
    "bug": "Bug",
    "example": "Example",
    "quote": "Quote",
}
"""The admonition types of Python-Markdown and Material, with the title of each."""


def titled(markdown: str, language: Language) -> str:
    r"""Return Markdown in which each admonition of a known type has a title.

    >>> titled("!!! note\n    甲", Language.ZH)
    '!!! note "注"\n    甲'
    >>> titled('!!! note ""\n    甲', Language.ZH), titled("!!! own\n    a", Language.EN)
    ('!!! note ""\n    甲', '!!! own\n    a')
    """
    if "!!!" not in markdown and "???" not in markdown:
        return markdown
    return _HEAD.sub(lambda found: _with_title(found, language), markdown)


def _with_title(found: re.Match[str], language: Language) -> str:
    title = TITLES.get(found[2].lower())
    return found[0] if title is None else f'{found[1]} "{say(language, title)}"'
