"""Merges a changed report into an edited page: updates the report's words, keeps the additions."""

import re
from difflib import SequenceMatcher

from mingbai.digest import exact_digest
from mingbai.messages import tell
from mingbai.report.pages.manifest import ManifestPage
from mingbai.report.pages.pagefile import MarkdownBlock, PageFile, parse_page

_DERIVED = ("order", "paragraphs")
"""Front matter fields that `split` updates; all other fields are the editor's."""


def merge_page(there: str, wanted: str, base: ManifestPage) -> tuple[str | None, str]:
    """Return the edited page with the report's new words; or None, and why they cannot be merged.

    Args:
        there: the page as it is in the folder.
        wanted: the page as `split` writes it now.
        base: the manifest's record of the page as `split` last wrote it.
    """
    old, new = parse_page(there), parse_page(wanted)
    mine, fresh = old.report_blocks, new.report_blocks
    if [block.words for block in mine] == [block.words for block in fresh]:
        return _with_front(there, old, new), ""
    if len(mine) != len(base.blocks):
        return None, tell(
            "it has {found} blocks of the report instead of {expected}; "
            "put your own text into a marked block (!!! note)",
            found=len(mine),
            expected=len(base.blocks),
        )
    for block, record in zip(mine, base.blocks, strict=True):
        if exact_digest(block.words) != record.hash:
            return None, tell("line {line} changes the report's words", line=block.line)
    return _with_blocks(old, new)


def _with_blocks(old: PageFile, new: PageFile) -> tuple[str | None, str]:
    """Return the page with the new report blocks; the editor's blocks follow the same ones."""
    mine, fresh = old.report_blocks, new.report_blocks
    matcher = SequenceMatcher(
        None, [block.words for block in mine], [block.words for block in fresh], autojunk=False
    )
    unchanged: dict[int, MarkdownBlock] = {}
    place = {0: 0}  # from the count of old blocks so far to the count of new ones
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        for offset in range(i2 - i1):
            block = mine[i1 + offset]
            if tag == "equal":
                unchanged[j1 + offset] = block
            elif _has_own_marks(block):
                return None, tell(
                    "line {line} has your own marks in words that the new report changes",
                    line=block.line,
                )
            place[i1 + offset + 1] = min(j1 + offset + 1, j2)
        place[i2] = j2
    own: dict[int, list[str]] = {}
    passed = 0
    for block in old.blocks:
        if block.is_report:
            passed += 1
        else:
            own.setdefault(place[passed], []).append(block.markdown)
    pieces = list(own.get(0, []))
    for number, block in enumerate(fresh):
        pieces.append(unchanged.get(number, block).markdown)
        pieces += own.get(number + 1, [])
    return _page(_front(old, new), pieces), ""


def _has_own_marks(block: MarkdownBlock) -> bool:
    return bool(re.search(r"\{\{|<!--|\[\^|\]\(", block.markdown))


def _with_front(there: str, old: PageFile, new: PageFile) -> str:
    front = _front(old, new)
    return there.replace(old.front_matter, front, 1) if old.front_matter else there


def _front(old: PageFile, new: PageFile) -> str:
    front = old.front_matter or new.front_matter
    for key in _DERIVED:
        pattern = re.compile(rf"^{key}:.*$", re.MULTILINE)
        wanted = pattern.search(new.front_matter)
        if wanted is not None:
            front = pattern.sub(wanted.group(), front, count=1)
    return front


def _page(front: str, pieces: list[str]) -> str:
    return f"---\n{front}---\n\n" + "\n\n".join(pieces) + "\n"
