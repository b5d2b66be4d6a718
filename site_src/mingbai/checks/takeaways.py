"""Every takeaway names a block of its page."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.manifest is None:
        return
    known = {page.path: [block.id for block in page.blocks] for page in tree.manifest.pages}
    for sheet in tree.sheets:
        takeaways = sheet.data.get("takeaways")
        ids = known.get(sheet.path, [])
        for at, takeaway in enumerate(takeaways if isinstance(takeaways, list) else ()):
            id_ = takeaway.get("paragraph") if isinstance(takeaway, dict) else None
            if isinstance(id_, str) and id_ not in ids:
                message = tell("There is no paragraph {id!r} on this page.", id=id_)
                todo = tell("Remove it.")
                if ids:
                    todo = tell("The page has {first} to {last}.", first=ids[0], last=ids[-1])
                place = sheet.field("takeaways", at, "paragraph")
                yield Finding(place, TAKEAWAYS.id, message, todo)


TAKEAWAYS = Rule("takeaways", _find)
