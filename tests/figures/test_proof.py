"""The figures of this repository are proved, and every planted mistake is found at its line."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.errors import MingbaiError
from mingbai.figures.claims import assign, claims
from mingbai.figures.store import read_figures, read_names, uncovered

ROOT = Path(__file__).parent.parent.parent
REPORT = (ROOT / "data/source/2024.txt").read_text(encoding="utf-8")

ENTRY = """- id: gdp-2023
  label: {zh: 地区生产总值, en: GDP}
  value: "706250000000"
  unit: CNY
  change: {value: "6.3", unit: percent, direction: up}
  period: "2023"
  kind: result
  topic: economy
  quote: 全市实现地区生产总值7062.5亿元、增长6.3%
"""


def _read(tmp_path, text):
    path = tmp_path / "figures.yml"
    path.write_text(text, encoding="utf-8")
    return read_figures(path, REPORT)


def test_every_figure_of_the_report_is_proved_and_every_number_is_covered():
    """175 entries, and no number with a digit outside their quotes and the declared names."""
    proved = read_figures(ROOT / "data/figures.yml", REPORT)
    assert len(proved) == 175
    assert all(REPORT[proof.start : proof.end] == proof.figure.quote for proof in proved)
    assert uncovered(REPORT, proved, read_names(ROOT / "data/names.yml")) == ()


def test_a_good_entry_is_placed(tmp_path):
    """The GDP sentence is in paragraph 5."""
    (proof,) = _read(tmp_path, ENTRY)
    assert proof.paragraph == 5


MISTAKES = {
    "ten times too much": ('"706250000000"', '"7062500000000"', ":1: "),
    "ten times too little": ('"706250000000"', '"70625000000"', ":1: "),
    "dollars for yuan": ("unit: CNY", "unit: USD", ":1: "),
    "points for percent": ("unit: percent,", "unit: percentage_points,", ":1: "),
    "down for up": ("direction: up", "direction: down", ":1: "),
    "a bound that is not said": ("unit: CNY", "unit: CNY\n  bound: at_least", ":1: "),
    "a quote one character off": ("全市实现", "全市完成", "not in the report"),
    "a quote in another paragraph": ("  period", "  paragraph: p6\n  period", "in p6"),
    "a place that is not claimed": (
        "  period",
        "  rank: {value: '1', scope: {zh: 全省, en: in the province}, of: sequence}\n  period",
        ":1: ",
    ),
    "a number without quotes": ('"706250000000"', "706250000000", ":3: "),
    "no English": (", en: GDP}", "}", ":2: "),
    "an unknown field": ("topic:", "topics:", ":8: "),
}


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_planted_mistake_is_found(tmp_path, old, new, said):
    """With file and line."""
    with pytest.raises(MingbaiError) as caught:
        _read(tmp_path, ENTRY.replace(old, new))
    assert "figures.yml:" in str(caught.value)
    assert said in str(caught.value)


def test_an_id_used_twice_is_found_at_the_second(tmp_path):
    """The second entry is named, with the line of the first."""
    with pytest.raises(MingbaiError, match=r":10: figure 'gdp-2023': Line 1 has the same id"):
        _read(tmp_path, ENTRY + ENTRY)


def test_a_quote_that_stands_more_than_once_must_be_pinned(tmp_path):
    """增长6% stands in several places."""
    entry = ENTRY.replace("全市实现地区生产总值7062.5亿元、增长6.3%", "各位代表")
    with pytest.raises(MingbaiError, match="times in the report"):
        _read(tmp_path, entry)


PROVED = read_figures(ROOT / "data/figures.yml", REPORT)
NAMES = read_names(ROOT / "data/names.yml")


@pytest.mark.parametrize("at", range(len(PROVED)), ids=[proof.figure.id for proof in PROVED])
def test_a_dropped_figure_leaves_its_number_uncovered(at):
    """Even where another entry quotes the same sentence: to be quoted is not to be stated."""
    dropped, rest = PROVED[at], PROVED[:at] + PROVED[at + 1 :]
    spans = [
        (dropped.start + start, dropped.start + end)
        for claim in claims(dropped.figure)
        for start, end in claim.spans
    ]
    left = uncovered(REPORT, rest, NAMES)
    in_digits = any(c.isdigit() for start, end in spans for c in REPORT[start:end])
    assert bool(left) is in_digits
    assert all(any(a < n.end and n.start < b for a, b in spans) for n in left)


DOUBLES = {
    "a copy under another id": ("id: gdp-2023", "id: gdp-again"),
    "a copy under another name": (
        "id: gdp-2023\n  label: {zh: 地区生产总值",
        "id: output-2023\n  label: {zh: 全市生产总值",
    ),
}


@pytest.mark.parametrize(("old", "new"), DOUBLES.values(), ids=DOUBLES.keys())
def test_a_doubled_figure_is_found(tmp_path, old, new):
    """One number of the report makes one figure, whatever the second is called."""
    with pytest.raises(MingbaiError, match=r":10: figure .* (states the same|fewer such numbers)"):
        _read(tmp_path, ENTRY + ENTRY.replace(old, new))


def test_a_change_is_no_second_figure(tmp_path):
    """6.3% is the change of GDP already; an entry of its own would count it twice."""
    growth = """- id: gdp-growth-2023
  label: {zh: 地区生产总值增长, en: GDP growth}
  value: "6.3"
  unit: percent
  direction: up
  period: "2023"
  kind: result
  topic: economy
  quote: 地区生产总值7062.5亿元、增长6.3%
"""
    with pytest.raises(MingbaiError, match="'gdp-growth-2023': Its quote has fewer such numbers"):
        _read(tmp_path, ENTRY + growth)


SHARED = """- id: a
  label: {zh: 甲, en: A}
  value: "5"
  unit: percent
  direction: up
  period: "2023"
  kind: result
  topic: economy
  quote: 甲、乙QUOTE增长5%
"""


@pytest.mark.parametrize(("word", "is_good"), [("均", True), ("", False)])
def test_a_number_given_to_several_may_be_stated_by_each(tmp_path, word, is_good):
    """甲、乙均增长5% are two figures from one number; without 均 they are one too many."""
    one = SHARED.replace("QUOTE", word)
    path = tmp_path / "figures.yml"
    path.write_text(one + one.replace("id: a", "id: b").replace("甲, en: A", "乙, en: B"), "utf-8")
    report = f"甲、乙{word}增长5%。\n"
    if is_good:
        assert len(read_figures(path, report)) == 2
    else:
        with pytest.raises(MingbaiError, match="fewer such numbers"):
            read_figures(path, report)


@given(st.lists(st.lists(st.sampled_from([(0, 1), (2, 3), (4, 5)]), unique=True), max_size=4))
def test_places_are_given_to_as_many_claims_as_can_have_one(wants):
    """No place twice, only places that were asked for, and as many as any order would give."""
    given_places = assign([tuple(want) for want in wants])
    places = [place for place in given_places if place is not None]
    assert len(set(places)) == len(places)
    assert all(p is None or p in want for p, want in zip(given_places, wants, strict=True))
    choices = itertools.product(*([*want, None] for want in wants))
    taken = ([place for place in choice if place] for choice in choices)
    assert len(places) == max(len(one) for one in taken if len(set(one)) == len(one))
