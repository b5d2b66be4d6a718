"""Slugs are valid in addresses, and a page's slug is its file's name."""

from collections.abc import Iterator
from pathlib import Path

from mingbai import yamlfile
from mingbai.address import leads_folder
from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.errors import Location, MingbaiError
from mingbai.finding import Finding
from mingbai.messages import tell
from mingbai.report.pages.split import slug_of
from mingbai.report.plan import check_slug


def _find(tree: Tree) -> Iterator[Finding]:
    for sheet in tree.sheets:
        yield from _in_page(sheet)
    path = tree.project.data / "slugs.yml"
    if path.exists():
        yield from _in_map(path)


def _in_page(sheet: Sheet) -> Iterator[Finding]:
    slug = sheet.data.get("slug")
    if not isinstance(slug, str):
        return
    place = sheet.field("slug")
    named = slug_of(sheet.path)
    if not leads_folder(sheet.path) and slug != named:
        message = tell(
            "The slug is {slug!r}, but the file is named {name!r}.", slug=slug, name=named
        )
        yield Finding(place, SLUGS.id, message, tell("Write slug: {name}.", name=named))
    else:
        yield from _refused(slug, place)


def _in_map(path: Path) -> Iterator[Finding]:
    try:
        file = yamlfile.load(path)
    except MingbaiError:
        return
    for title, slug in (file.data or {}).items() if isinstance(file.data, dict) else ():
        if isinstance(slug, str):
            yield from _refused(slug, file.at(title))


def _refused(slug: str, place: Location) -> Iterator[Finding]:
    try:
        check_slug(slug, place, "")
    except MingbaiError as error:
        yield Finding(place, SLUGS.id, error.message.replace("  ", " "), error.todo)


SLUGS = Rule("slugs", _find)
