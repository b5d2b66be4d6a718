"""The explanations of each page's terms, in a file of its own beside the page."""

import json

from mingbai.glossary import anchors
from mingbai.locales import say
from mingbai.site.documents import Site


def term_files(site: Site) -> dict[str, bytes]:
    """Return ``terms.json`` for each page with marked terms: by anchor, in the page's language."""
    ids = anchors(site.library.terms)
    files: dict[str, bytes] = {}
    for document in site.documents:
        if not document.terms:
            continue
        entries: dict[str, dict[str, str]] = {
            ids[term.zh]: {
                "zh": term.zh,
                "en": term.en,
                "pinyin": term.pinyin,
                "explanation": getattr(term.explain, document.language),
            }
            for term in document.terms
        }
        entries["labels"] = {
            "more": say(document.language, "In the glossary"),
            "close": say(document.language, "Close"),
        }
        data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
        files[f"{document.url}terms.json"] = data.encode()
    return files
