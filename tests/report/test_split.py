"""Split as an editor meets it: run again, with edits, with a changed report, with bad input."""

import pytest
from click.testing import CliRunner
from docx import Document

from mingbai import atomicfolder
from mingbai.cli import main

REPORT = "各位代表：\n\n一、回顾\n\n过去一年，成绩很大。\n\n二、任务\n\n今年要做十件事。\n"


def _run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def report(tmp_path):
    """A small report's file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path, report):
    """Its pages, as split wrote them."""
    assert _run("split", report, "--into", tmp_path / "zh").exit_code == 0
    return tmp_path / "zh"


def _files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_run_again_it_changes_nothing(report, pages):
    """A second run writes nothing."""
    before = _files(pages)
    assert _run("split", report, "--into", pages).exit_code == 0
    assert _files(pages) == before


@pytest.mark.parametrize(
    "added", ["\n!!! note\n    编者。\n", "\n{{ cards() }}\n", "又一段报告的话。\n"]
)
def test_an_edited_page_is_never_overwritten(report, pages, added):
    """It is named, the exit code is 1, and nothing is written."""
    page = pages / "part-1" / "index.md"
    page.write_text(page.read_text("utf-8") + added, encoding="utf-8")
    before = _files(pages)
    result = _run("split", report, "--into", pages)
    assert result.exit_code == 1
    assert "part-1/index.md" in result.stderr
    assert _files(pages) == before


def test_an_update_merges_a_changed_report_into_an_edited_page(report, pages):
    """The report's words change, the editor's stay where they were."""
    page = pages / "part-1" / "index.md"
    edited = page.read_text("utf-8").replace("summary: ''", "summary: 一句话")
    page.write_text(edited.replace("\n过去", "\n!!! note\n    编者。\n\n过去"), encoding="utf-8")
    report.write_text(REPORT.replace("很大。", "很大。\n\n又及。"), encoding="utf-8")
    assert _run("split", report, "--into", pages, "--update").exit_code == 0
    text = page.read_text("utf-8")
    assert "summary: 一句话" in text
    assert text.index("编者。") < text.index("过去") < text.index("又及。")
    assert _run("join", pages).stdout_bytes.decode() == report.read_text("utf-8")


def test_an_update_lists_what_a_person_must_decide(report, pages):
    """Words of the report changed by hand and by the report: listed, left, exit code 1."""
    page = pages / "part-1" / "index.md"
    page.write_text(page.read_text("utf-8").replace("很大", "不小"), encoding="utf-8")
    report.write_text(REPORT.replace("很大", "显著"), encoding="utf-8")
    result = _run("split", report, "--into", pages, "--update")
    assert result.exit_code == 1
    assert "part-1/index.md: conflict" in result.stderr
    assert "不小" in page.read_text("utf-8")


def test_a_crash_before_the_end_leaves_the_old_tree(report, pages, monkeypatch):
    """What fails half-way is not seen."""
    before = _files(pages)
    report.write_text(REPORT.replace("很大", "显著"), encoding="utf-8")

    def fail(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(atomicfolder, "_exchange", fail)
    assert _run("split", report, "--into", pages, "--update").exit_code == 2
    assert _files(pages) == before
    assert sorted(path.name for path in pages.parent.iterdir()) == ["report.txt", "zh"]


SLUGS = {
    "two pages, one slug": "回顾: same\n任务: same\n",
    "up": "回顾: ../up\n",
    "a folder": "回顾: a/b\n",
    "empty": "回顾: ''\n",
}


@pytest.mark.parametrize("slugs", SLUGS.values(), ids=SLUGS.keys())
def test_a_bad_slug_is_refused(tmp_path, report, slugs):
    """One line, exit code 2, nothing written."""
    (tmp_path / "slugs.yml").write_text(slugs, encoding="utf-8")
    result = _run("split", report, "--into", tmp_path / "zh", "--slugs", tmp_path / "slugs.yml")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert not (tmp_path / "zh").exists()


def _bad_files(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_text("\n \u3000\n", encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "utf-16.txt").write_text(REPORT, encoding="utf-16")
    (folder / "latin-1.txt").write_text("café, naïve, résumé", encoding="latin-1")
    (folder / "large.txt").write_text("各位代表\n" * 800_000, encoding="utf-8")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder.txt").mkdir()
    (folder / "word.docx").write_bytes(b"PK not a document")


@pytest.mark.parametrize(
    "name",
    ["empty", "blank", "binary", "utf-16", "latin-1", "large", "loop", "folder", "missing"],
)
def test_bad_input_gets_one_line(tmp_path, name):
    """Exit code 2, one line that names the file, no output, nothing written."""
    _bad_files(tmp_path)
    for command in (["outline"], ["split", "--into", tmp_path / "zh"]):
        result = _run(*command, tmp_path / f"{name}.txt")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert f"{name}.txt: " in result.stderr
    assert not (tmp_path / "zh").exists()


def test_a_broken_word_file_gets_one_line(tmp_path):
    """A file that only claims to be .docx is refused."""
    _bad_files(tmp_path)
    result = _run("outline", tmp_path / "word.docx")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_target_that_cannot_be_written_is_named(report):
    """A folder below a file cannot be."""
    result = _run("split", report, "--into", report / "zh")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_text_without_headings_becomes_one_page_with_a_warning(tmp_path):
    """It is still a report."""
    (tmp_path / "plain.txt").write_text("只有一段话。\n", encoding="utf-8")
    result = _run("split", tmp_path / "plain.txt", "--into", tmp_path / "zh")
    assert result.exit_code == 0
    assert "warning" in result.stderr
    assert [path.name for path in (tmp_path / "zh").glob("*.md")] == ["report.md"]


def test_a_word_document_is_read(tmp_path):
    """Paragraphs of a .docx give the same outline as plain text."""
    document = Document()
    for line in REPORT.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "report.docx"))
    result = _run("outline", tmp_path / "report.docx")
    assert result.exit_code == 0
    assert "part       一 回顾" in result.stdout
