"""Files for other programs: the feeds of changes, robots.txt and the web manifest.

They depend only on the content, not on the clock. An entry's id is its page's address, which is
permanent (RFC 4287, 4.2.6); its time is the page's last change.
"""

import json
import os
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from mingbai.content.library import Library
from mingbai.language import LANGUAGES, Language
from mingbai.site.compose.sites import Site
from mingbai.site.outputs.changes import rfc3339

_ATOM = "http://www.w3.org/2005/Atom"


def feed_files(site: Site, base: str, updated: str, changed: Mapping[str, str]) -> dict[str, bytes]:
    """Return feed.xml for each language.

    Args:
        site: the composed site.
        base: the site's address, ending in a slash.
        updated: the time of the built commit, in RFC 3339 format.
        changed: the time of each page's last change, by its file's path in content/; other
            pages get the time in ``updated``.
    """
    return {
        site.library.root(language) + "feed.xml": _feed(site, language, base, (updated, changed))
        for language in LANGUAGES
    }


def root_files(site: Site, base: str) -> dict[str, bytes]:
    """Return robots.txt and manifest.webmanifest, which exist once, at the site's root.

    Args:
        site: the site at the root.
        base: the site's address, ending in a slash.
    """
    title = site.library.short_title
    manifest = {
        "name": f"{title.zh} · {title.en}",
        "short_name": title.zh,
        "lang": Language.ZH.tag,
        "start_url": "./",
        "display": "browser",
        "background_color": "#fbf9f4",
        "theme_color": "#17655a",
        "icons": [
            {"src": "assets/mark.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "assets/mark-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "assets/mark-512.png", "sizes": "512x512", "type": "image/png"},
        ],
    }
    return {
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode(),
        "manifest.webmanifest": json.dumps(manifest, ensure_ascii=False, indent=1).encode(),
    }


def updated(library: Library) -> str:
    """Return the time of the content's last change in RFC 3339 format, without using a clock.

    It is SOURCE_DATE_EPOCH, the time of the commit, if that is set (reproducible-builds.org);
    else the last day in the translation ledger; else the report's date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return rfc3339(int(epoch))
    days = [record.date for record in library.ledger.records.values() if record.date]
    day = max(days, default=library.edition.date or f"{library.edition.year}-01-01")
    return f"{day}T00:00:00Z"


def _feed(site: Site, language: Language, base: str, times: tuple[str, Mapping[str, str]]) -> bytes:
    """Return a feed with the pages that changed last first."""
    updated, changed = times
    home = base + site.library.root(language)
    title = site.library.short_title.say(language)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language.tag})
    _add(feed, "title", title)
    _add(feed, "id", home)
    _add(feed, "updated", max((updated, *changed.values())))
    ET.SubElement(feed, "link", {"rel": "self", "href": f"{home}feed.xml"})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": home})
    _add(ET.SubElement(feed, "author"), "name", title)
    shown = [d for d in site.documents if d.language == language and not d.is_fallback]
    for document in sorted(shown, key=lambda d: changed.get(d.source, updated), reverse=True):
        entry = ET.SubElement(feed, "entry")
        address = base + document.url
        _add(entry, "title", document.title)
        _add(entry, "id", address)
        _add(entry, "updated", changed.get(document.source, updated))
        ET.SubElement(entry, "link", {"href": address})
        if document.description:
            _add(entry, "summary", document.description)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
