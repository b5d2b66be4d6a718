"""The details of each entry in data/figures.yml, besides its number, match the report.

An editor who has checked a difference confirms it in the entry.
Source: docs/reference/checks.md.
"""

from collections.abc import Iterator
from dataclasses import replace

from mingbai.checks.model import Rule, Tree
from mingbai.checks.texts.parts import Part, parts
from mingbai.datafile import read_models
from mingbai.errors import Location, MingbaiError
from mingbai.figures.entry import Figure
from mingbai.finding import Finding
from mingbai.messages import tell
from mingbai.report.model import Block
from mingbai.translation.quality.model import Subject
from mingbai.translation.quality.order import is_sound, labelled
from mingbai.translation.statements.details import Setting, details


def _find(tree: Tree) -> Iterator[Finding]:
    entries = _entries(tree)
    if not entries or not tree.report:
        return
    year = _year(tree)
    known = parts(tree.report, year)
    english = _english(tree)
    said: dict[str, str] = {}
    for one in tree.report:
        id_ = one.id.partition("-")[0]
        said[id_] = said.get(id_, "") + one.text
    for figure, location in entries:
        block = _block(figure, tree.report)
        if block is None:
            continue
        part = known.get(block.id, Part(None, None))
        paragraph = said[block.id.partition("-")[0]]
        setting = Setting(part.kind, part.year, year, paragraph, english.get(block.id, ""))
        found = details(figure, setting)
        if found and not _is_sound(block, setting.english, tree):
            found = details(figure, replace(setting, english=""))
        for detail in found:
            yield Finding(
                location,
                FIGURE_DETAILS.id,
                tell(
                    "figure {id!r}: the {field} is “{entry}”, but the report has “{report}”.",
                    id=figure.id,
                    field=detail.field,
                    entry=detail.entry,
                    report=detail.report,
                ),
                tell(
                    "Correct the entry; or, if it is right, add confirmed: [{field}] to it.",
                    field=detail.field,
                ),
            )


def _entries(tree: Tree) -> tuple[tuple[Figure, Location], ...]:
    """Return the entries, also those whose proof fails; empty if the file cannot be read."""
    if tree.library is not None:
        return tuple((proof.figure, proof.location) for proof in tree.library.figures)
    path = tree.project.data / "figures.yml"
    try:
        return read_models(path, Figure) if path.exists() else ()
    except MingbaiError:
        return ()  # the rule for data files reports it


def _is_sound(block: Block, english: str, tree: Tree) -> bool:
    """Return whether the numbers of a block's English agree; if not, another rule reports it."""
    figures = tree.library.figures if tree.library else ()
    labels = labelled(figures).get(int(block.id[1:].partition("-")[0]), ())
    return not english or is_sound(Subject(block.text, english, labels=labels))


def _year(tree: Tree) -> int:
    return tree.library.edition.year if tree.library else 0


def _english(tree: Tree) -> dict[str, str]:
    """Return the English of the report's blocks by id."""
    pages = tree.library.en.values() if tree.library else ()
    return {block.id: block.source.words for page in pages for block in page.blocks if block.id}


def _block(figure: Figure, report: tuple[Block, ...]) -> Block | None:
    """Return the block with an entry's quote, in the paragraph that it names, if any."""
    for block in report:
        is_there = figure.paragraph in {None, block.id.partition("-")[0]}
        if is_there and figure.quote in block.text:
            return block
    return None


FIGURE_DETAILS = Rule("figure-details", _find)
