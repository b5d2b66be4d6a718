"""Our own style sheets and scripts, made small, in one folder named after what they hold.

The folder's name changes when any of them does, so that they may be cached for ever; within it the
scripts find one another by plain relative names.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

BUNDLE = "mingbai.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """The files every page may load."""

    folder: str
    """From the site's root: ``assets/5f1c02d9``."""
    files: dict[str, bytes]
    """By name inside the folder: ``mingbai.css``, ``site.js``, …"""


def read_assets(folder: Path) -> Assets:
    """Return the assets of ``overrides/assets``.

    Args:
        folder: holds css/, whose sheets are joined in the order of their names, and js/.
    """
    sheets = sorted((folder / "css").glob("*.css"))
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    files = {BUNDLE: str(rcssmin.cssmin(css)).encode()}
    for script in sorted((folder / "js").glob("*.js")):
        files[script.name] = str(rjsmin.jsmin(script.read_text(encoding="utf-8"))).encode()
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(name.encode() + b"\0" + data + b"\0")
    return Assets(f"assets/{digest.hexdigest()[:8]}", files)
