"""A page whose name ends in "index" has the address that its name says, wherever one is given."""

import json
import re

import pytest
from small_project import build, write_page, write_small_project


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site with the page price-index.md in both languages."""
    root = write_small_project(tmp_path_factory.mktemp("addresses"))
    write_page(root, "zh/price-index.md", "物价指数", "居民消费价格。", kind="glossary")
    write_page(root, "en/price-index.md", "Price index", "What people pay.", kind="glossary")
    return build(root)


def _html(site, path):
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_the_head_gives_both_addresses_to_search_engines(site):
    """Canonical, hreflang and x-default say what the folder is called."""
    html = _html(site, "en/price-index")
    assert 'rel="canonical" href="https://example.org/en/price-index/"' in html
    found = dict(re.findall(r'hreflang="([\w-]+)" href="([^"]+)"', html.split("</head>")[0]))
    assert found == {
        "zh-Hans": "https://example.org/price-index/",
        "en": "https://example.org/en/price-index/",
        "x-default": "https://example.org/price-index/",
    }


def test_the_switch_leads_to_the_page_in_the_other_language(site):
    """In both directions."""
    assert 'class="mb-switch" href="../en/price-index/"' in _html(site, "price-index")
    assert 'class="mb-switch" href="../../price-index/"' in _html(site, "en/price-index")


def test_the_structured_data_name_the_page(site):
    """JSON-LD of schema.org."""
    html = _html(site, "price-index")
    found = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', html)]
    assert found[0]["url"] == "https://example.org/price-index/"


@pytest.mark.parametrize("name", ["sitemap.xml", "feed.xml", "en/feed.xml"])
def test_sitemap_and_feeds_list_the_page(site, name):
    """And nothing lists an address without the second half of its name."""
    text = (site / name).read_text(encoding="utf-8")
    assert "/price-index/" in text
    assert "/price-/" not in text


def test_the_search_leads_to_the_page(site):
    """In the index of each language."""
    texts = [path.read_text(encoding="utf-8") for path in site.glob("search/*/**/*.json")]
    assert sum("price-index/" in text for text in texts) >= 2
    assert not any('"price-/' in text for text in texts)
