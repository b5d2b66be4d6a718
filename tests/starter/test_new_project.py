"""A project for another report: complete, checked, built at once; nothing half-made on an error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from docx import Document

from mingbai.cli import main
from mingbai.glossary.synonyms import read_synonyms
from other_reports import FOLDER as REPORTS

ROOT = Path(__file__).parents[2]
TEXT = (
    "各位代表：\n\n现在，我代表市人民政府向大会报告工作。\n\n一、2023年工作回顾\n\n"
    "生产总值增长6.3%，“双减”有成效，推进乡村振兴。\n\n二、2024年工作任务\n\n今年要做好十件事。\n"
)


@pytest.fixture
def report(tmp_path):
    """A short report of a city."""
    path = tmp_path / "city.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def _new(*arguments):
    return CliRunner().invoke(main, ["new", *map(str, arguments)])


def _run(*command, cwd):
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def _checked_and_built(folder):
    _run("mingbai", "check", cwd=folder)
    _run("mkdocs", "build", "--strict", cwd=folder)


@pytest.mark.slow
def test_a_new_project_passes_its_checks_and_builds(report, tmp_path):
    """Both languages, the report's names, no trace of the first site."""
    folder = tmp_path / "site"
    result = _new(folder, report, "--title", "海宁市2024年政府工作报告")
    assert result.exit_code == 0, result.output
    _checked_and_built(folder)
    html = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "海宁市人民政府" in html
    assert "嘉兴" not in html
    assert "og:image" not in html
    english = (folder / "site" / "en" / "part-1" / "index.html").read_text(encoding="utf-8")
    assert "Not translated yet" in english


def test_a_project_from_a_word_document_passes_its_checks(tmp_path):
    """The pages are compared with the document's text, not with the bytes of the .docx file."""
    document = Document()
    for line in TEXT.split("\n"):
        if line:
            document.add_paragraph(line)
    word = tmp_path / "海宁市2024年政府工作报告.docx"
    document.save(str(word))
    folder = tmp_path / "site"
    result = _new(folder, word, "--title", "海宁市2024年政府工作报告")
    assert result.exit_code == 0, result.output
    _run("mingbai", "check", cwd=folder)


def test_everyday_words_for_what_the_report_speaks_of_come_along(report, tmp_path):
    """Readers find it by them; those of the first site's place alone stay behind."""
    report.write_text(
        TEXT + "\n新建机场，城镇居民人均可支配收入增长5%。\n", encoding="utf-8", newline=""
    )
    folder = tmp_path / "site"
    _new(folder, report, "--title", "海宁市2024年政府工作报告")
    words = {word for group in read_synonyms(folder / "data/synonyms.yml") for word in group.zh}
    assert {"机场", "飞机"} <= words
    assert not [word for word in words if "嘉兴" in word]
    assert "码头" not in words


def test_the_report_comes_back_byte_for_byte(report, tmp_path):
    """What was split is the report, and its copy is kept."""
    folder = tmp_path / "site"
    _new(folder, report, "--title", "海宁市2024年政府工作报告")
    assert (folder / "data/source/city.txt").read_bytes() == report.read_bytes()
    joined = CliRunner().invoke(main, ["join", str(folder / "content/zh")])
    assert joined.stdout_bytes == report.read_bytes()


def test_drafts_hold_the_numbers_and_the_unknown_phrases(report, tmp_path):
    """A figure with its proof; a quoted phrase; known terms stand in the glossary already."""
    folder = tmp_path / "site"
    _new(folder, report, "--title", "海宁市2024年政府工作报告")

    def entries(name):
        return yaml.safe_load((folder / "data" / name).read_text(encoding="utf-8"))

    first, *_ = entries("drafts/figures.yml")
    assert (first["value"], first["quote"]) == ("6.3", "生产总值增长6.3%")
    assert [e["zh"] for e in entries("drafts/glossary.yml")] == ["双减"]
    assert "乡村振兴" in [e["zh"] for e in entries("glossary.yml")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "2024"), "the place of the report"),
        (("--title", "海宁市政府工作报告"), "year"),
    ],
)
def test_what_the_text_does_not_say_is_asked_for(arguments, said, report, tmp_path):
    """Nothing is invented: whose report it is, and of which year."""
    result = _new(tmp_path / "site", report, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_folder_with_something_in_it_is_left_alone(report, tmp_path):
    """Exit code 2, and what lies there stays as it is."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine")
    result = _new(tmp_path / "site", report, "--title", "海宁市2024年政府工作报告")
    assert result.exit_code == 2
    assert "not empty" in result.stderr
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["mine.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["city.txt", "site"]


@pytest.mark.slow
@pytest.mark.parametrize("year", [1957, 1985, 1998, 2010, 2016, 2024])
def test_every_other_report_becomes_a_project(year, tmp_path):
    """Reports of seven decades, whatever their headings."""
    folder = tmp_path / "site"
    title = ["--title", f"国务院{year}年政府工作报告"] if year == 1985 else []
    result = _new(folder, REPORTS / f"state-council-{year}.txt", *title)
    assert result.exit_code == 0, result.output
    _checked_and_built(folder)


def test_a_new_project_carries_a_neutral_mark(report, tmp_path):
    """Neither the first site's boat nor its drawing; the header and the favicon are one mark."""
    folder = tmp_path / "site"
    assert _new(folder, report, "--title", "海宁市2024年政府工作报告").exit_code == 0
    overrides = folder / "overrides"
    mark = (overrides / "assets" / "mark.svg").read_text(encoding="utf-8")
    assert mark != (ROOT / "overrides" / "assets" / "mark.svg").read_text(encoding="utf-8")
    inside = mark[mark.index("<rect") : mark.index("</svg>")]
    assert inside in (overrides / "partials" / "mark.html").read_text(encoding="utf-8")
    assert not [*overrides.rglob("scene.html"), *overrides.rglob("share-*.png")]
    for size in (192, 512):
        own = (overrides / "assets" / f"mark-{size}.png").read_bytes()
        assert own != (ROOT / "overrides" / "assets" / f"mark-{size}.png").read_bytes()


def test_a_title_may_hold_what_yaml_takes_for_a_sign(report, tmp_path):
    """A colon stands in the settings as it was typed."""
    folder = tmp_path / "site"
    title = "海宁市2024年政府工作报告: 全文"
    assert _new(folder, report, "--title", title).exit_code == 0
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    first = next(line for line in settings.split("\n") if line.startswith("site_name"))
    assert yaml.safe_load(first)["site_name"] == title


def test_git_leaves_the_source_alone_and_ignores_unfinished_files(report, tmp_path):
    """Git for Windows must not change a line end of the source."""
    folder = tmp_path / "site"
    assert _new(folder, report, "--title", "海宁市2024年政府工作报告").exit_code == 0
    assert "source/** -text" in (folder / ".gitattributes").read_text(encoding="utf-8")
    assert "*.mingbai-new" in (folder / ".gitignore").read_text(encoding="utf-8")
