"""Splits a report into Markdown pages, and decides how pages that already exist are updated."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import yaml

from mingbai.address import leads_folder
from mingbai.digest import exact_digest
from mingbai.hidden import without_unseen
from mingbai.messages import tell
from mingbai.report.model import Block, HeadingKind, Report
from mingbai.report.pages.manifest import Manifest, ManifestBlock, ManifestPage
from mingbai.report.pages.markdown import escape
from mingbai.report.pages.merge import merge_page
from mingbai.report.plan import PlannedPage


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a report."""

    pages: Mapping[str, str]
    """The text of each page by its path below the folder, in the order of the report."""
    manifest: Manifest


def render(report: Report, planned: tuple[PlannedPage, ...]) -> Written:
    """Return the texts of the pages, and the manifest from which `join` restores the report."""
    text = report.source.text
    pages: dict[str, str] = {}
    records: list[ManifestPage] = []
    at = 0
    for page in planned:
        blocks: list[ManifestBlock] = []
        for block in page.blocks:
            before = text[at : block.start]
            blocks.append(ManifestBlock(id=block.id, before=before, hash=exact_digest(block.text)))
            at = block.start + len(block.text)
        name = str(page.path)
        pages[name] = page_text(page)
        records.append(
            ManifestPage(path=name, hash=exact_digest(pages[name]), blocks=tuple(blocks))
        )
    source = report.source
    manifest = Manifest(
        encoding=source.encoding, bom=source.bom, after=text[at:], pages=tuple(records)
    )
    return Written(pages, manifest)


def page_text(page: PlannedPage) -> str:
    """Return a page as Markdown, with empty front matter fields for the editor to fill in."""
    fields = {
        "title": without_unseen(page.title),
        "slug": page.slug,
        "order": page.order,
        "paragraphs": list(page.paragraphs),
        "summary": "",
        "takeaways": [],
        "topics": [],
    }
    front = "".join(
        yaml.safe_dump({key: value}, allow_unicode=True, width=1000)
        if isinstance(value, str)
        else f"{key}: {value}\n"
        for key, value in fields.items()
    )
    return f"---\n{front}---\n\n" + "\n\n".join(_markdown(page.blocks)) + "\n"


def _markdown(blocks: tuple[Block, ...]) -> list[str]:
    levels = _levels(blocks)
    lines: list[str] = []
    for block in blocks:
        if block.id in levels:
            lines.append("#" * levels[block.id] + " " + escape(block.text))
        elif block.lead:
            rest = block.text[len(block.lead) :]
            lines.append(f"**{escape(block.lead)}**{escape(rest)}")
        else:
            lines.append(escape(block.text))
    return lines


_DEPTH = {
    HeadingKind.TITLE: 0,
    HeadingKind.PART: 0,
    HeadingKind.SECTION: 1,
    HeadingKind.ITEM: 2,
    HeadingKind.POINT: 3,
}
"""The depth of each kind of heading; salutations, occasions and speakers become paragraphs."""


def _levels(blocks: tuple[Block, ...]) -> dict[str, int]:
    """Return the heading level (from 1) of each block that becomes a heading.

    A heading that opens the page has level 1; levels are never skipped.
    """
    depths = {
        block.id: _DEPTH[block.heading.kind]
        for block in blocks
        if block.heading is not None and block.heading.kind in _DEPTH
    }
    ranks = sorted(set(depths.values()))
    opens = bool(blocks) and blocks[0].id in depths and depths[blocks[0].id] == ranks[0]
    return {id_: ranks.index(depth) + (1 if opens else 2) for id_, depth in depths.items()}


@dataclass(frozen=True, slots=True)
class Change:
    """What running `split` again changes on one page, or why it cannot."""

    path: str
    state: str
    """``new``, ``updated``, ``merged`` or ``removed``; ``edited`` if the editor's page is complete
    and is not changed; ``conflict`` if it is not changed and a person has to decide."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """The changes from the existing pages to the new ones."""

    changes: tuple[Change, ...]
    files: Mapping[str, str]
    """The files to write: every page of the report, changed or not."""
    removed: tuple[str, ...]

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The pages that need an editor's decision; they are not changed."""
        return tuple(change for change in self.changes if change.state == "conflict")


def compare(written: Written, old: Manifest | None, present: Mapping[str, str]) -> Update:
    """Return what changes between the existing pages and the new ones.

    Args:
        written: the pages of the report as it is now.
        old: the manifest of the last split; None if there was none.
        present: the texts of the existing files, by their path below the folder.
    """
    known = {page.path: page for page in old.pages} if old is not None else {}
    changes: list[Change] = []
    files: dict[str, str] = {}
    for page in written.manifest.pages:
        change, text = _compare_page(page, written.pages[page.path], known, present)
        files[page.path] = text
        if change is not None:
            changes.append(change)
    removed: list[str] = []
    for path in known.keys() - files.keys() & present.keys():
        if exact_digest(present[path]) == known[path].hash:
            changes.append(Change(path, "removed"))
            removed.append(path)
        else:
            changes.append(
                Change(
                    path,
                    "conflict",
                    tell("the report no longer has this page, but an editor changed it"),
                )
            )
    return Update(tuple(changes), files, tuple(sorted(removed)))


def _compare_page(
    page: ManifestPage,
    text: str,
    known: Mapping[str, ManifestPage],
    present: Mapping[str, str],
) -> tuple[Change | None, str]:
    there = present.get(page.path)
    base = known.get(page.path)
    if there == text:
        return None, text
    if there is None or (base is not None and exact_digest(there) == base.hash):
        return Change(page.path, "new" if there is None else "updated"), text
    if base is None:
        return Change(page.path, "conflict", tell("a file of this name already exists")), there
    merged, reason = merge_page(there, text, base)
    if merged == there:
        return Change(page.path, "edited", tell("your version is not changed")), there
    if merged is None:
        return Change(page.path, "conflict", reason), there
    return Change(page.path, "merged"), merged


def slug_of(path: str) -> str:
    """Return the slug of a page's path: the file's name, or for an index the folder's.

    >>> slug_of("part-1/index.md"), slug_of("part-1/jobs.md")
    ('part-1', 'jobs')
    """
    page = PurePosixPath(path)
    return page.parent.name if leads_folder(path) else page.stem
