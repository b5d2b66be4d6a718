"""Writes the explanations of terms into small files, one per first letter of the pinyin.

Opening a term fetches one file; the number of files does not grow with the site.
"""

import json

from mingbai.glossary import anchors
from mingbai.language import LANGUAGES
from mingbai.locales import say
from mingbai.site.compose.sites import Site


def term_files(site: Site) -> dict[str, bytes]:
    """Return ``glossary/terms/LETTER.json``: the explained terms by anchor, and two labels.

    A language without a glossary page has none, because no term is marked in its text.
    """
    ids = anchors(site.library.terms)
    files: dict[str, bytes] = {}
    for language in filter(site.library.has_glossary, LANGUAGES):
        root = site.library.root(language)
        labels = {"more": say(language, "In the glossary"), "close": say(language, "Close")}
        letters: dict[str, dict[str, dict[str, str]]] = {}
        for term in site.library.terms:
            if term.explain is not None:
                anchor = ids[term.zh]
                entry = {"zh": term.zh, "en": term.en, "pinyin": term.pinyin}
                entry["evidence"] = term.evidence
                entry["explanation"] = getattr(term.explain, language)
                shelf = letters.setdefault(anchor.removeprefix("term-")[0], {"labels": labels})
                shelf[anchor] = entry
        for letter, entries in letters.items():
            data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
            files[f"{root}glossary/terms/{letter}.json"] = data.encode()
    return files
