"""What an entry shows besides its number, held against the report."""

import pytest

from mingbai.figures.entry import Figure
from mingbai.translation.statements.details import Setting, details

QUOTE = "城镇新增就业14.6万人"
SETTING = Setting("result", "2023", 2024, QUOTE, "The city created 146,000 new urban jobs.")
ENTRY = {
    "id": "urban-jobs-2023",
    "label": {"zh": "城镇新增就业", "en": "New urban jobs"},
    "value": "146000",
    "unit": "person",
    "unit_label": {"zh": "人", "en": "people"},
    "period": "2023",
    "kind": "result",
    "topic": "jobs",
    "quote": QUOTE,
}


def test_an_entry_that_says_what_the_report_says_is_no_finding():
    """Nothing is asked of what the report does not show."""
    assert details(Figure.model_validate(ENTRY), SETTING) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"period": "2024"}, "period"),
        ({"kind": "target"}, "kind"),
        ({"kind": "standing"}, "kind"),
        ({"label": {"zh": "60岁以上人员就业", "en": "New urban jobs"}}, "label"),
        ({"label": {"zh": "城镇新增就业", "en": "New urban jobs for 60,000 people"}}, "label"),
        ({"unit_label": {"zh": "人", "en": "families"}}, "unit_label"),
    ],
)
def test_a_difference_is_told_until_a_person_confirms_it(change, field):
    """``confirmed`` names the field, and no other one."""
    wrong = Figure.model_validate(ENTRY | change)
    assert {one.field for one in details(wrong, SETTING)} == {field}
    confirmed = Figure.model_validate(ENTRY | change | {"confirmed": [field]})
    assert details(confirmed, SETTING) == ()
