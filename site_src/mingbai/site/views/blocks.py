"""The report's blocks as link targets, and lists of the editors' pages in a folder."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from mingbai.address import address_of, leads_folder
from mingbai.content.library import Library
from mingbai.hidden import without_unseen
from mingbai.language import Language

_CHARACTERS = 56
"""Maximum length of a Chinese excerpt."""
_LETTERS = 150
"""Maximum length of an English excerpt."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the report as the target of a link."""

    id: str
    url: str
    """The address from the language's home page."""
    title: str
    """The title of its page."""
    text: str
    in_chinese: bool
    """Whether the text is Chinese on an English page."""
    language: Language
    """The language of the text."""

    @property
    def paragraph(self) -> str:
        """The number of the report's paragraph.

        >>> BlockView("p31-4", "", "", "", in_chinese=False, language=Language.EN).paragraph
        '31'
        """
        return self.id.removeprefix("p").split("-", maxsplit=1)[0]

    @property
    def excerpt(self) -> str:
        """The beginning of its text."""
        return excerpt(self.text, self.language)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the editors' pages in a list."""

    title: str
    summary: str
    url: str
    """The address from the language's home page."""


def block_views(
    library: Library, language: Language, places: Mapping[str, str]
) -> Mapping[str, BlockView]:
    """Return the report's blocks by id; `places` contains their addresses."""
    views: dict[str, BlockView] = {}
    for chinese in library.zh:
        page = language.pick(chinese, library.en.get(chinese.path, chinese))
        original = {block.id: block.source.words for block in chinese.blocks}
        for block in page.blocks:
            if block.id is not None:
                said = block.source.words
                in_chinese = language.is_english and said == original[block.id]
                views[block.id] = BlockView(
                    id=block.id,
                    url=places[block.id],
                    title=page.front.title,
                    text=without_unseen(said),
                    in_chinese=in_chinese,
                    language=Language.ZH if in_chinese else language,
                )
    return views


def excerpt(text: str, language: Language) -> str:
    """Return the beginning of a text.

    >>> excerpt("Roads were built. " * 20, Language.EN)[-24:]
    'Roads were built. Roads…'
    >>> excerpt("道路" * 40, Language.ZH)[-3:]
    '道路…'
    """
    text = text.lstrip("— ")
    if language.is_english:
        return textwrap.shorten(text, _LETTERS, placeholder="…")
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"


def folders(library: Library, language: Language) -> Mapping[str, tuple[Leaf, ...]]:
    """Return the editors' pages by folder, without each folder's index."""
    found: dict[str, tuple[Leaf, ...]] = {}
    for page in library.zh:
        shown = language.pick(page, library.en.get(page.path))
        folder = str(PurePosixPath(page.path).parent)
        if shown is None or page.is_report or leads_folder(page.path):
            continue
        leaf = Leaf(shown.front.title, shown.front.summary, address_of(page.path))
        found[folder] = (*found.get(folder, ()), leaf)
    return found
