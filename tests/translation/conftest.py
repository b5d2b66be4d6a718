"""A small project without English, and an engine on this machine."""

import hashlib
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mingbai.cli import main

sys.path.insert(0, str(Path(__file__).parent))
import fakes

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def fake(monkeypatch):
    """The engine, with its address and key in the environment."""
    fake = fakes.Fake()
    for name, value in {
        "MINGBAI_LIBRE_URL": fake.url,
        "MINGBAI_LIBRE_KEY": fakes.KEY,
        "MINGBAI_OPENAI_URL": f"{fake.url}/v1",
        "MINGBAI_OPENAI_KEY": fakes.KEY,
        "MINGBAI_BACKOFF": "0",
    }.items():
        monkeypatch.setenv(name, value)
    yield fake
    fake.stop()


@pytest.fixture
def draft_project(tmp_path, monkeypatch):
    """A project of six blocks, none in English; the current folder."""
    (tmp_path / "data").mkdir()
    source = tmp_path / "data/source.txt"
    source.write_text(fakes.REPORT, encoding="utf-8", newline="")
    edition = yaml.safe_load((ROOT / "data/report.yml").read_text(encoding="utf-8"))
    digest = hashlib.sha256(fakes.REPORT.encode()).hexdigest()
    edition |= {"source": "source.txt", "sha256": digest, "corrections": []}
    (tmp_path / "data/report.yml").write_text(
        yaml.safe_dump(edition, allow_unicode=True), encoding="utf-8"
    )
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    folder = tmp_path / "content/zh"
    result = CliRunner().invoke(main, ["split", str(source), "--into", str(folder)])
    assert result.exit_code == 0, result.output
    (folder / "index.md").write_text("---\ntitle: 首页\n---\n\n# 首页\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
