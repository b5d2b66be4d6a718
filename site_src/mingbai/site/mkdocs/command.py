"""Builds the site, for the command line."""

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mingbai.errors import MingbaiError
from mingbai.messages import tell

_FORMAT = "%(levelname)s: %(message)s"


def build_site(root: Path, *, offline: bool) -> Path:
    """Build a project's site in strict mode, and return the site's folder.

    Args:
        root: the project's folder.
        offline: whether the site opens from a folder, without a server.

    Raises:
        MkDocsException: the settings or the pages have errors or warnings.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    log.setLevel(logging.WARNING)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=True)
        config.plugins["mingbai"].config["offline"] = offline
        site = Path(config.site_dir)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort as error:  # MkDocs has printed the reasons
            raise MingbaiError(
                None,
                tell("The site was not built."),
                todo=tell("Correct the errors above."),
            ) from error
        config.plugins.on_shutdown()
    finally:
        log.removeHandler(handler)
    return site
