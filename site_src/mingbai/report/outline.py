"""The outline as text for people and as JSON for programs."""

from collections.abc import Iterator
from typing import Any

from mingbai.report.characters import odd_characters
from mingbai.report.model import Node, Report


def outline_lines(nodes: tuple[Node, ...], depth: int = 0) -> Iterator[str]:
    """Yield one line for each heading: number, title, run-in mark, paragraphs."""
    for node in nodes:
        heading = node.heading
        number = f"{heading.number} " if heading.number else ""
        run_in = " (run in)" if heading.run_in else ""
        last = "" if node.last_paragraph == heading.paragraph else f"-p{node.last_paragraph}"
        place = f"p{heading.paragraph}{last}"
        yield f"{'  ' * depth}{heading.kind:<10} {number}{heading.title}{run_in}  [{place}]"
        yield from outline_lines(node.children, depth + 1)


def outline_data(report: Report) -> dict[str, Any]:
    """Return the outline as plain data for JSON; offsets are in characters of the source."""
    return {
        "encoding": report.source.encoding,
        "characters": len(report.source.text),
        "paragraphs": len(report.paragraphs),
        "characters_of_note": [
            {"line": odd.line, "column": odd.column, "text": odd.text, "name": odd.name}
            for odd in odd_characters(report.source.text)
        ],
        "outline": [_node(node) for node in report.outline],
    }


def _node(node: Node) -> dict[str, Any]:
    heading = node.heading
    return {
        "kind": str(heading.kind),
        "level": node.level,
        "number": heading.number,
        "title": heading.title,
        "run_in": heading.run_in,
        "heading": [heading.start, heading.end],
        "span": [heading.start, node.end],
        "paragraphs": [heading.paragraph, node.last_paragraph],
        "children": [_node(child) for child in node.children],
    }
