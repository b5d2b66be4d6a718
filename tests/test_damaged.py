"""Damaged files from outside: one line that names the file, exit 2, never a traceback."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from mingbai.cli import main
from mingbai.errors import MingbaiError
from mingbai.report.read import read_source
from mingbai.translation.exchange.po import read_po
from mingbai.translation.exchange.tmx import read_tmx
from mingbai.translation.exchange.xliff import read_xliff

PARTS = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml")
_XLIFF = (
    '<?xml version="1.0" encoding="utf-8"?><xliff version="2.0" srcLang="zh-Hans" trgLang="en"'
    ' xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f1" original="a"><unit id="p1">'
    "<segment><source>甲</source><target>a</target></segment></unit></file></xliff>"
)
_TMX = (
    '<?xml version="1.0"?><tmx version="1.4"><header srclang="zh-Hans"/><body><tu tuid="p1"><tuv'
    ' xml:lang="zh-Hans"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>'
)
_PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    '#: p1\nmsgctxt "p1"\nmsgid "甲"\nmsgstr "a"\n'
)
EXCHANGED = {"xliff": (read_xliff, _XLIFF), "tmx": (read_tmx, _TMX), "po": (read_po, _PO)}


def _document():
    document = Document()
    document.add_paragraph("各位代表：")
    document.add_table(1, 2).cell(0, 0).text = "甲"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _mutated(data, draw, most=5):
    changed = bytearray(data)
    for _ in range(draw.randint(1, most)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed[: draw.randrange(len(changed))] if draw.random() < 0.2 else changed)


def _drawing():
    """Return a source of damage that is the same every time."""
    return random.Random(20240101)  # noqa: S311


def _refusal(read, *given):
    """Return the error that a reader raises; None where it reads the file."""
    try:
        read(*given)
    except MingbaiError as error:
        return str(error)
    return None


def _damaged():
    """Yield Word documents, each damaged in another way."""
    whole, draw = _document(), _drawing()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    yield from (_mutated(whole, draw) for _ in range(60))
    for name in PARTS:
        yield _packed({one: data for one, data in parts.items() if one != name})
        for data in (b"", b"x", b"<a/>", b"\xff\xfe", parts[name][:200]):
            yield _packed({**parts, name: data})
        yield from (_packed({**parts, name: _mutated(parts[name], draw)}) for _ in range(8))
    text = parts["word/document.xml"]
    for cell in ('<w:gridSpan w:val="x"/>', "<w:vMerge/>"):
        new = f"<w:tc><w:tcPr>{cell}</w:tcPr>".encode()
        yield _packed({**parts, "word/document.xml": text.replace(b"<w:tc>", new, 1)})


def test_a_damaged_word_document_is_refused_or_read(tmp_path):
    """Whatever is broken in it: the archive, its entries, their XML, or what that says."""
    path, refusals = tmp_path / "report.docx", []
    for data in _damaged():
        path.write_bytes(data)
        refusals.append(_refusal(read_source, path))
    told = [one for one in refusals if one]
    assert len(told) > 30
    assert [one for one in told if not one.startswith(f"{path}: ")] == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<a/>"])
def test_a_command_says_it_in_one_line(data, tmp_path):
    """With exit code 2."""
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    result = CliRunner().invoke(main, ["outline", str(path)])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(str(path))


@pytest.mark.parametrize("name", EXCHANGED)
def test_a_damaged_translation_file_is_refused_or_read(name):
    """By the file's name and, where there is one, the line."""
    read, text = EXCHANGED[name]
    draw, path = _drawing(), Path(f"a.{name}")
    read(text.encode(), path)
    whole = (b"", b" ", b"<!-- a -->", b"<a/>", b'<?xml version="1.0" encoding="utf-7"?><a/>')
    damaged = (*whole, *(_mutated(text.encode(), draw) for _ in range(400)))
    told = [one for data in damaged if (one := _refusal(read, data, path))]
    assert len(told) > 30
    assert [one for one in told if not one.startswith(f"a.{name}")] == []
