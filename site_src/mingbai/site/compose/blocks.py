"""The report's blocks become parts of a page: the words, their links, the state of the English."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.content.page import Block
from mingbai.hidden import without_unseen
from mingbai.language import Language
from mingbai.locales import say
from mingbai.site.compose.parts import Heading, Part, inline_html
from mingbai.site.views.translation import note
from mingbai.site.views.view import View


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block of the report on its way to a page."""

    shown: str
    chinese: str
    """The report's words."""
    is_heading: bool
    is_chinese: bool
    """Whether an English page shows it in Chinese."""


def report_block(
    block: Block, text: str, view: View, other: str, *, is_chinese: bool
) -> Iterator[Part]:
    """Yield the parts that a block of the report becomes.

    Args:
        block: the block.
        text: its words as they are shown, in Markdown.
        view: of the page's language.
        other: the address of the page in the other language; empty where there is none.
        is_chinese: whether an English page shows it in Chinese.
    """
    language = view.language
    label = say(language, "Link to this paragraph ({id})", id=block.id)
    link = f'<a class="mb-link" href="#{block.id}" aria-label="{label}"></a>'
    if other:
        code, name = language.other.tag, language.other.own_name
        link += (
            f'<a class="mb-other" href="{other}#{block.id}" hreflang="{code}" lang="{code}"'
            f' aria-label="{name} ({block.id})"></a>'
        )
    state, lang = "", ""
    kept = None if is_chinese else view.translation.states.get(block.id or "")
    if is_chinese:
        lang = f' lang="{Language.ZH.tag}"'
    elif language.is_english and kept is not None:
        state = f' data-state="{kept}"'
    attributes = f"#{block.id} .mb-block{lang}{state}"
    opened = f'class="mb-block"{state} id="{block.id}"{lang}'  # in the order of converters
    told = note(kept, language, f"{other}#{block.id}") if language.is_english else ""
    inline = inline_html(text)
    if not block.source.level:
        html = None if inline is None else f"<p {opened}>{inline}{link}{told}</p>"
        yield Part(f"{text}{link}{told}\n{{: {attributes} }}", html)
        return
    level = block.source.level
    name = without_unseen(block.source.words).rstrip("。").translate(_NO_MARKS)
    attributes += f' data-toc-label="{name}"'
    html = None
    if inline is not None and "<" not in inline:
        html = f"<h{level} {opened}>{_clauses(inline)}{link}</h{level}>"
    yield Part(
        f"{'#' * level} {_clauses(text)}{link} {{: {attributes} }}",
        html,
        Heading(level, block.id or "", name),
    )
    if told:
        yield Part(told, f"<p>{told}</p>")


def _clauses(text: str) -> str:
    """Return a heading that may break after its commas only."""
    if "，" not in text:
        return text
    clauses = text.replace("，", "，\n").split("\n")
    return "".join(f'<span class="mb-clause">{clause}</span>' for clause in clauses)


_NO_MARKS = str.maketrans({'"': "'", "{": "(", "}": ")", "<": "(", ">": ")"})
