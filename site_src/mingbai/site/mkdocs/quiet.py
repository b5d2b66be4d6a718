"""Process-wide settings during a build: garbage collection and log filters."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECTING = (50_000, 20, 100)
"""GC thresholds during a build: almost nothing dies before its end, so collecting is wasted."""
_MISLEADING = ("Cleaning site directory", "Building documentation to", "Page skipped")
"""The starts of MkDocs' messages about its output folder, which is a temporary one here; the
plugin logs the real one."""


class WarningCount(logging.Handler):
    """Counts MkDocs' warnings."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a message."""
        self.count += record.levelno >= logging.WARNING


@contextmanager
def quiet_process() -> Iterator[None]:
    """Collect garbage rarely, and drop MkDocs' messages about its output folder."""
    log = logging.getLogger("mkdocs.commands.build")
    thresholds = gc.get_threshold()
    gc.set_threshold(*_COLLECTING)
    log.addFilter(_is_true_of_the_site)
    try:
        with _hidden_warnings_counted():
            yield
    finally:
        gc.set_threshold(*thresholds)
        log.removeFilter(_is_true_of_the_site)


@contextmanager
def _hidden_warnings_counted() -> Iterator[None]:
    """Let ``mkdocs build -q`` hide warnings from the terminal only.

    It raises the level of MkDocs' logger, so that ``--strict`` and `WarningCount` would not get the
    warnings. Here the level of what writes to the terminal is raised instead.
    """
    log = logging.getLogger("mkdocs")
    level = log.level
    writing = [one for one in log.handlers if isinstance(one, logging.StreamHandler)]
    levels = [one.level for one in writing]
    if level > logging.WARNING:
        for one in writing:
            one.setLevel(max(one.level, level))
        log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(level)
        for one, former in zip(writing, levels, strict=True):
            one.setLevel(former)


def _is_true_of_the_site(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(_MISLEADING)


@contextmanager
def counted_warnings() -> Iterator[WarningCount]:
    """Count the warnings of MkDocs."""
    log = logging.getLogger("mkdocs")
    warnings = WarningCount()
    log.addHandler(warnings)
    try:
        yield warnings
    finally:
        log.removeHandler(warnings)
