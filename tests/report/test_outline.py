"""The structure found in reports, against outlines marked by hand."""

import hashlib
import json
from pathlib import Path

import pytest

from mingbai.report.model import HeadingKind
from mingbai.report.pages.blocks import headings
from mingbai.report.parse import parse
from mingbai.report.read import read_source
from other_reports import FOLDER as REPORTS

ROOT = Path(__file__).parent.parent.parent
OUTLINES = Path(__file__).parent / "outlines"


@pytest.fixture(scope="module")
def jiaxing():
    """The parsed report of Jiaxing."""
    return parse(read_source(ROOT / "data/source/2024.txt"))


def test_the_shape_of_the_jiaxing_report(jiaxing):
    """Three parts; three leads, seven run-in and ten own-line sections with their items."""
    parts = [node for node in jiaxing.outline if node.heading.kind is HeadingKind.PART]
    assert [part.heading.number for part in parts] == ["一", "二", "三"]
    review, tasks, self_improvement = parts
    leads = [node for node in review.children if node.heading.kind is HeadingKind.LEAD]
    sections = [node for node in review.children if node.heading.kind is HeadingKind.SECTION]
    assert [lead.heading.paragraph for lead in leads] == [5, 6, 7]
    assert "".join(section.heading.number for section in sections) == "一二三四五六七"
    assert [len(section.children) for section in sections] == [4, 4, 3, 3, 3, 4, 4]
    assert all(section.heading.run_in for section in sections)
    assert "".join(node.heading.number for node in tasks.children) == "一二三四五六七八九十"
    assert [len(node.children) for node in tasks.children] == [4, 4, 3, 3, 3, 4, 3, 3, 4, 5]
    assert len(self_improvement.children) == 5
    assert len(jiaxing.paragraphs) == 87


def test_every_span_holds_its_heading(jiaxing):
    """text[start:end] is the heading, and spans of children lie in their parent's."""
    text = jiaxing.source.text
    for heading in headings(jiaxing.outline):
        assert heading.title in text[heading.start : heading.end]

    def inside(nodes, start, end):
        at = start
        for node in nodes:
            assert at <= node.heading.start < node.end <= end
            at = node.heading.start
            inside(node.children, node.heading.start, node.end)

    inside(jiaxing.outline, 0, len(text))


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("jiaxing-2024", 1, 1),
        ("state-council-2024", 0.98, 0.98),
        ("state-council-2010", 0.93, 0.94),
    ],
)
def test_headings_agree_with_a_reader(name, precision, recall):
    """Titles and places agree with outlines marked by hand."""
    path = ROOT / "data/source/2024.txt" if name.startswith("jia") else REPORTS / f"{name}.txt"
    marked = json.loads((OUTLINES / f"{name}.json").read_text(encoding="utf-8"))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == marked["source_sha256"]
    wanted = {(node["start"], node["title"], node["run_in"]) for node in marked["nodes"]}
    report = parse(read_source(path))
    found = {(node.start, node.title, node.run_in) for node in headings(report.outline)}
    assert len(found & wanted) / len(found) >= precision
    assert len(found & wanted) / len(wanted) >= recall
