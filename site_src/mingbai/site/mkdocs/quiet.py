"""What a build changes in the running program, and gives back at its end: collector and logs."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECTING = (50_000, 20, 100)
"""Thresholds of the garbage collector: nearly all that a build makes lives to its end."""
_MISLEADING = ("Cleaning site directory", "Building documentation to", "Page skipped")
"""How MkDocs' messages about its output folder begin; they are untrue of the site's own folder,
into which only the plugin writes."""


class WarningCount(logging.Handler):
    """Counts the warnings that MkDocs gives."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a message."""
        self.count += record.levelno >= logging.WARNING


@contextmanager
def quiet_process() -> Iterator[None]:
    """Let the garbage collector run seldom, and leave out what MkDocs says of its output folder."""
    log = logging.getLogger("mkdocs.commands.build")
    thresholds = gc.get_threshold()
    gc.set_threshold(*_COLLECTING)
    log.addFilter(_is_true_of_the_site)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        log.removeFilter(_is_true_of_the_site)


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
