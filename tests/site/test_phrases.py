"""Set phrases and their English are counted from the report's blocks."""

import re
from pathlib import Path

import pytest

from mingbai.content.reading import read_library
from mingbai.language import LANGUAGES
from mingbai.project import Project
from mingbai.site.views.phrases import count_phrase
from mingbai.site.views.view import view_of

ROOT = Path(__file__).parent.parent.parent
PAIRS = (
    ("大力争取资金，力争增长。", "Work hard to secure money; aim for growth."),
    ("大力争取资金。", "Work hard to secure money, and aim high."),
    ("确保安全，确保增长。", "We ensure safety and growth."),
    ("确保稳定。", "We see that things are carried out."),
)


def test_a_rendering_counts_the_blocks_that_have_the_phrase_too():
    """Two blocks say 确保, one of them in English “ensure”; elsewhere “aim” would not count."""
    found = count_phrase(PAIRS, "确保", "", ("see that", "ensure"))
    assert found.paragraphs == 2
    assert {one.words: one.paragraphs for one in found.renderings} == {"see that": 1, "ensure": 1}


def test_a_longer_word_that_only_looks_like_the_phrase_does_not_count():
    """大力争取 is not 力争."""
    assert count_phrase(PAIRS, "力争", "", ("aim",)).paragraphs == 2
    assert count_phrase(PAIRS, "力争", "大力争取", ("aim",)).paragraphs == 1


def test_renderings_come_by_their_number_and_in_any_form():
    """Carried out is carry out; the most frequent is first."""
    pairs = (("推进", "carried out"), ("推进", "carrying out, pressed ahead"), ("推进", "-"))
    found = count_phrase(pairs, "推进", "", ("press ahead", "carry out"))
    assert [(one.words, one.paragraphs) for one in found.renderings] == [
        ("carry out", 2),
        ("press ahead", 1),
    ]


@pytest.mark.parametrize(
    ("phrase", "words", "message"),
    [
        ("试点", (), "the report does not contain '试点'"),
        ("确保", ("pilot",), "'确保' contains 'pilot'"),
    ],
)
def test_what_the_report_does_not_say_is_refused(phrase, words, message):
    """Neither a phrase nor a rendering can outlive the text that it is taken from."""
    with pytest.raises(LookupError, match=re.escape(message)):
        count_phrase(PAIRS, phrase, "", words)


def test_the_view_counts_the_report_itself():
    """率先 is always the first in the province, in both languages' views the same."""
    library = read_library(Project(ROOT))
    zh, en = (
        view_of(library, language, {}).phrase("率先", "", "first in") for language in LANGUAGES
    )
    assert zh == en
    assert zh.paragraphs == 6
    assert zh.renderings[0].paragraphs == 6
