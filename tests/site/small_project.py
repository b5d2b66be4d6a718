"""A small project with one report, written for tests: two parts and no English."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from click.testing import CliRunner

from builds import run_build
from mingbai.cli import main

ROOT = Path(__file__).parent.parent.parent
REPORT = "各位代表：\n\n一、回顾\n\n过去一年，成绩很大。\n\n二、任务\n\n今年要做十件事。\n"


def write_small_project(root):
    """Write the project into an empty folder, and return the folder."""
    (root / "data").mkdir()
    (root / "data" / "source.txt").write_text(REPORT, encoding="utf-8", newline="")
    edition = yaml.safe_load((ROOT / "data" / "report.yml").read_text(encoding="utf-8"))
    edition |= {
        "source": "source.txt",
        "sha256": hashlib.sha256(REPORT.encode()).hexdigest(),
        "corrections": [],
    }
    (root / "data" / "report.yml").write_text(
        yaml.safe_dump(edition, allow_unicode=True), encoding="utf-8"
    )
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    result = CliRunner().invoke(
        main, ["split", str(root / "data/source.txt"), "--into", str(root / "content/zh")]
    )
    assert result.exit_code == 0, result.output
    (root / "content/zh/index.md").write_text(
        "---\ntitle: 首页\norder: 0\n---\n\n# 首页\n\n{{ contents() }}\n", encoding="utf-8"
    )
    (root / "content/en").mkdir()
    (root / "content/en/index.md").write_text(
        "---\ntitle: Home\n---\n\n# Home\n\n{{ contents() }}\n", encoding="utf-8"
    )
    return root


def write_page(root, path, title, body, **front):
    """Write a page of the explainer's own, such as ``zh/about.md``."""
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump({"title": title} | front, allow_unicode=True, sort_keys=False)
    file.write_text(f"---\n{head}---\n\n# {title}\n\n{body}\n", encoding="utf-8")


def build(root, *options):
    """Build the project in strict mode, and return the site's folder."""
    run_build("--strict", "--quiet", *options, cwd=root)
    return root / "site"


def build_log(root):
    """Return the exit code of a strict build, and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def findings(root):
    """Return what ``mingbai check`` finds: path, line and rule of each."""
    from mingbai.checks import run  # noqa: PLC0415
    from mingbai.project import Project  # noqa: PLC0415

    found = run(Project(root))
    return [(one.location.path.as_posix(), one.location.line, one.rule) for one in found]
