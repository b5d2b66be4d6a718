"""Converts the report's words to Markdown and back.

`escape` writes words so that Markdown and Jinja show them unchanged. `words` reads a block that an
editor may have edited: it removes the editor's emphasis, links, footnote marks, macros and comments
and returns the report's words.
"""

import re

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>&~^|$]")
_AT_START = re.compile(r"(?:#{1,6}(?=\s|$|#)|[-+=](?=\s|$|[-=])|\d{1,9}[.)](?=\s|$)|[!?]{3}|:)")
_ENTITIES = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "~": "&#126;",
    "^": "&#94;",
    "|": "&#124;",
    "$": "&#36;",
}


def escape(text: str) -> str:
    r"""Return Markdown that shows the text unchanged.

    >>> escape("开展PM_2.5治理")
    '开展PM\\_2.5治理'
    >>> escape("# <b>{{ x }}")
    '\\# &lt;b&gt;\\{\\{ x \\}\\}'
    """
    escaped = _ALWAYS.sub(lambda found: _escaped(found.group()), text)
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    mark = start.group()[-1] if start.group()[0].isdigit() else start.group()[0]
    at = escaped.index(mark)
    return escaped[:at] + _escaped(mark) + escaped[at + 1 :]


def _escaped(character: str) -> str:
    if character in _ENTITIES:
        return _ENTITIES[character]
    return "\\" + character if character in "\\`*_{}[]#-+.!()" else f"&#{ord(character)};"


_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<![\\`])(?P<ticks>`{1,9})(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""Fenced code and inline code."""
_SIGN = re.compile(r"[^\n]")


def without_code(markdown: str) -> str:
    r"""Return Markdown with its code replaced by spaces; all other offsets stay the same.

    >>> without_code("Write `{{ x }}`, or\n```\n[a](b.md)\n```\nas [here](c.md).")
    'Write          , or\n   \n         \n   \nas [here](c.md).'
    """
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    return _CODE.sub(lambda found: _SIGN.sub(" ", found[0]), markdown)


_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | &(?P<named>lt|gt|amp);
    | &\#(?P<code>\d{2,7});
    | (?P<editors>
          \{\{(?:[^{}]|\{[^{}]*\})*\}\}          # a macro
        | \{%[^%]*%\} | \{\#[^#]*\#\}
        | <!--(?:(?!-->).)*(?:-->|\Z)            # a comment
        | \[\^[^\]\s]{1,40}\]                    # a footnote's mark
        | \]\([^()\s]*(?:\s"[^"]*")?\)           # a link's end
        | \]\[[^\]]*\]
        | \{:?[^{}]*\}                           # an attribute list
        | </?[A-Za-z][^<>]*>                     # a tag
        | [*_`\[\]]                              # emphasis, code, a link's beginning
      )
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&"}


def words(markdown: str) -> str:
    r"""Return the report's words in a block of Markdown.

    >>> words("**——聚焦。**全面{{ figure('gdp-2023') }}落实[政策](x.md)PM\\_2.5")
    '——聚焦。全面落实政策PM_2.5'
    """
    return _TOKEN.sub(_plain, markdown)


def _plain(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["named"]:
        return _NAMED[found["named"]]
    if found["code"] and (code := int(found["code"])) <= 0x10FFFF:  # noqa: PLR2004 (Unicode's end)
        return chr(code)
    return ""
