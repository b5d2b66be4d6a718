"""The preview while one edits: quick to follow, and a mistake shows in the page.

MkDocs leaves the browser waiting when a rebuild fails. Here the page says what is wrong, and tries
again every second until it is mended.
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

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_POLLING = 0.15
"""Seconds between two looks at the files."""
_PAGE = Path(__file__).with_name("mistake.html")
"""The page that says what is wrong; not among the project's templates, which may be broken."""

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
        page = Template(_PAGE.read_text(encoding="utf-8"), autoescape=True)
        html: str = page.render(errors=self.error.splitlines())
        return html.encode()


def guarded(app: "WSGIApplication", name: str) -> "WSGIApplication":
    """Return an app that answers only to its own host names, and only for paths of files.

    A page elsewhere could have its name resolved to this machine and then read the preview (DNS
    rebinding): such a request carries that name. No name is resolved for an address in digits.

    Args:
        app: answers what is let through.
        name: of the host that the server is bound to.
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
    """Return the name of a Host header, without its port; empty where it is none."""
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
    """Return the server, set up so that it follows edits quickly and survives mistakes.

    Args:
        server: not yet started.
        root: the project's folder; its data and templates are watched too.
        watched: what it watches already.
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
