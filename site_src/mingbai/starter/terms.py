"""The glossary and synonyms of a new project, and draft terms for its editors."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

import mingbai
from mingbai.glossary import Term, read_glossary
from mingbai.glossary.synonyms import read_synonyms

_QUOTED = re.compile(r"“([^“”\n]{2,20})”")
_HEAD = """\
# yaml-language-server: $schema=schema/glossary.schema.json
# Terms of this report whose English was found in official texts.

"""
_SYNONYMS_HEAD = """\
# yaml-language-server: $schema=schema/synonyms.schema.json
# Words that readers use for one another; whoever searches for one of them finds all of them.

"""
_DRAFT_HEAD = """\
# Phrases that the report quotes and data/glossary.yml does not have; the build does not read this
# file. Write the English and the kind, take out `times` (how often the report has the phrase), and
# move the entry to glossary.yml.

"""


def shipped(name: str) -> Path:
    """Return a file or folder that ships with Mingbai: in its wheel, or beside its source."""
    installed = Path(mingbai.__file__).parent / "starter" / "shipped" / name
    return installed if installed.exists() else Path(mingbai.__file__).parents[2] / name


def own_report() -> Path:
    """Return the edition file of the report whose glossary ships with Mingbai.

    In a repository with editions this is the first edition's.
    """
    report = shipped("data/report.yml")
    return report if report.exists() else min(report.parent.glob("*/report.yml"), default=report)


def attested_terms(report: str, own_place: str) -> tuple[Term, ...]:
    """Return the shipped terms that occur in a report and whose English is official.

    Args:
        report: its text.
        own_place: a word that marks terms which apply only to the glossary's own place.
    """
    return tuple(
        term
        for term in read_glossary(shipped("data/glossary.yml"))
        if term.zh in report and not term.is_ours and own_place not in term.model_dump_json()
    )


def glossary_file(terms: Iterable[Term]) -> str:
    """Return the text of data/glossary.yml."""
    entries = [term.model_dump(mode="json", exclude_defaults=True) for term in terms]
    return _HEAD + dump(entries)


def synonyms_file(report: str, own_place: str) -> str:
    """Return the text of data/synonyms.yml: everyday words for the report's terms.

    Args:
        report: its text.
        own_place: the Chinese name of the place whose own synonyms are omitted.
    """
    entries = []
    for group in read_synonyms(shipped("data/synonyms.yml")):
        zh = [word for word in group.zh if own_place not in word]
        if any(word in report for word in zh):
            entries.append({"zh": zh, "en": list(group.en)})
    return _SYNONYMS_HEAD + dump(entries)


def draft_file(report: str, known: Iterable[Term]) -> str:
    """Return the text of data/drafts/glossary.yml, in the order of the report."""
    names = {term.zh for term in known}
    phrases = dict.fromkeys(_QUOTED.findall(report))
    entries = [
        {"zh": phrase, "en": "TODO", "kind": "TODO", "times": report.count(phrase)}
        for phrase in phrases
        if phrase not in names and f"“{phrase}”" not in names
    ]
    return _DRAFT_HEAD + dump(entries)


def dump(data: Any) -> str:  # noqa: ANN401 (any YAML value)
    """Return data as YAML in the style of our data files."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
