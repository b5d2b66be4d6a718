from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cost import cost
from mingbai.figures import Bound, Direction, Kind, find
from mingbai.figures.numerals import parse_amount


def told(text):
    return [(found.text, str(found.value), found.unit) for found in find(text)]


CHARACTERS = (
    "0123456789０１２３４５６７８９.,%％ 万亿千百十一二三四五六七八九零两几多余第前个年月日元亩"
    "“”《》G—增长下降超过以上左右"
)
pieces = st.sampled_from([*CHARACTERS, "增长", "下降", "超过", "以上", "左右", "百分之", "PM_"])
texts = st.lists(pieces, max_size=40).map("".join)


@given(texts)
def test_spans_are_in_order_apart_and_verbatim(text):
    """A span can be highlighted as it stands: in the text, in order, never two on one place."""
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end


@given(texts)
@example("0PM_0 0")
def test_no_digit_is_ever_left_out(text):
    """Every Arabic or full-width digit of any text lies in the span of a number or a name."""
    covered = {i for found in find(text) for i in range(found.start, found.end)}
    assert all(
        i in covered for i, one in enumerate(text) if one in "0123456789０１２３４５６７８９"
    )


@given(st.integers(1, 9999), st.sampled_from(["", "万", "亿", "万亿"]))
def test_full_width_and_spaced_digits_mean_the_same(number, scale):
    """Older reports write １９８４ and 1 9 9 7; both are read as plain digits are."""
    plain = f"{number}{scale}元"
    full = plain.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    spaced = " ".join(str(number)) + f" {scale}元"
    assert find(plain)[0].value == find(full)[0].value == find(spaced)[0].value


@pytest.mark.parametrize(
    "text",
    [
        "1." * 4500,
        "1 " * 10000,
        "一万" * 10000,
        "增长" * 10000,
        "“1" * 10000,
        "1,000" * 4000,
        "百分之" * 4500,
    ],
)
def test_long_texts_are_read_in_linear_time(text):
    """No text, however odd, keeps an editor waiting."""
    assert cost(find, text) < 12 * cost(find, text[: len(text) // 4]) + 0.1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7062.5亿", "706250000000"),
        ("4.06万亿", "4060000000000"),
        ("六万万", "600000000"),
        ("一千三百六十九亿一千四百万", "136914000000"),
        ("四亿零七百万", "407000000"),
        ("3亿5000万", "350000000"),
        ("8,500", "8500"),
        ("１１．５", "11.5"),
        ("1 0 ．0 6", "10.06"),
        ("五千多万", "50000000"),
    ],
)
def test_amounts_are_scaled_exactly(text, value):
    """万 and 亿 multiply; no digit is rounded."""
    assert str(parse_amount(text)) == value


@pytest.mark.parametrize("text", ["", "三四", "十四五", "1和2", "百分之四", "二百二"])
def test_what_is_not_one_amount_is_refused(text):
    """A guess would be a wrong figure."""
    with pytest.raises(ValueError, match="not"):
        parse_amount(text)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("6%左右", Bound.ABOUT),
        ("约6万户", Bound.ABOUT),
        ("6%以上", Bound.AT_LEAST),
        ("不低于6%", Bound.AT_LEAST),
        ("6%以内", Bound.AT_MOST),
        ("不超过6%", Bound.AT_MOST),
        ("超过160万元", Bound.OVER),
        ("3600多家", Bound.OVER),
        ("5000余亿元", Bound.OVER),
        ("不到6%", Bound.UNDER),
        ("近30%", Bound.NEARLY),
        ("将近一百四十亿元", Bound.NEARLY),
        ("约占四分之一以上", Bound.AT_LEAST),
        ("节约36.3万吨", Bound.EXACT),
        ("近3年", Bound.EXACT),
        ("超过五年计划", Bound.EXACT),
        ("每年通过5项", Bound.EXACT),
    ],
)
def test_words_around_a_number_bound_it(text, bound):
    """At least six percent is not six percent; the past three years are not nearly three."""
    assert [found.bound for found in find(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "directions", "kinds"),
    [
        ("增长6.3%", "up", "change"),
        ("分别下降3.4%、11.8%和8.9%", "down down down", "change change change"),
        ("提高2.8个百分点", "up", "points"),
        ("涨幅控制在3%以内", "up", "change"),
        ("提高到60%", "none", "share"),
        ("新增45所", "none", "count"),
        ("占40%", "none", "share"),
        ("比上年增加5038亿元", "up", "amount"),
        ("翻一番", "up", "change"),
        ("减少一半", "down", "change"),
    ],
)
def test_a_change_is_told_from_a_level(text, directions, kinds):
    """A growth of 6% and a share of 6% are different claims."""
    found = find(text)
    assert " ".join(one.direction.value if one.direction else "none" for one in found) == directions
    assert " ".join(one.kind.value for one in found) == kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“551”计划", "551"),
        ("“135N”先进", "135N"),
        ("G60科创走廊", "G60"),
        ("PM_2.5治理", "PM_2.5"),
        ("细颗粒物（PM2.5）", "PM2.5"),
        ("“6+1”重点", "6+1"),
        ("101路红色旅游公交", "101路"),
        ("C919大型客机", "C919"),
        ("《中国制造2025》", "中国制造2025"),
        ("“八八战略”", "八八战略"),
        ("“十项重大工程”", "十项重大工程"),
        ("党的二十大精神", "二十大"),
        ("3.0版", "3.0版"),
    ],
)
def test_a_number_of_a_name_is_listed_as_a_name(text, name):
    """Nothing with a digit is dropped in silence, and no name counts as a figure."""
    assert [(found.text, found.kind) for found in find(text)] == [(name, Kind.NAME)]


NO_FIGURES = (
    "一是全力帮企业 （一）聚力 第一，坚持 统一部署 万一 千方百计 一些企业 三类及以上水质 "
    "省级以上改革 十分重要 一分不少 亿万人民 两岸关系 摆在首位 第三产业 零距离 "
    "新的一年 百花齐放 深入实施首位战略 三四个"
)


@pytest.mark.parametrize("text", NO_FIGURES.split())
def test_numerals_that_are_no_figures_stay_out(text):
    """Idioms, headings, levels and articles are not figures."""
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("制造业投资破千亿的城市", "100000000000", None),
        ("引进超亿美元项目", "100000000", "USD"),
        ("千亿级新兴产业", "100000000000", None),
        ("每万从业人员", "10000", None),
        ("几百位科学家", "100", "person"),
    ],
)
def test_a_magnitude_without_a_digit_is_marked_as_one(text, value, unit):
    """破千亿 says more than a hundred billion; it is no count of one."""
    (found,) = find(text)
    assert (str(found.value), found.unit, found.magnitude) == (value, unit, True)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("6.5%－7%", "6.5", "7", "percent"),
        ("30—50家", "30", "50", "firm"),
        ("3—5万元", "30000", "50000", "CNY"),
        ("十五亿元到二十亿元", "1500000000", "2000000000", "CNY"),
        ("百分之二十到三十", "20", "30", "percent"),
        ("1956—1967年", "1956", "1967", "year"),
        ("10～15%", "10", "15", "percent"),
    ],
)
def test_a_range_is_one_number_with_two_ends(text, low, high, unit):
    """A target range is one target; the lower end takes the scale of the upper."""
    (found,) = find(text)
    assert (str(found.value), str(found.upper), found.unit) == (low, high, unit)


def test_from_one_year_to_another_are_two_years():
    """从1952年到1956年 tells when, not how many."""
    assert told("从1952年到1956年") == [("1952年", "1952", "year"), ("1956年", "1956", "year")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("均保持全省第三，", ("第三", "3", Bound.EXACT, Kind.RANK)),
        ("保持全省前三，", ("前三", "3", Bound.AT_MOST, Kind.RANK)),
        ("保持全省首位。", ("首位", "1", Bound.EXACT, Kind.RANK)),
        ("在全省率先出台", ("率先", "1", Bound.EXACT, Kind.RANK)),
        ("“十连冠”", ("十连冠", "10", Bound.EXACT, Kind.RANK)),
        ("排名提升至75位。", ("75位", "75", Bound.EXACT, Kind.RANK)),
        ("第五次全国经济普查", ("第五次", "5", Bound.EXACT, Kind.ORDINAL)),
        ("前三年", ("三年", "3", Bound.EXACT, Kind.DURATION)),
    ],
)
def test_ranks_are_told_from_sequences_and_spans(text, expected):
    """Third in the province is praise; the third time is not."""
    (found,) = find(text)
    assert (found.text, str(found.value), found.bound, found.kind) == expected


def test_yuan_and_dollars_and_points_and_percent_stay_apart():
    """The confusions that would mislead a reader most."""
    units = [found.unit for found in find("30.1亿美元、30.1亿元、2.8个百分点、2.8%")]
    assert units == ["USD", "CNY", "percentage_points", "percent"]


@pytest.mark.parametrize("text", ["1" * 60 + "年代", "亿" * 5000, "翻" + "9" * 30 + "番", "0分之0"])
def test_nonsense_is_read_without_an_error(text):
    """A report may hold anything; reading it never fails."""
    find(text)


def test_a_change_of_a_small_sum_keeps_its_fraction():
    """3分 is three hundredths of a yuan."""
    assert [found.value for found in find("每斤提高3分和1毛钱")] == [
        Decimal("0.03"),
        Decimal("0.1"),
    ]
    assert find("每斤提高3分和1毛钱")[0].direction is Direction.UP
