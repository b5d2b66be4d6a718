"""What `mingbai figures --draft` proposes is true, and refused until a person has finished it."""

import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.errors import MingbaiError
from mingbai.figures.draft import TODO, draft
from mingbai.figures.store import read_figures
from mingbai.report.read import read_source

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "data/source/2024.txt"
OTHERS = Path(os.environ.get("MINGBAI_REPORTS", ROOT.parent / "shared/reports"))


def _finished(text):
    """Write what a person would: English, a topic and a period."""
    return text.replace(TODO, "economy")


@pytest.mark.parametrize(
    "path", [REPORT, *sorted(OTHERS.glob("*.txt"))], ids=lambda path: path.stem
)
def test_every_finished_draft_is_proved_by_its_quote(path, tmp_path):
    """Value, unit, bound, direction and rank stand in the quote, and the quote in the report."""
    text = read_source(path).text
    file = tmp_path / "figures.yml"
    file.write_text(_finished(draft(text)), encoding="utf-8")
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert len(entries) > 20
    assert len(read_figures(file, text)) == len(entries)


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


def test_a_figure_that_stands_twice_is_refused(tmp_path):
    """The same value from the same quote under two ids is one figure entered twice."""
    text = "全市地区生产总值7062.5亿元。\n"
    one = _finished(draft(text))
    file = tmp_path / "figures.yml"
    file.write_text(one + one.split("\n\n", 1)[1].replace("id: p1-1", "id: p1-9"), encoding="utf-8")
    with pytest.raises(MingbaiError, match="says the same"):
        read_figures(file, text)
