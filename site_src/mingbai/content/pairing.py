"""Pairs each block of the report with its English, for the ledger, the drafts and the checks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mingbai.content.library import Library
from mingbai.content.page import Page, PageBlock
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell


@dataclass(frozen=True, slots=True)
class Pair:
    """One block of the report in both languages."""

    page: str
    """Path of its page below the language's folder: ``review-2023/economy.md``."""
    id: str
    """Its id, unique in a report: ``p5``, ``p9-2``."""
    chinese: str
    """Its words on the Chinese page."""
    english: str | None
    """Its words on the English page; None if the page is missing or still has the Chinese."""
    location: Location
    """Location of the English block; of the Chinese block if there is no English page."""


def pairs(library: Library) -> tuple[Pair, ...]:
    """Return the report's blocks of all pages, in the order of the report."""
    order = {
        block.id: number
        for number, block in enumerate(
            block for page in library.manifest.pages for block in page.blocks
        )
    }
    found = [pair for page in library.zh for pair in _pairs(page, library.en.get(page.path))]
    return tuple(sorted(found, key=lambda pair: order[pair.id]))


def _pairs(chinese: Page, english: Page | None) -> list[Pair]:
    translated = {} if english is None else dict(_report_blocks(english))
    found = []
    for id_, block in _report_blocks(chinese):
        other = translated.get(id_)
        words = block.source.words
        file, shown = (chinese.file, block) if english is None else (english.file, other or block)
        text = None if other is None or other.source.words == words else other.source.words
        found.append(Pair(chinese.path, id_, words, text, Location(file, shown.source.line)))
    return found


def _report_blocks(page: Page) -> list[tuple[str, PageBlock]]:
    return [(block.id, block) for block in page.blocks if block.id is not None]


def refuse_unknown(wanted: Iterable[str], known: Collection[str]) -> None:
    """Raise an error if a page that the user named has no block of the report.

    Raises:
        DataInvalid: one error for each such page.
    """
    errors: tuple[MingbaiError, ...] = tuple(
        DataInvalid(
            None,
            tell("The page {page} has no block of the report.", page=name),
            todo=tell("Give the page's path below content/zh, such as opening.md."),
        )
        for name in wanted
        if name not in known
    )
    raise_all(errors)
