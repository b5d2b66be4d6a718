"""Parses a report's text into an outline: finds headings and what belongs to each.

The marks (`marks`) and the labels (`items`) show what a paragraph could be; this module reads the
paragraphs in order and decides from their context.
"""

from dataclasses import dataclass, field

from mingbai.report import items, marks
from mingbai.report.marks import Mark
from mingbai.report.model import Heading, HeadingKind, Node, Paragraph, Report, Source
from mingbai.report.pages.paragraphs import paragraphs

_FRONT_LINES = 12
"""Maximum number of lines of front matter; if no salutation follows, there is none."""

_SERIES_BEGINS = 3
"""A section's items start within this many paragraphs of its heading, or it has none (measured)."""

_RANKS = {
    HeadingKind.PART: 1,
    HeadingKind.SECTION: 2,
    HeadingKind.LEAD: 2,
    HeadingKind.SALUTATION: 2,
}
"""Fixed levels; points and items are one level below the open heading."""


def parse(source: Source) -> Report:
    r"""Return the report's paragraphs and its outline.

    >>> report = parse(Source("一、回顾\n\n过去一年，……。\n", "utf-8"))
    >>> [(node.heading.title, node.last_paragraph) for node in report.outline]
    [('回顾', 2)]
    """
    found = paragraphs(source.text)
    headings = _headings(found)
    return Report(source, found, _tree(headings, found))


def _headings(found: tuple[Paragraph, ...]) -> tuple[Heading, ...]:
    front = _front_lines(found)
    headings = [_heading(mark, paragraph) for mark, paragraph in front]
    reader = _Reader()
    for index in range(len(front), len(found)):
        before = found[index - 1].text if index else None
        after = found[index + 1].text if index + 1 < len(found) else None
        headings += reader.read(found[index], before, after)
    return tuple(headings)


def _front_lines(found: tuple[Paragraph, ...]) -> tuple[tuple[Mark, Paragraph], ...]:
    """Return title, occasion and speaker: the short lines before the first salutation."""
    front: list[tuple[Mark, Paragraph]] = []
    for paragraph in found[:_FRONT_LINES]:
        if marks.salutation(paragraph.text) is not None:
            return tuple(front)
        mark = marks.front_matter(paragraph.text)
        if mark is None or marks.mark_of(paragraph.text) not in (None, marks.lead(paragraph.text)):
            break
        front.append((mark, paragraph))
    return tuple(front) if front and front[0][0].kind is HeadingKind.TITLE else ()


def _heading(mark: Mark, paragraph: Paragraph, offset: int = 0) -> Heading:
    start = paragraph.start + offset
    return Heading(
        kind=mark.kind,
        number=mark.number,
        title=paragraph.text[offset + mark.title_start : offset + mark.title_end],
        run_in=offset + mark.end < len(paragraph.text) or offset > 0,
        start=start,
        end=start + mark.end,
        paragraph=paragraph.number,
    )


@dataclass(slots=True)
class _Reader:
    """Reads paragraphs in order; its only state is which numbered headings are open."""

    in_section: bool = False
    """Whether a section in brackets is open; if so, 一是… is a point in it."""
    after_heading: bool = False
    """Whether the previous paragraph was only a heading."""
    since_section: int | None = None
    """Number of paragraphs so far in the open section whose heading has its own line; None if no
    such section is open, or if its series of items has started."""

    def read(self, paragraph: Paragraph, before: str | None, after: str | None) -> list[Heading]:
        """Return the headings in the paragraph, in order."""
        mark = self._in_context(marks.mark_of(paragraph.text), paragraph.text, after)
        if mark is None:
            mark = self._unnumbered(paragraph.text, before, after)
        found = [] if mark is None else [_heading(mark, paragraph)]
        if (
            mark is not None
            and mark.kind in (HeadingKind.SECTION, HeadingKind.LEAD)
            and not self.in_section
        ):
            found += self._inner(paragraph, mark)
        self._remember(mark, paragraph.text)
        return found

    def _in_context(self, mark: Mark | None, text: str, after: str | None) -> Mark | None:
        """Return the mark with the kind it has in this context; None if it is not a heading."""
        if mark is None or mark.kind is not HeadingKind.POINT:
            return mark
        alone = mark.end == len(text)
        if alone and (after is None or marks.mark_of(after) is not None):
            return None  # an entry of a list, with no text of its own
        if self.in_section:
            return mark
        return Mark(HeadingKind.SECTION, mark.number, mark.title_start, mark.title_end, mark.end)

    def _unnumbered(self, text: str, before: str | None, after: str | None) -> Mark | None:
        if items.is_short_line(text, None if self.after_heading else before, after):
            return Mark(HeadingKind.ITEM, None, 0, len(text), len(text))
        opening = items.opening_item(text)
        if opening is None or not self._may_open(text, before, after):
            return None
        return Mark(HeadingKind.ITEM, None, 0, *opening)

    def _may_open(self, text: str, before: str | None, after: str | None) -> bool:
        """Return whether an item is possible here.

        It is not possible in a section's introduction or in a section that starts with plain prose;
        an item of two clauses is possible only in a series.
        """
        if self.since_section is not None and not 1 <= self.since_section < _SERIES_BEGINS:
            return False
        beside = [other for other in (before, after) if other is not None]
        return not items.is_pair(text) or any(items.is_pair(other) for other in beside)

    def _inner(self, paragraph: Paragraph, mark: Mark) -> list[Heading]:
        return [
            _heading(
                Mark(HeadingKind.ITEM, None, 0, title_end - start, end - start), paragraph, start
            )
            for start, title_end, end in items.inner_items(paragraph.text, mark.end)
        ]

    def _remember(self, mark: Mark | None, text: str) -> None:
        if mark is not None and mark.kind is HeadingKind.PART:
            self.in_section = False
        elif mark is not None and mark.kind is HeadingKind.SECTION and text[0] in "（(":
            self.in_section = True
        self.after_heading = mark is not None and mark.end == len(text)
        if mark is not None and mark.kind is HeadingKind.SECTION and self.after_heading:
            self.since_section = 0
        elif mark is not None:
            self.since_section = None
        elif self.since_section is not None:
            self.since_section += 1


@dataclass(slots=True)
class _Open:
    """A node that is not yet complete."""

    heading: Heading
    level: int
    end: int
    last: int
    children: list[Node] = field(default_factory=list)

    def close(self) -> Node:
        return Node(self.heading, self.level, self.end, self.last, tuple(self.children))


def _tree(headings: tuple[Heading, ...], found: tuple[Paragraph, ...]) -> tuple[Node, ...]:
    roots: list[Node] = []
    stack: list[_Open] = []

    def close_to(level: int) -> None:
        while stack and stack[-1].level >= level:
            node = stack.pop().close()
            (stack[-1].children if stack else roots).append(node)

    by_paragraph: dict[int, list[Heading]] = {}
    for heading in headings:
        by_paragraph.setdefault(heading.paragraph, []).append(heading)
    for paragraph in found:
        own = by_paragraph.get(paragraph.number, [])
        if not own and _leaves_section(paragraph, stack):
            close_to(2)
        for heading in own:
            if stack and stack[-1].heading.kind is HeadingKind.SALUTATION:
                close_to(stack[-1].level)
            level = _level(heading, stack)
            close_to(level)
            for node in stack:
                node.end, node.last = heading.end, paragraph.number
            stack.append(_Open(heading, level, heading.end, paragraph.number))
        for node in stack:
            node.end, node.last = paragraph.end, paragraph.number
    close_to(1)
    return tuple(roots)


def _level(heading: Heading, stack: list[_Open]) -> int:
    if heading.kind is HeadingKind.SALUTATION and not stack:
        return 1
    if heading.kind in _RANKS:
        return _RANKS[heading.kind]
    if heading.kind is HeadingKind.POINT:
        above = [node.level for node in stack if node.heading.kind is not HeadingKind.POINT]
    elif heading.kind is HeadingKind.ITEM:
        above = [
            node.level
            for node in stack
            if node.heading.kind in (HeadingKind.PART, HeadingKind.SECTION)
        ]
    else:  # title, occasion, speaker
        above = []
    return max(above, default=0) + 1


def _leaves_section(paragraph: Paragraph, stack: list[_Open]) -> bool:
    """Return whether a paragraph without a heading belongs to the part, not to the open section.

    It does if it addresses the audience (各位代表，…), if it follows a lead, or if each earlier
    section has only one paragraph: then the open section has only one as well.
    """
    if paragraph.text.startswith("各位代表"):
        return True
    sections = [node for node in stack if node.level == _RANKS[HeadingKind.SECTION]]
    if not sections:
        return False
    section = sections[0]
    if section.heading.kind is HeadingKind.LEAD:
        return True
    if section.heading.kind is HeadingKind.SALUTATION or section.heading.start == section.end:
        return False
    siblings = [
        node
        for node in stack[0].children
        if node.heading.kind is HeadingKind.SECTION and node.heading.run_in
    ]
    return (
        section.heading.run_in
        and bool(siblings)
        and all(node.last_paragraph == node.heading.paragraph for node in siblings)
    )
