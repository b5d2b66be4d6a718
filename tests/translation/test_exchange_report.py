"""`mingbai exchange` with the report and the glossary of this repository."""

import csv
import io
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from exchanging import (
    SUFFIXES,
    export,
    run,
    tree,
)
from lxml import etree

from mingbai.content.reading import read_library
from mingbai.project import Project

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("form", SUFFIXES)
def test_the_whole_report_goes_out_and_in_unchanged(tmp_path, monkeypatch, form):
    """The report of this repository, glossary and all; two exports have the same bytes."""
    for folder in ("content", "data", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    first = export(form).read_bytes()
    said = run("import", f"out{SUFFIXES[form]}")
    assert said.exit_code == 0, said.output
    assert tree(tmp_path) == before
    assert export(form).read_bytes() == first


def test_xliff_validates_against_its_schema(tmp_path, monkeypatch):
    """The whole report, against the OASIS standard's own schema."""
    for folder in ("content", "data", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    schema = etree.XMLSchema(file=str(Path(__file__).parent / "xliff/xliff-core-2.0.xsd"))
    schema.assertValid(etree.parse(export("xliff")))


def test_glossary_goes_out_as_csv_and_tbx(tmp_path, monkeypatch):
    """Every term in both; forbidden renderings say so."""
    for folder in ("content", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    terms = read_library(Project(tmp_path)).terms
    for form in ("csv", "tbx"):
        assert run("export", form, f"terms.{form}").exit_code == 0
    data = Path("terms.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["zh"], row["en"]) for row in rows] == [(term.zh, term.en) for term in terms]
    space = "{urn:iso:std:iso:30042:ed-2}"
    tree = ET.parse("terms.tbx")  # noqa: S314 (our own file)
    assert [entry.find(f".//{space}term").text for entry in tree.iter(f"{space}conceptEntry")] == [
        term.zh for term in terms
    ]
    deprecated = [
        section.find(f"{space}term").text
        for section in tree.iter(f"{space}termSec")
        if section.find(f"{space}termNote").text == "deprecatedTerm-admn-sts"
    ]
    assert deprecated == [text for term in terms for text in term.forbidden]
