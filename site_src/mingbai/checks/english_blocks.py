"""An English report page has the same blocks as its Chinese page, in the same order."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    known = {page.path: len(page.blocks) for page in tree.manifest.pages} if tree.manifest else {}
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in known and sheet.path in chinese:
            wanted = known[sheet.path]
            if len(sheet.page.report_blocks) != wanted:
                yield _unequal(sheet, chinese[sheet.path], wanted)


def _unequal(sheet: Sheet, chinese: Sheet, wanted: int) -> Finding:
    """Return the finding at the first block that is another kind of block in Chinese."""
    ours = [block.level for block in chinese.page.report_blocks]
    found = sheet.page.report_blocks
    at = next(
        (n for n, block in enumerate(found) if n >= len(ours) or block.level != ours[n]),
        len(found) - 1,
    )
    line = found[at].line if found else 1
    message = tell(
        "The page has {found} blocks, but its Chinese has {wanted}; they differ from here on.",
        found=len(found),
        wanted=wanted,
    )
    todo = tell("Translate the missing paragraph, or leave its Chinese here for now.")
    if len(found) > wanted:
        todo = tell(
            "Join the paragraph to the one before; put your own words into a marked block "
            "(!!! note)."
        )
    return Finding(Location(sheet.file.path, line), ENGLISH_BLOCKS.id, message, todo)


ENGLISH_BLOCKS = Rule("english-blocks", _find)
