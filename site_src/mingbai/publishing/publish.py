"""A built site is brought to a store: what changed, in an order that never shows half a site."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from mingbai.errors import Location, MingbaiError, TargetUnwritable
from mingbai.publishing.pack import MANIFEST, site_files
from mingbai.publishing.plan import Plan, plan
from mingbai.publishing.stores import Store, listed


def prepare(folder: Path, store: Store) -> Plan:
    """Return what publishing would do.

    Raises:
        TargetUnwritable: the folder was not packed, or has changed since.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise TargetUnwritable(Location(path), "The site is not packed.", todo="Run: make site.")
    built = listed(path.read_bytes(), str(path))
    if set(built) != set(site_files(folder)):
        raise TargetUnwritable(
            Location(path), "The site has changed since it was packed.", todo="Run: make site."
        )
    return plan(built, store.digests())


def publish(folder: Path, store: Store, steps: Plan) -> Iterator[str]:
    """Carry the plan out, and yield a line for each step once it is done."""
    for path in steps.uploads:
        store.put(path, (folder / path).read_bytes())
        for side in (f"{path}.gz", f"{path}.br") if store.sides else ():
            if (folder / side).is_file():
                store.put(side, (folder / side).read_bytes())
            else:
                store.delete(side)
        yield f"put {path}"
    if steps.uploads or steps.deletions:
        store.put(MANIFEST, (folder / MANIFEST).read_bytes())
    for path in steps.deletions:
        store.delete(path)
        for side in (f"{path}.gz", f"{path}.br") if store.sides else ():
            store.delete(side)
        yield f"delete {path}"


def rsync_commands(folder: Path, target: str, *, dry_run: bool) -> tuple[tuple[str, ...], ...]:
    """Return the calls of rsync, in the same order as for the other stores.

    Args:
        folder: the built site.
        target: ``host:folder`` or a folder, as rsync writes it.
        dry_run: whether rsync shall only say what it would do.
    """
    base = ("rsync", "--recursive", "--checksum", "--itemize-changes", "--delay-updates")
    base += ("--chmod=D755,F644", *(("--dry-run",) if dry_run else ()))
    ends = (f"{folder}/", target)
    return (
        (*base, "--exclude=*.html*", f"--exclude={MANIFEST}", *ends),
        (*base, *ends),
        (*base, "--delete-after", *ends),
    )


def rsync(folder: Path, target: str, *, dry_run: bool) -> str:
    """Call rsync and return what it printed.

    Raises:
        MingbaiError: it is not installed, or failed.
    """
    said: list[str] = []
    for command in rsync_commands(folder, target, dry_run=dry_run):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        except FileNotFoundError as error:
            raise MingbaiError(
                Location(folder), "rsync is not installed.", todo="Install it."
            ) from error
        if done.returncode:
            raise MingbaiError(
                Location(folder),
                f"rsync failed ({done.returncode}): {done.stderr.strip()}",
                todo="Check the host, the folder and the ssh key.",
            )
        said.append(done.stdout)
    return "".join(said)
