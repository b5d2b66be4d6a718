"""Commands run in processes of their own, with one fault at their n-th file operation.

An audit hook (PEP 578) sees every file that is opened for writing, renamed, removed or made below
the project. At the n-th one the process is killed, or the operation fails with an error of the
system. After each run the files have to be the old ones or the new ones, and a second run without a
fault has to finish the work. Source of the manner: "How SQLite Is Tested", section on I/O errors.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FAULTS = ("kill", "ENOSPC", "EIO", "EACCES")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod"}
UNFINISHED = (".mingbai-new", ".lock")

Tree = Mapping[str, bytes]


@dataclass(frozen=True)
class Case:
    """A command, what it starts from, and what has to hold whatever befalls it."""

    name: str
    prepare: Callable[[Path], None]
    """Makes the project in an empty folder."""
    run: Callable[[], int]
    """Runs the command in the current folder, and returns its exit code."""
    wholes: tuple[str, ...] = ()
    """Folders that are all old or all new."""
    is_stepwise: bool = False
    """Whether it may stop between two steps, each of them whole; `holds` then looks closer."""
    is_unserved: bool = False
    """Whether its files are read by nobody until it has finished: a build's folder."""
    holds: Callable[[Path], list[str]] = field(default=lambda _: [])
    """Says what is wrong in a project after a fault; nothing when all is well."""


def tree_of(root: Path) -> Tree:
    """Return what a project holds, without caches and unfinished files."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        is_aside = any(part == ".cache" or part.startswith(".mingbai-") for part in name.split("/"))
        if path.is_file() and not is_aside and not name.endswith(UNFINISHED):
            found[name] = path.read_bytes()
    return found


def in_child(work: Callable[[], int], cwd: Path, fault: str = "", at: int = 0) -> tuple[int, int]:
    """Run something in a process of its own, with a fault at its ``at``-th file operation.

    Returns:
        Its exit code, negative for a signal, and how many file operations it did.
    """
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        code = 70
        try:
            os.chdir(cwd)
            os.dup2(os.open(os.devnull, os.O_RDWR), 1)
            os.dup2(os.open(cwd.parent / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            count = _watch(cwd, fault, at)
            code = work()
            os.write(writer, str(count[0]).encode())
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            os.write(writer, str(count[0]).encode())
        except BaseException as error:  # noqa: BLE001 (a traceback is what must not happen)
            sys.stderr.write(f"TRACEBACK {type(error).__name__}: {error}\n")
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        counted = pipe.read()
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), int(counted or 0)


def _watch(root: Path, fault: str, at: int) -> list[int]:
    """Count this process's file operations below a folder, and let the ``at``-th one fail."""
    count, start = [0], f"{root}{os.sep}"

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            is_writing = isinstance(arguments[2], int) and arguments[2] & WRITING
            if not is_writing:
                return
        elif event not in EVENTS:
            return
        path = arguments[1] if event == "os.rename" else arguments[0]
        if not isinstance(path, str | bytes | os.PathLike):
            return
        full = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 (an audit hook has to be quick)
        if not full.startswith(start):
            return
        count[0] += 1
        if count[0] != at:
            return
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, fault)
        raise OSError(number, os.strerror(number), full)

    sys.addaudithook(hook)
    return count


def problems(case: Case, folder: Path, fault: str, at: int, ends: "Ends") -> list[str]:
    """Run a case with one fault, then once more without, and return all that does not hold."""
    root = folder / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ends.folder, root, symlinks=True)
    code, _ = in_child(case.run, root, fault, at)
    said = (folder / "said.txt").read_text(encoding="utf-8", errors="replace")
    found = []
    if "Traceback (most" in said or "TRACEBACK" in said:
        found.append(f"a traceback: {said[-300:]}")
    if fault != "kill" and code not in {0, 1, 2, *ends.codes}:
        found.append(f"exit code {code}")
    now = tree_of(root)
    if not case.is_stepwise and not case.is_unserved:
        found += _neither(now, ends)
    for whole in case.wholes:
        inside = {name: data for name, data in now.items() if name.startswith(f"{whole}/")}
        wanted = [
            {name: data for name, data in end.items() if name.startswith(f"{whole}/")}
            for end in (ends.before, ends.after)
        ]
        if inside not in wanted:
            found.append(f"{whole} is neither the old one nor the new one")
    found += case.holds(root)
    code, _ = in_child(case.run, root)
    if code not in ends.codes:
        said = (folder / "said.txt").read_text(encoding="utf-8", errors="replace")
        found.append(f"the second run ends with {code}: {said[-300:]}")
    if (last := tree_of(root)) != ends.after:
        names = [n for n in last.keys() | ends.after.keys() if last.get(n) != ends.after.get(n)]
        found.append(f"the second run does not finish: {sorted(names)[:5]}")
    return found


def _neither(now: Tree, ends: "Ends") -> list[str]:
    return [
        f"{name} is neither the old file nor the new one"
        for name in now.keys() | ends.before.keys() | ends.after.keys()
        if now.get(name) not in (ends.before.get(name), ends.after.get(name))
    ]


@dataclass(frozen=True)
class Ends:
    """What a case starts from and comes to without a fault."""

    folder: Path
    before: Tree
    after: Tree
    codes: frozenset[int]
    """How it ends, the first time and again."""
    operations: int


def ends_of(case: Case, folder: Path) -> Ends:
    """Run a case without a fault, twice: what it comes to stays."""
    fresh, root = folder / "fresh", folder / "project"
    fresh.mkdir(parents=True)
    case.prepare(fresh)
    shutil.copytree(fresh, root, symlinks=True)
    first, operations = in_child(case.run, root)
    after = tree_of(root)
    again, _ = in_child(case.run, root)
    if tree_of(root) != after:
        raise AssertionError(f"{case.name}: a second run changes what the first one wrote")
    said = (folder / "said.txt").read_text(encoding="utf-8", errors="replace")
    if first not in {0, 1} or not operations:
        raise AssertionError(f"{case.name}: ends with {first} after {operations}: {said}")
    return Ends(fresh, tree_of(fresh), after, frozenset({first, again}), operations)


def together(first: Callable[[], int], second: Callable[[], int], root: Path) -> tuple[int, int]:
    """Run two commands at once, each in a process of its own; return their exit codes."""
    pids = []
    for work, name in ((first, "first.txt"), (second, "second.txt")):
        pid = os.fork()
        if pid == 0:
            code = 70
            try:
                os.chdir(root)
                os.dup2(os.open(os.devnull, os.O_RDWR), 1)
                log = root.parent / name
                os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
                code = work()
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            except BaseException as error:  # noqa: BLE001 (a traceback is what must not happen)
                sys.stderr.write(f"TRACEBACK {type(error).__name__}: {error}\n")
            finally:
                os._exit(code)
        pids.append(pid)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    return codes[0], codes[1]
