"""What `mingbai figures --draft` proposes is true, and refused until a person has finished it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.errors import MingbaiError
from mingbai.figures.draft import TODO, draft
from mingbai.figures.store import read_figures, uncovered
from mingbai.report.read import read_source
from other_reports import REPORTS

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "data/source/2024.txt"


def _finished(text):
    """Write what a person would: English, a topic and a period."""
    return text.replace(TODO, "economy")


@pytest.mark.parametrize("path", [REPORT, *REPORTS], ids=lambda path: path.stem)
def test_every_finished_draft_is_proved_by_its_quote(path, tmp_path):
    """The quotes hold what the entries say; names, years and ordinals apart no number is left."""
    text = read_source(path).text
    file = tmp_path / "figures.yml"
    file.write_text(_finished(draft(text)), encoding="utf-8")
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert len(entries) > 20
    proved = read_figures(file, text)
    assert len(proved) == len(entries)
    left = {number.kind for number in uncovered(text, proved, ())}
    assert left <= {"name", "year", "ordinal"}


def test_an_unfinished_draft_is_refused(tmp_path):
    """Nothing that a person has not looked at gets into the site."""
    file = tmp_path / "figures.yml"
    file.write_text(draft(REPORT.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(MingbaiError, match="not finished"):
        read_figures(file, REPORT.read_text(encoding="utf-8"))


def test_the_command_prints_the_draft():
    """`mingbai figures FILE --draft` is YAML on standard output."""
    said = CliRunner().invoke(main, ["figures", str(REPORT), "--draft"])
    assert said.exit_code == 0
    assert yaml.safe_load(said.output)[0]["label"]["en"] == TODO


def test_the_draft_is_the_same_each_time_and_its_ids_count_in_the_paragraph():
    """An id names the paragraph, so that a later draft of the same text gives the same ids."""
    text = "甲\n全市生产总值7062.5亿元、增长6.3%。\n新增企业51家。\n"
    assert draft(text) == draft(text)
    assert [entry["id"] for entry in yaml.safe_load(draft(text))] == ["p2-1", "p2-2", "p3-1"]


@pytest.mark.parametrize(
    ("said", "of", "value"),
    [
        ("指数列全省第三", "ordinal", "3"),
        ("指数保持全省前三", "top", "3"),
        ("收入保持全省首位", "ordinal", "1"),
        ("评估实现全省“十连冠”", "record", "10"),
        ("在全省率先开展试点", "sequence", "1"),
        ("入选产业数量全省最多", "most", "1"),
        ("考核列全省第一档", "tier", "1"),
    ],
)
def test_claims_of_a_place_are_told_apart(said, of, value):
    """率先 is first in time, 首位 in merit, 第一档 a tier: none stands for another."""
    (entry,) = yaml.safe_load(draft(f"{said}。\n"))
    assert (entry["rank"]["of"], entry["rank"]["value"]) == (of, value)
