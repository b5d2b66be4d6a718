"""The search files: a manifest, and a folder that is named after its hash."""

import hashlib

from mingbai.cache.memo import NO_MEMO, Memo
from mingbai.content.library import Library
from mingbai.language import LANGUAGES, Language
from mingbai.site.compose.sites import Site
from mingbai.site.search.documents import SearchPage, search_pages
from mingbai.site.search.index import Index, build, dump
from mingbai.site.search.layer import layer, names, term_list, traditional

FOLDER = "search"


def search_files(site: Site, memo: Memo = NO_MEMO) -> dict[str, bytes]:
    """Return the search files by their path in the site.

    ``search/index.json`` names the folder of all other files, so that browsers can cache those for
    ever. ``search/search_index.json`` is an empty index for Material's script.
    """
    pages = {code: search_pages(site, code) for code in LANGUAGES}
    root = site.library.root(Language.ZH)
    return {f"{root}{path}": data for path, data in files_of(site.library, pages, memo).items()}


def files_of(
    library: Library, pages: dict[Language, tuple[SearchPage, ...]], memo: Memo = NO_MEMO
) -> dict[str, bytes]:
    """Return the search files for the pages of each language."""
    texts = memo.get_or_compute(
        "search words",
        (repr(pages[Language.ZH]), repr((library.edition, library.synonyms, library.topics))),
        lambda: _words(library, pages[Language.ZH]),
    )
    terms = repr(library.terms)
    texts["names"] = memo.get_or_compute(
        "names", (terms,), lambda: dump(names(library.terms)).decode()
    )
    texts["terms"] = memo.get_or_compute(
        "terms", (terms,), lambda: dump(term_list(library.terms)).decode()
    )
    files = {f"{name}.json": text.encode() for name, text in texts.items()}
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


def _words(library: Library, pages: tuple[SearchPage, ...]) -> dict[str, str]:
    """Return the files with names, terms and traditional characters of the Chinese pages."""
    texts = [text for page in pages for text in _texts(page)]
    texts += [word for group in library.synonyms for word in group.zh]
    return {
        "layer": dump(layer(library, pages)).decode(),
        "traditional": dump(traditional(texts)).decode(),
    }


def _index(pages: tuple[SearchPage, ...], language: Language, memo: Memo) -> Index:
    def made() -> dict[str, object]:
        index = build(pages, language, memo=memo)
        files = {name: data.decode() for name, data in index.files.items()}
        return {
            "counts": index.counts,
            "shards": index.shards,
            "vocabulary": index.vocabulary,
            "files": files,
        }

    cached = memo.get_or_compute("index", (language, repr(pages)), made)
    files = {name: text.encode() for name, text in cached["files"].items()}
    return Index(tuple(cached["counts"]), cached["shards"], tuple(cached["vocabulary"]), files)


def _texts(page: SearchPage) -> tuple[str, ...]:
    return (page.title, *(block.text for block in page.blocks))
