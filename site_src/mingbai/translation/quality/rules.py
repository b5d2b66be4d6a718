"""All rules in their order, and the check of one block."""

from mingbai.glossary import ChineseIndex
from mingbai.translation.quality.clauses import FEWER_CLAUSES
from mingbai.translation.quality.extent import (
    ECHOED,
    EMPTY,
    FEWER_SENTENCES,
    TOO_LONG,
    TOO_SHORT,
)
from mingbai.translation.quality.figures import FIGURES
from mingbai.translation.quality.model import BlockRule, Fault, Labelled, Subject
from mingbai.translation.quality.negation import NEGATION_LOST
from mingbai.translation.quality.numbering import NUMBERING
from mingbai.translation.quality.order import FIGURE_ORDER
from mingbai.translation.quality.punctuation import BRACKETS, END_MARK, QUOTES, SPACING
from mingbai.translation.quality.script import CHINESE_LEFT
from mingbai.translation.quality.structure import STRUCTURE
from mingbai.translation.quality.terms import TERM_FORBIDDEN, TERM_MISSING

ALONE = (EMPTY, ECHOED)
"""If one of these finds a fault, no other rule runs: there is no English to compare."""

RULES: tuple[BlockRule, ...] = (
    *ALONE,
    TOO_SHORT,
    FEWER_SENTENCES,
    TOO_LONG,
    FEWER_CLAUSES,
    NEGATION_LOST,
    *FIGURES,
    FIGURE_ORDER,
    NUMBERING,
    TERM_MISSING,
    TERM_FORBIDDEN,
    CHINESE_LEFT,
    QUOTES,
    BRACKETS,
    END_MARK,
    SPACING,
    STRUCTURE,
)


def check_block(  # noqa: PLR0913 (all that is known of one block)
    chinese: str,
    english: str,
    glossary: ChineseIndex,
    *,
    is_heading: bool = False,
    labels: tuple[Labelled, ...] = (),
    markdown: tuple[str, str] | None = None,
) -> tuple[Fault, ...]:
    """Return every fault of a block's English, in the order of the rules.

    Args:
        chinese: the report's words.
        english: their translation.
        glossary: an index of the glossary's terms.
        is_heading: whether the block is a heading.
        labels: what figures call the numbers of its paragraph.
        markdown: both texts as Markdown; without it, structure is not compared.

    >>> [fault.rule.id for fault in check_block("增长6.3%。", "It fell 6.3%.", ChineseIndex(()))]
    ['figure-direction']
    """
    terms = {match.term.zh: match.term for match in glossary.find(chinese)}
    subject = Subject(chinese, english, is_heading, tuple(terms.values()), labels, markdown)
    first = _faults(ALONE, subject)
    return first or _faults(RULES[len(ALONE) :], subject)


def _faults(rules: tuple[BlockRule, ...], subject: Subject) -> tuple[Fault, ...]:
    return tuple(
        Fault(rule, remark.message, remark.text) for rule in rules for remark in rule.find(subject)
    )
