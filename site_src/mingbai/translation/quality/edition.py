"""Checks the English of a whole report, and its waivers."""

from collections.abc import Iterator, Mapping

from mingbai.content.library import Library
from mingbai.content.page import Page, PageBlock
from mingbai.content.pairing import Pair, pairs
from mingbai.content.waivers import PlacedWaiver
from mingbai.digest import words_digest
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell
from mingbai.translation.quality.model import Fault, Labelled
from mingbai.translation.quality.order import labelled
from mingbai.translation.quality.rules import RULES, check_block


def check_edition(library: Library) -> tuple[Finding, ...]:
    """Return all that is wrong with the English of the report's blocks, and with the waivers.

    Blocks without English are no findings: the ledger counts them.
    """
    glossary = ChineseIndex(library.terms)
    chinese = {page.path: page for page in library.zh}
    findings: list[Finding] = []
    used: set[PlacedWaiver] = set()
    known = pairs(library)
    labels = labelled(library.figures)
    for pair in known:
        if pair.english is None:
            continue
        ours = [placed for placed in library.waivers if placed.waiver.id == pair.id]
        for fault in _faults(pair, chinese[pair.page], library.en[pair.page], glossary, labels):
            covering = [
                placed for placed in ours if placed.waiver.covers(fault.rule.id, fault.text)
            ]
            used.update(covering)
            if not covering:
                findings.append(fault.finding(pair.location, pair.id))
    findings += _waiver_findings(library.waivers, {pair.id: pair for pair in known}, used)
    return tuple(findings)


def _faults(
    pair: Pair,
    chinese: Page,
    english: Page,
    glossary: ChineseIndex,
    labels: Mapping[int, tuple[Labelled, ...]],
) -> tuple[Fault, ...]:
    ours, theirs = _block(chinese, pair.id), _block(english, pair.id)
    return check_block(
        pair.chinese,
        pair.english or "",
        glossary,
        is_heading=ours.source.level > 0,
        labels=labels.get(int(pair.id[1:].partition("-")[0]), ()),
        markdown=(ours.source.markdown, theirs.source.markdown),
    )


def _block(page: Page, id_: str) -> PageBlock:
    return next(block for block in page.blocks if block.id == id_)


def _waiver_findings(
    waivers: tuple[PlacedWaiver, ...], known: dict[str, Pair], used: set[PlacedWaiver]
) -> Iterator[Finding]:
    rules = {rule.id for rule in RULES}
    for placed in waivers:
        waiver = placed.waiver
        if waiver.rule not in rules or waiver.id not in known:
            what = tell("There is no block {id}.", id=waiver.id)
            if waiver.id in known:
                what = tell("There is no rule {rule}.", rule=waiver.rule)
            todo = tell("Correct the waiver, or remove it.")
            yield Finding(placed.location, "waiver-unknown", what, todo)
        elif waiver.chinese != (found := words_digest(known[waiver.id].chinese)):
            yield Finding(
                placed.location,
                "waiver-outdated",
                tell(
                    "The Chinese of {id} has changed since; its digest is {digest}.",
                    id=waiver.id,
                    digest=found,
                ),
                tell("If the reason still holds, write the new digest; else remove the waiver."),
            )
        elif placed not in used:
            yield Finding(
                placed.location,
                "waiver-unused",
                tell("{id} no longer breaks {rule}.", id=waiver.id, rule=waiver.rule),
                tell("Remove the waiver."),
                Level.WARNING,
            )
