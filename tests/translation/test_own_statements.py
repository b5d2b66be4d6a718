"""The editors' words of two languages, and the report's English without numbers."""

import pytest

from mingbai.glossary import ChineseIndex
from mingbai.translation.quality.model import Labelled, Subject
from mingbai.translation.quality.negation import NEGATION_LOST
from mingbai.translation.quality.order import FIGURE_ORDER
from mingbai.translation.statements.lists import members
from mingbai.translation.statements.own import disagreements

NO_TERMS = ChineseIndex(())


def _said(zh, en):
    return [(one.rule, one.side) for one in disagreements(zh, en, NO_TERMS)]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("上学、看病和养老。", "Schools, hospitals, and old age.", []),
        ("先读回顾。再读任务。", "Read the review first.", [("own", "en")]),
        ("目标不是结果。", "A target is not a result.", []),
        ("目标不是结果。", "A target is a result.", [("negation-lost", "en")]),
        ("上学、看病和养老", "Schools, hospitals, and old age.", [("own", "zh")]),
        ("上学、看病和养老。", "Schools, hospitals, and old age", [("own", "en")]),
        ("上学、看病、就业和养老。", "Schools, hospitals, and old age.", [("own", "en")]),
        (
            "政府自觉接受人大依法监督和政协民主监督。",
            "The city accepts oversight.",
            [("own", "en")],
        ),
        ("两项都创历史最好成绩。", "两项都创历史最好成绩。", [("own", "en")]),
    ],
)
def test_two_texts_go_together_or_the_right_one_is_named(zh, en, found):
    """Sentences, end marks, lists, length, negations; no Chinese left."""
    assert _said(zh, en) == found


def test_an_exchange_is_told_and_another_order_of_clauses_is_not():
    """The labels of figures say which English words belong to which number."""
    zh = "夺得8枚亚运金牌、4枚亚残运金牌"
    labels = (
        Labelled(zh, (8,), "Asian Games gold medals"),
        Labelled(zh, (4,), "Asian Para Games gold medals"),
    )
    for en, count in (
        ("won 8 gold medals at the Asian Games and 4 at the Asian Para Games", 0),
        ("won 4 gold medals at the Asian Para Games and 8 at the Asian Games", 0),
        ("won 4 gold medals at the Asian Games and 8 at the Asian Para Games", 1),
    ):
        assert len(list(FIGURE_ORDER.find(Subject(zh, en, labels=labels)))) == count


def test_a_lost_negation_is_told_where_the_clause_can_be_found():
    """Elsewhere in the block a “not” may stand for another clause."""
    zh = "一些政府工作人员的专业能力、服务意识、创新精神还不适应新形势新任务新挑战。"
    en = (
        "The professional ability, sense of service, and spirit of innovation of some staff {} yet."
    )
    right, wrong = en.format("do not match the new tasks"), en.format("match the new tasks")
    assert [len(list(NEGATION_LOST.find(Subject(zh, text)))) for text in (right, wrong)] == [0, 1]


def test_members_of_a_list_are_counted_without_its_values():
    """3.4%、11.8%和8.9% is no list of things."""
    assert members("用电、用气、用热价格分别下降3.4%、11.8%和8.9%", "zh") == {3}
    assert 3 in members("electricity, gas, and heat fell 3.4%, 11.8%, and 8.9%", "en")
