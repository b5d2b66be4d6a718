"""Converts the blocks of a report to units, and imported text to Markdown."""

from collections.abc import Iterable

from mingbai.content.ledger import State
from mingbai.content.library import Library
from mingbai.content.page import PageBlock
from mingbai.content.pairing import pairs, refuse_unknown
from mingbai.content.state import TranslationState, translation_states
from mingbai.glossary import ChineseIndex
from mingbai.translation.exchange.model import MASK, Unit, one_line
from mingbai.translation.protect import Masked, mask


def units(
    library: Library, pages: Iterable[str] = (), states: Iterable[State] = ()
) -> tuple[Unit, ...]:
    """Return the report's blocks as units, in the order of the report.

    Args:
        library: the project's pages, ledger and glossary.
        pages: paths in a language's folder; none for all.
        states: only blocks in these states; none for all.

    Raises:
        DataInvalid: a page does not exist, or has no blocks of the report.
    """
    wanted, chosen = tuple(pages), tuple(states)
    found = translation_states(pairs(library), library.ledger)
    refuse_unknown(wanted, {block.pair.page for block in found})
    glossary = ChineseIndex(library.terms)
    return tuple(
        unit_of(library, block, glossary)
        for block in found
        if (not wanted or block.pair.page in wanted) and (not chosen or block.state in chosen)
    )


def unit_of(library: Library, block: TranslationState, glossary: ChineseIndex) -> Unit:
    """Return one block as a unit."""
    pair = block.pair
    chinese = mask(chinese_block(library, block).source.inline)
    english = ""
    if pair.english is not None:
        page_block = _block(library.en[pair.page].blocks, pair.id)
        english = renumbered(mask(page_block.source.inline), chinese.markup)
    terms = {match.term.zh: match.term.en for match in glossary.find(pair.chinese)}
    return Unit(
        pair.page,
        pair.id,
        one_line(chinese.text),
        one_line(english),
        block.state,
        chinese.markup,
        tuple(terms.items()),
    )


def chinese_block(library: Library, block: TranslationState) -> PageBlock:
    """Return the block of the Chinese page."""
    page = next(page for page in library.zh if page.path == block.pair.page)
    return _block(page.blocks, block.pair.id)


def _block(blocks: Iterable[PageBlock], id_: str) -> PageBlock:
    return next(block for block in blocks if block.id == id_)


def renumbered(english: Masked, markup: tuple[str, ...]) -> str:
    """Return masked English whose masks have the numbers of the Chinese.

    Markup that the Chinese does not have gets numbers after those of the Chinese.

    >>> renumbered(Masked("On ⟦0⟧the plan⟦1⟧, ⟦2⟧GDP.⟦3⟧", ("[", "](a.md)", "**", "**")),
    ...            ("**", "**", "[", "](a.md)"))
    'On ⟦2⟧the plan⟦3⟧, ⟦0⟧GDP.⟦1⟧'
    """
    free = list(enumerate(markup))
    numbers: list[int] = []
    extra = len(markup)
    for piece in english.markup:
        place = next((at for at, (_, ours) in enumerate(free) if ours == piece), None)
        if place is None:
            numbers.append(extra)
            extra += 1
        else:
            numbers.append(free.pop(place)[0])
    return MASK.sub(
        lambda found: (
            f"⟦{numbers[int(found[1])]}⟧" if int(found[1]) < len(numbers) else found.group()
        ),
        english.text,
    )
