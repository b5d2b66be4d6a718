"""The figures of this repository are proved, and every planted mistake is found at its line."""

from pathlib import Path

import pytest

from mingbai.errors import MingbaiError
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
    with pytest.raises(MingbaiError, match=r":10: figure 'gdp-2023': line 1 has this id too"):
        _read(tmp_path, ENTRY + ENTRY)


def test_a_quote_that_stands_more_than_once_must_be_pinned(tmp_path):
    """增长6% stands in several places."""
    entry = ENTRY.replace("全市实现地区生产总值7062.5亿元、增长6.3%", "各位代表")
    with pytest.raises(MingbaiError, match="times in the report"):
        _read(tmp_path, entry)
