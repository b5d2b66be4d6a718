"""Every term of the glossary stands in the report."""

from collections.abc import Iterator

from mingbai import yamlfile
from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding, Level


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or not tree.library.terms:
        return
    report = "\n".join(block.text for block in tree.report)
    file = yamlfile.load(tree.project.data / "glossary.yml")
    for at, term in enumerate(tree.library.terms):
        if term.zh not in report:
            place = Location(file.path, file.at(at).line)
            message = f"The term {term.zh} is not in the report."
            todo = "Write it as the report does, or take it out."
            yield Finding(place, GLOSSARY.id, message, todo, Level.WARNING)


GLOSSARY = Rule("glossary", _find)
