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
PROVINCES = yaml.safe_load((Path(__file__).parent / "sample-provinces.yml").read_text("utf-8"))
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


def _marked(entry):
    missed = pytest.mark.xfail(strict=True, reason="known") if "known" in entry else ()
    return pytest.param(entry, marks=missed)


@pytest.mark.parametrize("entry", [*map(_marked, PROVINCES)], ids=range(len(PROVINCES)))
def test_numbers_of_other_reports_are_read_as_they_were_marked(entry):
    """Twelve provincial reports have units and names that the first report does not use."""
    before, text, after = re.split(r"[\[\]]", entry["context"])
    numbers = find_report(before + text + after)
    touching = [n for n in numbers if n.start < len(before + text) and n.end > len(before)]
    if entry["kind"] == "none":
        assert touching == []
        return
    (number,) = touching
    fields = ("text", "value", "upper", "unit", "bound", "kind")
    assert {name: getattr(number, name) for name in fields} == {
        name: entry.get(name) for name in fields
    }


_SMALL = """建成4个国家区域医疗中心、10个县级综合养老服务中心、208个市级重点项目。
PM2.5浓度27.4微克/立方米。每万人口拥有专利5件。成功举办2届商博会。平均压减时间58%。
1.“三通一码”：指一套码。四大主导产业［2］占比14%。
时间：2026-02-06 09:02:33
与127个国家和地区有贸易往来，迈上5万亿元台阶。""".splitlines()


def test_what_is_counted_is_not_the_first_word_that_follows():
    """4个国家区域医疗中心 are centers; 127个国家和地区 are countries."""
    units = {n.text: n.unit for n in find_report("\n".join(_SMALL))}
    assert (units["4个"], units["10个"], units["208个"]) == ("item", "item", "item")
    assert units["127个国家"] == "country"
    assert units["2届"] == "session"
    assert units["27.4微克/立方米"] == "microgram_per_cubic_metre"


def test_numbers_that_count_the_text_or_name_things_are_no_figures():
    """List and note numbers, dates, times of the day and the base of a rate draft no figure."""
    kinds = {(n.text, n.kind) for n in find_report("\n".join(_SMALL))}
    assert kinds >= {
        ("1", "ordinal"), ("2", "ordinal"), ("2026-02-06", "name"), ("09:02:33", "name"),
        ("万人口", "name"), ("2届", "count"),
    }  # fmt: skip


def test_the_bound_and_direction_of_words_around():
    """台阶 is at least; 压减时间58% is a fall; 打破9年 is no bound."""
    (step,) = find_report("迈上5万亿元台阶")
    (cut,) = find_report("平均压减时间58%")
    (broken,) = find_report("打破9年无企业上市局面")
    assert (step.bound, cut.direction, broken.bound) == ("at_least", "down", "exact")


def test_a_table_gives_its_unit_to_its_numbers():
    """（亿元） and 单位 name the unit of a column or a row and are no figures themselves."""
    table = (
        "表1 主要指标\n指标\t单位\t2023年预计\n收入\t亿元\t325.8（增长6.7%）\n增速\t%\t6左右\n"
        "说明\n指标\t收入（亿元）\n全县\t10.5\n单位：万元\n项目\t金额\n教育\t850\n"
    )
    said = [(n.text, n.value, n.unit) for n in find_report(table) if n.kind != "ordinal"]
    assert said == [
        ("2023年", "2023", "year"),
        ("325.8", "32580000000", "CNY"),
        ("6.7%", "6.7", "percent"),
        ("6", "6", "percent"),
        ("10.5", "1050000000", "CNY"),
        ("850", "8500000", "CNY"),
    ]
