"""The numbers page as it is written: whole without a script."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
PAGES = {"numbers": ("zh-Hans", "../data/"), "en/numbers": ("en", "../../data/")}


def _page(built, path):
    return (built / path / "index.html").read_text(encoding="utf-8")


def _figures():
    return yaml.safe_load((ROOT / "data/figures.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES)
def test_every_figure_has_a_row_with_its_name_and_its_sentence(built, path):
    """In both languages each figure stands once, with its quote."""
    html = _page(built, path)
    figures = _figures()
    assert html.count("data-search=") == len(figures)
    label = "en" if path.startswith("en") else "zh"
    text = html.replace("&amp;", "&").replace("&#34;", '"').replace("&#39;", "'")
    for figure in figures:
        assert figure["label"][label] in text, figure["id"]
        assert f"<mark>{figure['quote']}</mark>" in text, figure["id"]


@pytest.mark.parametrize("path", PAGES)
def test_rows_lead_to_paragraphs_that_exist(built, path):
    """Each link of a row leads to a page of the site and to an id on it."""
    html = _page(built, path)
    links = re.findall(r'<td data-label="[^"]*"><a href="([^"#]+)#([^"]+)"', html)
    assert len(links) >= len(_figures())
    for page, block in links:
        target = (built / path / page / "index.html").resolve()
        assert f'id="{block}"' in target.read_text(encoding="utf-8"), (page, block)


@pytest.mark.parametrize("path", PAGES)
def test_both_languages_offer_the_same_files(built, path):
    """The downloads lie at the root, whatever the language."""
    html = _page(built, path)
    for name in ("figures.xlsx", "figures.csv", "figures.json", "datapackage.json"):
        assert f'href="{PAGES[path][1]}{name}"' in html


@pytest.mark.parametrize("path", [*PAGES, "", "en"])
def test_nothing_in_a_page_needs_inline_style_or_script(built, path):
    """A strict Content-Security-Policy holds: no style attribute, no handler, no inline script."""
    html = _page(built, path)
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html)
    assert not re.search(r"<script(?![^>]*\b(?:src=|type=.application/ld))", html)


@pytest.mark.parametrize("path", PAGES)
def test_charts_are_tables_with_named_drawings(built, path):
    """Each drawing has a title and a description, and its row has a heading."""
    html = _page(built, path)
    drawings = re.findall(r'<svg class="mb-plot" role="img">(.*?)</td>', html, re.DOTALL)
    assert drawings
    assert all(re.match(r"<title>.+?</title><desc>.+?</desc>", drawing) for drawing in drawings)
    assert html.count("<figcaption>") == 2
