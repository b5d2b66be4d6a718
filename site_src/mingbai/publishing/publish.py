"""Publishes the changed files of a built site, in an order that never shows half a site."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from mingbai.errors import Location, MingbaiError, TargetUnwritable
from mingbai.messages import tell, tell_many
from mingbai.publishing.manifest import NAME as MANIFEST
from mingbai.publishing.manifest import PENDING, Manifest, read_manifest
from mingbai.publishing.pack import digest_of, site_files
from mingbai.publishing.plan import Plan, plan
from mingbai.publishing.stores import Store, without_passwords

EXAMPLE = "https://example.org/"
"""The placeholder address in the settings of a new project."""
_CANONICAL = re.compile(r'<link[^>]*\brel="?canonical"?[^>]*\bhref="?(?P<address>[^"\s>]+)')


def prepare(folder: Path, store: Store, *, anyway: bool = False) -> Plan:
    """Return the steps that publishing would take.

    Args:
        folder: the packed site.
        store: the target.
        anyway: publish even with errors of the checks or without an address.

    Raises:
        TargetUnwritable: the folder is not packed, has changed since, or must not be published.
    """
    return plan(fit_to_publish(folder, anyway=anyway).files, store.digests())


def fit_to_publish(folder: Path, *, anyway: bool = False) -> Manifest:
    """Return the manifest of a packed site after checking that no file has changed since.

    Args:
        folder: the packed site.
        anyway: see `prepare`.

    Raises:
        TargetUnwritable: see `prepare`.
    """
    built = _packed(folder)
    if not anyway:
        _refuse_unfit(folder, built)
    return built


def _packed(folder: Path) -> Manifest:
    path = folder / MANIFEST
    if not path.is_file():
        raise TargetUnwritable(
            Location(path),
            tell("The site is not packed."),
            todo=tell("Run: mingbai pack {folder}.", folder=folder),
        )
    built = read_manifest(path.read_bytes(), str(path))
    files = site_files(folder)
    for name in sorted(files.keys() | built.files.keys()):
        if name not in files or digest_of(files[name]) != built.files.get(name):
            raise TargetUnwritable(
                Location(folder / name),
                tell("The file has changed since the site was packed."),
                todo=tell("Run: mingbai build, then: mingbai pack {folder}.", folder=folder),
            )
    return built


def _refuse_unfit(folder: Path, built: Manifest) -> None:
    """Raise if a site has only the placeholder address, or if the checks found errors."""
    home = (folder / "index.html").read_text(encoding="utf-8", errors="replace")
    address = _CANONICAL.search(home)
    if address is not None and address["address"].startswith(EXAMPLE):
        raise TargetUnwritable(
            Location(folder / "index.html"),
            tell("The site was built for the address {example}.", example=EXAMPLE),
            todo=tell(
                "Set site_url in mkdocs.yml (or SITE_URL). Run: mingbai build, then: "
                "mingbai pack {folder}.",
                folder=folder,
            ),
        )
    if built.errors:
        raise TargetUnwritable(
            Location(folder / MANIFEST),
            tell_many(
                "mingbai check found {count} error when the site was packed.",
                "mingbai check found {count} errors when the site was packed.",
                built.errors,
            ),
            todo=tell("Run: mingbai check. To publish despite errors, add --anyway."),
        )


def publish(folder: Path, store: Store, steps: Plan) -> Iterator[str]:
    """Run the plan, and yield a line after each step.

    The host first gets a record of the files that will change, so that the next run can finish one
    that was killed, and no removed page stays online.
    """
    if steps.uploads or steps.deletions:
        touched = dict.fromkeys((*steps.uploads, *steps.deletions), PENDING)
        store.put(MANIFEST, Manifest(dict(store.digests()) | touched).dump().encode())
    for path in steps.uploads:
        store.put(path, (folder / path).read_bytes())
        for compressed in (f"{path}.gz", f"{path}.br") if store.takes_compressed else ():
            if (folder / compressed).is_file():
                store.put(compressed, (folder / compressed).read_bytes())
            else:
                store.delete(compressed)
        yield f"put {path}"
    for path in steps.deletions:
        store.delete(path)
        for compressed in (f"{path}.gz", f"{path}.br") if store.takes_compressed else ():
            store.delete(compressed)
        yield f"delete {path}"
    if steps.uploads or steps.deletions:
        store.put(MANIFEST, (folder / MANIFEST).read_bytes())


def rsync_commands(folder: Path, target: str, *, dry_run: bool) -> tuple[tuple[str, ...], ...]:
    """Return the rsync commands, in the same order of files as for the other stores.

    Args:
        folder: the built site.
        target: ``host:folder`` or a folder, as rsync writes it.
        dry_run: whether rsync should only print what it would do.
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
        MingbaiError: rsync is not installed, or failed.
    """
    said: list[str] = []
    for command in rsync_commands(folder, target, dry_run=dry_run):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        except FileNotFoundError as error:
            raise MingbaiError(
                Location(folder),
                tell("rsync is not installed."),
                todo=tell("Install it: apt-get install rsync."),
            ) from error
        if done.returncode:
            raise MingbaiError(
                Location(folder),
                tell(
                    "rsync failed ({returncode}): {without_passwords}",
                    returncode=done.returncode,
                    without_passwords=without_passwords(done.stderr.strip()),
                ),
                todo=tell("Check the host, the folder and the SSH key."),
            )
        said.append(done.stdout)
    return "".join(said)
