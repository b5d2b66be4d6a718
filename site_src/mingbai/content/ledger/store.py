"""Changes the ledger's file under a lock, and signs its pages in the manifest.

A page's signature in the manifest is the number of its records and a digest of them; it shows
whether the ledger was deleted, shortened or changed by hand. Writing records signs their pages. A
write first notes which pages it will sign: if it is killed, the next write signs them.
"""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mingbai.atomicfile import write_text
from mingbai.content.ledger import Ledger, Record, read_ledger, write_ledger
from mingbai.content.ledger.lock import changing
from mingbai.digest import words_digest
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.manifest import (
    NAME,
    Manifest,
    Signature,
    dump_manifest,
    read_manifest,
)


def ledger_path(project: Project) -> Path:
    """Return the path of an edition's ledger."""
    return project.data / "translations.jsonl"


def change_ledger(
    project: Project, change: Callable[[Ledger], Ledger], *, sign_all: bool = False
) -> Ledger:
    """Change the ledger that is on the disk, and return the new one.

    Args:
        project: an edition.
        change: returns the new ledger from the current one.
        sign_all: whether to sign every page, as after a merge of two branches.

    Raises:
        MingbaiError: another command is writing, or a file cannot be read or written.
    """
    with changing(project):
        return change_locked(project, change, sign_all=sign_all)


def change_locked(
    project: Project, change: Callable[[Ledger], Ledger], *, sign_all: bool = False
) -> Ledger:
    """Do the same as `change_ledger`, for a caller that already holds the lock `changing`."""
    path = ledger_path(project)
    old = read_ledger(path)
    new = change(old)
    pages = {*_noted(project), *_changed(old, new)}
    if sign_all:
        pages |= {record.page for record in (*old.records.values(), *new.records.values())}
        pages |= {page.path for page in _manifest(project).pages}
    if new.records != old.records:
        _note(project, pages)
        write_ledger(path, new)
    if pages:
        _sign(project, new, pages)
        _note(project, ())
    return new


def signature(records: Iterable[Record]) -> Signature:
    """Return the signature of a page's records; it does not depend on their order."""
    lines = sorted(record.model_dump_json(exclude_none=True) for record in records)
    return Signature(count=len(lines), digest=words_digest("\n".join(lines)))


def unsigned(ledger: Ledger, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Yield each page whose records do not match its signature, and what is wrong."""
    for page in manifest.pages:
        if page.records is None:
            continue
        found = signature(record for record in ledger.records.values() if record.page == page.path)
        if found.count != page.records.count:
            yield (
                page.path,
                tell(
                    "It has {found} records instead of {expected}.",
                    found=found.count,
                    expected=page.records.count,
                ),
            )
        elif found != page.records:
            yield page.path, tell("Its records were changed.")


def _changed(old: Ledger, new: Ledger) -> set[str]:
    return {
        record.page
        for id_ in old.records.keys() | new.records.keys()
        if old.records.get(id_) != new.records.get(id_)
        for record in (old.records.get(id_), new.records.get(id_))
        if record is not None
    }


def _manifest(project: Project) -> Manifest:
    return read_manifest(project.zh)


def _sign(project: Project, ledger: Ledger, pages: set[str]) -> None:
    """Write the signatures of these pages to the manifest."""
    manifest = _manifest(project)
    signed = tuple(
        page.model_copy(
            update={
                "records": signature(
                    record for record in ledger.records.values() if record.page == page.path
                )
            }
        )
        if page.path in pages
        else page
        for page in manifest.pages
    )
    if signed != manifest.pages:
        text = dump_manifest(manifest.model_copy(update={"pages": signed}))
        write_text(project.zh / NAME, text)


def _notes(project: Project) -> Path:
    name = f"signing-{project.edition}.json" if project.edition else "signing.json"
    return project.root / ".cache" / "mingbai" / name


def _noted(project: Project) -> list[str]:
    """Return the pages that an earlier write was about to sign when it was killed."""
    try:
        return [str(page) for page in json.loads(_notes(project).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _note(project: Project, pages: Iterable[str]) -> None:
    """Note the pages that will be signed next; call it with none when they are signed."""
    path = _notes(project)
    if found := sorted(pages):
        write_text(path, json.dumps(found))
        return
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
