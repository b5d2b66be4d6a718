"""Caches parsed pages and data between builds, so that the functions that parse need no memo."""

from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from mingbai.cache.memo import Memo
from mingbai.content.page import FrontMatter, Page, PageBlock, read_page
from mingbai.content.reading.textfiles import TextFile
from mingbai.language import Language
from mingbai.report.pages.manifest import ManifestPage
from mingbai.report.pages.pagefile import MarkdownBlock
from mingbai.yamlfile import read_text

T = TypeVar("T")


def cached_page(
    memo: Memo, sheet: TextFile, language: Language, path: str, record: ManifestPage | None
) -> Page:
    """Return the result of `read_page` for a file, from the memo if it has one.

    Raises:
        MingbaiError: the file is not UTF-8, or see `read_page`; errors are not cached.
    """
    text, file = sheet.exact, sheet.path
    known = "" if record is None else record.model_dump_json()
    key = memo.key("page", (language, path, str(file), text, known))
    cached = memo.find(key)
    if cached is not None:
        front = FrontMatter.model_validate(cached[0])
        blocks = tuple(PageBlock(id_, MarkdownBlock(*block)) for id_, block in cached[1])
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
    """Return the result of `read`, from the memo if nothing that it depends on has changed.

    Args:
        memo: the cache of the last builds.
        adapter: the type of the result; its name is part of the key.
        files: the YAML files on which the result depends; some may be missing.
        read: called if no result is cached.
        others: what else the result depends on.

    Raises:
        DataInvalid: a file cannot be read, or `read` raised it; errors are not cached.
    """
    texts = (
        part for path in files for part in (str(path), read_text(path) if path.exists() else "")
    )
    key = memo.key(repr(adapter), (*texts, *others))
    cached = memo.find(key)
    if cached is not None:
        return adapter.validate_json(cached)
    found = read()
    memo.put(key, adapter.dump_json(found).decode())
    return found
