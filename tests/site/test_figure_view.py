"""What cards say of a figure's place is what its quote claims, in both languages."""

from pathlib import Path

import pytest

from mingbai.language import Language
from mingbai.project import Project
from mingbai.site.compose.sites import read_site


@pytest.fixture(scope="module")
def views():
    """All figures of this project, by language and id."""
    site = read_site(Project(Path(__file__).parent.parent.parent))
    return {language: view.figures for language, view in site.views.items()}


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("innovation-index-rank-2023", "全省第二", "second in the province"),
        ("business-environment-index-rank-2023", "全省前三", "top 3 in the province"),
        (
            "public-culture-assessment-rank-2023",
            "全省十连冠",
            "10 wins in a row in the province",
        ),
        (
            "container-port-rank-2023",
            "全球百大集装箱港口第75位",
            "75th among the world’s top 100 container ports",
        ),
        ("overseas-orders-campaign-rank-2023", "全省率先", "first in the province to do so"),
        ("supercomputing-center-rank-2023", "全省首个", "first of its kind in the province"),
        ("industrial-renewal-tier-2023", "全省第一档", "in the first tier in the province"),
    ],
)
def test_a_claim_of_a_place_is_said_as_the_report_makes_it(views, id, zh, en):  # noqa: A002
    """To do something first is not to be best, and the first tier is not the first place."""
    assert (views[Language.ZH][id].value, views[Language.EN][id].value) == (zh, en)


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("cluster-core-industries-2023", "全省最多", "the most in the province"),
        ("grain-first-years-2023", "全省第一", "first in the province"),
        (
            "manufacturing-investment-threshold-2023",
            "全省第二个",
            "second in the province to do so",
        ),
    ],
)
def test_a_place_beside_a_value_is_said_too(views, id, zh, en):  # noqa: A002
    """The second city to pass a threshold is not second in the amount."""
    assert (views[Language.ZH][id].rank, views[Language.EN][id].rank) == (zh, en)
