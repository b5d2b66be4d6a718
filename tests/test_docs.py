"""The documents promise only what exists: commands, options, make targets, files linked to."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
WRITTEN_BY_HAND = [path for path in DOCUMENTS if path.name != "commands.md"]

_FENCED = re.compile(r"^( *)```[^\n]*\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def script():
    """The names of scripts/write_command_docs.py."""
    return runpy.run_path(str(ROOT / "scripts" / "write_command_docs.py"))


def _name(path):
    return path.relative_to(ROOT).as_posix()


def _quoted(path, program):
    """Yield the arguments of each quoted call of a program, comments left out."""
    text = path.read_text(encoding="utf-8")
    lines = [line for _, block in _FENCED.findall(text) for line in block.splitlines()]
    for line in (*lines, *_INLINE.findall(_FENCED.sub("", text))):
        words = line.partition("#")[0].split()
        if words[1:2] == ["--edition"]:
            del words[1:3]  # an option of the program itself
        if words[:1] == [program] and len(words) > 1:
            yield words[1:]


def test_the_page_of_commands_is_what_the_commands_say(script):
    """docs/reference/commands.md equals the help of every command; mend by running the script."""
    written = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert written == script["page"](), "Run scripts/write_command_docs.py."


def test_the_page_of_commands_leaves_none_out(script):
    """Each command registered with the program has its section."""
    from mingbai.cli import main  # noqa: PLC0415

    assert sorted(script["commands"]()) == sorted(main.commands)


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=_name)
def test_quoted_commands_exist(path, script):
    """Whoever copies a `mingbai` command from a document finds it, and the options it names."""
    for first, *others in _quoted(path, "mingbai"):
        if first in ("COMMAND", "--help"):
            continue
        assert first in script["commands"](), first
        said = set(re.findall(r"--[a-z-]+", script["help_of"](first)))
        assert {word for word in others if word.startswith("--")} <= said, (first, others)


def test_the_readme_shows_how_to_start():
    """README names the commands by which one's own explainer begins."""
    quoted = {first for first, *_ in _quoted(ROOT / "README.md", "mingbai")}
    assert {"new", "check", "join"} <= quoted


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The documentation, built as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("docs")
    command = ("-m", "mkdocs", "build", "--strict", "-f", "mkdocs-docs.yml", "-d", str(folder))
    done = subprocess.run(
        (sys.executable, *command),
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_the_documentation_builds_without_a_warning(built):
    """Each document becomes a page; a dead link stops the build."""
    pages = {
        path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")
    }
    for page in pages:
        html = built / ("index.html" if page.name == "index" else f"{page}/index.html")
        assert html.is_file(), page


def test_the_documentation_asks_no_other_host(built):
    """No font, script, style sheet or picture of another server."""
    asking = re.compile(
        r"<(?:script|img|iframe|link rel=\"?(?:stylesheet|preconnect|icon))\b[^>]*https?:"
    )
    for page in built.rglob("*.html"):
        assert asking.search(page.read_text(encoding="utf-8")) is None, page


def test_no_folder_of_documents_is_too_full():
    """A newcomer takes in each folder at a glance."""
    for folder in (ROOT / "docs", *(path for path in (ROOT / "docs").iterdir() if path.is_dir())):
        assert len(list(folder.glob("*.md"))) <= 15, folder


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=_name)
def test_quoted_make_targets_exist(path):
    """Whoever copies a `make` command from a document finds the target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {first for first, *_ in _quoted(path, "make")} <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_links_between_documents_lead_somewhere(path):
    """A link to a file of this repository finds it."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if not re.match(r"[a-z]+:|#", target):
            assert (path.parent / target.partition("#")[0]).exists(), target
