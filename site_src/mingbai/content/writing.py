"""Changes single blocks of an English page; the rest of the page stays byte for byte."""

from collections.abc import Mapping

import yaml

from mingbai.content.page import Page
from mingbai.report.pages.pagefile import parse_page


def with_block(text: str, number: int, markdown: str) -> str:
    r"""Return a page's text with its ``number``-th report block (from 0) replaced.

    >>> with_block("---\ntitle: A\n---\n\n# 甲\n\n乙。\n", 1, "B.")
    '---\ntitle: A\n---\n\n# 甲\n\nB.\n'
    """
    block = parse_page(text).report_blocks[number]
    lines = text.split("\n")
    start = block.line - 1
    lines[start : start + block.markdown.count("\n") + 1] = [markdown]
    return "\n".join(lines)


def with_english(text: str, page: Page, english: Mapping[str, str]) -> str:
    """Return an English page's text with new English in some of its blocks.

    Everything else stays byte for byte, including Windows line ends.

    Args:
        text: the text of the English page's file.
        page: the Chinese page, which has the ids of the blocks and the levels of the headings.
        english: inline Markdown by block id, without the marks of headings.
    """
    blocks = [(block.id, block.source) for block in page.blocks if block.id is not None]
    end = "\r" if "\r\n" in text else ""
    for number, (id_, source) in enumerate(blocks):
        if id_ in english:
            marks = "#" * source.level + " " if source.level else ""
            text = with_block(text, number, f"{marks}{english[id_]}{end}")
    return text


def english_of(text: str, page: Page, id_: str) -> str | None:
    """Return the words of a block in an English page's text; None if it still has the Chinese.

    Args:
        text: the text of the English page's file.
        page: the Chinese page.
        id_: the block's id.
    """
    blocks = [block for block in page.blocks if block.id is not None]
    number = next(at for at, block in enumerate(blocks) if block.id == id_)
    english = parse_page(text).report_blocks[number].words
    return None if english == blocks[number].source.words else english


def with_title(text: str, chinese: str, title: str) -> str:
    r"""Return a page's text with a new title, if its title is still the Chinese one.

    >>> with_title("---\ntitle: 改革\n---\n\n# Reform\n", "改革", "Reform")
    '---\ntitle: Reform\n---\n\n# Reform\n'
    >>> with_title("---\ntitle: Mine\n---\n", "改革", "Reform")
    '---\ntitle: Mine\n---\n'
    """
    old, new = (_front({"title": name}) for name in (chinese, title))
    head, mark, rest = text.partition("\n---")
    return head.replace(old.strip(), new.strip(), 1) + mark + rest


def _front(fields: Mapping[str, str]) -> str:
    return yaml.safe_dump(dict(fields), allow_unicode=True, width=1000)


def untranslated(page: Page) -> str:
    """Return the text of a new English page that still has the Chinese in every block."""
    front = _front({"title": page.front.title})
    blocks = [block.source.markdown for block in page.blocks if block.id is not None]
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"
