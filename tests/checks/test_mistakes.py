"""Planted mistakes: each is found at its file and line by its rule; the clean tree has none."""

import shutil
from pathlib import Path

import pytest
import yaml

from mingbai import checks
from mingbai.project import Project

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MISTAKES = yaml.safe_load((HERE / "mistakes.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the clean project, with the macros of this one."""
    folder = tmp_path_factory.mktemp("checks") / "project"
    shutil.copytree(HERE / "clean", folder)
    shutil.copytree(ROOT / "overrides" / "macros", folder / "overrides" / "macros")
    return folder


def _planted(mistake, before):
    """Return the file with the mistake in it, and the line on which it begins."""
    if "text" in mistake:
        return mistake["text"].encode(), 1
    old = mistake["old"].encode()
    at = -1
    for _ in range(mistake.get("nth", 1)):
        at = before.index(old, at + 1)
    new = bytes.fromhex(mistake["bytes"]) if "bytes" in mistake else mistake.get("new", "").encode()
    rest = b"\n" if mistake.get("rest") else before[at + len(old) :]
    return before[:at] + new + rest, before[:at].count(b"\n") + 1


def _expected_line(mistake, data, start):
    if "line" in mistake:
        return mistake["line"]
    if "at" not in mistake:
        return start
    lines = data.decode(errors="replace").split("\n")
    return 1 + next(n for n, line in enumerate(lines) if mistake["at"] in line)


def test_the_clean_tree_has_no_finding(tree):
    """A rule that speaks where nothing is wrong is soon ignored."""
    assert checks.run(Project(tree)) == ()


def test_our_own_project_has_no_error():
    """What is published holds to the rules; warnings are for editors to weigh."""
    assert [str(one) for one in checks.run(Project(ROOT)) if one.is_error] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["name"] for mistake in MISTAKES])
def test_a_mistake_is_found_at_its_place(mistake, tree):
    """By its rule, at its file and line; other rules speak of its consequences alone."""
    path = tree / mistake["file"]
    before = path.read_bytes() if path.exists() else None
    line = None
    try:
        if mistake.get("gone"):
            path.unlink()
            line = mistake["line"]
        else:
            data, start = _planted(mistake, before)
            path.write_bytes(data)
            line = _expected_line(mistake, data, start)
        findings = checks.run(Project(tree))
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    place = (mistake["rule"], mistake.get("in", mistake["file"]), line)
    found = [(one.rule, one.location.path.as_posix(), one.location.line) for one in findings]
    told = "\n".join(str(one) for one in findings)
    assert place in found, told
    others = {rule for rule, *_ in found if rule != mistake["rule"]}
    assert others <= set(mistake.get("too", ())), told
