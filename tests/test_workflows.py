"""What continuous integration is told: actions pinned, few permissions, commands that exist."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / ".pre-commit-config.yaml"]


def _name(path):
    return path.name


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_actions_are_pinned_by_hash(path):
    """A tag can be moved by whoever holds the action's repository."""
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_a_workflow_may_only_read_unless_it_publishes(path):
    """Writing is a job's own right, and only what Pages needs."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data["permissions"] == {"contents": "read"}
    granted = {
        f"{right}: {level}"
        for job in data["jobs"].values()
        for right, level in job.get("permissions", {}).items()
        if level == "write"
    }
    assert granted <= {"pages: write", "id-token: write"}
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_what_is_run_exists(path):
    """Scripts, make targets and the program's commands are those of this repository."""
    text = path.read_text(encoding="utf-8")
    yaml.safe_load(text)
    for script in re.findall(r"\bscripts/[\w.]+", text):
        assert (ROOT / script).exists(), script
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)$", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for name in re.findall(r"scripts/setup (\w+)", text):
        assert (ROOT / "requirements" / f"{name}.txt").exists(), name
