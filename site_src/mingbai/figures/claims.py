"""What an entry states, and which words of its quote prove it.

Two claims must not have the same words as proof, because one number of the report would then count
twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mingbai.figures.chinese import find
from mingbai.figures.entry import Change, Figure, Rank
from mingbai.figures.listing import decimal_string
from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.units import is_counted, same_unit
from mingbai.messages import tell

Span = tuple[int, int]
"""Where words begin and end, in characters."""

Place = Literal["ordinal", "top", "record", "sequence", "most", "tier"]

_SEQUENCE = re.compile("率先|第.+[个家座]")
_NOVELTY = re.compile("首[个家例创座]")
_SHARED = re.compile("(?<![平亩人年户])均|都|双双|各(?![类位种项地级])")


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that an entry states."""

    what: str
    """As an error names it: ``value 706250000000 CNY``."""
    spans: tuple[Span, ...]
    """The numbers of the quote that say the same; empty where the claim is not proved."""
    is_shared: bool
    """Whether its words may prove other claims: a rank, or a number that 均 gives to several."""


def claims(figure: Figure) -> tuple[Claim, ...]:
    """Return each number that an entry states, with the places in its quote that prove it.

    Source: docs/reference/figures.md, "Entries and their proof".
    """
    found = find(figure.quote)
    stated: list[Claim] = []
    if figure.value is not None:
        what = tell(
            "value {number} {unit}", number=decimal_string(figure.value), unit=figure.unit or ""
        ).rstrip()
        spans = tuple((n.start, n.end) for n in found if _says_value(n, figure))
        stated.append(Claim(what, spans, _is_shared(figure.quote, spans)))
    if (change := figure.change) is not None:
        what = tell("change {number} {unit}", number=decimal_string(change.value), unit=change.unit)
        spans = tuple((n.start, n.end) for n in found if _says_change(n, change))
        stated.append(Claim(what, spans, _is_shared(figure.quote, spans)))
    if (rank := figure.rank) is not None:
        what = tell("rank {number} ({of})", number=decimal_string(rank.value), of=rank.of)
        stated.append(Claim(what, tuple(_says_rank(figure.quote, found, rank)), is_shared=True))
    return tuple(stated)


def place_of(found: Found) -> Place | None:
    """Return which sort of place a number claims, None where it claims none.

    >>> [place_of(n) for n in find("全省第三、全省前三、在全省率先、列全省第一档、增长6.3%")]
    ['ordinal', 'top', 'sequence', 'tier', None]
    """
    if _SEQUENCE.fullmatch(found.text):
        return "sequence"
    if found.kind is not Kind.RANK:
        return None
    if found.bound is Bound.AT_MOST:
        return "top"
    if found.unit == "win":
        return "record"
    if found.text == "最多":
        return "most"
    return "tier" if found.text.endswith("档") else "ordinal"


def assign(wants: Sequence[tuple[Span, ...]]) -> tuple[Span | None, ...]:
    """Give as many claims as possible a place of their own, in their order.

    Args:
        wants: the places that may prove each claim.

    >>> assign([((0, 1), (4, 5)), ((0, 1),), ((0, 1),)])
    ((4, 5), (0, 1), None)

    Source: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955.
    """
    owner: dict[Span, int] = {}

    def settle(claim: int, tried: set[Span]) -> bool:
        for span in wants[claim]:
            if span in tried:
                continue
            tried.add(span)
            if span not in owner or settle(owner[span], tried):
                owner[span] = claim
                return True
        return False

    for claim in range(len(wants)):
        settle(claim, set())
    given = {claim: span for span, claim in owner.items()}
    return tuple(given.get(claim) for claim in range(len(wants)))


def _says_value(number: Found, figure: Figure) -> bool:
    return (
        number.value == figure.value
        and number.upper == figure.upper
        and number.bound is figure.bound
        and number.direction in (figure.direction, None)
        and _same_unit(number, figure.unit)
    )


def _says_change(number: Found, change: Change) -> bool:
    return (
        number.value == change.value
        and number.direction in (change.direction, None)
        and number.bound is change.bound
        and same_unit(number.unit, change.unit)
    )


def _says_rank(quote: str, found: tuple[Found, ...], rank: Rank) -> Iterator[Span]:
    """Yield where a quote claims a place; 首个 is an adjective, and no number to the grammar."""
    if rank.of == "novelty":
        yield from (match.span() for match in _NOVELTY.finditer(quote) if rank.value == 1)
        return
    for number in found:
        if number.value == rank.value and place_of(number) == rank.of:
            yield number.start, number.end


def _is_shared(quote: str, spans: tuple[Span, ...]) -> bool:
    """Return whether 均 or a similar word precedes the number and gives it to several."""
    return any(_SHARED.search(quote, 0, start) for start, _ in spans)


def _same_unit(number: Found, unit: str | None) -> bool:
    if number.kind is Kind.AGE:
        return unit in ("age", "year")
    return same_unit(number.unit, unit) or (is_counted(number.unit) and is_counted(unit))
