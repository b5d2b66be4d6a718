"""The ledger of targets: what it holds, and what it refuses with file and line."""

from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.errors import MingbaiError
from mingbai.figures.store import read_figures
from mingbai.figures.targets import before, growth_of, read_targets

REPORT = "去年生产总值100亿元、增长6.3%。\n\n今年生产总值增长6%以上，收入与经济增长同步。\n"
FIGURES = """\
- id: gdp
  label: {zh: 生产总值, en: GDP}
  value: "10000000000"
  unit: CNY
  change: {value: "6.3", unit: percent, direction: up}
  period: "2023"
  kind: result
  topic: economy
  quote: 去年生产总值100亿元、增长6.3%
- id: gdp-target
  label: {zh: 生产总值增长, en: Growth of GDP}
  value: "6"
  unit: percent
  bound: at_least
  direction: up
  period: "2024"
  kind: target
  topic: economy
  quote: 今年生产总值增长6%以上
"""
TARGETS = """\
- target: gdp-target
  result: gdp
  topic: economy
- label: {zh: 收入, en: Incomes}
  text: {zh: 与经济增长同步, en: in step with growth}
  quote: 收入与经济增长同步
  paragraph: p2
  topic: economy
"""
OUTCOMES = """\
- target: gdp-target
  value: "5.6"
  unit: percent
  source:
    title: {zh: 报告, en: Report}
    url: https://example.org/
    date: "2025-02-11"
"""


def _read(folder, targets=TARGETS, outcomes=OUTCOMES):
    for name, text in (("figures", FIGURES), ("targets", targets), ("outcomes", outcomes)):
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    figures = read_figures(folder / "figures.yml", REPORT)
    return read_targets(folder / "targets.yml", folder / "outcomes.yml", figures, REPORT)


def test_a_target_brings_its_year_before_and_its_outcome(tmp_path):
    """The growth of the year before is taken from the result's change."""
    number, words = _read(tmp_path)
    assert number.outcome.value == Decimal("5.6")
    assert before(number).value == growth_of(number.result).value == Decimal("6.3")
    assert (words.figure, words.outcome, words.entry.text.en) == (None, None, "in step with growth")


def test_without_outcomes_nothing_was_recorded(tmp_path):
    """A missing outcomes.yml is no error: every target is without an outcome."""
    _read(tmp_path)
    figures = read_figures(tmp_path / "figures.yml", REPORT)
    found = read_targets(tmp_path / "targets.yml", tmp_path / "no.yml", figures, REPORT)
    assert [target.outcome for target in found] == [None, None]


BAD = {
    "an unknown target": (TARGETS.replace(": gdp-target", ": gdp-traget"), "", "targets.yml:1"),
    "an unknown result": (TARGETS.replace("result: gdp", "result: gpd"), "", "targets.yml:2"),
    "a result as target": (TARGETS.replace(": gdp-target", ": gdp"), "", "targets.yml:1"),
    "a target twice": (TARGETS + "- {target: gdp-target, topic: economy}\n", "", "targets.yml:9"),
    "words beside a figure": (
        TARGETS.replace("result: gdp", "quote: 增长"),
        "",
        "targets.yml:1",
    ),
    "words without a quote": (
        TARGETS.replace("  quote: 收入与经济增长同步\n", ""),
        "",
        "targets.yml:4",
    ),
    "a quote that is elsewhere": (TARGETS.replace("paragraph: p2", "paragraph: p1"), "", "yml:6"),
    "a paragraph beyond the end": (TARGETS.replace("paragraph: p2", "paragraph: p9"), "", "yml:6"),
    "an outcome of no target": (TARGETS, OUTCOMES.replace("gdp-target", "cpi"), "outcomes.yml:1"),
    "an outcome twice": (TARGETS, OUTCOMES + OUTCOMES, "outcomes.yml:8"),
    "an unknown unit": (TARGETS, OUTCOMES.replace("unit: percent", "unit: prozent"), "mes.yml:3"),
    "a number that is no string": (TARGETS, OUTCOMES.replace('"5.6"', "5.6"), "outcomes.yml:2"),
    "a source without a date": (TARGETS, OUTCOMES.replace("date:", "dated:"), "outcomes.yml:"),
    "an address that is none": (TARGETS, OUTCOMES.replace("https://", "javascript:"), "mes.yml:6"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_refused_with_file_and_line(tmp_path, name):
    """The error names the line that an editor has to open."""
    targets, outcomes, place = BAD[name]
    with pytest.raises(MingbaiError) as caught:
        _read(tmp_path, targets, outcomes or "[]\n")
    assert place in str(caught.value)


def test_all_mistakes_are_told_together(tmp_path):
    """An unknown target and an unknown unit are two lines of one error."""
    targets = TARGETS.replace("result: gdp", "result: gpd")
    with pytest.raises(MingbaiError) as caught:
        _read(tmp_path, targets, OUTCOMES.replace("unit: percent", "unit: prozent"))
    assert len(str(caught.value).splitlines()) == 2


def test_the_report_of_jiaxing_has_its_eleven_targets():
    """Every headline target stands in the project's own ledger, five with a later figure."""
    root = Path(__file__).parent.parent.parent
    report = (root / "data/source/2024.txt").read_text(encoding="utf-8")
    figures = read_figures(root / "data/figures.yml", report)
    found = read_targets(root / "data/targets.yml", root / "data/outcomes.yml", figures, report)
    assert len(found) == 11
    assert sum(target.outcome is not None for target in found) == 5
