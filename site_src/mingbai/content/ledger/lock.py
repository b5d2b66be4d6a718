"""One writer at a time: what commands that change translations hold while they write.

A lock is a file in the project's cache folder; the system frees it when its process ends, however
it ends. `changing` is held for a moment, while a page and its record are written. `running` is held
through a whole run with an engine, so that two runs never ask the same questions.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from mingbai.errors import Location, MingbaiError
from mingbai.messages import tell
from mingbai.project import Project

_PATIENCE = 30.0
"""Seconds to wait for a command that is writing; a write takes a fraction of a second."""


class Busy(MingbaiError):  # noqa: N818 (the house names errors after what went wrong)
    """Another command is at work on the same files."""


@contextlib.contextmanager
def changing(project: Project) -> Iterator[None]:
    """Hold the translations of an edition while they are changed; waits for who holds them.

    Raises:
        Busy: another command has held them for half a minute; it is named.
    """
    with _held(project, "changing", _PATIENCE):
        yield


@contextlib.contextmanager
def running(project: Project) -> Iterator[None]:
    """Hold the right to run an engine over an edition.

    Raises:
        Busy: another run is under way; it is named.
    """
    with _held(project, "running", 0):
        yield


@contextlib.contextmanager
def _held(project: Project, what: str, patience: float) -> Iterator[None]:
    folder = project.root / ".cache" / "mingbai"
    name = f"{what}-{project.edition}" if project.edition else what
    path, holder = folder / f"{name}.lock", folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=patience)
        lock.acquire()
    except Timeout as error:
        raise Busy(
            Location(path.relative_to(project.root)),
            tell("Another command is at work on these translations{who}.", who=_who(holder)),
            todo=tell("Wait until it has finished, then run this again."),
        ) from error
    except OSError as error:
        raise MingbaiError(
            Location(path),
            tell(
                "The lock cannot be written: {strerror}.",
                strerror=(error.strerror or "unknown error").lower(),
            ),
            todo=tell("Check the folder's permissions and the free space on the disk."),
        ) from error
    try:
        with contextlib.suppress(OSError):  # it only serves the message
            now = datetime.now(tz=UTC).isoformat(timespec="seconds")
            holder.write_text(json.dumps({"process": os.getpid(), "since": now}), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _who(holder: Path) -> str:
    """Return the process that holds a lock and since when, as far as it is known."""
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        return f" (process {found['process']}, since {found['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
