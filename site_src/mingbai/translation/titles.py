"""The title of an English page that a draft creates: its first heading without the number."""

from collections.abc import Mapping

from mingbai.content.page import Page
from mingbai.content.writing import with_title
from mingbai.report.pages.markdown import words
from mingbai.translation.quality.numbering import without_marks


def title_of(chinese: str, english: str) -> str:
    """Return the page title made from a heading.

    >>> title_of("一是加快改革。", "First: faster reform")
    'Faster reform'
    """
    text = without_marks(chinese, english)[1].strip().removesuffix(".")
    return text[:1].upper() + text[1:]


def titled(text: str, page: Page, english: Mapping[str, str]) -> str:
    """Return an English page's text; replace a title that is still Chinese by its heading.

    Args:
        text: the text of the English page.
        page: the Chinese one.
        english: the inline Markdown just written, by block id.
    """
    for block in page.blocks:
        if block.id is not None and block.id in english and block.source.level:
            chinese = block.source.words
            if page.front.title in chinese:
                title = title_of(chinese, words(english[block.id]))
                return with_title(text, page.front.title, title)
    return text
