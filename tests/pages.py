"""Pages of Chromium for tests: each fresh, in a process that it shares with earlier ones.

A context and a process of its own cost every page half a second. So a context is used again, by one
page at a time, after everything that the last one stored was deleted; an empty page of the same
site keeps its process alive.
"""

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize

SIZE = ViewportSize(width=1280, height=720)


class Pages:
    """A browser that opens pages."""

    def __init__(self, browser: Browser, empty: str) -> None:
        """Open pages in the browser; at the address `empty` is a page of the site of them all."""
        self._browser = browser
        self._empty = empty
        self._contexts: dict[
            tuple[tuple[str, object], ...], list[tuple[BrowserContext, CDPSession]]
        ] = {}
        self.browser_type = browser.browser_type
        self.new_context = browser.new_context

    def new_page(self, viewport: ViewportSize = SIZE, **options: object) -> Page:
        """Open a page that knows nothing of any other; the options are those of a context."""
        page = self._context(options).new_page()
        page.set_viewport_size(viewport)
        return page

    def _context(self, options: dict[str, object]) -> BrowserContext:
        """Return a context in which no page is open, as if it were new."""
        those = self._contexts.setdefault(tuple(sorted(options.items())), [])
        for context, session in those:
            if len(context.pages) == 1:
                session.send("Network.clearBrowserCache")
                session.send("Network.clearBrowserCookies")
                session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
                return context
        context = self._browser.new_context(**options)
        page = context.new_page()
        page.goto(self._empty)
        those.append((context, context.new_cdp_session(page)))
        return context
