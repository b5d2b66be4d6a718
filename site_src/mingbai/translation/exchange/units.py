"""The blocks of a report as units, and the Markdown of what comes back."""

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
        pages: paths below a language's folder; none for all.
        states: only blocks in these states; none for all.

    Raises:
        DataInvalid: a page has no blocks of the report, or does not exist.
    """
    wanted, chosen = tuple(pages), tuple(states)
    found = translation_states(pairs(library), library.ledger)
    refuse_unknown(wanted, {standing.pair.page for standing in found})
    glossary = ChineseIndex(library.terms)
    return tuple(
        unit_of(library, standing, glossary)
        for standing in found
        if (not wanted or standing.pair.page in wanted) and (not chosen or standing.state in chosen)
    )


def unit_of(library: Library, standing: TranslationState, glossary: ChineseIndex) -> Unit:
    """Return one block as a unit."""
    pair = standing.pair
    chinese = mask(chinese_block(library, standing).source.inline)
    english = ""
    if pair.english is not None:
        block = _block(library.en[pair.page].blocks, pair.id)
        english = renumbered(mask(block.source.inline), chinese.markup)
    terms = {match.term.zh: match.term.en for match in glossary.find(pair.chinese)}
    return Unit(
        pair.page,
        pair.id,
        one_line(chinese.text),
        one_line(english),
        standing.state,
        chinese.markup,
        tuple(terms.items()),
    )


def chinese_block(library: Library, standing: TranslationState) -> PageBlock:
    """Return the block of the Chinese page."""
    page = next(page for page in library.zh if page.path == standing.pair.page)
    return _block(page.blocks, standing.pair.id)


def _block(blocks: Iterable[PageBlock], id_: str) -> PageBlock:
    return next(block for block in blocks if block.id == id_)


def renumbered(english: Masked, markup: tuple[str, ...]) -> str:
    """Return masked English with the numbers that its markup has in the Chinese.

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
