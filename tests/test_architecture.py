"""The house's order: who may import whom, and how large a thing may grow."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "site_src" / "mingbai"
GROUND = {"errors", "finding", "project", "yamlfile", "datafile", "locales", "hidden"}
GROUND |= {
    "atomicfile",
    "atomicfolder",
    "cache",
    "address",
    "language",
    "digest",
    "extras",
    "messages",
    "policy",
}
FLOORS = (
    ("report", "figures", "glossary"),
    ("content",),
    ("translation", "site"),
    ("checks",),
    ("starter",),
    ("cli",),
    ("__main__",),
)
"""The rooms above the ground floor, lowest first; those of one floor do not know one another."""
SITE_FLOORS = (("views",), ("compose",), ("search",), ("outputs",), ("mkdocs",))
"""The same inside site/."""
APART = {"publishing": "cli"}
"""Rooms that know the ground floor only, each with the room that may know it."""
ONLY = {"mkdocs": "site/mkdocs/", "click": "cli/", "deep_translator": "translation/engines/"}
MAX_LINES, MAX_FUNCTION, MAX_FILES = 300, 50, 16

FILES = sorted(PACKAGE.rglob("*.py"))


def _name(path):
    """Return a module's name below the package: ``site.views``; empty for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {_name(path) for path in FILES}


def _tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path):
    """Yield what a file imports, also inside functions and for types alone."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inside = f"{node.module}.{alias.name}".removeprefix("mingbai.")
                yield f"mingbai.{inside}" if inside in NAMES else node.module


def _ours(path):
    """Yield the names of the modules below the package that a file imports."""
    for name in _imports(path):
        if name == "mingbai" or name.startswith("mingbai."):
            yield name.removeprefix("mingbai").removeprefix(".")


def _below(room, floors):
    """Return the rooms on the floors below a room's own."""
    level = next((at for at, rooms in enumerate(floors) if room in rooms), 0)
    return {below for rooms in floors[:level] for below in rooms}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_rooms_before_it(path):
    """The floors of the house, and those of site/, lowest first."""
    room, *inner = _name(path).split(".")
    known = GROUND | {room, ""} | _below(room, FLOORS)
    known |= {apart for apart, user in APART.items() if room == user}
    inside = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        top = name.split(".")[0]
        assert top not in ONLY or inside.startswith(ONLY[top]), name
    for name in _ours(path):
        other, *within = name.split(".")
        assert other in known, name
        if room == other == "site" and inner and within:
            assert within[0] in {inner[0]} | _below(inner[0], SITE_FLOORS), name


def test_every_room_has_its_floor():
    """A new room has to be given a place in the order."""
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES}
    above = {room for floor in FLOORS for room in floor}
    assert rooms == GROUND | above | APART.keys() | {"__init__"}


def test_no_module_leads_back_to_itself():
    """No circle among modules, imports for types alone included."""
    graph = {_name(path): set(_ours(path)) - {_name(path), ""} for path in FILES}
    while leaves := {name for name, known in graph.items() if not known & graph.keys()}:
        graph = {name: known for name, known in graph.items() if name not in leaves}
    assert graph == {}


def test_a_folder_can_be_taken_in_at_a_glance():
    """Some 15 files, the rules aside."""
    counts = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in FILES)
    assert {name: n for name, n in counts.items() if n > MAX_FILES and name != "checks"} == {}


def test_nothing_is_handed_around_in_secret():
    """No current instance that a function finds by itself."""
    assert [name for path in FILES for name in _imports(path) if name == "contextvars"] == []


PURE = [path for path in FILES if _name(path).split(".")[0] in (*FLOORS[0], *FLOORS[1])]


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_pure_rooms_remember_nothing(path):
    """A table that is made once is all that a module of them may keep."""
    tree = _tree(path)
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Global)
        if isinstance(node, ast.FunctionDef) and any(map(_is_cache, node.decorator_list)):
            assert ast.unparse(node.args) == "", node.name
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        assert value is None or ast.unparse(value) not in EMPTY, ast.unparse(node)


EMPTY = ("{}", "[]", "set()", "dict()", "list()")


def _is_cache(decorator):
    return "cache" in ast.unparse(decorator) and "property" not in ast.unparse(decorator)


def test_exit_codes_are_said_in_one_file():
    """Commands call cli/exits.py; none has a number of its own."""
    own = re.compile(r"SystemExit|sys\.exit|\.exit\(\d|exit_code\s*=")
    said = {_name(path) for path in FILES if own.search(path.read_text(encoding="utf-8"))}
    assert {name for name in said if name.startswith("cli")} == {"cli.exits"}


READERS = re.compile(
    r"read_(edition|editions|manifest|pages|figures|names|targets|topics|facts|waivers|synonyms"
    r"|glossary|page)$"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_project_is_read_in_one_place(path):
    """Site, translation and checks ask content/reading; none opens a project's files again."""
    if _name(path).split(".")[0] not in ("site", "translation", "checks"):
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert not any(READERS.match(alias.name) for alias in node.names), node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_grows_too_large(path):
    """Files to 300 lines, functions to a screen."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, node.name


def test_no_script_grows_too_large():
    """The same for the files of chores."""
    scripts = sorted((PACKAGE.parents[1] / "scripts").rglob("*.py"))
    sizes = {path.name: path.read_text(encoding="utf-8").count("\n") for path in scripts}
    assert {name: size for name, size in sizes.items() if size > MAX_LINES} == {}


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
