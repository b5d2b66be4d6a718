"""Which rules speak of which English, case by case, and what a waiver does."""

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.waivers import read_waivers
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid
from mingbai.glossary import ChineseIndex, Term, read_glossary
from mingbai.project import Project
from mingbai.translation.quality import RULES, check_block, check_edition
from mingbai.translation.quality.model import Labelled

ROOT = Path(__file__).parent.parent.parent
CASES = yaml.safe_load(Path(__file__).with_name("quality-cases.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def glossary():
    return ChineseIndex(read_glossary(ROOT / "data" / "glossary.yml"))


@pytest.fixture(scope="module")
def library():
    return read_library(Project(ROOT))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_rules_that_speak_are_these_and_no_others(case, glossary):
    """One row of the table."""
    markdown = case.get("markdown")
    faults = check_block(
        case["zh"],
        case["en"],
        glossary,
        is_heading=case.get("heading", False),
        labels=tuple(
            Labelled(quote, (Decimal(value),), label)
            for quote, (value, label) in case.get("labels", {}).items()
        ),
        markdown=tuple(markdown) if markdown else None,
    )
    said = [f"{fault.rule.id}: {fault.message}" for fault in faults]
    assert [fault.rule.id for fault in faults] == case["rules"], said


def test_every_rule_has_a_case():
    """A rule that no case makes speak may have fallen silent; term-forbidden has its own below."""
    spoken = {rule for case in CASES for rule in case["rules"]}
    assert {rule.id for rule in RULES} - spoken == {"term-forbidden"}


def test_a_forbidden_rendering_is_refused():
    """Also where the accepted one stands in the block too."""
    term = Term(
        zh="红船", en="Red Boat", kind="slogan", pinyin="hóng chuán", evidence="JX",
        forbidden=("Red Ship",),
    )  # fmt: skip
    faults = check_block("红船起航。", "The Red Boat, or red ships, set out.", ChineseIndex([term]))
    assert [fault.rule.id for fault in faults] == ["term-forbidden"]


@given(st.text(max_size=60), st.text(max_size=60), st.booleans())
def test_any_two_texts_can_be_held_against_each_other(chinese, english, is_heading):
    """An engine's output is data: nothing it writes stops the rules."""
    check_block(chinese, english, ChineseIndex(()), is_heading=is_heading)


def test_the_english_edition_keeps_every_rule(library):
    """The whole report, waivers taken into account; a finding here must be mended."""
    findings = check_edition(library)
    assert [str(finding) for finding in findings] == []


def _altered(library, old, new):
    """Return the library with English words of the page on the economy replaced."""
    page = library.en["review-2023/economy.md"]
    blocks = tuple(
        dataclasses.replace(
            block,
            source=dataclasses.replace(
                block.source, markdown=block.source.markdown.replace(old, new)
            ),
        )
        for block in page.blocks
    )
    new_page = dataclasses.replace(page, blocks=blocks)
    return dataclasses.replace(library, en={**library.en, page.path: new_page})


WAIVER = """\
- id: {id}
  rule: {rule}
  text: {text}
  reason: The number follows from the two in the Chinese.
  chinese: {chinese}
"""


def _waived(tmp_path, library, **changes):
    chinese = next(pair.chinese for pair in pairs(library) if pair.id == "p9-4")
    values = {
        "id": "p9-4",
        "rule": "figure-extra",
        "text": "5 cities",
        "chinese": words_digest(chinese),
    } | changes
    path = tmp_path / "waivers.yml"
    path.write_text(WAIVER.format(**values), encoding="utf-8")
    return dataclasses.replace(library, waivers=read_waivers(path))


@pytest.fixture
def derived(library):
    """The report with a number in p9-4 that the Chinese does not have."""
    return _altered(library, "116,000 market entities", "116,000 market entities in 5 cities")


def test_a_finding_names_the_line_and_the_block(derived):
    """So that an editor can go there."""
    (finding,) = check_edition(derived)
    assert finding.rule == "figure-extra"
    assert finding.message.startswith("p9-4: ")
    page = ROOT / finding.location.path
    assert page.name == "economy.md"
    line = page.read_text(encoding="utf-8").split("\n")[finding.location.line - 1]
    assert line.startswith("We carried out a campaign to support")


def test_a_waiver_lets_exactly_its_words_stand(tmp_path, derived):
    """A derived number is declared with its words and a reason."""
    assert check_edition(_waived(tmp_path, derived)) == ()
    other = check_edition(_waived(tmp_path, derived, text="6 cities"))
    assert [finding.rule for finding in other] == ["figure-extra", "waiver-unused"]


def test_a_waiver_is_outdated_when_its_chinese_changed(tmp_path, derived):
    """The reason was given for another sentence."""
    findings = check_edition(_waived(tmp_path, derived, chinese="0123456789abcdef"))
    assert [finding.rule for finding in findings] == ["waiver-outdated"]
    assert str(findings[0].location).endswith("waivers.yml:1")


@pytest.mark.parametrize("changes", [{"rule": "figure-odd"}, {"id": "p999"}])
def test_a_waiver_for_nothing_known_is_an_error(tmp_path, derived, changes):
    """A typing error in a waiver must not go unseen."""
    findings = check_edition(_waived(tmp_path, derived, **changes))
    assert [finding.rule for finding in findings] == ["figure-extra", "waiver-unknown"]


def test_a_waiver_without_a_reason_is_none(tmp_path):
    """It stops the check, with its line."""
    path = tmp_path / "waivers.yml"
    path.write_text(
        "- id: p5\n  rule: quotes\n  reason: ''\n  chinese: 0123456789abcdef\n", encoding="utf-8"
    )
    with pytest.raises(DataInvalid, match=r"waivers\.yml:3: reason"):
        read_waivers(path)
