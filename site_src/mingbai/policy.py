"""What a browser may load and run on our pages: the Content Security Policy, in its two places.

Hosts send it with every file; pages carry it too, for hosts that send no headers. Source: Content
Security Policy Level 3 of W3C.
"""

_EVERYWHERE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)

POLICY = f"{_EVERYWHERE}; frame-ancestors 'none'"
"""No inline script or style, no other host, no frame around a page: as a header."""

IN_PAGES = _EVERYWHERE
"""The same as an element of a page, where browsers ignore `frame-ancestors`, with an error."""
