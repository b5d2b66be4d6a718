import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cost import cost
from mingbai.figures import Kind, find_en


def told(text):
    return [
        (found.text, f"{found.value:f}", found.unit, found.bound.value) for found in find_en(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RMB 706.25 billion", ("RMB 706.25 billion", "706250000000", "CNY", "exact")),
        ("RMB160 million", ("RMB160 million", "160000000", "CNY", "exact")),
        ("US$3.01 billion", ("US$3.01 billion", "3010000000", "USD", "exact")),
        ("at least 12 billion yuan", ("12 billion yuan", "12000000000", "CNY", "at_least")),
        ("3.404 million TEUs", ("3.404 million TEUs", "3404000", "teu", "exact")),
        ("2.8 percentage points", ("2.8 percentage points", "2.8", "percentage_points", "exact")),
        ("about 6 percent", ("6 percent", "6", "percent", "about")),
        ("up to 5%", ("5%", "5", "percent", "at_most")),
        ("3,600 enterprises or more", ("3,600 enterprises", "3600", "firm", "at_least")),
        ("nearly 30%", ("30%", "30", "percent", "nearly")),
        ("under ten days", ("ten days", "10", "day", "under")),
        ("18 consecutive years", ("18 consecutive years", "18", "year", "exact")),
        ("a three-year plan", ("three-year", "3", "year", "exact")),
        ("people aged 80 and above", ("80", "80", "age", "at_least")),
        ("two thirds of them", ("two thirds", "2", "1/3", "exact")),
        ("more than half", ("half", "1", "1/2", "over")),
        ("a hundred million people", ("a hundred million people", "100000000", "person", "exact")),
        ("hundred-billion-yuan", ("hundred-billion-yuan", "100000000000", "CNY", "exact")),
    ],
)
def test_english_figures_are_read_with_unit_and_bound(text, expected):
    """What translators write is understood as our own English is."""
    assert told(text) == [expected]


def test_a_conversion_in_brackets_is_no_second_number():
    """The hectares after mu are ours, not the report's; a wrong conversion stands out."""
    assert told("149,000 mu (about 9,933 hectares)") == [
        ("149,000 mu (about 9,933 hectares)", "149000", "mu", "exact")
    ]
    assert len(told("149,000 mu (about 99,333 hectares)")) == 2


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("6.5% to 7%", "6.5", "7"),
        ("6.5–7%", "6.5", "7"),
        ("between 6.5% and 7%", "6.5", "7"),
        ("RMB 1.5 to 2 billion", "1500000000", "2000000000"),
        ("RMB 1 to RMB 2 billion", "1", "2000000000"),
        ("2021–2025", "2021", "2025"),
    ],
)
def test_a_range_is_one_number_with_two_ends(text, value, upper):
    """One target stays one target."""
    (found,) = find_en(text)
    assert (f"{found.value:f}", f"{found.upper:f}") == (value, upper)


def test_a_change_from_one_value_to_another_are_two_numbers():
    """From 40 to 29 is no range."""
    assert [f"{found.value:f}" for found in find_en("cut from 40 to 29")] == ["40", "29"]


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("grew by 6.3%", "up"),
        ("fell 3.4%, 11.8% and 8.9%", "down down down"),
        ("rose to 60%", "none"),
        ("6.3% growth", "up"),
        ("a decrease of about 2%", "down"),
        ("growth of at least 6%", "up"),
        ("doubled", "up"),
    ],
)
def test_directions_are_read_and_handed_along_lists(text, directions):
    """A fall told as a rise would be found."""
    found = find_en(text)
    assert " ".join(one.direction.value if one.direction else "none" for one in found) == directions


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("third in the province", "rank"),
        ("ranked 75th", "rank"),
        ("among the top three", "rank"),
        ("the fifth census", "ordinal"),
        ("June 26, 1957", "ordinal ordinal year"),
        ("26 June 1957", "ordinal ordinal year"),
        ("in the 1980s", "year"),
        ("G60, 135N, PM2.5 and “551”", "name name name name"),
        ("We may march on", ""),
    ],
)
def test_ranks_dates_and_names_are_told_apart(text, kinds):
    """They compare by rules of their own."""
    assert " ".join(found.kind.value for found in find_en(text)) == kinds


WORDS = (
    "RMB US$ 706.25 billion million 6.3% percent mu ( ) about at least third top three June 26 "
    "1957 one two hundred G60 PM2.5 “551” to – and , . from between over half doubled aged 80 years"
)
words = st.sampled_from(WORDS.split())


@example("three RMB 26")
@example("G60 to 80")
@example("26 doubling")
@example("June 6.3% 706.25 June")
@given(st.lists(words, max_size=30).map(" ".join))
def test_spans_are_in_order_apart_verbatim_and_cover_every_digit(text):
    """As in Chinese: nothing overlaps, no digit is left out."""
    covered: set[int] = set()
    for found in find_en(text):
        span = set(range(found.start, found.end))
        assert text[found.start : found.end] == found.text
        assert not covered & span
        covered |= span
    assert all(i in covered for i, one in enumerate(text) if one.isdigit())


@pytest.mark.parametrize("word", ["one ", "12 ", "a", "up to ", "1,000", "(about 1 mu", "half "])
def test_long_texts_are_read_in_linear_time(word):
    """No translation, however odd, keeps an editor waiting."""
    assert cost(find_en, word * 4000) < 12 * cost(find_en, word * 1000) + 0.1


def test_years_are_not_counts():
    """A bare 2023 is a year; with a comma or a unit it counts."""
    assert [f.kind for f in find_en("In 2023, 2,023 firms and 2000 kilometers")] == [
        Kind.YEAR, Kind.COUNT, Kind.AMOUNT,
    ]  # fmt: skip
