"""The catalogue of what readers are told: every message is in it, and nothing else."""

import io
import string
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "site_src" / "mingbai"
CATALOGUE = PACKAGE / "locales" / "zh" / "LC_MESSAGES" / "mingbai.po"
SOURCES = {
    "python": sorted(PACKAGE.rglob("*.py")),
    "jinja2.ext:babel_extract": sorted((ROOT / "overrides").rglob("*.html")),
}


def _said():
    """Return the English of each call of ``say``, with where it stands."""
    found = {}
    for method, paths in SOURCES.items():
        for path in paths:
            text = io.BytesIO(path.read_bytes())
            for line, message, *_ in extract(method, text, keywords={"say": (2,)}):
                found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
    return found


@pytest.fixture(scope="module")
def catalogue():
    """The messages with their Chinese."""
    with CATALOGUE.open("rb") as file:
        return {entry.id: entry.string for entry in read_po(file) if entry.id}


def test_no_message_is_missing(catalogue):
    """A reader of the Chinese pages is never shown English, and the build never fails for one."""
    assert {said: place for said, place in _said().items() if said not in catalogue} == {}


def test_no_message_is_unused(catalogue):
    """What nobody says need not be translated; messages kept in tables count by their words."""
    said = set(_said())
    code = "\n".join(
        path.read_text(encoding="utf-8") for paths in SOURCES.values() for path in paths
    )
    left = [message for message in catalogue if message not in said]
    assert [message for message in left if f'"{message}"' not in code] == []


def test_every_message_is_translated_with_its_places(catalogue):
    """Nothing is empty, and the Chinese has no {name} in braces that the English has not."""

    def names(text):
        return {name for _, name, *_ in string.Formatter().parse(text) if name}

    assert [m for m, chinese in catalogue.items() if not chinese] == []
    assert [m for m, chinese in catalogue.items() if not names(chinese) <= names(m)] == []
