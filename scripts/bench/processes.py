"""Run a command as a process of its own, and measure what it costs."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from results import Cost


class OverBudget(Exception):  # noqa: N818 (no error: a build that was stopped)
    """A build exceeded its time limit and was stopped."""


def run(folder: Path, command: Sequence[str], limit: float) -> Cost:
    """Run a command and return its cost.

    Raises:
        OverBudget: the command took more than ``limit`` seconds.
        SystemExit: the command failed.
    """
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    modules = folder / "node_modules"  # Docsy's tools
    tools = (modules / ".bin", modules / "sass-embedded-linux-x64/dart-sass")
    environment["PATH"] = os.pathsep.join((*map(str, tools), environment["PATH"]))
    start = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        watch = Watch(process.pid, start + limit)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.done.set()
        watch.join()
        if watch.stopped:
            raise OverBudget
        if process.returncode:
            log.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{log.read().decode()}")
    peak = max(usage.ru_maxrss * 1024, watch.peak)
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak)


class Watch(threading.Thread):
    """Samples the memory of a session's processes, and stops them at a deadline."""

    def __init__(self, session: int, deadline: float) -> None:
        """Watch a session from now on."""
        super().__init__(daemon=True)
        self.session, self.deadline = session, deadline
        self.done = threading.Event()
        self.stopped = False
        self.peak = 0

    def run(self) -> None:
        """Sample five times a second."""
        while not self.done.wait(0.2):
            self.peak = max(self.peak, sum(map(_memory, _processes(self.session))))
            if time.monotonic() > self.deadline and not self.stopped:
                self.stopped = True
                os.killpg(self.session, signal.SIGKILL)


def _processes(session: int) -> list[Path]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if int(fields[3]) == session:
            found.append(stat.parent)
    return found


def _memory(process: Path) -> int:
    """Return a process's memory in bytes; shared pages are divided among their processes."""
    try:
        text = (process / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0  # it has ended
    found = re.search(r"(?m)^Pss: +(\d+) kB", text)
    return int(found[1]) * 1024 if found else 0
