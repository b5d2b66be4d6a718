"""The grammar on real reports: every digit, a second parse, and what was marked by hand."""

import functools
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from mingbai.figures import find_report
from other_reports import FOLDER
from other_reports import REPORTS as OTHERS

ROOT = Path(__file__).parents[2]
JIAXING = ROOT / "data" / "source" / "2024.txt"
REPORTS = (JIAXING, *OTHERS)
SAMPLE = yaml.safe_load((Path(__file__).parent / "sample-150.yml").read_text("utf-8"))
_NAMES = {"551", "135", "60", "2.5", "6", "1", "101"}
_SIMPLE = re.compile(r"([0-9]+(?:\.[0-9]+)?)多?(万?亿?)")


@functools.cache
def read(path):
    """Return a report and its numbers; many tests ask for the same one."""
    source = path.read_text("utf-8")
    return source, find_report(source)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_digit_of_a_report_lies_in_a_number(path):
    """No number is silently dropped, full-width and spaced digits included."""
    source, numbers = read(path)
    covered = {i for number in numbers for i in range(number.start, number.end)}
    for match in re.finditer("[0-9０-９]", source):
        assert match.start() in covered, source[match.start() - 10 : match.end() + 10]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_numbers_stand_where_they_say(path):
    """Offsets count through the whole report, paragraphs through its lines that are not empty."""
    source, numbers = read(path)
    paragraphs = [line for line in source.splitlines() if line.strip().strip("\u200b\ufeff")]
    for number in numbers:
        assert source[number.start : number.end] == number.text
        assert number.text in paragraphs[number.paragraph - 1]


def test_values_agree_with_a_second_parse():
    """Digits times 万 and 亿, by a parse of one line that knows nothing of the grammar."""
    source, numbers = read(JIAXING)
    simple = []
    for match in _SIMPLE.finditer(source):
        digits, scale = match.groups()
        power = {"": 0, "万": 4, "亿": 8, "万亿": 12}[scale]
        simple.append((match.start(), Decimal(digits) * 10**power))
    found = {
        number.start + offset: Decimal(number.value)
        for number in numbers
        if number.kind != "name" and (digit := re.search("[0-9]", number.text))
        for offset in [digit.start()]
    }
    figures = [(start, value) for start, value in simple if start in found]
    names = [value for start, value in simple if start not in found]
    assert {f"{value:f}" for value in names} <= _NAMES
    assert len(names) == 8  # 551 twice, 135N, G60, PM_2.5, 101路, both numbers of 6+1
    assert [found[start] for start, _ in figures] == [value for _, value in figures]
    assert len(figures) == len(found)


def test_the_report_has_the_figures_that_were_counted_by_hand():
    """160 Arabic numbers: 152 figures, 8 in 7 names (6+1 holds two); 28 claims of rank."""
    _, numbers = read(JIAXING)
    arabic = [number for number in numbers if re.search("[0-9]", number.text)]
    assert sum(number.kind == "name" for number in arabic) == 7
    assert sum(number.kind != "name" for number in arabic) == 152
    assert sum(number.unit == "percent" for number in numbers) == 42
    assert sum(number.unit == "percentage_points" for number in numbers) == 1
    assert sum(number.unit == "USD" for number in numbers) == 3
    assert sum(number.kind == "rank" for number in numbers) == 28


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: entry["context"])
def test_the_sample_is_read_as_it_was_marked(entry):
    """Span, value, unit, bound and kind of each number marked by hand; nothing where none is."""
    name = entry["report"]
    source, numbers = read(JIAXING if name == "jiaxing-2024.txt" else FOLDER / name)
    start = source.index(entry["context"].replace("[", "").replace("]", ""))
    start += entry["context"].index("[")
    end = start + len(entry["text"])
    touching = [n for n in numbers if n.start < end and n.end > start]
    if entry["kind"] == "none":
        assert touching == []
        return
    (number,) = touching
    fields = ("paragraph", "text", "value", "upper", "unit", "bound", "kind")
    assert {name: getattr(number, name) for name in fields} == {
        name: entry.get(name) for name in fields
    }
