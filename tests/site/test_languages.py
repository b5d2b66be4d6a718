"""What a page says in which language, where one language is missing or not asked for."""

import re
from xml.etree import ElementTree as ET

import pytest
from small_project import build, write_page, write_small_project

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site: the report has no English, the explainer's pages have."""
    root = write_small_project(tmp_path_factory.mktemp("languages"))
    body = '{}\n\n!!! note\n    {}\n\n!!! warning "{}"\n    {}'
    write_page(root, "zh/about.md", "关于", body.format("甲。", "乙。", "当心", "丙。"), order=9)
    write_page(root, "en/about.md", "About", body.format("A.", "B.", "Mind", "C."))
    return build(root)


def _html(site, path):
    return (site / path).read_text(encoding="utf-8")


def test_a_marked_block_without_a_title_is_named_in_the_language_of_its_page(site):
    """One with a title keeps it."""
    titles = re.compile('class="admonition-title">([^<]*)<')
    assert titles.findall(_html(site, "about/index.html")) == ["注", "当心"]
    assert titles.findall(_html(site, "en/about/index.html")) == ["Note", "Mind"]


def test_the_404_page_of_the_root_speaks_to_english_readers_too(site):
    """Hosts with one such page show it below /en/ as well; its title says what happened."""
    html = _html(site, "404.html")
    assert "<title>没有这个页面" in html
    (english,) = re.findall('<p lang="en">(.*?)</p>', html)
    assert english.startswith("There is no page at this address.")
    assert 'href="/en/" hreflang="en"' in english
    assert '<p lang="en">' not in _html(site, "en/404.html")
    assert "<title>Page not found" in _html(site, "en/404.html")


def _unmarked(element, lang=""):
    lang = element.get("lang", lang)
    if lang == "en" and element.text and CHINESE.search(element.text):
        yield element.text
    for child in element:
        yield from _unmarked(child, lang)
        if lang == "en" and child.tail and CHINESE.search(child.tail):
            yield child.tail


@pytest.mark.parametrize("path", ["en/index.html", "en/part-1/index.html", "en/about/index.html"])
def test_chinese_in_the_english_navigation_and_contents_is_marked(site, path):
    """A screen reader changes its voice; WCAG 3.1.2."""
    html = _html(site, path)
    assert CHINESE.search(html)
    for part in re.findall(r"<nav\b.*?</nav>", html, re.DOTALL):
        tree = ET.fromstring(f'<div lang="en">{part}</div>')  # noqa: S314 (our own page)
        assert list(_unmarked(tree)) == []


def test_a_page_without_english_says_in_its_title_that_it_is_chinese(site):
    """A title cannot be marked in part."""
    assert "<title>In Chinese: 回顾 · " in _html(site, "en/part-1/index.html")
