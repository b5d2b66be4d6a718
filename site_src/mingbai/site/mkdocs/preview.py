"""The preview for editors reacts to edits quickly and shows errors in the browser.

MkDocs leaves the browser waiting if a rebuild fails. Our page shows the error, and reloads every
second until it is corrected.
"""

import ipaddress
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Template
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from mingbai.messages import tell

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_POLLING = 0.15
"""Seconds between two checks for changed files."""
_PAGE = Path(__file__).with_name("mistake.html")
"""The error page; it is not a project template, because those may have errors."""

log = logging.getLogger("mkdocs.plugins.mingbai")


class Preview:
    """Builds for the preview server, and stores the last error."""

    def __init__(self, build: Callable[[], None], server: LiveReloadServer) -> None:
        """Replace the server's builder."""
        self._build = build
        self._server = server
        self._other = server.error_handler
        self.error = ""

    def build(self) -> None:
        """Build; log an error in the terminal, and store it for `page`."""
        self.error = ""
        try:
            self._build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 (the server has to go on)
            cause = error.__context__ if isinstance(error, SystemExit) else None
            self.error = str(cause or error)
            log.warning(
                tell("The preview shows the error. It continues once the error is corrected.")
            )
            for page in Path(self._server.root).rglob("*.html"):
                page.unlink()

    def page(self, code: int) -> bytes | None:
        """Return the error page; if there is no error, the server's page for an HTTP status."""
        if not self.error:
            return self._other(code)
        page = Template(_PAGE.read_text(encoding="utf-8"), autoescape=True)
        html: str = page.render(errors=self.error.splitlines())
        return html.encode()


def guarded(app: "WSGIApplication", name: str) -> "WSGIApplication":
    """Return an app that accepts only requests for its own host names and for valid paths.

    Another website could make its name resolve to this machine and read the preview (DNS
    rebinding). Such a request has that name in its Host header; numeric addresses need no name.

    Args:
        app: handles the accepted requests.
        name: the host name that the server is bound to.
    """
    names = {"localhost", name.lower()}

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        host = _host(environ.get("HTTP_HOST", ""))
        if host not in names and not _is_address(host):
            start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
            return [b"This preview does not answer to that host name.\n"]
        if any(sign < " " for sign in environ.get("PATH_INFO", "")):
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"No file has such a name.\n"]
        return app(environ, start_response)

    return answer


def _host(header: str) -> str:
    """Return the host name in a Host header, without its port; empty if it is invalid."""
    try:
        parts = urlsplit(f"//{header}")
    except ValueError:
        return ""
    return "" if parts.username is not None else parts.hostname or ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def previewing(server: LiveReloadServer, root: Path, watched: tuple[str, ...]) -> LiveReloadServer:
    """Return the server, set up to react to edits quickly and to survive errors.

    Args:
        server: a server that has not started.
        root: the project's folder; its data and templates are watched too.
        watched: the paths that it already watches.
    """
    for path in watched:
        server.unwatch(path)
    server.set_app(guarded(server.serve_request, urlsplit(server.url).hostname or "localhost"))
    server.observer = PollingObserver(timeout=_POLLING)
    preview = Preview(server.builder, server)
    server.builder = preview.build
    server.error_handler = preview.page
    also = (root / name for name in ("data", "overrides"))
    for path in (*watched, *(str(folder) for folder in also if folder.is_dir())):
        server.watch(path)
    return server
