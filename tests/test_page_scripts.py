"""The page scripts and style sheets: types, lint, oldest browsers, and their own tests, in Node."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "node_modules" / ".bin"
SHEETS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("overrides/**/*.css"))
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/js/*.test.js"))


def _run(*command):
    """Run a command in the project's root; where it fails, fail with all that it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}", pytrace=False)


@pytest.mark.parametrize("config", ["tsconfig.json", "tsconfig.worker.json"])
def test_the_types_of_the_page_scripts_agree(config):
    """TypeScript reads the JSDoc of the pages' scripts and of the search worker, strictly."""
    _run(TOOLS / "tsc", "--project", config)


def test_the_page_scripts_use_what_the_oldest_browsers_have():
    """ESLint finds no mistake, and nothing that Chrome 85 or Safari 14 lack."""
    _run(TOOLS / "eslint", ".")


def test_the_style_sheets_use_what_the_oldest_browsers_have():
    """Stylelint finds no unknown name, and nothing that these browsers drop silently."""
    _run(TOOLS / "stylelint", *SHEETS)


def _refused(tool, name, text):
    """Return what a linter says of a text as if it were a file of that name."""
    command = [TOOLS / tool, "--stdin", "--stdin-filename", ROOT / "overrides" / "assets" / name]
    done = subprocess.run(
        command, cwd=ROOT, input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode
    return done.stdout + done.stderr


def test_newer_scripts_are_refused():
    """A newer member, static method, global and pattern: each is named."""
    found = _refused(
        "eslint",
        "js/new.js",
        "const last = [1].at(-1);\nconst own = Object.hasOwn({}, 'a');\n"
        "const copy = structuredClone(last);\nexport default [own, copy, /(?<=a)b/];\n",
    )
    for part in ("'at' is newer", "'hasOwn' is newer", "structuredClone", "lookbehind"):
        assert part in found


def test_newer_style_is_refused():
    """A logical shorthand, :is(), a gap in a row of boxes, a decoration in one word."""
    found = _refused(
        "stylelint",
        "css/new.css",
        "a { margin-inline: 1px 2px; }\n:is(a, b) { color: red; }\n"
        "b { display: flex; gap: 1px; }\ni { text-decoration: underline dotted; }\n",
    )
    for part in ("margin-inline", ":is", "flexbox-gap", "underline dotted"):
        assert part in found


def test_the_search_ranks_and_reads_queries_as_its_own_tests_say():
    """The search's scripts pass their unit tests without a browser."""
    _run("node", "--test", *TESTS)
