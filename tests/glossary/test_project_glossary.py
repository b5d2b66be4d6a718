"""What this project's own glossary promises: where its English is from, and one English a term."""

from pathlib import Path

import pytest

from mingbai.glossary import Term, read_glossary

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def terms() -> dict[str, Term]:
    """The project's terms by their Chinese."""
    return {term.zh: term for term in read_glossary(ROOT / "data/glossary.yml")}


@pytest.mark.parametrize(
    ("zh", "refused"),
    [
        ("嘉兴学院", "Jiaxing College"),
        ("智能装饰", "smart home furnishings"),
        ("濮院时尚古镇", "Puyuan Fashion Ancient Town"),
        ("双下降", "double reduction"),
        ("长江经济带共抓大保护", "Yangtze River Economic Belt"),
    ],
)
def test_a_rendering_found_wrong_is_accepted_no_more(terms, zh, refused):
    """The school's English name never was College; double reduction is another policy's name."""
    assert refused not in terms[zh].renderings


def test_every_term_says_where_its_english_is_from(terms):
    """The site's own words are told from those of official texts."""
    assert terms["信访"].is_ours
    assert terms["信访"].published == "GWR “public complaints”"
    assert not terms["红船"].is_ours
    assert all(term.is_ours or term.published for term in terms.values())


def test_what_the_report_does_not_say_is_not_told_as_fact(terms):
    """Explanations that rest on the editors' reading alone say so in both languages."""
    for zh in ("跨区域国家高新区", "农村物业", "上海·嘉兴城市推介活动", "贯彻民营经济32条"):
        explain = terms[zh].explain
        assert explain is not None
        assert "本站" in explain.zh
        assert "our reading" in explain.en or "We read" in explain.en


def test_apostrophes_are_curly(terms):
    """Straight ones would stand beside the curly ones of the pages."""
    for term in terms.values():
        english = " ".join((*term.renderings, term.explain.en if term.explain else ""))
        assert "'" not in english, term.zh
