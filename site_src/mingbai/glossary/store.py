"""Reading ``data/glossary.yml``, with every slip named by its line."""

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
            ``zh``; an entry forbids what it accepts.
    """
    placed = read_models(path, Term)
    raise_all((*_doubled_terms(placed), *_torn(placed)))
    return tuple(term for term, _ in placed)


def _doubled_terms(placed: Placed) -> Iterator[MingbaiError]:
    """Yield an error for each entry whose Chinese has an entry above it."""
    seen: dict[str, Location] = {}
    for term, location in placed:
        if term.zh in seen:
            yield DataInvalid(
                location,
                tell(
                    "The term {zh} has an entry already, on line {line}.",
                    zh=term.zh,
                    line=seen[term.zh].line,
                ),
                todo=tell("Keep one of the two."),
            )
        seen.setdefault(term.zh, location)


def _torn(placed: Placed) -> Iterator[MingbaiError]:
    """Yield an error for each accepted rendering that holds a forbidden one."""
    for term, location in placed:
        for forbidden in term.forbidden:
            for accepted in term.renderings:
                if says(accepted, forbidden):
                    yield DataInvalid(
                        location,
                        tell(
                            "The term {zh} forbids {forbidden!r} and accepts {accepted!r}.",
                            zh=term.zh,
                            forbidden=forbidden,
                            accepted=accepted,
                        ),
                        todo=tell("Decide for one of the two."),
                    )
