"""The HTTP headers of each file: security policy, content type, caching.

Sources: the Content Security Policy Level 3 of W3C; the OWASP secure headers project; RFC 8246
(``immutable``).
"""

import mimetypes
import re
from pathlib import PurePosixPath

from mingbai.errors import MingbaiError
from mingbai.messages import tell
from mingbai.policy import POLICY

SECURITY = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
)
"""Headers of every response."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For files in a folder that is named after their hash."""
ASK_AGAIN = "public, max-age=0, must-revalidate"
"""For pages and data: browsers cache them and check for changes each time."""

TEXT = frozenset(
    ".css .csv .html .js .json .svg .txt .webmanifest .xml".split()  # noqa: SIM905 (reads better)
)
"""Suffixes of files that are worth compressing."""

_EDITION = "[a-z0-9-]+/"
_HASHED = re.compile(rf"(?:assets|(?:{_EDITION})?search)/[0-9a-f]{{8}}/")
"""Matches the start of such paths; each edition has its own search."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def content_type(path: str) -> str:
    """Return the content type of a file by its name.

    >>> content_type("data/figures.csv"), content_type("assets/share-zh.png")
    ('text/csv; charset=utf-8', 'image/png')
    """
    ending = PurePosixPath(path).suffix
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def cache_control(path: str) -> str:
    """Return the Cache-Control header of a file.

    >>> cache_control("assets/5f1c02d9/site.js"), cache_control("2024/search/1f5a0c22/layer.json")
    ('public, max-age=31536000, immutable', 'public, max-age=31536000, immutable')
    >>> cache_control("index.html"), cache_control("search/index.json")
    ('public, max-age=0, must-revalidate', 'public, max-age=0, must-revalidate')
    """
    return FOR_EVER if _HASHED.match(path) else ASK_AGAIN


def netlify() -> str:
    """Return the ``_headers`` file for Netlify and Cloudflare Pages."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in SECURITY)]
    lines.append(f"  Cache-Control: {ASK_AGAIN}")
    for path in ("/assets/:hash/*", "/search/:hash/*", "/:edition/search/:hash/*"):
        lines += [path, "  ! Cache-Control", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join((*lines, ""))


def nginx(root: str, prefix: str = "/", listen: str = "80") -> str:
    """Return a server block for nginx, to include in its ``http`` block.

    Args:
        root: the folder on the server that holds the site below ``prefix``.
        prefix: the path at which the site is served; slashes are added at its ends.
        listen: address and port.

    Raises:
        MingbaiError: an argument contains a character that would end an nginx directive.
    """
    if _UNSAFE.search(root + prefix + listen.replace(" ", "")):
        raise MingbaiError(
            None,
            tell("The folder, prefix or address contains a space, quote, brace or semicolon."),
            todo=tell("Use a folder and a path without these characters."),
        )
    prefix = _slashed(prefix)
    security = "".join(f'        add_header {name} "{value}" always;\n' for name, value in SECURITY)
    types = "".join(
        f"        {kind.partition(';')[0]} {ending[1:]};\n"
        for ending, kind in sorted(_TYPES.items())
    )
    texts = " ".join(
        sorted({kind.partition(";")[0] for kind in _TYPES.values() if ";" in kind} - {"text/html"})
    )

    def location(path: str, keep: str, missing: str) -> str:
        return (
            f"    location {path} {{\n"
            f"        error_page 404 {prefix}{missing};\n"
            f'        add_header Cache-Control "{keep}" always;\n'
            f"{security}    }}\n"
        )

    return (
        f"server {{\n    listen {listen};\n    root {root};\n    index index.html;\n"
        "    server_tokens off;\n    gzip_static on;\n"
        f"    charset utf-8;\n    charset_types {texts};\n"
        f"    types {{\n{types}        image/png png;\n    }}\n"
        + location(prefix, ASK_AGAIN, "404.html")
        + location(f"{prefix}en/", ASK_AGAIN, "en/404.html")
        + location(f"~ ^{prefix}(assets|({_EDITION})?search)/[0-9a-f]+/", FOR_EVER, "404.html")
        + "}\n"
    )


_UNSAFE = re.compile(r"[\s\"'{};#$\\]")


def _slashed(prefix: str) -> str:
    """Return a path with one slash at each end.

    >>> _slashed("jiaxing"), _slashed("/a/b"), _slashed("")
    ('/jiaxing/', '/a/b/', '/')
    """
    inner = prefix.strip("/")
    return f"/{inner}/" if inner else "/"
