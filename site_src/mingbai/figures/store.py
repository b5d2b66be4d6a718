"""Reading ``data/figures.yml``, and holding every entry against the report's own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.figures.chinese import find
from mingbai.figures.entry import Figure, NamedNumber
from mingbai.figures.listing import decimal_string, find_report
from mingbai.figures.model import Found, Kind, ListedNumber
from mingbai.figures.units import is_counted, same_unit
from mingbai.yamlfile import read_models


@dataclass(frozen=True, slots=True)
class Proved:
    """A figure, and where its quote stands."""

    figure: Figure
    location: Location
    paragraph: int
    """Of the report: the 5 of ``p5``."""
    start: int
    """Offset of the quote in the report, in characters."""

    @property
    def end(self) -> int:
        """The offset after the quote."""
        return self.start + len(self.figure.quote)


def read_figures(path: Path, report: str) -> tuple[Proved, ...]:
    """Return the figures in the order of the file, each with the place of its proof.

    Args:
        path: the figures' file.
        report: the report's text.

    Raises:
        DataInvalid: an entry is no `Figure`; an id is used twice; a quote is not in the report
            exactly once, or not in the paragraph it is pinned to; a number is not in its quote.
    """
    spans = tuple(_paragraphs(report))
    errors: list[MingbaiError] = []
    proved: list[Proved] = []
    seen: dict[str, Location] = {}
    claims: dict[str, Location] = {}
    for figure, location in read_models(path, Figure):
        if figure.id in seen:
            errors.append(_wrong(location, figure, f"line {seen[figure.id].line} has this id too."))
        seen.setdefault(figure.id, location)
        if "TODO" in repr(figure):
            errors.append(_wrong(location, figure, "it is not finished.", "Write what says TODO."))
            continue
        claim = repr(figure.model_copy(update={"id": ""}))
        if claim in claims:
            line = claims[claim].line
            errors.append(_wrong(location, figure, f"line {line} says the same of the same quote."))
        claims.setdefault(claim, location)
        try:
            proved.append(_prove(figure, location, report, spans))
        except DataInvalid as error:
            errors.append(error)
    raise_all(tuple(errors))
    return tuple(proved)


def read_names(path: Path) -> tuple[NamedNumber, ...]:
    """Return the numbers that are declared to be no figures."""
    return tuple(name for name, _ in read_models(path, NamedNumber))


def uncovered(
    report: str, figures: tuple[Proved, ...], names: tuple[NamedNumber, ...]
) -> tuple[ListedNumber, ...]:
    """Return the numbers of the report with digits that stand in no quote and no declared name."""
    spans = tuple(_paragraphs(report))
    covered = [(proof.start, proof.end) for proof in figures]
    for name in names:
        start, end = spans[int(name.paragraph[1:]) - 1]
        at = report.find(name.text, start, end)
        while at >= 0:
            covered.append((at, at + len(name.text)))
            at = report.find(name.text, at + 1, end)
    return tuple(
        number
        for number in find_report(report)
        if any(character.isdigit() for character in number.text)
        and not any(start <= number.start and number.end <= end for start, end in covered)
    )


def _paragraphs(report: str) -> Iterator[tuple[int, int]]:
    """Yield where each non-empty line begins and ends."""
    at = 0
    for line in report.splitlines(keepends=True):
        if line.strip().strip("\u200b\ufeff"):
            yield at, at + len(line)
        at += len(line)


def _prove(
    figure: Figure, location: Location, report: str, spans: tuple[tuple[int, int], ...]
) -> Proved:
    places = []
    at = report.find(figure.quote)
    while at >= 0:
        number = next(n for n, (_, end) in enumerate(spans, 1) if at < end)
        if figure.paragraph in (None, f"p{number}"):
            places.append((number, at))
        at = report.find(figure.quote, at + 1)
    if len(places) != 1:
        where = f" in {figure.paragraph}" if figure.paragraph else ""
        what = "is not in the report" if not places else f"stands {len(places)} times in the report"
        todo = (
            "Copy the words from the source text."
            if not places
            else "Quote more of the sentence, or pin it: paragraph: pN."
        )
        raise _wrong(location, figure, f"its quote {what}{where}.", todo)
    found = find(figure.quote)
    for what, is_there in _claims(figure, found):
        if not is_there:
            raise _wrong(location, figure, f"its {what} is not in its quote.")
    return Proved(figure, location, *places[0])


def _claims(figure: Figure, found: tuple[Found, ...]) -> Iterator[tuple[str, bool]]:
    """Yield each number that the entry states, and whether its quote says the same."""
    if figure.value is not None:
        yield (
            f"value {decimal_string(figure.value)} {figure.unit or ''}".rstrip(),
            any(
                number.value == figure.value
                and number.upper == figure.upper
                and number.bound is figure.bound
                and number.direction in (figure.direction, None)
                and _same_unit(number, figure.unit)
                for number in found
            ),
        )
    if (change := figure.change) is not None:
        yield (
            f"change {decimal_string(change.value)} {change.unit}",
            any(
                number.value == change.value
                and number.direction in (change.direction, None)
                and number.bound is change.bound
                and same_unit(number.unit, change.unit)
                for number in found
            ),
        )
    if (rank := figure.rank) is not None:
        yield (
            f"rank {rank.value}",
            any(
                number.kind in (Kind.RANK, Kind.ORDINAL) and number.value == rank.value
                for number in found
            )
            or (rank.of == "first" and any(word in figure.quote for word in _FIRSTS)),
        )


_FIRSTS = ("首个", "首次", "首批")
"""Claims of being first that are no numbers to the grammar."""


def _same_unit(number: Found, unit: str | None) -> bool:
    if number.kind is Kind.AGE:
        return unit in ("age", "year")
    return same_unit(number.unit, unit) or (is_counted(number.unit) and is_counted(unit))


def _wrong(
    location: Location, figure: Figure, what: str, todo: str = "Mend the entry."
) -> DataInvalid:
    return DataInvalid(location, f"figure {figure.id!r}: {what}", todo=todo)
