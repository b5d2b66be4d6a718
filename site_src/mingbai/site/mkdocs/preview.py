"""The preview while one edits: quick to follow, and a mistake shows in the page.

MkDocs leaves the browser waiting when a rebuild fails. Here the page says what is wrong, and tries
again every second until it is mended.
"""

import logging
from collections.abc import Callable
from html import escape
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

_POLLING = 0.15
"""Seconds between two looks at the files."""
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A mistake 有错误</title>
<style>body {{ font: 1.1rem/1.7 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto;
padding: 0 1rem; color: #1f2624; background: #fbf9f4 }} h1 {{ color: #9b2c22; font-size: 1.5rem }}
li {{ margin: .8rem 0; overflow-wrap: anywhere }}</style>
<h1>A mistake stops the preview 预览停在一个错误上</h1>
<ul>{errors}</ul>
<p>Mend it and save: the page comes back by itself. 改好并保存，页面会自己回来。</p></html>
"""

log = logging.getLogger("mkdocs.plugins.mingbai")


class Preview:
    """Builds for the preview server, and keeps what went wrong."""

    def __init__(self, build: Callable[[], None], server: LiveReloadServer) -> None:
        """Take over from a server's builder."""
        self._build = build
        self._server = server
        self._other = server.error_handler
        self.error = ""

    def build(self) -> None:
        """Build; what goes wrong is told in the terminal and shown by `page`."""
        self.error = ""
        try:
            self._build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 (the server has to go on)
            cause = error.__context__ if isinstance(error, SystemExit) else None
            self.error = str(cause or error)
            log.warning("The preview shows what is wrong; it goes on when it is mended.")
            for page in Path(self._server.root).rglob("*.html"):
                page.unlink()

    def page(self, code: int) -> bytes | None:
        """Return what is shown where there is no page."""
        if not self.error:
            return self._other(code)
        lines = "".join(f"<li>{escape(line)}</li>" for line in self.error.splitlines())
        return _PAGE.format(errors=lines).encode()


def previewing(server: LiveReloadServer, root: Path, watched: tuple[str, ...]) -> LiveReloadServer:
    """Return the server, set up so that it follows edits quickly and survives mistakes.

    Args:
        server: not yet started.
        root: the project's folder; its data and templates are watched too.
        watched: what it watches already.
    """
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_POLLING)
    preview = Preview(server.builder, server)
    server.builder = preview.build
    server.error_handler = preview.page
    also = (root / name for name in ("data", "overrides"))
    for path in (*watched, *(str(folder) for folder in also if folder.is_dir())):
        server.watch(path)
    return server
