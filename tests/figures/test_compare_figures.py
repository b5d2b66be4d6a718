import pytest
from figure_quantities import quantities
from hypothesis import given

from mingbai.figures import Kind, Mismatch, Quantity, compare, find, say_en, say_zh

GROWTH_ZH = (
    "全市实现地区生产总值7062.5亿元、增长6.3%，财政总收入、一般公共预算收入分别达到"
    "1102.6亿元和632亿元，均保持全省第三，在全省率先出台60条政策。"
)
GROWTH_EN = (
    "GDP reached RMB 706.25 billion, up 6.3%; total fiscal revenue and general public budget "
    "revenue reached RMB 110.26 billion and RMB 63.2 billion, both still third in the province. "
    "The city was the first in the province to issue 60 measures."
)


def test_a_faithful_translation_passes():
    """Nothing is said against a sentence whose every number is right."""
    assert compare(GROWTH_ZH, GROWTH_EN) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "mismatch"),
    [
        ("RMB 706.25 billion", "RMB 7062.5 billion", Mismatch.SCALE),
        ("RMB 706.25 billion", "RMB 70.625 billion", Mismatch.SCALE),
        ("RMB 63.2 billion", "US$63.2 billion", Mismatch.UNIT),
        ("6.3%", "6.3 percentage points", Mismatch.UNIT),
        ("up 6.3%", "down 6.3%", Mismatch.DIRECTION),
        ("up 6.3%", "up about 6.3%", Mismatch.BOUND),
        ("and RMB 63.2 billion", "and more", Mismatch.MISSING),
        ("60 measures", "60 measures in 12 fields", Mismatch.EXTRA),
        ("third in", "fourth in", Mismatch.MISSING),
    ],
)
def test_a_wrong_number_is_found_and_named(right, wrong, mismatch):
    """Each way of going wrong is reported as what it is."""
    assert right in GROWTH_EN
    differences = compare(GROWTH_ZH, GROWTH_EN.replace(right, wrong))
    assert mismatch in {difference.mismatch for difference in differences}


@given(quantities())
def test_our_own_english_always_passes(quantity):
    """What say_en writes agrees with what say_zh writes, for every unit and bound."""
    assert compare(f"共{say_zh(quantity)}。", f"It was {say_en(quantity)}.") == ()


@given(quantities())
def test_a_tenth_or_tenfold_never_passes(quantity):
    """A slip of one place between 亿 and billion is the commonest error and the worst."""
    tenfold = Quantity(quantity.value * 10, quantity.unit, quantity.bound)
    assert compare(f"共{say_zh(quantity)}。", f"It was {say_en(tenfold)}.")
    assert compare(f"共{say_zh(tenfold)}。", f"It was {say_en(quantity)}.")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("保持全省首位", "kept its lead in the province"),
        ("实现全省“十连冠”", "first in the province for the tenth year running"),
        ("做了七方面工作", "worked in seven areas"),
        ("从40个减少到29个", "cut from 40 to 29"),
        ("3600多家企业", "more than 3,600 enterprises"),
        ("比2010年翻一番", "double the 2010 level"),
        ("增长2倍", "tripled"),
        ("一半以上", "more than half"),
        ("1957年6月26日", "June 26, 1957"),
        ("党的二十大、“十四五”规划", "the 20th National Congress and the 14th Five-Year Plan"),
        ("75周年", "the 75th anniversary"),
        ("80岁以上老年人", "people aged 80 and over"),
        ("两次获奖", "won twice"),
        ("破千亿", "exceeded RMB 100 billion"),
        ("千亿级新兴产业", "hundred-billion-yuan emerging industries"),
        ("“551”计划", "the 551 Plan"),
        ("PM_2.5治理", "PM2.5 control"),
        ("14.9万亩", "149,000 mu (about 9,933 hectares)"),
        ("三类及以上水质", "water of Class III or better"),
        ("几百位科学家", "hundreds of scientists"),
        ("一是全力帮企业", "First, we did all we could for enterprises"),
    ],
)
def test_custom_is_no_error(zh, en):
    """Where the languages count differently, the translator is left in peace."""
    assert compare(zh, en) == ()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("破千亿的城市", "the city"),
        ("引进超亿美元项目", "attract projects worth over RMB 100 million"),
        ("保持全省首位", "did well in the province"),
        ("保持全省前三", "third in the province"),
        ("6%以上", "6%"),
        ("2.5万名", "250,000 people"),
        ("6.5%－7%", "6.5%"),
        ("连续18年", "18 months in a row"),
    ],
)
def test_what_misleads_is_an_error(zh, en):
    """A magnitude dropped, a bound lost, a unit changed."""
    assert compare(zh, en)


def test_names_are_not_asked_for():
    """八八战略 may become any English name."""
    assert find("“八八战略”")[0].kind is Kind.NAME
    assert compare("践行“八八战略”", "follow the Eight-Eight Strategy") == ()
