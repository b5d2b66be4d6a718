"""Turns the report's blocks into parts of a page: text, links, state of the English."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2.environment import TemplateModule
from markupsafe import Markup

from mingbai.content.ledger import State
from mingbai.content.page import PageBlock
from mingbai.hidden import without_unseen
from mingbai.language import Language
from mingbai.site.compose.parts import Heading, Part, inline_html
from mingbai.site.views.translation import NOTES
from mingbai.site.views.view import View


@dataclass(frozen=True, slots=True)
class BlockText:
    """The text of a block of the report on a page."""

    shown: str
    chinese: str
    """The report's Chinese."""
    is_heading: bool
    is_chinese: bool
    """Whether it is Chinese on an English page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the blocks of one page are laid out."""

    view: View
    """The view in the page's language."""
    other: str
    """The address of the page in the other language; empty if there is none."""
    html: TemplateModule
    """The macros of ``overrides/macros/report/_block.html``, loaded for the page."""


def report_block(
    block: PageBlock, text: str, layout: Layout, *, is_chinese: bool
) -> Iterator[Part]:
    """Yield the parts of a page that a block of the report becomes.

    Args:
        block: the block.
        text: the block's text as shown, in Markdown.
        layout: the page's layout.
        is_chinese: whether it is Chinese on an English page.
    """
    view, other = layout.view, layout.other
    call: Any = layout.html  # the macros of a file are its attributes
    state = None if is_chinese else view.translation.states.get(block.id or "")
    shown_state = state if view.language.is_english else None
    tag = Language.ZH.tag if is_chinese else ""
    link = str(call.links(block.id, other))
    attributes = call.attributes(block.id, shown_state, tag)
    note = ""
    if shown_state in NOTES:
        chinese = f"{other}#{block.id}" if shown_state is State.STALE else ""
        note = str(call.note(NOTES[shown_state], chinese))
    listed = f"#{block.id} .mb-block"
    listed += f' lang="{tag}"' if tag else ""
    listed += f' data-state="{shown_state}"' if shown_state else ""
    inline = inline_html(text)
    if not block.source.level:
        known = None
        if inline is not None:
            known = str(call.paragraph(attributes, _safe(inline + link + note)))
        yield Part(f"{text}{link}{note}\n{{: {listed} }}", known)
        return
    level = block.source.level
    name = without_unseen(block.source.words).rstrip("。").translate(_NO_MARKS)
    known = None
    if inline is not None and "<" not in inline:
        content = _safe(_clauses(inline, call) + link)
        known = str(call.heading(level, attributes, content))
    yield Part(
        f'{"#" * level} {_clauses(text, call)}{link} {{: {listed} data-toc-label="{name}" }}',
        known,
        Heading(level, block.id or "", name),
    )
    if note:
        yield Part(note, f"<p>{note}</p>")


def _safe(html: str) -> Markup:
    """Return HTML that was made here from escaped text, marked as safe for templates."""
    return Markup(html)  # noqa: S704 (the words are escaped by `inline_html`)


def _clauses(text: str, call: Any) -> str:  # noqa: ANN401 (a module of Jinja)
    """Return a heading that can break only after its commas."""
    if "，" not in text:
        return text
    return str(call.clauses([_safe(one) for one in text.replace("，", "，\n").split("\n")]))


_NO_MARKS = str.maketrans({'"': "'", "{": "(", "}": ")", "<": "(", ">": ")"})
