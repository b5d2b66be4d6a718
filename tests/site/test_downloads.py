"""The figures as files: complete, exact, safe in a spreadsheet, and the same bytes each time."""

import csv
import hashlib
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from mingbai.project import Project
from mingbai.site.documents import read_site
from mingbai.site.downloads import _harmless, download_files

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
        assert row["label_en"] == entry["label"]["en"]
        if "value" in entry:
            assert Decimal(row["value"]) == Decimal(entry["value"])
        if "change" in entry:
            assert Decimal(row["change"]) == Decimal(entry["change"]["value"])


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


def test_the_workbook_holds_every_figure(files, entries):
    """A row for each figure below the header, numbers as numbers."""
    with zipfile.ZipFile(io.BytesIO(files["data/figures.xlsx"])) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(entries) + 1
    assert "<v>706250000000</v>" in sheet


def test_the_same_data_gives_the_same_bytes(site, files):
    """No clock, no folder."""
    assert download_files(site) == files


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell):
    """A spreadsheet runs nothing that a report or a label says."""
    assert _harmless(cell) == f"'{cell}"
