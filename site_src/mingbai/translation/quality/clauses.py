"""Is every Chinese clause in the English, even one without numbers and terms?

A clause counts as lost if hardly any of its words has a likely counterpart in the part of the
English where it should be. How the limits were found: docs/reference/checks.md, "fewer-clauses".
"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject
from mingbai.translation.statements.lexicon import placed, sentence_of

FEWEST_KNOWN = 3
"""Minimum number of a clause's character pairs that the lexicon has to contain."""
_LIST = 3
_BETWEEN = re.compile(r"[,;–]|\b(?:and|or|with|to)\b")
MOST_FOUND = 0.4
"""Maximum share of those pairs that the English in its place may match, for a lost clause."""


def _fewer(subject: Subject) -> Iterator[Remark]:
    if subject.is_heading:
        return
    for one in placed(subject.chinese, subject.english):
        if one.known >= FEWEST_KNOWN and one.found <= MOST_FOUND * one.known:
            message = tell("No English words seem to translate “{clause}”.", clause=one.clause)
            yield Remark(message, one.clause)
        elif one.clause.count("、") >= _LIST - 1 and not _may_list(one.clause, subject.english):
            message = tell(
                "“{clause}” lists more things than its sentence in English.", clause=one.clause
            )
            yield Remark(message, one.clause)


def _may_list(clause: str, english: str) -> bool:
    """Return whether the sentence for a clause has as many commas and “and”s as its list needs."""
    sentence = sentence_of(clause, english)
    return sentence is None or len(_BETWEEN.findall(sentence)) >= clause.count("、")


FEWER_CLAUSES = BlockRule(
    "fewer-clauses",
    Level.WARNING,
    "Check whether a clause is missing; if it is there in other words, add a waiver.",
    _fewer,
)
