"""The figures as files: complete, exact, safe in a spreadsheet, and the same bytes each time."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from mingbai.project import Project
from mingbai.site.compose.sites import read_site
from mingbai.site.outputs.downloads import _harmless, download_files

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def site():
    """This project's own site."""
    return read_site(Project(ROOT))


@pytest.fixture(scope="module")
def files(site):
    """Its downloads."""
    return download_files(site)


@pytest.fixture(scope="module")
def entries():
    """data/figures.yml, as any YAML reader sees it."""
    return yaml.safe_load((ROOT / "data/figures.yml").read_text(encoding="utf-8"))


def test_the_csv_opens_in_a_spreadsheet_and_holds_every_value_exactly(files, entries):
    """A byte order mark, CRLF, and each decimal as the data has it."""
    data = files["data/figures.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    for row, entry in zip(rows, entries, strict=True):
        assert row["quote"] == entry["quote"]
        assert (row["label_zh"], row["label_en"]) == (entry["label"]["zh"], entry["label"]["en"])
        assert row["value"] == entry.get("value", "")
        assert row["upper"] == entry.get("upper", "")
        assert row["unit"] == entry.get("unit", "")
        assert row["bound"] == entry.get("bound", "exact")
        assert row["direction"] == entry.get("direction", "")
        change, rank = entry.get("change", {}), entry.get("rank", {})
        assert row["change"] == change.get("value", "")
        assert row["change_direction"] == change.get("direction", "")
        assert (row["rank"], row["rank_of"]) == (rank.get("value", ""), rank.get("of", ""))


def test_the_json_is_what_the_interface_promises(files, entries):
    """Id, label in both languages, value, unit, kind, quote, paragraph, addresses."""
    found = json.loads(files["data/figures.json"])
    assert len(found) == len(entries)
    gdp = next(figure for figure in found if figure["id"] == "gdp-2023")
    assert gdp["label"] == {"zh": "地区生产总值", "en": "Gross domestic product (GDP)"}
    assert (gdp["value"], gdp["unit"], gdp["kind"]) == ("706250000000", "CNY", "result")
    assert gdp["quote"] == "全市实现地区生产总值7062.5亿元、增长6.3%"
    assert gdp["paragraph"] == "p5"
    assert gdp["said"] == {"zh": "7062.5亿元", "en": "RMB 706.25 billion"}
    assert gdp["url"] == {"zh": "review-2023/#p5", "en": "en/review-2023/#p5"}


def test_the_json_holds_what_the_data_holds(files, entries):
    """Decimals as the same strings, labels, bounds, changes, ranks and quotes unchanged."""
    for figure, entry in zip(json.loads(files["data/figures.json"]), entries, strict=True):
        bounds = {"bound": "exact"}
        expected = bounds | entry | {"paragraph": figure["paragraph"]}
        if "change" in entry:
            expected["change"] = bounds | entry["change"]
        own = {"section", "said", "url"}
        assert {key: value for key, value in figure.items() if key not in own} == expected


def test_every_address_leads_to_the_paragraph(files, built):
    """Each figure's address, in both languages, is a page of the site with that id."""
    for figure in json.loads(files["data/figures.json"]):
        for url in figure["url"].values():
            page, _, anchor = url.partition("#")
            html = (built / page / "index.html").read_text(encoding="utf-8")
            assert f'id="{anchor}"' in html


def test_the_package_describes_the_files(files):
    """Bytes and hashes are those of the files; the schema has a field for each column."""
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        data = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    table = next(item for item in package["resources"] if item["format"] == "csv")
    header = files["data/figures.csv"].decode("utf-8-sig").splitlines()[0].split(",")
    assert [field["name"] for field in table["schema"]["fields"]] == header


def _cells(book):
    """Return the first sheet's rows as dicts: numbers as floats, text as text."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        shared = ET.fromstring(parts.read("xl/sharedStrings.xml"))  # noqa: S314 (our own)
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 (our own)
    texts = ["".join(item.itertext()) for item in shared]
    rows = []
    for row in sheet.iter(f"{space}row"):
        cells = {}
        for cell in row:
            said = cell.find(f"{space}v").text
            column = cell.get("r").rstrip("0123456789")
            cells[column] = texts[int(said)] if cell.get("t") == "s" else float(said)
        rows.append(cells)
    header = rows[0]
    return [{header[column]: value for column, value in row.items()} for row in rows[1:]]


def test_the_workbook_holds_every_figure(files, entries):
    """Numbers as numbers to reckon with, and as text with every digit of the report."""
    rows = _cells(files["data/figures.xlsx"])
    for row, entry in zip(rows, entries, strict=True):
        assert row["id"] == entry["id"]
        assert row["quote"] == entry["quote"]
        assert row["label_en"] == entry["label"]["en"]
        assert row.get("value_exact") == entry.get("value")
        if "value" in entry:
            assert row["value"] == float(entry["value"])
        assert row.get("change_exact") == entry.get("change", {}).get("value")


def test_the_workbook_carries_no_clock(files):
    """Created on a fixed day, its parts packed on a fixed day."""
    with zipfile.ZipFile(io.BytesIO(files["data/figures.xlsx"])) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_the_same_data_gives_the_same_bytes(site, files):
    """No clock, no folder."""
    assert download_files(site) == files


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell):
    """A spreadsheet runs nothing that a report or a label says."""
    assert _harmless(cell) == f"'{cell}"
