"""Reads YAML as plain data, and records the line of every node.

No other module reads YAML, so that an error about ``figures[3].value`` can name the line for the
editor to open. Tags, aliases and duplicate keys are errors: data files need none of them.
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
"""libyaml's loader if PyYAML has it: it gives the same results ten times faster."""

MAX_BYTES = 20_000_000
"""Far more than any data file of a report needs; a larger file would fill the memory."""

MAX_DEPTH = 40
"""Deeper than any model of the package; deeper nesting would exhaust the stack."""

Key = str | int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a YAML text and the line of each of its nodes."""

    path: Path
    data: Any
    lines: dict[tuple[Key, ...], int]
    """The line of each node, counted from 1, by its path: ``(3, "label", "zh")``."""

    def at(self, *way: Key) -> Location:
        """Return the location of a node, or of its nearest known parent."""
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
            tell("The file cannot be read: {reason}.", reason=os.strerror(error.errno or 0)),
            todo=tell("Check its name and its folder."),
        ) from error
    if size > MAX_BYTES:
        raise DataInvalid(
            Location(path),
            tell(
                "The file has {size:,} bytes; the limit is {limit:,}.",
                size=size,
                limit=MAX_BYTES,
            ),
            todo=tell("Check that this is the right file."),
        )
    for line, name in hidden(text):
        raise DataInvalid(
            Location(path, line),
            tell("The line contains the invisible character {character}.", character=name),
            todo=tell("Delete it."),
        )
    return text


@functools.lru_cache(maxsize=4096)
def parse(text: str, path: Path, first_line: int = 1) -> YamlFile:
    """Return the data of a YAML text that begins at ``first_line`` of ``path``.

    Results are cached, because the preview parses the same texts again and again: callers must not
    change the data.

    Raises:
        DataInvalid: the text is not YAML, or has a tag, an alias or a duplicate key.
    """
    return _Reader(path, first_line).read(text)


_SPECIAL = re.compile(r"(?:^|[\s\[{,:])[*&!]", re.MULTILINE)
_INDENTED = re.compile(r"^ *(?:[-?][ \t]+)*", re.MULTILINE)
_BRACKETS = re.compile(r"^.*[\[{].*$", re.MULTILINE)


def _is_plain(text: str) -> bool:
    """Return whether a text certainly has no alias, no tag and no deep nesting.

    Aliases and tags occur only where a value can begin; nesting needs indentation, dashes or
    brackets. Brackets outside quotes that are closed on their own line do not nest further.
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
    """Reads one text and records the line of each node."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: dict[tuple[Key, ...], int] = {}
        self.scalars = SafeConstructor()

    def read(self, text: str) -> YamlFile:
        try:
            if not _is_plain(text):
                self.refuse_unwanted_syntax(text)
            node = yaml.compose(text, Loader=_LOADER)
            data = None if node is None else self.construct(node, ())
        except yaml.MarkedYAMLError as error:
            raise DataInvalid(
                self.at(error.problem_mark.line if error.problem_mark else 0),
                tell("This is not valid YAML: {problem}.", problem=error.problem),
                todo=tell(
                    "Correct the line; a value with a colon or a quotation mark needs quotes."
                ),
            ) from error
        except (yaml.YAMLError, ValueError) as error:  # a control character
            raise DataInvalid(
                self.at(0),
                tell("A value cannot be read: {problem}.", problem=str(error).splitlines()[0]),
                todo=tell("Put it in quotes, or correct it."),
            ) from error
        return YamlFile(self.path, data, self.lines)

    def at(self, offset: int) -> Location:
        """Return the location ``offset`` lines below the text's first line."""
        return Location(self.path, self.first_line + offset)

    def refuse_unwanted_syntax(self, text: str) -> None:
        """Raise an error for an alias, a tag or deep nesting, before any data is built."""
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            where = self.at(event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.AliasEvent):
                raise DataInvalid(
                    where,
                    tell("Aliases (*name) are not allowed."),
                    todo=tell("Repeat the value instead."),
                )
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
                raise DataInvalid(
                    where,
                    tell("Tags are not allowed: {tag}.", tag=event.tag),
                    todo=tell("Remove the tag."),
                )
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise DataInvalid(
                    where,
                    tell("The data is nested more than {limit} levels deep.", limit=MAX_DEPTH),
                    todo=tell("Flatten it."),
                )

    def construct(self, node: yaml.Node, way: tuple[Key, ...]) -> Any:  # noqa: ANN401 (see YamlFile)
        self.lines.setdefault(way, self.at(node.start_mark.line).line or 1)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct(child, (*way, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node, way)
        try:
            return self.scalars.construct_object(node)
        except ValueError as error:  # such as a 13th month
            raise DataInvalid(
                self.at(node.start_mark.line),
                tell("The value {value!r} cannot be read: {error}.", value=node.value, error=error),
                todo=tell("Put it in quotes, or correct it."),
            ) from error

    def construct_mapping(self, node: yaml.MappingNode, way: tuple[Key, ...]) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            where = self.at(key_node.start_mark.line)
            if key in mapping:
                raise DataInvalid(
                    where,
                    tell("The key {key!r} occurs twice.", key=key),
                    todo=tell("Remove one of the two."),
                )
            self.lines[*way, key] = where.line or 1
            mapping[key] = self.construct(child, (*way, key))
        return mapping
