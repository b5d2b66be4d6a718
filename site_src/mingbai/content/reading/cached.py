"""Pages and data as the last builds read them, so that the rooms that read them need no memo."""

from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from mingbai.cache.memo import Memo
from mingbai.content.page import Block, FrontMatter, Page, read_page
from mingbai.content.reading.textfiles import TextFile
from mingbai.language import Language
from mingbai.report.pages.manifest import ManifestPage
from mingbai.report.pages.pagefile import PageBlock
from mingbai.yamlfile import read_text

T = TypeVar("T")


def cached_page(
    memo: Memo, sheet: TextFile, language: Language, path: str, record: ManifestPage | None
) -> Page:
    """Return `read_page` of a file, from the memo if it is there.

    Raises:
        MingbaiError: it is not UTF-8, or as `read_page`; an error is not kept.
    """
    text, file = sheet.exact, sheet.path
    known = "" if record is None else record.model_dump_json()
    key = memo.key("page", (language, path, str(file), text, known))
    kept = memo.find(key)
    if kept is not None:
        front = FrontMatter.model_validate(kept[0])
        blocks = tuple(Block(id_, PageBlock(*block)) for id_, block in kept[1])
        return Page(language, path, file, front, blocks)
    page = read_page(text, language, path, file, record)
    found = [(block.id, astuple(block.source)) for block in page.blocks]
    memo.put(key, (page.front.model_dump(mode="json", exclude_unset=True), found))
    return page


def cached_data(
    memo: Memo,
    adapter: TypeAdapter[T],
    files: Iterable[Path],
    read: Callable[[], T],
    others: Iterable[str] = (),
) -> T:
    """Return what `read` reads, from the memo if nothing that it is made from has changed.

    Args:
        memo: of the last builds.
        adapter: of what is read; its type names it in the memo.
        files: YAML files that it is made from; one that is missing is so in the memo too.
        read: called where nothing is kept.
        others: what else it is made from.

    Raises:
        DataInvalid: a file cannot be read, or whatever `read` raises; an error is not kept.
    """
    texts = (
        part for path in files for part in (str(path), read_text(path) if path.exists() else "")
    )
    key = memo.key(repr(adapter), (*texts, *others))
    kept = memo.find(key)
    if kept is not None:
        return adapter.validate_json(kept)
    found = read()
    memo.put(key, adapter.dump_json(found).decode())
    return found
