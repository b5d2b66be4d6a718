"""What split takes, join gives back: every byte, whatever the text and whatever editors added."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.errors import Location
from mingbai.report.pages.join import join
from mingbai.report.pages.manifest import read_manifest
from mingbai.report.pages.markdown import escape, words
from mingbai.report.pages.split import render
from mingbai.report.parse import parse
from mingbai.report.plan import plan
from mingbai.report.read import decode, has_words
from mingbai.report.store import read_pages
from other_reports import REPORTS

ROOT = Path(__file__).parent.parent.parent

HEADS = st.sampled_from(
    """
    一、2023年工作回顾|二、任务|（一）聚力创新|（二）聚力。|一是全力帮企业。|第一，坚持。|各位代表：
    ——聚焦高质量发展。|助力企业降本增效。|关于教育问题|政府工作报告|# x|---|!!! note
    - a|{{ x }}|{% y %}|:::|??? e|+ f|===|`g`|<b>|&#60;
    <!-- z -->|&amp;|PM_2.5|**b**|[^1]: x|1. a|\\|![a](b)|&|*|$|~~c~~|^d^
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff"),
    max_size=40,
)
ENDS = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n\u3000\u3000", " \n", "\n\u200b\n"]
)
LINES = st.tuples(HEADS | TEXTS, TEXTS | st.just(""), ENDS).map("".join)
REPORT_TEXTS = st.lists(LINES, min_size=1, max_size=14).map("".join).filter(has_words)


def _split(data):
    report = parse(decode(data, Path("report.txt")))
    return render(report, plan(report, {}, Location(Path("slugs.yml"))))


@settings(max_examples=300)
@given(REPORT_TEXTS, st.booleans())
def test_join_gives_back_what_split_took(text, bom):
    """Not one byte of a report is lost between split and join."""
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    written = _split(data)
    assert join(written.pages, written.manifest) == data


@given(REPORT_TEXTS)
def test_editors_words_stay_out_of_the_report(text):
    """Front matter, marked blocks, macros and comments change nothing of what join prints."""
    data = text.encode()
    written = _split(data)
    pages = {
        path: page.replace("summary: ''", "summary: 一句话")
        + "\n!!! note\n    编者的话。\n\n    第二段。\n\n{{ cards('gdp') }}\n\n"
        + "<!-- 待查\n\n两行 -->\n"
        for path, page in written.pages.items()
    }
    assert join(pages, written.manifest) == data


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_markdown_shows_the_words_as_they_are(text):
    """Escaping and reading back are inverse."""
    assert words(escape(text)) == text


def test_gb18030_comes_back_as_gb18030():
    """The encoding is kept."""
    data = (ROOT / "data/source/2024.txt").read_text(encoding="utf-8").encode("gb18030")
    written = _split(data)
    assert written.manifest.encoding == "gb18030"
    assert join(written.pages, written.manifest) == data


def test_the_pages_of_this_repository_are_the_report():
    """content/zh gives back data/source/2024.txt."""
    folder = ROOT / "content" / "zh"
    source = (ROOT / "data/source/2024.txt").read_bytes()
    assert join(read_pages(folder), read_manifest(folder)) == source


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_other_reports_come_back(path):
    """Reports of seven decades, with their odd spaces and broken lines, come back too."""
    written = _split(path.read_bytes())
    assert join(written.pages, written.manifest) == path.read_bytes()


def test_a_character_changed_in_a_page_changes_what_join_prints():
    """The words come from the pages, not from the manifest."""
    written = _split("一、回顾\n\n过去一年，成绩很大。\n".encode())
    pages = {path: page.replace("很大", "不小") for path, page in written.pages.items()}
    assert join(pages, written.manifest).decode() == "一、回顾\n\n过去一年，成绩不小。\n"
    assert "成绩" not in written.manifest.model_dump_json()
