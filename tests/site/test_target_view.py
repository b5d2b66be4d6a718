"""Targets and charts as readers meet them: stated, subtracted, never judged."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.content.reading import read_library
from mingbai.language import LANGUAGES, Language
from mingbai.project import Project
from mingbai.site.views.view import view_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def views():
    """What macros see, by language."""
    library = read_library(Project(ROOT))
    return {language: view_of(library, language, {}) for language in LANGUAGES}


def _target(view, place):
    return view.targets[place]


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (
            0,
            "6%左右：公布5.6%，比6%低0.4个百分点",
            "about 6%: reported 5.6%, 0.4 percentage points below 6%",
        ),
        (
            1,
            "6%以上：公布7.1%，比6%高1.1个百分点",
            "at least 6%: reported 7.1%, 1.1 percentage points above 6%",
        ),
        (2, "本站未收录相关数据", "no figure recorded here"),
        (
            6,
            "公布638.7亿元，与目标单位不同，不作比较。",
            "Reported RMB 63.87 billion, in another unit than the target: not compared.",
        ),
    ],
)
def test_a_target_is_compared_by_subtraction_in_both_languages(views, place, zh, en):
    """Above, below, nothing recorded, and units that cannot be compared."""
    assert _target(views[Language.ZH], place).comparison == zh
    assert _target(views[Language.EN], place).comparison == en


def test_the_year_before_is_told_in_the_terms_of_the_target(views):
    """GDP shows its growth; budget revenue shows the amount and says so; jobs are counted."""
    gdp, budget, jobs = (_target(views[Language.EN], place) for place in (0, 6, 9))
    assert (gdp.result, gdp.result_note) == ("6.3%", "")
    assert budget.result == "RMB 63.2 billion"
    assert budget.result_note == "The report states the amount, not its growth."
    assert (jobs.target, jobs.result) == ("110,000 people", "146,000 people")


def test_a_target_in_words_leads_to_its_paragraph(views):
    """It has no figure, and still its text and its place."""
    incomes = _target(views[Language.EN], 7)
    assert (incomes.target, incomes.block) == ("in step with economic growth", "p21")
    assert incomes.url.endswith("#p21")


def test_no_word_judges(views):
    """Neither language says that a target was met or missed."""
    said = " ".join(
        f"{target.comparison} {target.result_note}"
        for view in views.values()
        for target in view.targets
    )
    said += " ".join(chart.message for view in views.values() for chart in view.charts.values())
    assert not re.search("miss|fail|achiev|success|short of|met |完成|未达|达成|失败|超额", said)


def test_the_dots_stand_in_the_order_of_their_numbers(views):
    """GDP: 5.6 later, 6 aimed at, 6.3 before, from left to right; what is missing has no dot."""
    gdp, _, services, *_ = views[Language.EN].charts["targets"].rows
    later, aim, was = (
        Decimal(place.rstrip("%")) for place in (gdp.outcome_x, gdp.target_x, gdp.result_x)
    )
    assert 0 < later < aim < was < 100
    assert services.outcome_x == ""


def test_bars_are_as_long_as_their_numbers_and_the_sentence_counts_them(views):
    """Every change in percent has a bar; rises before falls; lengths are in proportion."""
    chart = views[Language.EN].charts["growth"]
    values = [Decimal(row.said.replace("−", "-").rstrip("%")) for row in chart.rows]
    assert values == sorted(values, reverse=True)
    per_percent = [
        Decimal(row.width.rstrip("%")) / abs(value)
        for row, value in zip(chart.rows, values, strict=True)
    ]
    assert max(per_percent) - min(per_percent) < Decimal("0.01")
    ups = sum(value > 0 for value in values)
    assert f"Of {len(values)} changes" in chart.message
    assert f"{ups} are rises and {len(values) - ups} are falls" in chart.message
