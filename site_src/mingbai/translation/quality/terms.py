"""Does the English use the glossary's renderings, and none that it forbids?"""

from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.glossary import says
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject


def _missing(subject: Subject) -> Iterator[Remark]:
    for term in subject.terms:
        if term.enforce and not any(says(subject.english, one) for one in term.renderings):
            ways = ", ".join(f"“{rendering}”" for rendering in term.renderings)
            message = tell(
                "The English has no rendering of {term} that the glossary accepts: {ways}.",
                term=term.zh,
                ways=ways,
            )
            yield Remark(message, term.zh)


def _forbidden(subject: Subject) -> Iterator[Remark]:
    for term in subject.terms:
        for rendering in term.forbidden:
            if says(subject.english, rendering):
                message = tell(
                    "The glossary forbids “{forbidden}” for {term}: write “{en}”.",
                    forbidden=rendering,
                    term=term.zh,
                    en=term.en,
                )
                yield Remark(message, rendering)


TERM_MISSING = BlockRule(
    "term-missing",
    Level.ERROR,
    "Use one of them, or add yours to the allowed ones in data/glossary.yml.",
    _missing,
)
TERM_FORBIDDEN = BlockRule(
    "term-forbidden", Level.ERROR, "Use the glossary's rendering.", _forbidden
)
