"""The editors' Markdown, a block at a time, as the site's converter makes HTML of it.

A block is converted with the project's own extensions, together with what the page defines
elsewhere (addresses of references, footnotes), so that attribute lists and references count. A tag
has to end in the block in which it begins: then no block can change what another one is.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
import yaml

from mingbai.content.safety.allowed import MACRO, refused, refused_address
from mingbai.errors import DataInvalid, Location
from mingbai.messages import tell
from mingbai.report.pages.pagefile import MarkdownBlock

BUILT_IN = ("toc", "tables", "fenced_code")
"""MkDocs' own extensions."""
USUAL = ("admonition", "attr_list", "footnotes", "md_in_html")
"""Those of a new project's mkdocs.yml."""
CONFIGS = {"tables": {"use_align_attribute": True}}
"""A table's columns are aligned by an attribute: the policy refuses inline styles."""

MAX_MARKS = 500
"""Brackets, and signs that may begin an element, in one block. Python-Markdown looks for the end of
each to the end of the block: for 16,000 brackets it takes half a minute."""
_MARKS = (("[", re.compile(r"(?<!\\)\[")), ("<", re.compile("<")))

_IDS_AND_CLASSES = re.compile(r"\{:?\s*(?:[#.][\w-]+\s*)+\}")
_LESS = re.compile(r"&(?:lt|#0*60|#x0*3c)\b;?", re.IGNORECASE)
_SHOWN_LESS = "\ue0fd"
_DEFINES = re.compile(r"^ {0,3}(?:\*?\[[^\]\n]+\]:)", re.MULTILINE)
_RAW = re.compile(r"^ {0,3}</?[A-Za-z]", re.MULTILINE)


@dataclass(frozen=True)
class Markup:
    """The Markdown extensions of a project."""

    extensions: tuple[str, ...] = USUAL

    @functools.cached_property
    def _reader(self) -> "_Reader":
        return _Reader(self.extensions)

    def refused(self, blocks: tuple[MarkdownBlock, ...]) -> Iterator[tuple[MarkdownBlock, str]]:
        """Yield each block of a page with what is wrong with it.

        Source: docs/reference/architecture.md, "What may stand on a page".
        """
        usual = {*self.extensions} <= {*USUAL, *BUILT_IN}
        if usual and all(_is_plain(_without_macros(block.markdown)) for block in blocks):
            return
        reader = self._reader
        defined = "\n\n".join(one.markdown for one in blocks if _DEFINES.search(one.markdown))
        reported = set(reader.refused(_without_macros(defined))) if defined else set()
        is_raw = any(_RAW.search(block.markdown) for block in blocks)
        for block in blocks:
            text = _without_macros(block.markdown)
            if usual and _is_plain(text):
                continue
            for name, mark in _MARKS:
                if len(mark.findall(text)) > MAX_MARKS:
                    yield block, tell(_TOO_MANY, name=name, most=MAX_MARKS)
                    break
            else:
                found = dict.fromkeys(reader.refused(text))
                if "[" in text and defined and not _DEFINES.search(text):
                    found |= dict.fromkeys(
                        one for one in reader.refused(f"{text}\n\n{defined}") if one not in reported
                    )
                if is_raw and "<" in text:
                    found |= dict.fromkeys(refused(text))
                yield from ((block, message) for message in found)


_TOO_MANY = "The block contains the character {name} more than {most} times."


def _is_plain(text: str) -> bool:
    r"""Return whether Markdown makes of a text what no one can object to, whatever it is.

    Without < and attribute lists there are no attributes but addresses and titles; without a colon
    or a reference to one, an address has no scheme.

    >>> _is_plain("- **一**：[就业](jobs.md) \ue0ff\n{: .mb-lede #a }"), _is_plain("[a](b:c)")
    (True, False)
    """
    if "<" in text or ("{" in text and "{" in _IDS_AND_CLASSES.sub("", text)):
        return False
    return "[" not in text or (":" not in _IDS_AND_CLASSES.sub("", text) and "&" not in text)


def markup_of(root: Path) -> Markup:
    """Return the Markdown extensions that a project's mkdocs.yml names."""
    path = root / "mkdocs.yml"
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Markup()  # MkDocs says what is wrong with it
    names = tuple(_names(node))
    return Markup(names)


def _names(node: yaml.Node | None) -> Iterator[str]:
    """Yield the names below ``markdown_extensions``; their settings may hold any tag."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "markdown_extensions":
            for one in value.value if isinstance(value, yaml.SequenceNode) else ():
                yield str(one.value[0][0].value if isinstance(one, yaml.MappingNode) else one.value)


class _Reader:
    """Python-Markdown, set up once for the blocks of a page."""

    def __init__(self, extensions: tuple[str, ...]) -> None:
        names = dict.fromkeys((*BUILT_IN, *extensions))
        try:
            self._markdown = markdown.Markdown(extensions=[*names], extension_configs=CONFIGS)
        except Exception as error:  # whatever an extension's own code raises
            raise DataInvalid(
                Location(Path("mkdocs.yml")),
                tell("A Markdown extension cannot be loaded: {error}.", error=error),
                todo=tell("Install it, or remove it from markdown_extensions."),
            ) from error

    def refused(self, text: str) -> Iterator[str]:
        """Yield what is wrong with a text in Markdown."""
        self._markdown.reset()
        try:
            html = self._markdown.convert(_LESS.sub(_SHOWN_LESS, text))
        except RecursionError:
            yield tell("The block is nested too deeply.")
            return
        yield from refused(html)
        for address, _title in getattr(self._markdown, "references", {}).values():
            if wrong := refused_address(address):
                yield wrong


_MACRO = re.compile(r"(?<!\\)\{\{(?:(?!\{\{|\}\}|~~~)[^`])*\}\}", re.DOTALL)
"""Without marks of code, because there are no macros between them."""


def _without_macros(text: str) -> str:
    r"""Return a text with a sign in the place of each macro's call.

    >>> _without_macros('a{{ source("p1") }}b') == f"a{MACRO}b"
    True
    """
    return _MACRO.sub(MACRO, text)
