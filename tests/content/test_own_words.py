"""The editors' own words: both languages claim the same, and promise no more than the report."""

import re
from pathlib import Path

import pytest
import yaml

from mingbai.checks.promises import PROMISES
from mingbai.checks.reading import read_tree
from mingbai.project import Project

CONTENT = Path(__file__).parent.parent.parent / "content"
_MACRO = re.compile(r"\{\{.*?\}\}|\{[:#][^}]*\}")
_SOURCE = re.compile(r"\{\{\s*source\((.*?)\)\s*\}\}")
_HEADING_OR_HTML = re.compile(r"^(?:#|<|\{)")
_ZH_END = re.compile(r"[。！？]")
_EN_END = re.compile(r"[.!?](?=[”’)]?(?:\s|$))")


def _read(language, path):
    """Return a page's front matter, and its own blocks of words as far as it is no report page."""
    front, _, body = (
        (CONTENT / language / path).read_text(encoding="utf-8")[4:].partition("\n---\n")
    )
    data = yaml.safe_load(front)
    if "paragraphs" in yaml.safe_load((CONTENT / "zh" / path).read_text("utf-8").split("---\n")[1]):
        return data, []
    blocks = [line.strip() for line in body.splitlines()]
    return data, [line for line in blocks if line and not _HEADING_OR_HTML.match(line)]


PATHS = sorted(
    path.relative_to(CONTENT / "zh").as_posix()
    for path in (CONTENT / "zh").rglob("*.md")
    if path.name != "about-translation.md"  # it claims nothing of the report
)
READERS = [path for path in PATHS if path.startswith("for/") and path != "for/index.md"]
TOPICS = [path for path in PATHS if path.startswith("topics/") and path != "topics/index.md"]


def _pairs(path):
    """Return the Chinese and the English of each own sentence or claim of a page."""
    (zh, zh_blocks), (en, en_blocks) = _read("zh", path), _read("en", path)
    pairs = [(zh.get(name, ""), en.get(name, "")) for name in ("summary", "description")]
    pairs += [
        (one["text"], two["text"])
        for one, two in zip(zh.get("takeaways", ()), en.get("takeaways", ()), strict=True)
    ]
    return pairs + list(zip(zh_blocks, en_blocks, strict=True))


def _sentences(text, language):
    ends = _ZH_END if language == "zh" else _EN_END
    plain = _MACRO.sub(" ", re.sub(r"`[^`]*`|\([^()]*\)|（[^（）]*）", "", text)).strip()
    return len(ends.findall(plain.replace("No. 1", "No 1")))


@pytest.mark.parametrize("path", PATHS)
def test_both_languages_have_the_same_claims_with_the_same_sources(path):
    """Block by block, the own words of both languages rest on the same paragraphs."""
    for zh, en in _pairs(path):
        assert _SOURCE.findall(zh) == _SOURCE.findall(en), (zh, en)


@pytest.mark.parametrize("path", PATHS)
def test_both_languages_have_the_same_number_of_sentences(path):
    """No half of a sentence is lost on the way, and none is added."""
    for zh, en in _pairs(path):
        assert _sentences(zh, "zh") == _sentences(en, "en"), (zh, en)


def test_what_the_report_works_toward_is_not_promised():
    """推动, 推进 and 支持 are an effort in English, too; also in the report's own paragraphs."""
    assert [str(finding) for finding in PROMISES.find(read_tree(Project(CONTENT.parent)))] == []


@pytest.mark.parametrize("path", PATHS)
def test_quotation_marks_and_apostrophes_are_curly(path):
    """No typewriter mark stands in the editors' English."""
    data, blocks = _read("en", path)
    texts = [data["title"], *(en for _, en in _pairs(path)), *blocks]
    for text in texts:
        assert not re.search("['\"]", re.sub(r"`[^`]*`", "", _MACRO.sub("", text))), text


@pytest.mark.parametrize("path", TOPICS + READERS)
def test_a_page_of_plans_says_of_when_they_are(path):
    """Whoever meets a plan also reads that it dates from January 2024."""
    assert any("2024年1月的报告" in block for block in _read("zh", path)[1])
    assert any("report of January 2024" in block for block in _read("en", path)[1])


@pytest.mark.parametrize("path", READERS)
def test_a_page_for_readers_ends_with_what_the_report_does_not_say(path):
    """The last section before the links says what need not be looked for."""
    for language, name in (("zh", "报告没有说的"), ("en", "What the report does not say")):
        text = (CONTENT / language / path).read_text(encoding="utf-8")
        headings = re.findall(r"^## (.*?)(?: \{#[\w-]+\})?$", text, re.MULTILINE)
        assert headings[-2] == name
