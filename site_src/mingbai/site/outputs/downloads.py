"""The figures as files: CSV for spreadsheets, JSON for programs, XLSX, and a Frictionless package.

Every row contains its quote and the address of its paragraph, so that a figure can be checked
anywhere. The bytes depend only on the data. Sources: Data Package v1 and Table Schema v1
(specs.frictionlessdata.io); RFC 4180.
"""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, get_args

import xlsxwriter

from mingbai.figures.entry import Figure, Label, Rank
from mingbai.figures.listing import decimal_string
from mingbai.figures.model import Bound
from mingbai.language import Language
from mingbai.site.compose.sites import Site
from mingbai.site.views.figures import FigureView

_BOM = "\ufeff"
"""Without it Excel reads the file in a legacy encoding."""

_RANK_OF: tuple[str, ...] = get_args(Rank.model_fields["of"].annotation)

COLUMNS = (
    ("id", "string", "The figure's name, the same in every edition of the data"),
    ("label_zh", "string", "What is counted, in Chinese"),
    ("label_en", "string", "What is counted, in English"),
    ("value", "number", "The value in ones of its unit: yuan, persons, percent; empty for a rank"),
    ("upper", "number", "The upper end of a range"),
    ("unit", "string", "Code of the unit"),
    ("unit_label_zh", "string", "What is counted one by one: the report's measure word"),
    ("unit_label_en", "string", "The same as an English noun"),
    ("bound", "string", f"What the report says of the value: {', '.join(Bound)}"),
    ("direction", "string", "up or down, where the value itself is a change"),
    ("change", "number", "By how much the value changed"),
    ("change_unit", "string", "Code of the change's unit"),
    ("change_bound", "string", "As bound, of the change"),
    ("change_direction", "string", "up or down"),
    ("rank", "number", "The place among others"),
    ("rank_of", "string", f"Which sort of place: {', '.join(_RANK_OF)}"),
    ("rank_scope_zh", "string", "Among whom, in Chinese"),
    ("rank_scope_en", "string", "Among whom, in English"),
    ("period", "string", "The year that the figure is of"),
    ("kind", "string", "result, target, or standing"),
    ("topic", "string", "Id of the topic"),
    ("section", "string", "Address of the page that holds the quote, from the site's root"),
    ("said_zh", "string", "The value as it is said in Chinese"),
    ("said_en", "string", "The value as it is said in English"),
    ("quote", "string", "The report's words that state it"),
    ("paragraph", "string", "Id of the paragraph that holds the quote"),
    ("url_zh", "string", "Address of the paragraph, from the site's root"),
    ("url_en", "string", "The same, in English"),
)
"""Name, type and description of each column of the CSV and the XLSX."""

Row = Mapping[str, str]


def download_files(site: Site) -> dict[str, bytes]:
    """Return data/figures.csv, .json, .xlsx and datapackage.json; no files without figures."""
    figures = [proof.figure for proof in site.library.figures]
    if not figures:
        return {}
    views = {language: view.figures for language, view in site.views.items()}
    pairs = [
        (figure, views[Language.ZH][figure.id], views[Language.EN][figure.id]) for figure in figures
    ]
    roots = {language: site.library.root(language) for language in views}
    rows = [_row(figure, zh, en, roots) for figure, zh, en in pairs]
    objects = [_object(figure, zh, en, roots) for figure, zh, en in pairs]
    folder = f"{roots[Language.ZH]}data/"
    files = {
        f"{folder}figures.csv": _csv(rows),
        f"{folder}figures.json": _json(objects),
        f"{folder}figures.xlsx": _xlsx(rows),
    }
    files[f"{folder}datapackage.json"] = _json(_package(site, files))
    return files


def _json(data: Any) -> bytes:  # noqa: ANN401 (any JSON value)
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _object(
    figure: Figure, zh: FigureView, en: FigureView, roots: Mapping[Language, str]
) -> dict[str, Any]:
    """Return a figure for JSON, with decimals as strings so that none is rounded."""
    entry = figure.model_dump(mode="json", exclude_none=True, exclude={"confirmed"})
    for key in ("value", "upper"):
        if (number := getattr(figure, key)) is not None:
            entry[key] = decimal_string(number)
    if figure.change is not None:
        entry["change"]["value"] = decimal_string(figure.change.value)
    if figure.rank is not None:
        entry["rank"]["value"] = decimal_string(figure.rank.value)
    return entry | {
        "paragraph": zh.block,
        "section": roots[Language.ZH] + _section(zh),
        "said": {"zh": zh.value, "en": en.value},
        "url": {"zh": roots[Language.ZH] + zh.url, "en": roots[Language.EN] + en.url},
    }


def _section(view: FigureView) -> str:
    return view.url.partition("#")[0]


def _row(figure: Figure, zh: FigureView, en: FigureView, roots: Mapping[Language, str]) -> Row:
    change, rank = figure.change, figure.rank
    none = Label.model_construct(zh="", en="")
    scope, counted = rank.scope if rank else none, figure.unit_label or none
    number = {
        "value": figure.value,
        "upper": figure.upper,
        "change": change.value if change else None,
        "rank": rank.value if rank else None,
    }
    text = {
        "id": figure.id,
        "label_zh": figure.label.zh,
        "label_en": figure.label.en,
        "unit": figure.unit or "",
        "unit_label_zh": counted.zh,
        "unit_label_en": counted.en,
        "bound": figure.bound.value,
        "direction": figure.direction.value if figure.direction else "",
        "change_unit": change.unit if change else "",
        "change_bound": change.bound.value if change else "",
        "change_direction": change.direction.value if change else "",
        "rank_of": rank.of if rank else "",
        "rank_scope_zh": scope.zh,
        "rank_scope_en": scope.en,
        "period": figure.period,
        "kind": figure.kind,
        "topic": figure.topic,
        "section": roots[Language.ZH] + _section(zh),
        "said_zh": zh.value,
        "said_en": en.value,
        "quote": figure.quote,
        "paragraph": zh.block,
        "url_zh": roots[Language.ZH] + zh.url,
        "url_en": roots[Language.EN] + en.url,
    }
    return text | {
        key: "" if value is None else decimal_string(value) for key, value in number.items()
    }


def _csv(rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [name for name, _, _ in COLUMNS], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _harmless(value) for key, value in row.items()} for row in rows)
    return (_BOM + text.getvalue()).encode()


def _harmless(value: str) -> str:
    """Return a cell that spreadsheets do not read as a formula (OWASP, CSV injection)."""
    is_formula = value.startswith(("=", "+", "@", "\t", "\r"))
    return f"'{value}" if is_formula else value


def _xlsx(rows: list[Row]) -> bytes:
    """Return a workbook; a value is a number if a spreadsheet can represent it exactly."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("figures")
    bold = book.add_format({"bold": True})
    for place, (name, kind, description) in enumerate((*COLUMNS, *_EXACT_COLUMNS)):
        sheet.write_string(0, place, name, bold)
        sheet.write_comment(0, place, description)
        for number, row in enumerate(rows, 1):
            text = row[name.removesuffix("_exact")]
            if text and kind == "number" and len(text.strip("-0.")) <= _EXACT_DIGITS:
                sheet.write_number(number, place, float(text))
            elif text:
                sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) + len(_EXACT_COLUMNS) - 1)
    book.close()
    return target.getvalue()


_EXACT_COLUMNS = tuple(
    (f"{name}_exact", "string", f"{name} as text, with every digit that the report has")
    for name, kind, _ in COLUMNS
    if kind == "number"
)
"""The last columns of the workbook, needed because a spreadsheet shows 5.0 as 5."""

_EXACT_DIGITS = 15
"""Digits that a spreadsheet's numbers (IEEE 754 doubles) always represent exactly."""


_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _package(site: Site, files: Mapping[str, bytes]) -> dict[str, Any]:
    edition = site.library.edition
    columns = [{"name": name, "type": kind, "description": why} for name, kind, why in COLUMNS]
    resources = []
    for path, data in files.items():
        name = path.rpartition("/")[2]
        ending = name.rpartition(".")[2]
        resource: dict[str, Any] = {
            "name": f"figures-{ending}",
            "path": name,
            "format": ending,
            "mediatype": _MEDIA_TYPES[ending],
            "bytes": len(data),
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        }
        if ending != "xlsx":
            resource["encoding"] = "utf-8"
        if ending == "csv":
            resource["profile"] = "tabular-data-resource"
            resource["schema"] = {"fields": columns, "primaryKey": "id", "missingValues": [""]}
        resources.append(resource)
    source = {"title": edition.title.zh}
    if edition.official_chinese:
        source["path"] = edition.official_chinese
    return {
        "profile": "data-package",
        "name": f"report-{edition.year}-figures",
        "title": f"{edition.title.zh} / {edition.title.en}",
        "description": f"{edition.body.zh} / {edition.body.en}, {edition.year}",
        "sources": [source],
        "licenses": [{"name": "other-pd", "title": edition.licence.en}],
        "resources": resources,
    }
