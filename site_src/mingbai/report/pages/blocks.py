"""Divides paragraphs into blocks, each with an id of its own.

A heading of a section, a point or an item gets a line of its own in Markdown, even if the report
runs it into its paragraph; a lead (——…。) stays at the start of its paragraph, in bold.
"""

from collections.abc import Iterator

from mingbai.report.model import Block, Heading, HeadingKind, Node, Paragraph, Report, block_id


def headings(nodes: tuple[Node, ...]) -> Iterator[Heading]:
    """Yield the outline's headings in the order of the text."""
    for node in nodes:
        yield node.heading
        yield from headings(node.children)


def blocks(report: Report) -> tuple[Block, ...]:
    """Return the report's blocks in order.

    Every visible character of the source is in exactly one of them.
    """
    by_paragraph: dict[int, list[Heading]] = {}
    for heading in headings(report.outline):
        by_paragraph.setdefault(heading.paragraph, []).append(heading)
    return tuple(
        block
        for paragraph in report.paragraphs
        for block in _cut(paragraph, by_paragraph.get(paragraph.number, []))
    )


def _cut(paragraph: Paragraph, own: list[Heading]) -> Iterator[Block]:
    pieces: list[tuple[int, int, Heading | None, str]] = []
    at = paragraph.start
    lead = ""
    for heading in own:
        if heading.kind is HeadingKind.LEAD:
            lead = paragraph.text[: heading.end - paragraph.start]
            continue
        if heading.start > at:
            pieces.append((at, heading.start, None, lead))
            lead = ""
        pieces.append((heading.start, heading.end, heading, ""))
        at = heading.end
    if at < paragraph.end:
        pieces.append((at, paragraph.end, None, lead))
    for ordinal, (start, end, found, opening) in enumerate(pieces, 1):
        text = paragraph.text[start - paragraph.start : end - paragraph.start]
        skipped = len(text) - len(text.lstrip())
        yield Block(
            block_id(paragraph.number, ordinal), text.strip(), start + skipped, found, opening
        )
