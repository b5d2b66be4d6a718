"""The ledger's file: changed under a lock, and signed page by page in the manifest.

The manifest keeps how many records each page has and a digest of them as a set, so that a ledger
that was deleted, shortened or changed by hand is noticed. A page is signed when its records are
written. What a write is about to sign is noted first: killed in between, the next write signs it.
"""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mingbai.atomicfile import write_text
from mingbai.content.ledger import Ledger, Record, read_ledger, write_ledger
from mingbai.content.ledger.lock import changing
from mingbai.digest import words_digest
from mingbai.project import Project
from mingbai.report.pages.manifest import (
    NAME,
    Manifest,
    Signature,
    dump_manifest,
    read_manifest,
)


def ledger_path(project: Project) -> Path:
    """Return where an edition's ledger lies."""
    return project.data / "translations.jsonl"


def change_ledger(
    project: Project, change: Callable[[Ledger], Ledger], *, is_settling: bool = False
) -> Ledger:
    """Change the ledger as it is on the disk now, and return the new one.

    Args:
        project: an edition.
        change: from the ledger as it is to the ledger as it should be.
        is_settling: whether every page is signed, as after a merge of two branches.

    Raises:
        MingbaiError: another command is writing, or a file cannot be read or written.
    """
    with changing(project):
        return change_held(project, change, is_settling=is_settling)


def change_held(
    project: Project, change: Callable[[Ledger], Ledger], *, is_settling: bool = False
) -> Ledger:
    """Do as `change_ledger` where the caller holds `changing` already."""
    path = ledger_path(project)
    old = read_ledger(path)
    new = change(old)
    pages = {*_noted(project), *_changed(old, new)}
    if is_settling:
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
    """Return the signature of a page's records, whatever their order."""
    lines = sorted(record.model_dump_json(exclude_none=True) for record in records)
    return Signature(count=len(lines), digest=words_digest("\n".join(lines)))


def unsigned(ledger: Ledger, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Yield the pages whose records are not those that were signed, each with what is wrong."""
    for page in manifest.pages:
        if page.records is None:
            continue
        found = signature(record for record in ledger.records.values() if record.page == page.path)
        if found.count != page.records.count:
            yield page.path, f"It has {found.count} records of {page.records.count}."
        elif found != page.records:
            yield page.path, "Its records were changed."


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
    """Write into the manifest how many records these pages have, and their digest."""
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
    """Return the pages that an earlier write had not signed when it was killed."""
    try:
        return [str(page) for page in json.loads(_notes(project).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _note(project: Project, pages: Iterable[str]) -> None:
    """Remember the pages that are about to be signed; none when they have been."""
    path = _notes(project)
    if found := sorted(pages):
        write_text(path, json.dumps(found))
        return
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
