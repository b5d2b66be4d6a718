"""The Content Security Policy: what a browser may load and run on a page of the site.

Hosts send it as a header; pages contain it too, for hosts that send no headers. Source: W3C,
Content Security Policy Level 3.
"""

_EVERYWHERE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)

POLICY = f"{_EVERYWHERE}; frame-ancestors 'none'"
"""For the header: no inline script or style, no other host, no framing of the page."""

IN_PAGES = _EVERYWHERE
"""For the ``meta`` element of a page, in which browsers reject `frame-ancestors`."""
