from decimal import Decimal

import pytest
from babel.units import format_unit
from figure_quantities import places, quantities, ranges
from hypothesis import given
from hypothesis import strategies as st

from mingbai.figures import (
    Bound,
    Direction,
    Found,
    Kind,
    Quantity,
    find,
    find_en,
    say_change_en,
    say_change_zh,
    say_en,
    say_zh,
)
from mingbai.figures.units import units


def quantity_of(found: Found) -> Quantity:
    kind = Kind.RANK if found.kind is Kind.RANK else None
    unit = None if found.kind is Kind.RANK and found.unit is None else found.unit
    return Quantity(found.value, unit, found.bound, found.upper, kind)


def only(numbers: tuple[Found, ...]) -> Quantity:
    assert len(numbers) == 1, numbers
    return quantity_of(numbers[0])


@given(quantities())
def test_chinese_gives_back_value_unit_and_bound(quantity):
    """What is said in Chinese is read as the same number: no digit, unit or bound is lost."""
    back = only(find(f"共{say_zh(quantity)}，"))
    assert (back.value, back.unit, back.bound) == (quantity.value, quantity.unit, quantity.bound)


@given(quantities())
def test_english_gives_back_value_unit_and_bound(quantity):
    """What is said in English is read as the same number, conversions in brackets aside."""
    back = only(find_en(f"It was {say_en(quantity)}."))
    assert (back.value, back.unit, back.bound) == (quantity.value, quantity.unit, quantity.bound)


@given(ranges())
def test_ranges_come_back_in_both_languages(quantity):
    """Both ends of a range survive, each in its own scale."""
    assert only(find(say_zh(quantity))) == quantity
    assert only(find_en(say_en(quantity))) == quantity


@given(places())
def test_ranks_come_back_in_both_languages(quantity):
    """A place and "the top N" stay apart."""
    assert only(find(say_zh(quantity))) == quantity
    assert only(find(say_zh(quantity, scope="全省"))) == quantity
    assert only(find_en(say_en(quantity))) == quantity
    assert only(find_en(say_en(quantity, scope="in the province"))) == quantity


@given(
    st.decimals("0.01", 999, places=2),
    st.sampled_from(["percent", "percentage_points", "permille", "times"]),
    st.sampled_from(Direction),
)
def test_changes_keep_their_direction(value, unit, direction):
    """A rise is never read as a fall."""
    quantity = Quantity(value, unit, direction=direction)
    for found in (*find(say_change_zh(quantity)), *find_en(say_change_en(quantity))):
        assert (found.value, found.unit, found.direction) == (value, unit, direction)


@given(st.integers(1, 9), st.integers(2, 99))
def test_parts_come_back_in_both_languages(count, parts):
    """三分之二 is two thirds, exactly: no decimal is made of it."""
    quantity = Quantity(Decimal(count), f"1/{parts}")
    assert only(find(say_zh(quantity))) == quantity
    assert only(find_en(f"It was {say_en(quantity)} of them.")) == quantity


@pytest.mark.parametrize(
    ("quantity", "zh", "en"),
    [
        (Quantity(Decimal(706250000000), "CNY"), "7062.5亿元", "RMB 706.25 billion"),
        (Quantity(Decimal(3010000000), "USD"), "30.1亿美元", "US$3.01 billion"),
        (Quantity(Decimal(149000), "mu"), "14.9万亩", "149,000 mu (about 9,933 hectares)"),
        (Quantity(Decimal(150000), "mu"), "15万亩", "150,000 mu (10,000 hectares)"),
        (Quantity(Decimal(3404000), "teu"), "340.4万标箱", "3.404 million TEUs"),
        (
            Quantity(Decimal("2.8"), "percentage_points"),
            "2.8个百分点",
            "2.8 percentage points",
        ),
        (Quantity(Decimal("3.55"), "percent"), "3.55%", "3.55%"),
        (Quantity(Decimal("5.0"), "percent"), "5.0%", "5.0%"),
        (Quantity(Decimal(1135), "CNY"), "1135元", "RMB 1,135"),
        (
            Quantity(Decimal(1600000), "CNY", Bound.AT_LEAST),
            "160万元以上",
            "at least RMB 1.6 million",
        ),
        (Quantity(Decimal(5), "percent", Bound.AT_MOST), "5%以内", "no more than 5%"),
        (Quantity(Decimal("6.5"), "percent", upper=Decimal(7)), "6.5%—7%", "6.5% to 7%"),
        (Quantity(Decimal(2023), kind=Kind.YEAR), "2023年", "2023"),
        (Quantity(Decimal(2), "doubling"), "翻两番", "quadrupled"),
        (
            Quantity(Decimal(1390000000000), "jin"),
            "1.39万亿斤",
            "1.39 trillion jin (695 million tonnes)",
        ),
    ],
)
def test_figures_are_said_as_readers_expect(quantity, zh, en):
    """The forms promised to editors and readers."""
    assert (say_zh(quantity), say_en(quantity)) == (zh, en)


def test_nouns_and_scopes_take_the_place_of_units():
    """Counted things are named by the data, ranks say among whom."""
    homes = Quantity(Decimal(37), "item")
    assert say_en(homes, noun="communities") == "37 communities"
    assert say_zh(homes, noun="个") == "37个"
    assert say_zh(Quantity(Decimal(3), kind=Kind.RANK), scope="全省") == "全省第三"
    top = Quantity(Decimal(3), bound=Bound.AT_MOST, kind=Kind.RANK)
    assert say_en(top, scope="in the province") == "top 3 in the province"


@pytest.mark.parametrize("unit", [unit for unit in units().values() if unit.cldr])
def test_english_unit_words_are_those_of_cldr(unit):
    """Where CLDR has the unit, our word is its word."""
    cldr_name = {"mass-tonne": "metric tons", "temperature-celsius": "degrees Celsius"}
    said = cldr_name.get(unit.cldr, unit.en.other)
    assert format_unit(Decimal(2), unit.cldr, locale="en") == f"2 {said}"
