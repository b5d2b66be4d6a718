"""The package as others get it: a wheel that works alone, few dependencies, one version."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

import mingbai
from mingbai.cli import main

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
REPORT = (
    "各位代表：\n\n一、2023年工作回顾\n\n生产总值增长6.3%。\n\n二、2024年工作任务\n\n做好十件事。\n"
)


def _listed(name):
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return {line.partition("#")[0].strip() for line in lines if not line.startswith(("-", "#"))}


def test_the_lock_files_are_made_of_what_the_package_asks_for():
    """A dependency that is added in one place and forgotten in the other is found here."""
    extras = {one for name in EXTRAS if name not in ("all", "dev") for one in EXTRAS[name]}
    dev = {one for one in EXTRAS["dev"] if not one.startswith("mingbai[")}
    assert set(PROJECT["dependencies"]) <= _listed("site.in")
    assert extras | dev <= _listed("test.in")
    assert extras <= _listed("audit.in")


def test_all_holds_every_extra():
    """`pip install 'mingbai[all]'` leaves nothing out, and developers have all."""
    (one,) = EXTRAS["all"]
    names = re.fullmatch(r"mingbai\[(.*)\]", one)[1].split(",")
    assert sorted(names) == sorted(set(EXTRAS) - {"all", "dev"})
    assert "mingbai[all]" in EXTRAS["dev"]


def test_the_changelog_has_a_dated_section_for_the_version():
    """The version stands in mingbai/__init__.py alone, and a release says what it brought."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert version("mingbai") == mingbai.__version__
    assert re.search(
        rf"^## {re.escape(mingbai.__version__)} - \d{{4}}-\d\d-\d\d$", text, re.MULTILINE
    )
    assert text.index("## Unreleased") < text.index(f"## {mingbai.__version__}")


@pytest.mark.parametrize(
    ("package", "extra", "command"),
    [
        ("boto3", "s3", ["publish", "s3://bucket/site", "--from", "site"]),
        ("docx", "docx", ["outline", "report.docx"]),
    ],
)
def test_what_needs_an_absent_extra_names_it(package, extra, command, tmp_path, monkeypatch):
    """One line with the command that installs it, and exit code 2."""
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph("各位代表：")
    document.save(str(tmp_path / "report.docx"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>x</p>", encoding="utf-8")
    assert CliRunner().invoke(main, ["pack", "site"]).exit_code == 0
    monkeypatch.setitem(sys.modules, package, None)
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 2
    assert said.stderr.count("\n") == 1
    assert f"pip install 'mingbai[{extra}]'" in said.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree, built by the tool that pyproject.toml names."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_holds_the_types_and_the_theme(wheel):
    """py.typed, and what `mingbai new` begins with; neither tests nor the site's own content."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "mingbai/py.typed" in names
    assert any(name.startswith("mingbai/starter/shipped/overrides/") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"mingbai"}


@pytest.mark.slow
def test_the_wheel_alone_makes_checks_and_builds_a_project(wheel, tmp_path):
    """In an environment of its own, which borrows only what the package depends on."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True, capture_output=True)
    (packages,) = (tmp_path / "venv/lib").glob("*/site-packages")
    ours = Path(next(path for path in sys.path if path.endswith("site-packages")))
    (packages / "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")

    def run(*command, cwd=tmp_path):
        script, *arguments = command
        done = subprocess.run(
            [python, "-m", script, *arguments], cwd=cwd, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert run("mingbai", "--version").startswith("mingbai, ")
    assert not (packages / "_mingbai.pth").exists()
    run("mingbai", "new", "site", "report.txt", "--title", "海宁市2024年政府工作报告")
    run("mingbai", "check", cwd=tmp_path / "site")
    run("mkdocs", "build", "--strict", "--quiet", cwd=tmp_path / "site")
    assert (tmp_path / "site/site/en/index.html").exists()
    assert (tmp_path / "venv/bin/mingbai").exists()
    shutil.rmtree(tmp_path / "venv")
