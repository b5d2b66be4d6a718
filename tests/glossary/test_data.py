"""The glossary of this repository, against the report it explains."""

import re
from pathlib import Path

import pytest

from mingbai.glossary import ChineseIndex, TermKind, read_glossary

DATA = Path(__file__).parents[2] / "data"
EXPLAINED = {
    TermKind.PROGRAMME,
    TermKind.SLOGAN,
    TermKind.HONOUR,
    TermKind.STATISTIC,
    TermKind.CONCEPT,
}


@pytest.fixture(scope="module")
def terms():
    return read_glossary(DATA / "glossary.yml")


@pytest.fixture(scope="module")
def report():
    return (DATA / "source" / "2024.txt").read_text(encoding="utf-8-sig")


def test_every_quoted_phrase_of_the_report_is_explained(terms, report):
    """A reader who meets a phrase in quotation marks finds it in the glossary."""
    quoted = dict.fromkeys(re.findall("“([^”]+)”", report))
    assert [phrase for phrase in quoted if not any(phrase in t.zh for t in terms)] == []


def test_every_term_is_found_in_the_report(terms, report):
    """No entry stands for something that the report does not say."""
    assert [t.zh for t in terms if t.zh not in report] == []


def test_the_glossary_speaks_in_nearly_every_paragraph(terms, report):
    """The index finds terms all over the report, not only in its first lines."""
    index = ChineseIndex(terms)
    long_paragraphs = [line for line in report.splitlines() if len(line) > 100]
    assert [line[:20] for line in long_paragraphs if not index.find(line)] == []


def test_what_readers_may_not_know_is_explained(terms):
    """Programs, slogans, honors, statistics and concepts have their sentences."""
    assert [t.zh for t in terms if t.kind in EXPLAINED and t.explain is None] == []


def test_pinyin_has_a_syllable_for_each_character(terms):
    """The pinyin is of the whole term."""
    for term in terms:
        if re.fullmatch(r"[\u4e00-\u9fff]+", term.zh):
            assert len(term.pinyin.split()) == len(term.zh), term.zh
