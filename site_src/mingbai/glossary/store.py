"""Reads ``data/glossary.yml``; every mistake is an error with its line."""

from collections.abc import Iterator
from pathlib import Path

from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.glossary.english import says
from mingbai.glossary.model import Term
from mingbai.messages import tell

Placed = tuple[tuple[Term, Location], ...]


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Return the terms in the order of the file.

    Raises:
        DataInvalid: the file cannot be read; an entry is not a `Term`; two entries have the same
            ``zh``; an entry both accepts and forbids a rendering.
    """
    placed = read_models(path, Term)
    raise_all((*_duplicates(placed), *_contradictions(placed)))
    return tuple(term for term, _ in placed)


def _duplicates(placed: Placed) -> Iterator[MingbaiError]:
    """Yield an error for each entry whose Chinese already has an entry."""
    seen: dict[str, Location] = {}
    for term, location in placed:
        if term.zh in seen:
            yield DataInvalid(
                location,
                tell(
                    "The term {term} already has an entry on line {line}.",
                    term=term.zh,
                    line=seen[term.zh].line,
                ),
                todo=tell("Remove one of the two."),
            )
        seen.setdefault(term.zh, location)


def _contradictions(placed: Placed) -> Iterator[MingbaiError]:
    """Yield an error for each accepted rendering that contains a forbidden one."""
    for term, location in placed:
        for forbidden in term.forbidden:
            for accepted in term.renderings:
                if says(accepted, forbidden):
                    yield DataInvalid(
                        location,
                        tell(
                            "The term {term} forbids {forbidden!r} and accepts {accepted!r}.",
                            term=term.zh,
                            forbidden=forbidden,
                            accepted=accepted,
                        ),
                        todo=tell("Remove one of the two."),
                    )
