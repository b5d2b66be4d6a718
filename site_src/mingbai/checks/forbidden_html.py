"""HTML that a strict Content-Security-Policy refuses, or that could harm a reader."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding

_ELEMENT = re.compile(r"</?(script|style|iframe|object|embed|form|base|meta|link)\b", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^<>]{0,500}?\s(on[a-z]{3,20}|style)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\{:?[^{}]{0,300}?\s(on[a-z]{3,20}|style)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\]\(|\]:\s{0,5}|(?:href|src)\s{0,5}=\s{0,5}[\"']?)\s{0,5}<?((?:javascript|vbscript|data)):",
    re.IGNORECASE,
)

_PATTERNS = (
    (_ELEMENT, "The element <{}> is not used on pages."),
    (_HANDLER, "The attribute {}= is not used on pages."),
    (_ATTRIBUTE, "The attribute {}= is not used on pages."),
    (_ADDRESS, "An address that begins with {}: is not used on pages."),
)


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.suffix == ".jsonl":
            continue
        for number, line in enumerate(file.lines, 1):
            for pattern, message in _PATTERNS:
                for found in pattern.finditer(line):
                    yield Finding(
                        Location(file.path, number),
                        FORBIDDEN_HTML.id,
                        message.format(found[1].lower()),
                        "Take it out; Markdown, macros and overrides/ do what is needed.",
                        column=found.start() + 1,
                    )


FORBIDDEN_HTML = Rule("forbidden-html", _find)
