"""A figure in words, in one language, with its quote, for cards and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.content.page import Page
from mingbai.figures import Kind, Quantity, say_change_en, say_change_zh, say_en, say_zh
from mingbai.figures.english.words import ordinal
from mingbai.figures.entry import Change, Figure, Rank
from mingbai.figures.say import chinese_digits
from mingbai.figures.store import Proved
from mingbai.language import Language
from mingbai.locales import say

KINDS = {"result": "Result", "target": "Target", "standing": "Standing"}
"""The name of each kind of figure."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure in one language."""

    id: str
    label: str
    value: str
    """The value with its unit and bound, or the rank if the figure is only a rank."""
    change: str
    """The change, with its direction in a word; empty if the report states none."""
    is_up: bool | None
    """The direction of the change; None if there is none."""
    rank: str
    """The rank and its scope; empty if the report states none."""
    period: str
    kind: str
    """Result, target or standing, in words."""
    quote: str
    """The report's words, in Chinese."""
    url: str
    """The address of the block that contains the quote, from the language's home page."""
    block: str
    """The block's id: ``p5``."""


def figure_views(
    figures: tuple[Proved, ...],
    pages: tuple[Page, ...],
    language: Language,
    urls: Mapping[str, str],
) -> dict[str, FigureView]:
    """Return the views of the figures by id, in the order of the file.

    Args:
        figures: the figures whose quotes were found.
        pages: the Chinese pages, which contain the quotes.
        language: ``zh`` or ``en``.
        urls: from a page's path to its address from the language's home page.
    """
    return {
        proof.figure.id: _view(proof.figure, language, *_place(proof, pages, urls))
        for proof in figures
    }


def _place(proof: Proved, pages: tuple[Page, ...], urls: Mapping[str, str]) -> tuple[str, str]:
    """Return the address and the id of the block that contains a quote."""
    paragraph = f"p{proof.paragraph}"
    for page in pages:
        for block in page.blocks:
            if (
                block.id is not None
                and block.id.partition("-")[0] == paragraph
                and proof.figure.quote in block.source.words
            ):
                return f"{urls[page.path]}#{block.id}", block.id
    return "", paragraph


def _view(figure: Figure, language: Language, url: str, block: str) -> FigureView:
    value = _value(figure, language)
    rank = _rank(figure.rank, language) if figure.rank else ""
    own = figure.direction
    change = _change(figure.change, language) if figure.change else ""
    if own is not None and figure.change is None and figure.quantity is not None:
        value = language.pick(say_change_zh, say_change_en)(figure.quantity)
    direction = figure.change.direction if figure.change else own
    return FigureView(
        id=figure.id,
        label=language.pick(figure.label.zh, figure.label.en),
        value=value or rank,
        change=change,
        is_up=None if direction is None else direction.value == "up",
        rank=rank if value else "",
        period=figure.period,
        kind=say(language, KINDS[figure.kind]),
        quote=figure.quote,
        url=url,
        block=block,
    )


def _value(figure: Figure, language: Language) -> str:
    if figure.quantity is None:
        return ""
    noun = figure.unit_label
    if language.is_english:
        return say_en(figure.quantity, noun=noun.en if noun else "")
    return say_zh(figure.quantity, noun=noun.zh if noun else "")


def _change(change: Change, language: Language) -> str:
    quantity = Quantity(change.value, change.unit, change.bound, direction=change.direction)
    return language.pick(say_change_zh, say_change_en)(quantity)


_PLACES = {
    "top": "top {place} {scope}",
    "record": "{place} wins in a row {scope}",
    "sequence": "{place} {scope} to do so",
    "novelty": "{place} of its kind {scope}",
    "most": "the most {scope}",
    "tier": "in the {place} tier {scope}",
}
"""Wording of ranks other than a plain place: 率先 means first in time, not in merit."""


def _rank(rank: Rank, language: Language) -> str:
    """Return a rank and its scope in words, as the quote states them.

    Source: docs/reference/figures.md, "Ranks in figures.yml".
    """
    scope = language.pick(rank.scope.zh, rank.scope.en)
    if rank.of == "ordinal":
        quantity = Quantity(rank.value, kind=Kind.RANK)
        return language.pick(say_zh, say_en)(quantity, scope=scope)
    if rank.of == "sequence" and rank.value == 1 and not language.is_english:
        return say(language, "ahead of all others {scope}", scope=scope)
    if not language.is_english:
        place = chinese_digits(rank.value)
    elif rank.of in {"top", "record"}:
        place = str(rank.value)
    else:
        place = ordinal(int(rank.value))
    return say(language, _PLACES[rank.of], place=place, scope=scope)
