"""The files of the search: a manifest, and a folder named after what it holds."""

import hashlib

from mingbai.content.library import Library
from mingbai.project import LANGUAGES
from mingbai.site.documents import Site
from mingbai.site.memo import Memo
from mingbai.site.search.documents import SearchPage, search_pages
from mingbai.site.search.index import Index, build, dump
from mingbai.site.search.layer import layer, names, term_list, traditional

FOLDER = "search"


def search_files(site: Site) -> dict[str, bytes]:
    """Return the search's files by their path below the site.

    ``search/index.json`` names the folder in which all else lies, so that all else may be cached
    for ever; ``search/search_index.json`` is what Material's own script asks for: no documents.
    Above the editions there are none: the pages there search the newest edition.
    """
    if site.library.is_front:
        return {}
    pages = {code: search_pages(site, code) for code in LANGUAGES}
    root = site.library.root("zh")
    files = files_of(site.library, pages, site.memo)
    return {f"{root}{path}": data for path, data in files.items()}


def files_of(
    library: Library, pages: dict[str, tuple[SearchPage, ...]], memo: Memo | None = None
) -> dict[str, bytes]:
    """Return the files of the pages of each language."""
    memo = memo or Memo()
    texts = [text for page in pages["zh"] for text in _texts(page)]
    texts += [word for group in library.synonyms for word in group.zh]
    files: dict[str, bytes] = {
        "layer.json": dump(layer(library, pages["zh"])),
        "names.json": dump(names(library.terms)),
        "terms.json": dump(term_list(library.terms)),
        "traditional.json": dump(traditional(texts)),
    }
    manifest: dict[str, object] = {}
    for language in LANGUAGES:
        index = _index(pages[language], language, memo)
        files |= {f"{language}/{name}": data for name, data in index.files.items()}
        manifest[language] = {
            "counts": index.counts,
            "shards": index.shards,
            "vocabulary": " ".join(index.vocabulary),
        }
    digest = hashlib.sha256(b"\0".join(name.encode() + files[name] for name in sorted(files)))
    manifest["folder"] = digest.hexdigest()[:8]
    made = {f"{FOLDER}/{manifest['folder']}/{name}": data for name, data in files.items()}
    return made | {
        f"{FOLDER}/index.json": dump(manifest),
        f"{FOLDER}/search_index.json": dump({"config": {"lang": ["zh"]}, "docs": []}),
    }


def _index(pages: tuple[SearchPage, ...], language: str, memo: Memo) -> Index:
    def made() -> dict[str, object]:
        index = build(pages, language)
        files = {name: data.decode() for name, data in index.files.items()}
        return {
            "counts": index.counts,
            "shards": index.shards,
            "vocabulary": index.vocabulary,
            "files": files,
        }

    kept = memo.ask("index", (language, repr(pages)), made)
    files = {name: text.encode() for name, text in kept["files"].items()}
    return Index(tuple(kept["counts"]), kept["shards"], tuple(kept["vocabulary"]), files)


def _texts(page: SearchPage) -> tuple[str, ...]:
    return (page.title, *(block.text for block in page.blocks))
