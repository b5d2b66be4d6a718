"""Reads ``data/figures.yml`` and compares every entry with the report's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, Location, MingbaiError, ProofMissing, raise_all
from mingbai.figures.claims import Span, assign, claims
from mingbai.figures.entry import Figure, NamedNumber
from mingbai.figures.listing import find_report
from mingbai.figures.model import ListedNumber
from mingbai.messages import tell


@dataclass(frozen=True, slots=True)
class Proved:
    """A figure, and the place of its quote."""

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
        DataInvalid: an entry is no `Figure` or not finished; an id is used twice; a quote is not in
            the report exactly once, or not in the paragraph it is pinned to; a number is not in its
            quote; two entries state one number of the report.
    """
    return _proved(read_models(path, Figure), report)


def _proved(placed: tuple[tuple[Figure, Location], ...], report: str) -> tuple[Proved, ...]:
    """Return the figures with their places in the report, or raise all that is wrong."""
    spans = tuple(_paragraphs(report))
    errors: list[MingbaiError] = []
    proved: list[Proved] = []
    seen: dict[str, Location] = {}
    for figure, location in placed:
        if figure.id in seen:
            errors.append(
                _wrong(
                    location,
                    figure,
                    tell("Line {line} has the same id.", line=seen[figure.id].line),
                )
            )
        seen.setdefault(figure.id, location)
        if "TODO" in repr(figure):
            errors.append(
                _wrong(location, figure, tell("It is not finished."), tell("Replace each TODO."))
            )
            continue
        try:
            proved.append(_prove(figure, location, report, spans))
        except DataInvalid as error:
            errors.append(error)
    errors.extend(_doubled(tuple(proved)))
    raise_all(tuple(errors))
    return tuple(proved)


def read_names(path: Path) -> tuple[NamedNumber, ...]:
    """Return the numbers that are declared not to be figures; empty if there is no file."""
    if not path.exists():
        return ()
    return tuple(name for name, _ in read_models(path, NamedNumber))


def uncovered(
    report: str, figures: tuple[Proved, ...], names: tuple[NamedNumber, ...]
) -> tuple[ListedNumber, ...]:
    """Return the numbers of the report with digits that no entry states and no name declares.

    A number in a quote counts only if the entry states it.
    """
    spans = tuple(_paragraphs(report))
    covered = [span for _, resting in _resting(figures) for span in resting]
    for name in names:
        if name.paragraph is None:
            continue
        start, end = spans[int(name.paragraph[1:]) - 1]
        at = report.find(name.text, start, end)
        while at >= 0:
            covered.append((at, at + len(name.text)))
            at = report.find(name.text, at + 1, end)
    return tuple(
        number
        for number in find_report(report)
        if any(character.isdigit() for character in number.text)
        and not any(start < number.end and number.start < end for start, end in covered)
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
        where = figure.paragraph or tell("the report")
        what = tell("Its quote is not in {where}.", where=where)
        todo = tell("Copy the words from the source text.")
        if places:
            what = tell(
                "Its quote occurs {times} times in {where}.", times=len(places), where=where
            )
            todo = tell("Quote more of the sentence, or name its paragraph: pN.")
        raise _wrong(location, figure, what, todo)
    for claim in claims(figure):
        if not claim.spans:
            what = tell("Its {what} is not in its quote.", what=claim.what)
            raise _wrong(location, figure, what)
    return Proved(figure, location, *places[0])


def _resting(figures: tuple[Proved, ...]) -> tuple[tuple[Proved, tuple[Span, ...]], ...]:
    """Return the places that prove the claims of the figures, in characters of the report.

    A claim that shares its words with no other has one place, or none where all are taken.
    """
    stated = [
        (proof, tuple((proof.start + at, proof.start + end) for at, end in claim.spans), claim)
        for proof in figures
        for claim in claims(proof.figure)
    ]
    own = [(proof, spans) for proof, spans, claim in stated if not claim.is_shared]
    given = assign([spans for _, spans in own])
    shared = tuple((proof, spans) for proof, spans, claim in stated if claim.is_shared)
    return shared + tuple(
        (proof, () if span is None else (span,))
        for (proof, _), span in zip(own, given, strict=True)
    )


def _doubled(figures: tuple[Proved, ...]) -> Iterator[ProofMissing]:
    """Yield an error for each entry that repeats another."""
    labels: dict[tuple[object, ...], Proved] = {}
    doubles: dict[str, ProofMissing] = {}
    for proof in figures:
        figure = proof.figure
        said = (figure.label.zh, proof.start, figure.value, figure.change, figure.rank)
        first = labels.setdefault(said, proof)
        if first is not proof:
            what = tell(
                "Line {line} states the same about the same quote.", line=first.location.line
            )
            doubles[figure.id] = _wrong(proof.location, figure, what, tell("Keep one of the two."))
    for proof, spans in _resting(figures):
        if not spans and proof.figure.id not in doubles:
            what = tell("Its quote has fewer such numbers than entries state.")
            todo = tell("Remove the entry that repeats a number.")
            doubles[proof.figure.id] = _wrong(proof.location, proof.figure, what, todo)
    yield from doubles.values()


def _wrong(location: Location, figure: Figure, what: str, todo: str | None = None) -> ProofMissing:
    message = tell("figure {id!r}: {what}", id=figure.id, what=what)
    return ProofMissing(location, message, todo=todo or tell("Correct the entry."))
