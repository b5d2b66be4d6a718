"""The frozen data that templates and macros read, with all values already in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mingbai.address import HOME, address_of, leads_folder
from mingbai.content.library import Library
from mingbai.content.page import Page
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.site.views.blocks import BlockView, Leaf, block_views, folders
from mingbai.site.views.charts import GrowthChart, TargetChart, growth_chart, target_chart
from mingbai.site.views.editions import EditionLine, edition_lines
from mingbai.site.views.figures import FigureView, figure_views
from mingbai.site.views.glossary import GlossaryEntry, Uses, glossary_entries
from mingbai.site.views.numbers import Choice, Numbers, numbers_of
from mingbai.site.views.phrases import Pairs, SetPhrase, count_phrase
from mingbai.site.views.targets import TargetView, target_views
from mingbai.site.views.translation import TranslationView, translation_view

_CHARACTERS_A_MINUTE = 400
_WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in a table of contents."""

    title: str
    path: str
    """The path of its Markdown file in the language's folder."""
    minutes: int
    """Reading time in minutes, at least 1."""
    in_chinese: bool
    """Whether its title is Chinese on an English page."""
    children: tuple["Entry", ...] = ()

    @property
    def url(self) -> str:
        """The address from the language's home page.

        >>> Entry("甲", "part-1/index.md", 1, in_chinese=False).url
        'part-1/'
        """
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about the edition, in one language."""

    title: str
    body: str
    place: str
    year: int
    licence: str
    official_english: str
    """The address of the official English text; empty if unknown."""

    @property
    def official_english_host(self) -> str:
        """The host of that address, for display."""
        return urlsplit(self.official_english).hostname or ""


@dataclass(frozen=True, slots=True)
class View:
    """All data that a macro can use."""

    language: Language
    root: str
    """The address of the language's pages, from the site's root: ``en/2024/``."""
    data: str
    """The address of its data files, from the site's root: ``2024/data/``."""
    name: str
    """The name of the edition's folders; empty if the site has one report, and for the front."""
    editions: tuple[EditionLine, ...]
    """All editions of the site, the newest first."""
    contents: tuple[Entry, ...]
    edition: Facts
    figures: Mapping[str, FigureView]
    """The figures by id."""
    targets: tuple[TargetView, ...]
    numbers: Numbers
    """All figures, with their filter and sort keys."""
    charts: Mapping[str, TargetChart | GrowthChart]
    """``targets`` and ``growth``, if the data has enough for them."""
    glossary: tuple[GlossaryEntry, ...]
    """The glossary in the language's order."""
    translation: TranslationView
    """The state of the English."""
    blocks: Mapping[str, BlockView]
    """The report's blocks, by id."""
    folders: Mapping[str, tuple[Leaf, ...]]
    """The editors' pages by folder."""
    pairs: Pairs
    """The Chinese and the English of the report's blocks that have English."""

    def phrase(self, phrase: str, but: str, *renderings: str) -> SetPhrase:
        """Return how often the report uses a phrase, and how its English translates it.

        Raises:
            LookupError: see `count_phrase`.
        """
        return count_phrase(self.pairs, phrase, but, renderings)

    def figure(self, id_: str) -> FigureView:
        """Return a figure.

        Raises:
            LookupError: data/figures.yml has no figure with this id.
        """
        if id_ not in self.figures:
            raise LookupError(tell("data/figures.yml has no figure {id!r}", id=id_))
        return self.figures[id_]

    def block(self, id_: str) -> BlockView:
        """Return a block of the report.

        Raises:
            LookupError: the report has no block with this id.
        """
        if id_ not in self.blocks:
            raise LookupError(tell("the report has no paragraph {id!r}", id=id_))
        return self.blocks[id_]

    def leaves(self, folder: str) -> tuple[Leaf, ...]:
        """Return the editors' pages in a folder.

        Raises:
            LookupError: the folder contains no pages.
        """
        if folder not in self.folders:
            raise LookupError(tell("there are no pages in the folder {folder!r}", folder=folder))
        return self.folders[folder]


def view_of(library: Library, language: Language, uses: Uses) -> View:
    """Return the data for macros on the pages of one language.

    Args:
        library: the editors' pages and data.
        language: the language of the pages.
        uses: where the report first uses each term of the glossary.
    """
    edition = library.edition
    facts = Facts(
        title=library.title.say(language),
        body=edition.body.say(language),
        place=edition.place.say(language),
        year=edition.year,
        licence=edition.licence.say(language),
        official_english=edition.official_english or "",
    )
    tree = contents(library, language)
    urls = {entry.path: entry.url for top in tree for entry in (top, *top.children)}
    figures = figure_views(library.figures, library.zh, language, urls)
    places = _places(library.zh, tree, urls)
    paragraphs = {block: url for block, (url, _) in places.items()}
    targets = target_views(library.targets, figures, language, paragraphs)
    parts = {block: part for block, (_, part) in places.items()}
    rows = numbers_of(library.figures, figures, library.topics, parts, language)
    charts = {
        "targets": target_chart(library.targets, targets, language, edition.year - 1),
        "growth": growth_chart(library.figures, figures, language),
    }
    drawn = {name: chart for name, chart in charts.items() if chart is not None}
    entries = glossary_entries(library.terms, uses, language, urls)
    states = translation_view(library, language)
    return View(
        language=language,
        root=library.root(language),
        data=f"{library.root(Language.ZH)}data/",
        name=library.name,
        editions=edition_lines(library, language),
        contents=tree,
        edition=facts,
        figures=figures,
        targets=targets,
        numbers=rows,
        charts=drawn,
        glossary=entries,
        translation=states,
        blocks=block_views(library, language, paragraphs),
        folders=folders(library, language),
        pairs=_pairs(library),
    )


def _pairs(library: Library) -> Pairs:
    english = {b.id: b.source.words for page in library.en.values() for b in page.blocks if b.id}
    return tuple(
        (block.source.words, english[block.id])
        for page in library.zh
        for block in page.blocks
        if block.id is not None and block.id in english
    )


def _places(
    pages: tuple[Page, ...], tree: tuple[Entry, ...], urls: Mapping[str, str]
) -> dict[str, tuple[str, Choice]]:
    """Return the address of each block, and the part of the report that contains it."""
    parts = {
        entry.path: Choice(top.url.rstrip("/"), top.title, top.in_chinese)
        for top in tree
        for entry in (top, *top.children)
    }
    return {
        block.id: (f"{urls[page.path]}#{block.id}", parts[page.path])
        for page in pages
        for block in page.blocks
        if block.id is not None
    }


def contents(library: Library, language: Language) -> tuple[Entry, ...]:
    """Return the report's pages as a tree: a folder's index is the parent of its pages."""
    report = [page for page in library.zh if page.is_report]
    paths = {page.path for page in report}
    folders: dict[str, list[Page]] = {}
    tops: list[Page] = []
    for page in report:
        index = str(PurePosixPath(page.path).parent / HOME)
        if not leads_folder(page.path) and index in paths:
            folders.setdefault(index, []).append(page)
        else:
            tops.append(page)
    return tuple(
        _entry(
            library,
            language,
            page,
            tuple(_entry(library, language, child) for child in folders.get(page.path, ())),
        )
        for page in tops
    )


def _entry(
    library: Library, language: Language, page: Page, children: tuple[Entry, ...] = ()
) -> Entry:
    shown = language.pick(page, library.en.get(page.path, page))
    return Entry(
        title=shown.front.title,
        path=page.path,
        minutes=minutes(shown),
        in_chinese=language.is_english and shown is page,
        children=children,
    )


def minutes(page: Page) -> int:
    """Return the reading time of the report's text on a page, in minutes, at least 1."""
    text = " ".join(block.source.words for block in page.blocks if block.id is not None)
    measure = len(text.split()) / _WORDS_A_MINUTE
    if not page.language.is_english:
        measure = len(text) / _CHARACTERS_A_MINUTE
    return max(1, round(measure))
