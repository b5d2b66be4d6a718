"""Each block of the report with its English: what the ledger, the drafting and the checks go by."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mingbai.content.library import Library
from mingbai.content.page import Block, Page
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell


@dataclass(frozen=True, slots=True)
class Pair:
    """One block of the report in both languages."""

    page: str
    """Below the language's folder: ``review-2023/economy.md``."""
    id: str
    """``p5``, ``p9-2``: used once in a report."""
    chinese: str
    """The block's words on the Chinese page."""
    english: str | None
    """Its words on the English page; None where there is no page, or it still holds the Chinese."""
    location: Location
    """Of the English block; of the Chinese one where the page has no English."""


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


def _report_blocks(page: Page) -> list[tuple[str, Block]]:
    return [(block.id, block) for block in page.blocks if block.id is not None]


def refuse_unknown(wanted: Iterable[str], known: Collection[str]) -> None:
    """Refuse pages that somebody named and that hold no block of the report.

    Raises:
        DataInvalid: naming each of them.
    """
    errors: tuple[MingbaiError, ...] = tuple(
        DataInvalid(
            None,
            tell("There is no block of the report on {name}.", name=name),
            todo=tell("Name it as below content/zh: opening.md."),
        )
        for name in wanted
        if name not in known
    )
    raise_all(errors)
