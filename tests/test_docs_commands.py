"""Every command in the documents runs as it is written, in a scratch copy of this project.

The `sh` blocks of a document run in order, in one shell. A block with `title="FILE"` is written to
that file. A comment before a block says what the test has to know:

    <!-- test: skip, needs a server -->
    <!-- test: ends with 2 -->
"""

import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    path
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md"))
    if not path.name.endswith(".zh.md")
)
TRANSLATED = sorted((*ROOT.glob("*.zh.md"), *ROOT.glob("docs/**/*.zh.md")))
COPIED = (
    *(".gitignore", "Makefile", "content", "data", "docs", "mkdocs-docs.yml", "mkdocs.yml"),
    *("overrides", "pyproject.toml", "requirements", "scripts", "site_src"),
)
FROM_ABOVE = frozenset({"word-to-site.md"})
"""Documents whose commands begin in the folder above the project."""

_AUTHOR = [(who, what) for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
_BLOCK = re.compile(
    r"(?:^ *<!-- test: (?P<note>[^>]*?) -->\n)?"
    r"^(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n"
    r"(?P<text>.*?)^(?P=indent)```$",
    re.DOTALL | re.MULTILINE,
)
_SERVES = re.compile(r"^(?=(?:make|mkdocs) serve\b)", re.MULTILINE)
_QUICK = """\
import brotli

pack = brotli.compress
brotli.compress = lambda data, quality: pack(data, quality=min(quality, 1))
"""
"""What Python does first in each command: small files are not what these tests are about."""
_SHELL = """\
set -euo pipefail
serves() {{  # start a preview, wait until it answers, stop it
  echo 'dev_addr: 127.0.0.1:{port}' >> mkdocs.yml
  setsid "$@" > serve.log 2>&1 & local server=$!
  for _ in $(seq 300); do grep -q 'Serving on' serve.log && break; sleep 0.1; done
  kill -- "-$server"
  grep -q 'Serving on' serve.log || {{ cat serve.log; return 1; }}
  sed -i '/^dev_addr:/d' mkdocs.yml; rm serve.log
}}
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a document."""

    language: str
    title: str
    note: str
    text: str

    @property
    def runs(self) -> bool:
        """Whether the test does something with it."""
        is_skipped = self.note.startswith("skip, ")
        return not is_skipped and (self.language == "sh" or bool(self.title))

    @property
    def script(self) -> str:
        """The lines of shell that do what a reader would do."""
        if self.title:
            return f"mkdir -p $(dirname {self.title})\ncat > {self.title} <<'END'\n{self.text}END\n"
        text = _SERVES.sub("serves ", self.text)
        if not self.note:
            return text
        code = re.fullmatch(r"ends with (\d)", self.note)
        assert code, f"unknown note: {self.note}"
        return f"set +e\n{text}code=$?; set -e\n[ $code = {code[1]} ] || exit 99\n"


def _blocks(path):
    text = path.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        indent = len(found["indent"])
        lines = "".join(line[indent:] or "\n" for line in found["text"].splitlines(keepends=True))
        yield Block(found["language"], found["title"] or "", found["note"] or "", lines)


def _running(path):
    return [block for block in _blocks(path) if block.runs]


def _name(path):
    return path.relative_to(ROOT).as_posix()


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """This project as a reader finds it, under Git, with the reports of the examples beside it."""
    home = tmp_path_factory.mktemp("docs") / "home"
    project = home / "mingbai"
    project.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    (project / "scripts" / "setup").write_text("#!/bin/sh\n")  # what it installs is installed
    (project / ".venv").symlink_to(Path(sys.prefix))
    (home / "first").mkdir()
    (home / "first" / "sitecustomize.py").write_text(_QUICK)
    _run("git init -q && git add -A && git commit -qm Start", project, home)
    text = (ROOT / "data" / "source" / "2024.txt").read_text(encoding="utf-8")
    older = text.replace("2023年", "2022年").replace("2024年", "2023年")
    (home / "嘉兴市2023年政府工作报告.txt").write_text(older, encoding="utf-8")
    haining = text.replace("嘉兴", "海宁").replace("2023年", "2025年").replace("2024年", "2026年")
    document = Document()
    for line in filter(str.strip, haining.splitlines()):
        document.add_paragraph(line)
    document.save(str(home / "海宁市2026年政府工作报告.docx"))
    _run(
        "mkdocs build --quiet --strict", project, home
    )  # the builds of all documents share its cache
    return shutil.copytree(home, home.with_name("original"), symlinks=True)


@pytest.fixture
def home(original):
    """A fresh copy of it, always at the same path, so that its cache holds."""
    path = original.with_name("home")
    shutil.rmtree(path, ignore_errors=True)
    return shutil.copytree(original, path, symlinks=True)


def _run(script, folder, home):
    """Run lines of shell as a reader would, with the program of the copy."""
    author = {f"GIT_{who}_{what}": "a@example.org" for who, what in _AUTHOR}
    env = os.environ | author
    env |= {
        "HOME": str(home),
        "PATH": f"{Path(sys.prefix) / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": f"{home / 'first'}:{home / 'mingbai' / 'site_src'}",
        "NO_MKDOCS_2_WARNING": "1",
    }
    run = ("bash", "-c", script)
    done = subprocess.run(run, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-3000:]}{done.stderr[-3000:]}"


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if _running(path)], ids=_name)
def test_the_commands_of_a_document_run(path, home):
    """Whoever follows a document to the letter, in its order, meets no error."""
    script = _SHELL.format(port=_free_port()) + "".join(block.script for block in _running(path))
    _run(script, home if path.name in FROM_ABOVE else home / "mingbai", home)


@pytest.mark.parametrize("path", TRANSLATED, ids=_name)
def test_the_chinese_documents_have_the_same_commands(path):
    """What the test runs in the English document holds for the Chinese one as well."""

    def commands(document):
        text = [
            re.sub(r" +#.*", "", block.text)
            for block in _blocks(document)
            if block.language == "sh"
        ]
        return re.sub(r"ADDRESS|地址|(?<=-m ).*", "…", "".join(text))

    assert commands(path) == commands(path.with_name(path.name.replace(".zh.md", ".md")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_a_skipped_command_has_its_reason(path):
    """What does not run here needs something that a test does not have, and says what."""
    for block in _blocks(path):
        if block.note.startswith("skip"):
            assert re.fullmatch(r"skip, (needs|installs|runs) .+", block.note), block.note
