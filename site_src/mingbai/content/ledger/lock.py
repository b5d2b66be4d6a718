"""Locks for commands that change translations, so that only one writes at a time.

A lock is a file in the project's cache folder; the system releases it when the process ends, even
if the process is killed. `changing` is held briefly, while a page and its record are written.
`running` is held for a whole run of an engine, so that two runs never send the same requests.
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

_TIMEOUT = 30.0
"""Seconds to wait for another command's write, which takes a fraction of a second."""


class Busy(MingbaiError):  # noqa: N818 (the house names errors after what went wrong)
    """Another command is changing the same files."""


@contextlib.contextmanager
def changing(project: Project) -> Iterator[None]:
    """Lock the translations of an edition for a write; wait for another command's lock.

    Raises:
        Busy: another command has held the lock for half a minute; the message names its process.
    """
    with _locked(project, "changing", _TIMEOUT):
        yield


@contextlib.contextmanager
def running(project: Project) -> Iterator[None]:
    """Lock an edition for a run of an engine.

    Raises:
        Busy: another run has not finished; the message names its process.
    """
    with _locked(project, "running", 0):
        yield


@contextlib.contextmanager
def _locked(project: Project, what: str, patience: float) -> Iterator[None]:
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
            tell("Another command is changing these translations{process}.", process=_who(holder)),
            todo=tell("Wait until it has finished, then run this command again."),
        ) from error
    except OSError as error:
        raise MingbaiError(
            Location(path),
            tell(
                "The lock cannot be written: {reason}.",
                reason=(error.strerror or "unknown error").lower(),
            ),
            todo=tell("Check the folder's permissions and the free space on the disk."),
        ) from error
    try:
        with contextlib.suppress(OSError):  # only the error message needs it
            now = datetime.now(tz=UTC).isoformat(timespec="seconds")
            holder.write_text(json.dumps({"process": os.getpid(), "since": now}), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _who(holder: Path) -> str:
    """Return which process holds a lock and since when, as far as it is known."""
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        return tell(
            " (process {process}, since {since})", process=found["process"], since=found["since"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ""
