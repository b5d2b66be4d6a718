"""A claim held against its paragraphs: each way in which it may differ, and what it may omit."""

import pytest

from mingbai.translation.statements import Proof, in_text, unsupported
from mingbai.translation.statements.words import telling

ZH = (
    "企业用电、用气、用热价格分别下降3.4%、11.8%和8.9%，低保标准提高到每人每月1135元，"
    "在183所学校开设暑托班、惠及3.2万户家庭，主要经济指标增速高于全国全省，放心消费指数列全省第一。"
)
EN = (
    "The prices of electricity, gas, and heat fell 3.4%, 11.8%, and 8.9%, respectively. The "
    "standard was raised to RMB 1,135 per person per month. Athletes won 8 gold medals at the "
    "Asian Games and 4 at the Asian Para Games. We ran classes at 183 schools for 32,000 families, "
    "and the index ranked first in the province. Rates are to be no more than 5%."
)


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("用气价格下降11.8%", "zh"),
        ("低保标准每人每月1135元", "zh"),
        ("The price of gas fell 11.8%.", "en"),
        ("Athletes won 8 gold medals at the Asian Games.", "en"),
        ("A rate of no more than 5%.", "en"),
        ("The index ranked first.", "en"),
    ],
)
def test_a_claim_that_follows_its_paragraph_is_no_finding(claim, language):
    """Fewer words than the paragraph has are no mistake."""
    assert unsupported(claim, (Proof("p1", ZH if language == "zh" else EN),), language) == ()


@pytest.mark.parametrize(
    ("claim", "language", "what"),
    [
        ("低保标准每人每月1153元", "zh", "value"),
        ("用热价格下降11.8%", "zh", "thing"),
        ("用热价格上涨8.9%", "zh", "direction"),
        ("低保标准降低到1135元", "zh", "direction"),
        ("低保标准每人每年1135元", "zh", "period"),
        ("惠及3.2万名学生", "zh", "unit"),
        ("放心消费指数列全国第一", "zh", "scope"),
        ("主要经济指标增速低于全国全省", "zh", "direction"),
        ("Athletes won 4 gold medals at the Asian Games and 8 at the Para Games.", "en", "thing"),
        ("A rate of at least 5%.", "en", "bound"),
        ("The standard was lowered to RMB 1,135.", "en", "direction"),
        ("RMB 1,135 per person per year", "en", "period"),
        ("The index ranked first in the country.", "en", "scope"),
    ],
)
def test_a_claim_that_differs_is_told_by_what_differs(claim, language, what):
    """One word is enough: a bound, a direction, a place, a thing."""
    proof = Proof("p1", ZH if language == "zh" else EN)
    assert [one.what for one in unsupported(claim, (proof,), language)][:1] == [what]


def test_a_target_is_not_proved_by_the_review():
    """The column says which it is, and so does the part of the report."""
    review, tasks = (
        Proof("p7", "新增就业14.6万人", "result"),
        Proof("p9", "新增就业11万人", "target"),
    )
    assert unsupported("新增就业 11万人", (review, tasks), "zh", "2024年目标") == ()
    assert [
        one.what for one in unsupported("新增就业 14.6万人", (review, tasks), "zh", "2024年目标")
    ]


def test_values_that_are_handed_out_have_the_words_of_their_own_thing():
    """分别 and “respectively” give the first value to the first thing."""
    for text, language, things in (
        ("全市接待游客人次、旅游收入分别增长26.8%和26.9%", "zh", ("游客", "旅游")),
        ("Visits and revenue grew 26.8% and 26.9%, respectively.", "en", ("visit", "revenu")),
    ):
        words = [one.words for one in in_text(text, language)]
        assert all(thing in own for thing, own in zip(things, words, strict=True))


def test_small_words_tell_no_thing_from_another():
    """Else every clause would resemble every other."""
    assert telling("the number of the year", "en") == frozenset()
