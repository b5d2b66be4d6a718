"""Minifies our style sheets and scripts into one folder that is named after their hash.

The folder's name changes when any file does, so browsers can cache the files for ever. Inside the
folder, scripts refer to one another by plain relative names.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import rcssmin
import rjsmin

BUNDLE = "mingbai.css"
_IMPORTED = re.compile(r"importScripts\(([^)]*)\);")


@dataclass(frozen=True, slots=True)
class Assets:
    """The files that every page can load."""

    folder: str
    """The folder's path from the site's root: ``assets/5f1c02d9``."""
    files: dict[str, bytes]
    """The files by path in the folder: ``mingbai.css``, ``site.js``, ``search/search.js``, …"""


def read_assets(folder: Path) -> Assets:
    """Return the assets of ``overrides/assets``.

    Args:
        folder: contains css/, whose sheets are joined in the order of their names, and js/, whose
            folders stay the same.
    """
    sheets = sorted((folder / "css").glob("*.css"))
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    files = {BUNDLE: str(rcssmin.cssmin(css)).encode()}
    scripts = {
        path.relative_to(folder / "js").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "js").rglob("*.js"))
    }
    joined: set[str] = set()
    for name, text in scripts.items():
        parts = _imported(name, text)
        joined.update(parts)
        own = _IMPORTED.sub("", text)
        whole = "\n".join([*(scripts[part] for part in parts), own])
        files[name] = str(rjsmin.jsmin(whole)).encode()
    files = {name: data for name, data in files.items() if name not in joined}
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(name.encode() + b"\0" + data + b"\0")
    return Assets(f"assets/{digest.hexdigest()[:8]}", files)


def _imported(name: str, text: str) -> tuple[str, ...]:
    """Return the paths of the scripts that a worker imports; their text replaces the import.

    >>> _imported("search/worker.js", 'importScripts("text.js", "rank.js");')
    ('search/text.js', 'search/rank.js')
    """
    asked = _IMPORTED.search(text)
    names = re.findall(r'"([^"]+)"', asked[1]) if asked else []
    return tuple((PurePosixPath(name).parent / part).as_posix() for part in names)
