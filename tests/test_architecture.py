"""The house's order: who may import whom, and how large a thing may grow."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "site_src" / "mingbai"
GROUND = {"errors", "finding", "project", "yamlfile", "locales", "hidden", "atomicfile"}
GROUND |= {"atomicfolder", "cache", "address", "language", "digest"}
ALLOWED = {
    "report": GROUND,
    "figures": GROUND,
    "glossary": GROUND,
    "content": GROUND | {"report", "figures", "glossary"},
    "translation": GROUND | {"report", "figures", "glossary", "content"},
    "site": GROUND | {"report", "figures", "glossary", "content"},
    "checks": GROUND | {"report", "figures", "glossary", "content", "translation", "site"},
    "starter": GROUND | {"report", "figures", "glossary"},
    "publishing": GROUND,
}
ONLY = {"mkdocs": "site/mkdocs/", "click": "cli/", "deep_translator": "translation/engines/"}
MAX_LINES, MAX_FUNCTION = 400, 50

FILES = sorted(PACKAGE.rglob("*.py"))


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_rooms_before_it(path):
    """Ground floor, report | figures | glossary, content, translation | site, checks."""
    inside = path.relative_to(PACKAGE)
    room = inside.parts[0].removesuffix(".py")
    for name in _imports(path):
        top = name.split(".")[0]
        assert top not in ONLY or inside.as_posix().startswith(ONLY[top]), name
        if top == "mingbai" and room not in ("cli", "__main__"):
            other = (*name.split("."), "")[1]
            assert other in ALLOWED.get(room, GROUND) | {room, ""}, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_grows_too_large(path):
    """Files to 400 lines, functions to a screen."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, node.name


SAID_ONCE = {
    "address.py": (r"removesuffix\('(\.md|index|index\.md)'\)|'index\.md'|= 'index'"),
    "content/edition.py": r"\.replace\(.*\.stands",
    "digest.py": r"sha256\([^()]*\.encode\(\)\)\.hexdigest\(\)\[:(16|_LENGTH)\]",
    "language.py": r"[!=]= '(zh|en)'|'(zh-Hans|zh_CN|en_US|中文)'",
}
"""Files, each with a regular expression for what no other file may say."""


@pytest.mark.parametrize(("home", "pattern"), SAID_ONCE.items(), ids=SAID_ONCE)
def test_a_fact_is_said_in_one_file(home, pattern):
    """Page and address, the languages' codes and names, …: whoever needs one asks that file."""
    said = {
        path.relative_to(PACKAGE).as_posix() for path in FILES if re.search(pattern, _code(path))
    }
    assert said == {home}


def _code(path):
    """Return a file's code without docstrings and comments."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [
                one
                for one in body
                if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            ] or [ast.Pass()]
    return ast.unparse(tree)
