"""Findings as text, JSON, GitHub annotations or SARIF."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from mingbai.finding import Finding, Level

Findings = tuple[Finding, ...]

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(findings: Findings) -> str:
    """Return a line for each finding."""
    return "".join(f"{finding}\n" for finding in findings)


def as_json(findings: Findings) -> str:
    """Return a list of objects: path, line, column, rule, level, message, todo."""
    data = [
        {
            "path": finding.location.path.as_posix(),
            "line": finding.location.line,
            "column": finding.column,
            "rule": finding.rule,
            "level": finding.level.value,
            "message": finding.message,
            "todo": finding.todo,
        }
        for finding in findings
    ]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_github(findings: Findings) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(f"{_github(finding)}\n" for finding in findings)


def _github(finding: Finding) -> str:
    place = finding.location
    values = {
        "file": place.path.as_posix(),
        "line": str(place.line or 1),
        "col": str(finding.column or 1),
        "title": finding.rule,
    }
    fields = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in values.items())
    return f"::{finding.level.value} {fields}::{_escaped(f'{finding.message} {finding.todo}')}"


def _escaped(text: str, more: str = "") -> str:
    r"""Return text that cannot end a workflow command.

    >>> _escaped("50%\n::error::", ":")
    '50%25%0A%3A%3Aerror%3A%3A'
    """
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_sarif(findings: Findings) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    rules = sorted({finding.rule for finding in findings})
    driver = {"name": "mingbai", "rules": [{"id": rule} for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(finding: Finding) -> dict[str, Any]:
    region = {"startLine": finding.location.line or 1}
    if finding.column is not None:
        region["startColumn"] = finding.column
    place = {
        "artifactLocation": {"uri": finding.location.path.as_posix()},
        "region": region,
    }
    return {
        "ruleId": finding.rule,
        "level": "error" if finding.level is Level.ERROR else "warning",
        "message": {"text": f"{finding.message} {finding.todo}"},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
"""By the name that ``--format`` takes."""
