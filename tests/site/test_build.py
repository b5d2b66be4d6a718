"""One build, both languages: what the pages of the built site say of themselves."""

import re
from pathlib import Path

import pytest

from mingbai.report.pages.manifest import read_manifest

ROOT = Path(__file__).parent.parent.parent


def _html(site, path):
    return (site / path).read_text(encoding="utf-8")


def _ids(html):
    return re.findall(r'class="mb-block"[^>]*? id="(p[\d-]+)"', html)


ADDRESSES = {
    "opening.md": "opening/",
    "review-2023/index.md": "review-2023/",
    "review-2023/economy.md": "review-2023/economy/",
    "tasks-2024/index.md": "tasks-2024/",
    "tasks-2024/wellbeing.md": "tasks-2024/wellbeing/",
    "self-improvement/index.md": "self-improvement/",
}
"""Addresses of some pages; published links rest on them."""


@pytest.mark.parametrize(("path", "address"), ADDRESSES.items())
def test_every_block_of_the_report_has_its_id_in_both_languages(built, path, address):
    """Each id of the manifest stands once on its page, and once on the English one."""
    pages = {page.path: page for page in read_manifest(ROOT / "content" / "zh").pages}
    wanted = [block.id for block in pages[path].blocks]
    assert _ids(_html(built, f"{address}index.html")) == wanted
    assert _ids(_html(built, f"en/{address}index.html")) == wanted


def test_no_block_of_the_report_is_missing_from_the_site(built):
    """All ids of the manifest stand on the Chinese pages of the site, each once."""
    pages = read_manifest(ROOT / "content" / "zh").pages
    wanted = sorted(block.id for page in pages for block in page.blocks)
    shown = [
        id_
        for path in built.rglob("index.html")
        if path.relative_to(built).parts[0] != "en"
        for id_ in _ids(path.read_text(encoding="utf-8"))
    ]
    assert sorted(shown) == wanted


def test_paragraphs_are_counted_over_the_lines_of_the_source(built):
    """各位代表： is p1, the first part's heading p3, the GDP sentence p5."""
    assert re.search(r'id="p1">各位代表：', _html(built, "opening/index.html"))
    review = _html(built, "review-2023/index.html")
    assert re.search(r'<h1 class="mb-block" id="p3">一、2023年工作回顾', review)
    words = re.sub(r"</?a\b[^>]*>", "", review)
    assert re.search(r'id="p5">.*地区生产总值7062.5亿元', words)


@pytest.mark.parametrize(("path", "language"), [("", "zh-Hans"), ("en/", "en")])
def test_each_language_has_its_own_language_titles_and_404(built, path, language):
    """The root and /en/ differ in lang, site name and 404 page."""
    home, missing = _html(built, f"{path}index.html"), _html(built, f"{path}404.html")
    name = "明白嘉兴" if language == "zh-Hans" else "Jiaxing, Made Clear"
    for html in (home, missing):
        assert f'<html lang="{language}"' in html
        assert name in html


def test_navigation_previous_and_next_stay_in_one_language(built):
    """No navigation link or footer link of an English page leads to a Chinese one."""
    html = _html(built, "en/review-2023/economy/index.html")
    html = re.sub(r'<nav class="mb-modes".*?</nav>', "", html, flags=re.DOTALL)
    nav = "".join(re.findall(r"<nav.*?</nav>", html, re.DOTALL))
    links = re.findall(r'href="([^"#]+)"', nav)
    assert links
    assert all(not link.startswith("../../../") for link in links)


def test_a_declared_correction_is_shown_and_the_page_keeps_the_source(built):
    """PM_2.5 stands in content/zh and in the source; readers see PM2.5."""
    html = _html(built, "tasks-2024/environment/index.html")
    assert "PM2.5" in html
    assert "PM_2.5" not in html
    assert r"PM\_2.5" in (ROOT / "content/zh/tasks-2024/environment.md").read_text("utf-8")


def test_pages_name_no_other_host_to_load_from(built):
    """No style, script, font or picture comes from another host."""
    for file in built.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        loads = re.findall(r'<(?:script|img|iframe)[^>]*src="(https?:[^"]*)"', html)
        loads += re.findall(
            r'<link[^>]*rel="(?:stylesheet|preconnect|preload)"[^>]*href="(https?:[^"]*)"', html
        )
        assert loads == [], file


def test_two_builds_are_identical(built, build_site, tmp_path):
    """A second build writes the same bytes into every file."""
    build_site(tmp_path)
    first = {
        path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    second = {
        path.relative_to(tmp_path): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert first.keys() == second.keys()


@pytest.mark.parametrize("path", ["opening", "for/children", "en/opening", "en/for/children"])
def test_readers_views_find_the_text(built, path):
    """They weigh sections and paragraphs, not lists, and leave out asides: one section has it all.

    Seen with Mozilla's Readability 0.6, which Firefox uses.
    """
    html = _html(built, f"{path}/index.html")
    article = html.split("<article")[1].split("</article>")[0]
    assert re.match(r'[^>]*>\s*<section class="md-content__inner[^>]*>\s*<h1', article)
    assert article.rstrip().endswith("</section>")
    assert "<aside" not in article
