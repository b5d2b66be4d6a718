"""Invisible characters, which hide words from searches and can reorder a line."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.checks.texts.own_words import CODED, own_lines, unseen_in
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.hidden import Unseen
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    for line in own_lines(tree, CODED):
        for column, character in unseen_in(line):
            name = Unseen(line.number, column, character).name
            yield Finding(
                Location(line.file.path, line.number),
                HIDDEN_CHARACTERS.id,
                tell("The character {name} is invisible.", name=name),
                tell("Delete it: put the cursor behind it and press Backspace."),
                column=column,
            )


HIDDEN_CHARACTERS = Rule("hidden-characters", _find)
