"""Every glossary term occurs in the report; a shared term occurs in one of the reports."""

from collections.abc import Iterator
from pathlib import Path

from mingbai import yamlfile
from mingbai.checks.model import Rule, Tree
from mingbai.content.library import Library
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.messages import tell
from mingbai.report.read import read_source


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or not tree.library.terms:
        return
    file = yamlfile.load(tree.project.data_file("glossary.yml"))
    if file.path.parent != tree.project.data:
        return  # it is shared: the check of the front reports it
    report = "\n".join(block.text for block in tree.report) or _reports(tree.library, file.path)
    for at, term in enumerate(tree.library.terms):
        if term.zh not in report:
            place = Location(file.path, file.at(at).line)
            message = tell("The term {term} is not in the report.", term=term.zh)
            todo = tell("Write it as the report does, or remove it.")
            yield Finding(place, GLOSSARY.id, message, todo, Level.WARNING)


def _reports(library: Library, glossary: Path) -> str:
    """Return the texts of all editions that share a glossary."""
    data = glossary.parent
    paths = (data / one.name / one.edition.source for one in library.editions)
    return "\n".join(read_source(path).text for path in paths)


GLOSSARY = Rule("glossary", _find)
