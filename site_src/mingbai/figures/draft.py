"""Drafts entries for ``figures.yml`` from a report, for a person to complete.

A draft states only what its quote proves. A person adds the English label, the topic and the
period; the build rejects entries without them, so drafts are in a separate file that the build does
not read. Source: docs/reference/figures.md, "Drafting".
"""

import re
from collections.abc import Iterator

import yaml

from mingbai.figures.chinese import find
from mingbai.figures.claims import place_of
from mingbai.figures.listing import decimal_string, find_report
from mingbai.figures.model import Bound, Found, Kind, ListedNumber
from mingbai.figures.units import is_counted

_NO_FIGURES = (Kind.NAME, Kind.YEAR, Kind.ORDINAL)
_CLAUSE = re.compile(r"[，。；：！？\n]")
_WIDER = re.compile(r"[。；！？\n]")
_LABEL = re.compile(r"[^，。；：、—“”\s]+$")

TODO = "TODO"
"""Marks a field that a person must fill in; `read_figures` rejects figures that contain it."""


_HEAD = """\
# yaml-language-server: $schema=schema/figures.schema.json
# Drafted from the report; the build does not read this file. In each entry, replace every TODO and
# check the label and the kind; then move the entry to figures.yml.

"""


def draft(report: str) -> str:
    """Return YAML with an entry for each number that is not a name, a year or an ordinal.

    Entries are in the order of the report. Their ids count within a paragraph: ``p5-1``.
    """
    blocks = [_HEAD]
    counts: dict[int, int] = {}
    said: list[dict[str, object]] = []
    for number in find_report(report):
        if number.kind in _NO_FIGURES:
            continue
        entry = _entry(number, report)
        if entry is None or entry in said:
            continue
        said.append(entry)
        counts[number.paragraph] = counts.get(number.paragraph, 0) + 1
        entry = {"id": f"p{number.paragraph}-{counts[number.paragraph]}"} | entry
        blocks.append(_yaml(entry))
    return "".join(blocks)


def _yaml(entry: dict[str, object]) -> str:
    said = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
    return f"{said}\n"


def _entry(number: ListedNumber, report: str) -> dict[str, object] | None:
    """Return an entry without its id, with the shortest quote that proves the number.

    Returns None for a number whose unit stands at the head of its table: no quote of words in a row
    proves it.
    """
    proof = next(
        (
            (start, end, found)
            for start, end in _quotes(number, report)
            if (found := _again(number, report[start:end], start)) is not None
        ),
        None,
    )
    if proof is None:
        return None
    start, end, found = proof
    quote = report[start:end]
    label = _LABEL.search(report[start : number.start])
    entry: dict[str, object] = {"label": {"zh": label.group() if label else quote[:20], "en": TODO}}
    entry |= _claim(found)
    entry |= {"period": TODO, "kind": "result", "topic": TODO, "quote": quote}
    if report.count(quote) > 1:
        entry["paragraph"] = f"p{number.paragraph}"
    return entry


def _quotes(number: ListedNumber, report: str) -> Iterator[tuple[int, int]]:
    """Yield longer and longer quotes that contain the number and are unique in its paragraph.

    The last one is the whole paragraph, which always proves the number.
    """
    first = report.rfind("\n", 0, number.start) + 1
    last = report.find("\n", number.end)
    last = len(report) if last < 0 else last
    for ends in (_CLAUSE, _WIDER):
        before = [match.end() for match in ends.finditer(report, first, number.start)]
        after = ends.search(report, number.end, last)
        start, end = (before or [first])[-1], after.start() if after else last
        if report.count(report[start:end], first, last) == 1:
            yield start, end
    yield first, last


def _again(number: ListedNumber, quote: str, start: int) -> Found | None:
    """Return the number as read from the quote alone, if the whole report gives the same."""
    for found in find(quote):
        same = found.start + start == number.start and decimal_string(found.value) == number.value
        if same and found.bound == number.bound and found.unit == number.unit:
            return found
    return None


def _claim(found: Found) -> dict[str, object]:
    if found.kind is Kind.RANK:
        scope = {"zh": TODO, "en": TODO}
        rank = {"value": decimal_string(found.value), "scope": scope, "of": place_of(found)}
        return {"rank": rank}
    claim: dict[str, object] = {"value": decimal_string(found.value)}
    if found.unit is not None:
        claim["unit"] = "age" if found.kind is Kind.AGE else found.unit
    if is_counted(found.unit) and found.unit_text:
        claim["unit_label"] = {"zh": found.unit_text, "en": TODO}
    if found.bound is not Bound.EXACT:
        claim["bound"] = found.bound.value
    if found.upper is not None:
        claim["upper"] = decimal_string(found.upper)
    if found.direction is not None:
        claim["direction"] = found.direction.value
    return claim
