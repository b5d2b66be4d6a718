"""Are the glossary's terms said as it says, and none of its forbidden ways."""

from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.glossary import says
from mingbai.translation.quality.model import Remark, Rule, Subject


def _missing(subject: Subject) -> Iterator[Remark]:
    for term in subject.terms:
        if term.enforce and not any(says(subject.english, one) for one in term.renderings):
            ways = " or ".join(f"“{rendering}”" for rendering in term.renderings)
            yield Remark(f"{term.zh} is not said as {ways}.", term.zh)


def _forbidden(subject: Subject) -> Iterator[Remark]:
    for term in subject.terms:
        for rendering in term.forbidden:
            if says(subject.english, rendering):
                yield Remark(f"“{rendering}” is not used for {term.zh}: {term.en}.", rendering)


TERM_MISSING = Rule(
    "term-missing",
    Level.ERROR,
    "Use the glossary's rendering, or add this one to its allowed ones in data/glossary.yml.",
    _missing,
)
TERM_FORBIDDEN = Rule("term-forbidden", Level.ERROR, "Use the glossary's rendering.", _forbidden)
