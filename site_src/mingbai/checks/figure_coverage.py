"""Every number of the report is in data/figures.yml or in a name of data/names.yml.

The check starts once a project has figures.
"""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.figures import ListedNumber
from mingbai.figures.store import uncovered
from mingbai.finding import Finding, Level
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or tree.manifest is None or not tree.library.figures:
        return
    report = tree.library.source.text if tree.library.source else ""
    for number in uncovered(report, tree.library.figures, tree.library.names):
        yield Finding(
            _place(tree, number),
            FIGURE_COVERAGE.id,
            tell(
                "The number {number} of {paragraph} is in no figure.",
                number=number.text,
                paragraph=f"p{number.paragraph}",
            ),
            tell("Add it to data/figures.yml, or its name to data/names.yml."),
            Level.WARNING,
        )


def _place(tree: Tree, number: ListedNumber) -> Location:
    """Return where the block of the number's paragraph begins that has its words."""
    paragraph = f"p{number.paragraph}"
    for page in tree.library.zh if tree.library else ():
        for block in page.blocks:
            if (block.id or "").split("-")[0] == paragraph and number.text in block.source.words:
                return Location(page.file, block.source.line)
    return Location(tree.project.data / "figures.yml", 1)


FIGURE_COVERAGE = Rule("figure-coverage", _find)
