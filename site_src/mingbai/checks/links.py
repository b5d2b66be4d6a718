"""Links, pictures and anchors inside the site lead to something."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from mingbai.address import address_of
from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.checks.texts.link_marks import slips
from mingbai.content.attachments import file_at
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.glossary import anchors
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.project import language_root

_LINK = re.compile(r"\]\(\s{0,5}<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\s*\)|^\[(?!\^)[^\]]+\]:\s*(\S+)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)(?:\s*\{:?\s*#([\w-]+)[^{}]*\})?\s*$")
_ID = re.compile(r"\{:?[^{}]*#([\w-]+)[^{}]*\}|\bid=[\"']([\w-]+)[\"']")

Places = Mapping[tuple[Language, str], frozenset[str]]
"""From language and path of a page to the anchors on it."""


def _find(tree: Tree) -> Iterator[Finding]:
    places = _places(tree)
    for sheet in tree.sheets:
        yield from _in_html(sheet, tree, places)
        for slip in slips(sheet.page.blocks):
            place = Location(sheet.file.path, slip.line)
            yield Finding(place, LINKS.id, slip.message, slip.todo, column=slip.column)
        for number, line in enumerate(sheet.file.prose, 1):
            for found in _LINK.finditer(line):
                if message := _wrong(tree, sheet, found[1] or found[2], places):
                    what, todo = message
                    place = Location(sheet.file.path, number)
                    column = found.start(1 if found[1] else 2) + 1
                    yield Finding(place, LINKS.id, what, todo, column=column)


def _in_html(sheet: Sheet, tree: Tree, places: Places) -> Iterator[Finding]:
    """Yield the addresses of elements that lead nowhere; MkDocs leaves them as they are."""
    for number, line in enumerate(sheet.file.prose, 1):
        for found in _RAW.finditer(line) if "<" in line else ():
            address = html.unescape(found[1] or found[2])
            if (
                _SCHEME.match(address)
                or "{{" in address
                or _is_served(tree, sheet, address, places)
            ):
                continue
            what = tell("The address {address} leads to nothing on the site.", address=address)
            todo = tell("Write the link in Markdown: [words](../page.md).")
            place = Location(sheet.file.path, number)
            yield Finding(place, LINKS.id, what, todo, column=found.start() + 1)


def _is_served(tree: Tree, sheet: Sheet, address: str, places: Places) -> bool:
    """Return whether an address, from the page's own on, is one of the site."""
    target, _, anchor = unquote(address).partition("#")
    edition = tree.project.edition
    here = language_root(sheet.language, edition) + address_of(sheet.path)
    path = posixpath.normpath(posixpath.join("/", here, target.partition("?")[0])).strip("/")
    if path.split("/")[0] in _MADE or file_at(tree.project.root / "content", path):
        return True
    for (language, page), anchors_there in places.items():
        if path == (language_root(language, edition) + address_of(page)).strip("/"):
            return not anchor or anchor in anchors_there
    return False


_RAW = re.compile(
    r"<(?:a|img)\b[^<>]{0,500}?\s(?:href|src)\s{0,5}=\s{0,5}(?:[\"']([^\"'<>]*)|([^\s\"'<>]+))",
    re.IGNORECASE,
)
_MADE = ("assets", "data", "search")
"""Folders of the site that the build fills."""


def _places(tree: Tree) -> Places:
    ids = {
        page.path: [block.id for block in page.blocks]
        for page in (tree.manifest.pages if tree.manifest else ())
    }
    found: dict[tuple[Language, str], frozenset[str]] = {}
    for sheet in tree.sheets:
        own = set(ids.get(sheet.path, ())) or set(_headings(sheet))
        own |= {name for match in _ID.finditer(sheet.file.text) for name in match.groups() if name}
        if "glossary(" in sheet.file.text and tree.library is not None:
            own |= set(anchors(tree.library.terms).values())
        found[sheet.language, sheet.path] = frozenset(own)
        if (
            not sheet.language.is_english and sheet.is_report
        ):  # shown in Chinese until it has English
            found.setdefault((Language.EN, sheet.path), frozenset(own))
    for sheet in tree.sheets:
        if sheet.language.is_english:
            found[Language.EN, sheet.path] |= frozenset(ids.get(sheet.path, ()))
    return found


def _headings(sheet: Sheet) -> Iterator[str]:
    """Yield the anchors that Markdown gives a page's headings."""
    used: set[str] = set()
    for line in sheet.file.prose:
        if heading := _HEADING.match(line):
            yield heading[2] or unique(slugify(heading[1], "-"), used)


def _wrong(tree: Tree, sheet: Sheet, address: str, places: Places) -> tuple[str, str] | None:
    """Return what is wrong with a link and what to do, or None."""
    if _SCHEME.match(address) or address.startswith("{"):
        return None
    target, _, anchor = unquote(address).partition("#")
    if target.startswith("/"):
        what = tell("The link {address} begins with a slash.", address=address)
        return what, tell("Write it relative to this page: ../opening.md.")
    page = _page(sheet, target, tree.project.edition)
    if page is None:
        what = tell("There is no file {file}.", file=target)
        file = file_at(
            tree.project.root / "content", address_from(sheet, target, tree.project.edition)
        )
        todo = tell("Correct its name, or put the file beside the page.")
        return None if file else (what, todo)
    if page not in places and not _is_elsewhere(tree, *page):
        what = tell("There is no page {page}.", page=target)
        return what, tell("Correct the path; it is relative to this page.")
    if not anchor or anchor in places.get(page, (anchor,)):
        return None
    what = tell("There is no {anchor!r} on this page.", anchor=anchor)
    if target:
        what = tell("There is no {anchor!r} on {page}.", anchor=anchor, page=target)
    return what, tell("Correct what follows the #: an id such as p9-2.")


def _page(sheet: Sheet, target: str, edition: str) -> tuple[Language, str] | None:
    """Return the language and path of the page that a link means; None for other files.

    The path of a page of another edition begins with a slash.
    """
    if not target:
        return sheet.language, sheet.path
    if not target.endswith(".md"):
        return None
    path = address_from(sheet, target, edition)
    language = Language.EN if path.startswith(language_root(Language.EN)) else Language.ZH
    own = language_root(language, edition)
    return language, path.removeprefix(own) if path.startswith(own) else f"/{path}"


def address_from(sheet: Sheet, target: str, edition: str) -> str:
    """Return from the site's root what a link of a page writes from the page on."""
    root = language_root(sheet.language, edition)
    return posixpath.normpath(posixpath.join(root, posixpath.dirname(sheet.path), target))


def _is_elsewhere(tree: Tree, language: Language, path: str) -> bool:
    """Return whether a page is in another edition, or above the editions.

    A page of a report is shown in Chinese until it has English.
    """
    inside = path.removeprefix("/").removeprefix(language_root(language))
    folders = (tree.project.root / "content" / code for code in (language, Language.ZH))
    is_other = path.startswith("/") or inside.split("/")[0] in tree.project.editions
    return is_other and any((folder / inside).is_file() for folder in folders)


LINKS = Rule("links", _find)
