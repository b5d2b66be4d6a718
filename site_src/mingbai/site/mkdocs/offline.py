"""A site that opens from a folder: its links name index.html, which no server adds there."""

import re

from mkdocs.config import Config
from mkdocs.config.config_options import Type

_LINK = re.compile(r"""(<a\b[^<>]*?\shref=")((?:[^"<>:?#/][^"<>:?#]*|\.{1,2})?/?)(?=["?#])""")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    offline = Type(bool, default=False)
    """Whether the site opens from a folder, without a server."""


def to_files(html: str) -> str:
    """Return a page's HTML with links to folders replaced by links to their index.html.

    >>> to_files('<a href="../opening/#p1">a</a><a href="..">b</a><a href="#p9">c</a>')
    '<a href="../opening/index.html#p1">a</a><a href="../index.html">b</a><a href="#p9">c</a>'
    >>> to_files('<a href="https://example.org/">a</a> <a href="data/figures.csv">b</a>')
    '<a href="https://example.org/">a</a> <a href="data/figures.csv">b</a>'
    """
    return _LINK.sub(_to_file, html)


def _to_file(found: re.Match[str]) -> str:
    before, path = found[1], found[2]
    if path.endswith("/"):
        return f"{before}{path}index.html"
    if path.rpartition("/")[2] in (".", ".."):
        return f"{before}{path}/index.html"
    return found[0]
