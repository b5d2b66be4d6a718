"""Reads the files of data/ and checks their references to each other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from mingbai.cache.memo import Memo
from mingbai.content.facts import SiteFacts, read_facts
from mingbai.content.ledger import Ledger, read_ledger
from mingbai.content.reading.cached import cached_data
from mingbai.content.reading.errors import Errors
from mingbai.content.topics import Topic, read_topics, unknown_topics
from mingbai.content.waivers import PlacedWaiver, read_waivers
from mingbai.figures.entry import NamedNumber
from mingbai.figures.store import Proved, read_figures, read_names
from mingbai.figures.targets import Target, read_targets
from mingbai.glossary import Term, read_glossary
from mingbai.glossary.synonyms import Synonyms, read_synonyms
from mingbai.project import Project
from mingbai.report.model import Source

T = TypeVar("T")
_Reader = Callable[[Path], tuple[T, ...]]

_TERMS = TypeAdapter(tuple[Term, ...])
_SYNONYMS = TypeAdapter(tuple[Synonyms, ...])
_TOPICS = TypeAdapter(tuple[Topic, ...])
_FIGURES = TypeAdapter(tuple[Proved, ...])
_TARGETS = TypeAdapter(tuple[Target, ...])


@dataclass(frozen=True, slots=True)
class Data:
    """The contents of data/, apart from the report."""

    terms: tuple[Term, ...]
    synonyms: tuple[Synonyms, ...]
    topics: tuple[Topic, ...]
    figures: tuple[Proved, ...]
    targets: tuple[Target, ...]
    names: tuple[NamedNumber, ...]
    waivers: tuple[PlacedWaiver, ...]
    facts: SiteFacts
    ledger: Ledger


def read_data(project: Project, source: Source | None, errors: Errors, memo: Memo) -> Data:
    """Return the data that could be read; check that figures and targets use declared topics."""

    def read(adapter: TypeAdapter[tuple[T, ...]], name: str, how: _Reader[T]) -> tuple[T, ...]:
        path = project.data_file(name)
        if not path.exists():
            return ()
        return errors.tried(lambda: cached_data(memo, adapter, (path,), lambda: how(path)), ())

    topics = read(_TOPICS, "topics.yml", read_topics)
    report = "" if source is None else source.text
    proved = errors.tried(lambda: _figures(project, report, memo), None) if report else None
    figures = proved or ()
    targets: tuple[Target, ...] = ()
    if proved is not None:  # otherwise every target would name an unknown figure
        targets = errors.tried(lambda: _targets(project, report, proved, memo), ())
    used = [(proof.figure.topic, proof.location) for proof in figures]
    used += [(target.entry.topic, target.location) for target in targets]
    errors.add(unknown_topics(tuple(used), topics))
    return Data(
        read(_TERMS, "glossary.yml", read_glossary),
        read(_SYNONYMS, "synonyms.yml", read_synonyms),
        topics,
        figures,
        targets,
        errors.tried(lambda: read_names(project.data_file("names.yml")), ()),
        errors.tried(lambda: read_waivers(project.data / "waivers.yml"), ()),
        errors.tried(lambda: read_facts(project.data_file("site.yml")), SiteFacts()),
        errors.tried(lambda: read_ledger(project.data / "translations.jsonl"), Ledger()),
    )


def _figures(project: Project, report: str, memo: Memo) -> tuple[Proved, ...]:
    path = project.data / "figures.yml"
    if not path.exists():
        return ()
    return cached_data(memo, _FIGURES, (path,), lambda: read_figures(path, report), (report,))


def _targets(
    project: Project, report: str, figures: tuple[Proved, ...], memo: Memo
) -> tuple[Target, ...]:
    data = project.data
    files = (data / "figures.yml", data / "targets.yml", data / "outcomes.yml")
    if not files[0].exists() or not files[1].exists():
        return ()
    read = partial(read_targets, files[1], files[2], figures, report)
    return cached_data(memo, _TARGETS, files, read, (report,))
