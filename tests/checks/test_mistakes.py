"""Planted mistakes: each is found at its file and line by its rule; the clean tree has none."""

from collections import Counter
from itertools import chain

import pytest
from batches import found_together, in_batches
from planting import ROOT, copy_clean, mistakes, planted

from mingbai import checks
from mingbai.project import Project

MISTAKES = mistakes()
MISSED = (AssertionError, OSError, RuntimeError)
"""How a mistake is missed: no finding at its place, or (a link that leads to itself) a traceback.
A mistake that cannot be planted raises ValueError, and fails."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the clean project, with the macros of this one."""
    return copy_clean(tmp_path_factory.mktemp("checks") / "project")


@pytest.fixture(scope="module")
def is_found_with_others(tree):
    """Whether a mistake is found as it should be while others are planted in other pages."""
    all_known = [one for one in chain(*MISTAKES.values()) if not _is_missed(one)]
    batch_of = {one["name"]: batch for batch in in_batches(all_known) for one in batch}
    found = {}

    def is_found(mistake):
        name = mistake["name"]
        if name in batch_of and name not in found:
            names = found_together(batch_of[name], tree)
            found.update({one["name"]: one["name"] in names for one in batch_of[name]})
        return found.get(name, False)

    return is_found


def _is_missed(mistake):
    return mistake.get("known") == "missed"


def _cases():
    """Yield each mistake; those that no rule finds yet are expected to fail, and must."""
    for kind, those in MISTAKES.items():
        for one in those:
            marks = [pytest.mark.xfail(strict=True, raises=MISSED)] if _is_missed(one) else []
            yield pytest.param(one, id=f"{kind}: {one['name']}", marks=marks)


def test_the_clean_tree_has_no_finding(tree):
    """A rule that speaks where nothing is wrong is soon ignored."""
    assert checks.run(Project(tree)) == ()


def test_our_own_project_has_no_error():
    """What is published holds to the rules; warnings are for editors to weigh."""
    assert [str(one) for one in checks.run(Project(ROOT)) if one.is_error] == []


def test_each_mistake_has_its_own_name():
    """A name says which mistake a failing test is about."""
    names = Counter(one["name"] for those in MISTAKES.values() for one in those)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("mistake", tuple(_cases()))
def test_a_mistake_is_found_at_its_place(mistake, tree, is_found_with_others):
    """By its rule, at its file and line; other rules speak of its consequences alone."""
    if is_found_with_others(mistake):
        return
    with planted(mistake, tree) as place:
        findings = checks.run(Project(tree))
    found = [(one.rule, one.location.path.as_posix(), one.location.line) for one in findings]
    told = "\n".join(str(one) for one in findings)
    assert (place.rule, place.file, place.line) in found, told
    others = {rule for rule, *_ in found if rule != place.rule}
    assert others <= set(mistake.get("too", ())), told
