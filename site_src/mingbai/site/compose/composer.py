"""Composes a page and its data into one Markdown document, independent of any site builder."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

from markupsafe import Markup

from mingbai.address import address_of, depth_of
from mingbai.cache.memo import Memo
from mingbai.content.edition import Correction, corrected
from mingbai.content.page import Page
from mingbai.errors import Location
from mingbai.locales import say
from mingbai.messages import tell
from mingbai.report.pages.markdown import escape
from mingbai.report.pages.wrapping import unwrapped
from mingbai.site.compose.admonitions import titled
from mingbai.site.compose.blocks import BlockText, Layout, report_block
from mingbai.site.compose.document import Document, PageToCompose, PageView
from mingbai.site.compose.macros import Macros
from mingbai.site.compose.parts import Part, is_html, part_of
from mingbai.site.compose.term_marks import PageTerms, TermMarks
from mingbai.site.compose.watch import Digests, Watched, reads_of
from mingbai.site.views.view import View


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes the pages of one language."""

    macros: Macros
    view: View
    corrections: tuple[Correction, ...]
    memo: Memo
    """Caches the parts that earlier builds composed."""
    marks: TermMarks | None = None
    """None if the language has no glossary page."""
    digests: Digests = field(init=False)
    made_from: str = field(init=False)
    """The hash of all that parts depend on, except the page and what its macros read."""

    def __post_init__(self) -> None:
        """Compute what all pages share."""
        marks = self.marks.digest if self.marks else ""
        shared = (self.view.root, self.macros.digest, marks, self.corrections)
        object.__setattr__(self, "digests", Digests(self.view))
        object.__setattr__(self, "made_from", repr(shared))

    def document(self, item: PageToCompose) -> Document:
        """Return the document of a page, with cached parts if nothing has changed."""
        key = self._key(item)
        found = self.memo.find(key)
        if found is not None and self.digests.are_current(found["reads"]):
            return self._document(item, [part_of(cached) for cached in found["parts"]])
        watched = Watched(self.view)
        parts = list(self._parts(item, watched))
        cached = {"reads": self.digests.of(reads_of(watched)), "parts": [astuple(p) for p in parts]}
        self.memo.put(key, cached)
        return self._document(item, parts)

    def _key(self, item: PageToCompose) -> str:
        states = [self.view.translation.states.get(block.id or "") for block in item.page.blocks]
        own = repr((self._page_view(item), states))
        return self.memo.key(
            "parts", (self.made_from, item.page.written, item.chinese.written, own)
        )

    def _document(self, item: PageToCompose, pieces: list[Part]) -> Document:
        page, other = item.page, item.other
        language = self.view.language
        is_fallback = language.is_english and page is item.chinese and page.is_report
        kind = page.front.kind or ("report" if page.is_report else "page")
        description = page.front.summary or page.front.description
        head: dict[str, Any] = {
            "title": page.front.title,
            "description": description,
            "language": language.value,
            "kind": kind,
            "other": other,
            "fallback": is_fallback,
        }
        if is_fallback:
            message = tell("This page has no English yet. It shows the report's Chinese text.")
            title = say(language, "Not translated yet")
            pieces.insert(0, Part(f'!!! warning "{title}"\n    {say(language, message)}'))
        filled = {key: value for key, value in head.items() if value not in ("", None, False)}
        return Document(
            path=self.view.root + page.path,
            language=language,
            title=page.front.title,
            description=description,
            kind=kind,
            head=filled,
            parts=tuple(pieces),
            source="/".join(filter(None, (page.language, self.view.name, page.path))),
            other=other,
            is_fallback=is_fallback,
            edition=self.view.name,
        )

    def _parts(self, item: PageToCompose, watched: Watched) -> Iterator[Part]:
        page, own = item.page, self._page_view(item)
        original = {block.id: block.source.words for block in item.chinese.blocks if block.id}
        depth = depth_of(page.path)
        view = {
            "language": self.view.language,
            "site": watched,
            "say": say,
            "root": "../" * depth,
            "top": self._top(depth),
            "page": own,
        }
        html: Any = self.macros.inner("_block", view)
        layout = Layout(self.view, own.other, html)
        terms = None
        if self.marks:
            terms = self.marks.on_page(
                "../" * depth + "glossary/",
                lambda address, term: str(html.term(address, Markup(term))),  # noqa: S704 (escaped)
            )
        is_told = not page.is_report
        texts = self._texts(page, original, view)
        marked = iter(self._marked(texts, terms))
        for block in page.blocks:
            location = Location(page.file, block.source.line)
            if not is_told and block.id is not None and not block.source.level:
                is_told = True
                yield from self._before(page, view)
            if block.id is None:
                markdown = titled(unwrapped(block.source.markdown), page.language)
                yield _own(self.macros.render(markdown, location, view))
                continue
            text = next(marked)
            is_chinese = texts[block.id].is_chinese
            yield from report_block(block, text, layout, is_chinese=is_chinese)

    def _texts(
        self, page: Page, original: Mapping[str, str], view: dict[str, Any]
    ) -> dict[str, BlockText]:
        """Return the texts of the report's blocks on a page, before terms are marked."""
        texts: dict[str, BlockText] = {}
        for block in page.blocks:
            if block.id is None:
                continue
            location = Location(page.file, block.source.line)
            words = self.macros.render(block.source.inline, location, view)
            shown = corrected(words, block.id, self.corrections, escape)
            chinese = original.get(block.id, "")
            stays = page.language.is_english and block.source.words == chinese
            is_chinese = self.view.language.is_english and (not page.language.is_english or stays)
            texts[block.id] = BlockText(shown, chinese, bool(block.source.level), is_chinese)
        return texts

    def _marked(self, texts: Mapping[str, BlockText], terms: PageTerms | None) -> list[str]:
        """Return the blocks' texts with glossary terms marked; headings are unchanged."""
        if terms is None or self.marks is None:
            return [text.shown for text in texts.values()]
        own = not self.view.language.is_english
        return [
            text.shown
            if text.is_heading
            else terms.mark(text.shown, text.chinese, is_chinese=text.is_chinese or own)
            for text in texts.values()
        ]

    def _page_view(self, item: PageToCompose) -> PageView:
        page = item.page
        counterpart = "" if item.other is None else self._address(item.other, depth_of(page.path))
        leaves = {leaf.url: leaf for leaf in self.view.folders.get("topics", ())}
        urls = [f"topics/{topic}/" for topic in page.front.topics]
        topics = tuple(leaves[url] for url in urls if url in leaves)
        return PageView(page.front.summary, page.front.takeaways, counterpart, topics)

    def _address(self, other: str, depth: int) -> str:
        """Return the relative address of a document of the other language."""
        return self._top(depth) + address_of(other)

    def _top(self, depth: int) -> str:
        """Return the relative address of the site's root."""
        return "../" * (depth + self.view.root.count("/"))

    def _before(self, page: Page, view: dict[str, Any]) -> Iterator[Part]:
        """Yield the parts between a page's heading and the report's first paragraph."""
        location = Location(page.file)
        if page.front.summary or page.front.takeaways or view["page"].topics:
            yield _own(self.macros.render("{{ explained() }}", location, view))
        if view["page"].other:
            yield _own(self.macros.render("{{ modes() }}", location, view))


def _own(text: str) -> Part:
    """Return the part made from an editor's block or a macro."""
    return Part(text, text if is_html(text) else None)
