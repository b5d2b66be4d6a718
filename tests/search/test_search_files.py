import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.language import Language
from mingbai.project import Project
from mingbai.site.compose.sites import read_site
from mingbai.site.search import index, search_files
from mingbai.site.search.documents import BlockKind, search_pages
from mingbai.site.search.fold import fold, stem
from mingbai.site.search.layer import MESSAGES, names, traditional

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site():
    return read_site(Project(ROOT))


def decode(text):
    """Read a posting list as the browser does."""
    numbers, last, gap = [], 0, 0
    for symbol in text:
        value = index.DIGITS.index(symbol)
        gap = gap * 45 + value % 45
        if value < 45:
            last += gap
            numbers.append(last)
            gap = 0
    return numbers


def test_every_word_of_the_report_is_indexed(site):
    """Every block of the report stands in the index, in order, with the words its page shows."""
    blocks = [
        block
        for page in search_pages(site, Language.ZH)
        for block in page.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and block.anchor
    ]
    anchors = [block.id for page in site.library.zh for block in page.blocks if block.id]
    assert [block.anchor for block in blocks if block.anchor in anchors] == anchors
    text = "".join(block.text for block in blocks)
    assert "PM2.5治理" in text
    assert "7062.5亿元" in text


def test_every_figure_leads_to_the_block_that_proves_it(site):
    """A figure is found by its label and its value, in both languages, at its paragraph."""
    for language, label in (
        (Language.ZH, "地区生产总值"),
        (Language.EN, "Gross domestic product (GDP)"),
    ):
        figures = [
            block
            for page in search_pages(site, language)
            for block in page.blocks
            if block.kind == BlockKind.FIGURE
        ]
        assert len(figures) == len(site.library.figures)
        assert any(f.text.startswith(label + "\t") and f.anchor == "p5" for f in figures)


def test_the_same_site_gives_the_same_bytes(site):
    """Two builds of one site are the same, and name their folder after what is in it."""
    first, second = search_files(site), search_files(read_site(Project(ROOT)))
    assert first == second
    folder = json.loads(first["search/index.json"])["folder"]
    assert all(path.startswith(f"search/{folder}/") for path in first if path.count("/") > 1)


def test_a_plain_material_tree_gets_an_index_without_documents(site):
    """Material's script, which always fetches search_index.json, finds nothing in it to index."""
    assert json.loads(search_files(site)["search/search_index.json"])["docs"] == []


def test_a_large_site_is_cut_into_small_pieces(site):
    """Beyond the limit a query needs only some of many small files, and they lose no block."""
    pages = search_pages(site, Language.ZH)
    whole = index.build(pages, Language.ZH)
    built = index.build(pages, Language.ZH, 0)
    assert sum(built.counts) == sum(whole.counts)
    assert max(len(data) for name, data in built.files.items() if name[0] == "g") < 12_000
    shard = json.loads(built.files[f"g{index.shard_of('槜李', built.shards)}.json"])
    blocks = [block for page in pages for block in page.blocks]
    assert all("槜李" in blocks[number].text for number in decode(shard["槜李"]))


@given(st.lists(st.integers(0, 300_000)).map(lambda numbers: sorted(set(numbers))))
def test_posting_lists_come_back_as_they_were(numbers):
    """Any rising numbers survive the posting list's alphabet."""
    assert decode(index.encode(numbers)) == numbers


@given(st.text())
def test_folding_folded_text_changes_nothing(text):
    """What has been folded is in its last form, so that query and text always meet."""
    assert fold(fold(text)) == fold(text)


@given(st.from_regex("[a-z]{2,12}", fullmatch=True))
def test_a_stem_is_never_empty(word):
    """Every word keeps letters to be found by."""
    assert len(stem(word)) > 1


def test_old_characters_lead_to_those_that_stand_in_the_texts():
    """Only characters that could be meant are sent; regional forms are among them."""
    found = traditional(["养老服务乌镇", "发展"])
    pairs = dict(zip(found["from"], found["to"], strict=True))
    assert pairs["養"] == "养"
    assert pairs["鎮"] == "镇"
    assert "高" not in pairs.values()


def test_terms_are_heard_in_pinyin(site):
    """Syllables come from the glossary; a character that sounds otherwise in a term keeps that."""
    found = names(site.library.terms)
    at = found["zh"].split("\t").index("地瓜经济")
    usual = {
        character: "".join(letter for letter in group if letter.isascii())
        for group in found["sounds"].split(" ")
        for character in group
        if not character.isascii()
    }
    assert at not in found["odd"]
    assert [usual[character] for character in "地瓜经济"] == ["di", "gua", "jing", "ji"]


def test_no_message_of_the_search_lacks_its_chinese(site):
    """What the search says is said in Chinese on Chinese pages."""
    layer = next(data for path, data in search_files(site).items() if path.endswith("layer.json"))
    messages = json.loads(layer)["messages"]
    assert set(messages["zh"]) == set(MESSAGES)
    assert all(messages["zh"][text] != text for text in MESSAGES)
