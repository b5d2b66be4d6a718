"""YAML in, plain data out, and the line of every node remembered.

The one place that reads YAML, so that an error about ``figures[3].value`` can name the line the
editor has to open. Tags, aliases and doubled keys are refused: data is data, and a file that says
a thing twice says it wrongly once.
"""

import functools
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from mingbai.errors import DataInvalid, Location
from mingbai.hidden import hidden
from mingbai.messages import tell

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where PyYAML was built with it: ten times faster, and the same language."""

MAX_BYTES = 20_000_000
"""Far above any data file of a report; keeps a mistake from filling memory."""

MAX_DEPTH = 40
"""Deeper than any model of ours; keeps nesting from exhausting the stack."""

Key = str | int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a YAML text and the line of each of its nodes."""

    path: Path
    data: Any
    lines: dict[tuple[Key, ...], int]
    """From the way to a node (``(3, "label", "zh")``) to its line, counted from 1."""

    def at(self, *way: Key) -> Location:
        """Return where the node stands, or the nearest node above it that is known."""
        while way and way not in self.lines:
            way = way[:-1]
        return Location(self.path, self.lines.get(way, 1))


def load(path: Path) -> YamlFile:
    """Read a YAML file.

    Raises:
        DataInvalid: the file is missing, too large, not UTF-8, or not plain YAML.
    """
    return parse(read_text(path), path)


def read_text(path: Path) -> str:
    """Return the text of a YAML file.

    Raises:
        DataInvalid: the file is missing, too large, not UTF-8, or holds a hidden character.
    """
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8-sig") if size <= MAX_BYTES else ""
    except UnicodeDecodeError as error:
        raise DataInvalid(
            Location(path), tell("The file is not UTF-8."), todo=tell("Save it as UTF-8.")
        ) from error
    except OSError as error:
        raise DataInvalid(
            Location(path),
            tell("The file cannot be read: {os}.", os=os.strerror(error.errno or 0)),
            todo=tell("Check its name and place."),
        ) from error
    if size > MAX_BYTES:
        raise DataInvalid(
            Location(path),
            tell(
                "The file has {size:,} bytes; at most {max_bytes:,} are read.",
                size=size,
                max_bytes=MAX_BYTES,
            ),
            todo=tell("Is it the right file?"),
        )
    for line, name in hidden(text):
        raise DataInvalid(
            Location(path, line),
            tell("The hidden character {name}.", name=name),
            todo=tell("Delete it."),
        )
    return text


@functools.lru_cache(maxsize=4096)
def parse(text: str, path: Path, first_line: int = 1) -> YamlFile:
    """Return the data of a YAML text that begins at ``first_line`` of ``path``.

    What was read is kept for the next time, as the preview reads everything again and again: the
    data is not to be changed.

    Raises:
        DataInvalid: the text is not YAML, or uses a tag, an alias or a key twice.
    """
    return _Reader(path, first_line).read(text)


_SPECIAL = re.compile(r"(?:^|[\s\[{,:])[*&!]", re.MULTILINE)
_INDENTED = re.compile(r"^ *(?:[-?][ \t]+)*", re.MULTILINE)
_BRACKETS = re.compile(r"^.*[\[{].*$", re.MULTILINE)


def _is_plain(text: str) -> bool:
    """Return whether a text surely has no alias, no tag, and no deep nesting.

    An alias and a tag begin where a value may; nesting needs indentation, dashes or brackets.
    Brackets that are opened and closed on a line, none of them in quotes, end with it.
    """
    if _SPECIAL.search(text):
        return False
    deep = max(map(len, _INDENTED.findall(text)), default=0)
    widest = left = 0
    for line in _BRACKETS.findall(text):
        opened = line.count("[") + line.count("{")
        is_closed = line.count("[") == line.count("]") and line.count("{") == line.count("}")
        if is_closed and '"' not in line and "'" not in line:
            widest = max(widest, opened)
        else:
            left += opened
    return deep + widest + left < MAX_DEPTH


class _Reader:
    """Reads one text, and remembers the line of each node on the way."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: dict[tuple[Key, ...], int] = {}
        self.scalars = SafeConstructor()

    def read(self, text: str) -> YamlFile:
        try:
            if not _is_plain(text):
                self.refuse_what_data_needs_not(text)
            node = yaml.compose(text, Loader=_LOADER)
            data = None if node is None else self.construct(node, ())
        except yaml.MarkedYAMLError as error:
            raise DataInvalid(
                self.at(error.problem_mark.line if error.problem_mark else 0),
                tell("This is not valid YAML: {problem}.", problem=error.problem),
                todo=tell("Mend the line; a value with a colon or a quotation mark needs quotes."),
            ) from error
        except (yaml.YAMLError, ValueError) as error:  # a control character
            raise DataInvalid(
                self.at(0),
                tell(
                    "A value cannot be read: {splitlines}.", splitlines=str(error).splitlines()[0]
                ),
                todo=tell("Put it in quotes, or mend it."),
            ) from error
        return YamlFile(self.path, data, self.lines)

    def at(self, offset: int) -> Location:
        """Return the place ``offset`` lines below the text's first line."""
        return Location(self.path, self.first_line + offset)

    def refuse_what_data_needs_not(self, text: str) -> None:
        """Refuse aliases, tags and deep nesting before anything is built from them."""
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            where = self.at(event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.AliasEvent):
                raise DataInvalid(
                    where, tell("Aliases (*name) are not used here."), todo=tell("Write it out.")
                )
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
                raise DataInvalid(
                    where,
                    tell("The tag {tag} is not used here.", tag=event.tag),
                    todo=tell("Take it out."),
                )
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise DataInvalid(
                    where,
                    tell("Nested more than {max_depth} deep.", max_depth=MAX_DEPTH),
                    todo=tell("Flatten the data."),
                )

    def construct(self, node: yaml.Node, way: tuple[Key, ...]) -> Any:  # noqa: ANN401 (see YamlFile)
        self.lines.setdefault(way, self.at(node.start_mark.line).line or 1)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct(child, (*way, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node, way)
        try:
            return self.scalars.construct_object(node)
        except ValueError as error:  # a 13th month
            raise DataInvalid(
                self.at(node.start_mark.line),
                tell("The value {value!r} cannot be read: {error}.", value=node.value, error=error),
                todo=tell("Put it in quotes, or mend it."),
            ) from error

    def construct_mapping(self, node: yaml.MappingNode, way: tuple[Key, ...]) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            where = self.at(key_node.start_mark.line)
            if key in mapping:
                raise DataInvalid(
                    where,
                    tell("The key {key!r} stands twice.", key=key),
                    todo=tell("Keep one of them."),
                )
            self.lines[*way, key] = where.line or 1
            mapping[key] = self.construct(child, (*way, key))
        return mapping
