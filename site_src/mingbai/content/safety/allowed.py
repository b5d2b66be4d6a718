"""The HTML that pages may contain: one list of elements, attributes and schemes.

Everything else is refused, so that no list of dangers is needed. Elements are
read as a browser's tokenizer reads them (justhtml follows the state machine of the HTML standard):
references are decoded, and an element that a browser would drop here counts all the same, since
another block may stand around it.
"""

import re
from collections.abc import Iterator, Mapping

from mingbai.messages import tell

_PHRASES = (
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span"
    " strong sub sup time u var wbr"
)
_BLOCKS = (
    "article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td tfoot th thead tr ul"
)
ELEMENTS = frozenset(f"{_PHRASES} {_BLOCKS}".split())
"""Words, lists, tables and pictures: what Markdown writes, and what has no sign of its own."""

_EVERYWHERE = frozenset(["class", "dir", "id", "lang", "role", "title"])
_CELL = frozenset(["align", "colspan", "headers", "rowspan", "scope"])
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    element: _EVERYWHERE | own
    for element, own in (
        *((element, frozenset[str]()) for element in ELEMENTS),
        ("a", frozenset(["href", "hreflang", "rel"])),
        ("blockquote", frozenset(["cite"])),
        ("col", frozenset(["span"])),
        ("colgroup", frozenset(["span"])),
        ("del", frozenset(["cite", "datetime"])),
        ("details", frozenset(["open"])),
        ("img", frozenset(["alt", "decoding", "height", "loading", "src", "width"])),
        ("ins", frozenset(["cite", "datetime"])),
        ("li", frozenset(["value"])),
        ("ol", frozenset(["reversed", "start", "type"])),
        ("q", frozenset(["cite"])),
        ("td", _CELL),
        ("th", _CELL),
        ("time", frozenset(["datetime"])),
    )
}
"""By element. All of them may also have ``aria-*`` and the attributes that Markdown reads."""
_READ_BY_MARKDOWN = frozenset(("markdown", "data-toc-label"))

ADDRESSES = frozenset(("cite", "href", "src"))
"""The attributes that hold an address."""
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Of addresses; most have none, and lead to pages of the site."""

MACRO = "\ue0ff"
"""Stands for what a macro yields, which is not known here."""
_END = "\ue0fe"

_BLANKS = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BEGINS = re.compile(r"<[A-Za-z/!?]")


def scheme_of(address: str) -> str:
    r"""Return the scheme of an address as a browser reads it; empty where it has none.

    >>> scheme_of("https://a.cn/"), scheme_of("../a.md#b:c"), scheme_of(" java\n\tScript:x")
    ('https', '', 'javascript')

    Source: the URL standard of WHATWG, "basic URL parser": blanks and control characters at its
    ends, and tabs and line ends anywhere, are passed over.
    """
    plain = address.strip(_BLANKS).translate(dict.fromkeys(map(ord, "\t\n\r")))
    found = _SCHEME.match(plain)
    return found[1].lower() if found else ""


def refused_address(address: str) -> str | None:
    """Return what is wrong with an address, or None."""
    scheme = scheme_of(address)
    if scheme and scheme not in SCHEMES:
        return tell("Pages must not contain addresses with {scheme}:.", scheme=scheme)
    return None


def refused(html: str) -> Iterator[str]:
    """Yield what is wrong with a piece of HTML.

    >>> list(refused('<b/onclick=x()>a</b>'))
    ['Pages must not contain the attribute onclick=.']
    >>> list(refused('<a href="java&#115;cript:x">b</a>'))
    ['Pages must not contain addresses with javascript:.']
    >>> list(refused('<p class="a">a < b</p>')), list(refused("a <b title='"))
    ([], ['The element that begins with < has no end here.'])
    """
    from justhtml import stream  # noqa: PLC0415 (pages without elements need not pay for it)

    code, last = 0, ""
    for kind, data in stream(html + _END):
        if kind == "start" and isinstance(data, tuple) and isinstance(data[1], dict):
            name = str(data[0])
            code += name in _CODE
            yield from _element(name, data[1])
        elif kind == "end":
            code -= data in _CODE
        elif kind == "text" and isinstance(data, str):
            last = data
            if code <= 0 and _BEGINS.search(data):
                yield tell(_UNENDED)
    if not last.endswith(_END):
        yield tell(_UNENDED)


_CODE = ("code", "pre")
_UNENDED = "The element that begins with < has no end here."


def _element(name: str, attributes: Mapping[str, str | None]) -> Iterator[str]:
    if name not in ELEMENTS:
        yield tell("Pages must not contain the element <{name}>.", name=name)
        return
    for attribute, value in attributes.items():
        known = ATTRIBUTES[name] | _READ_BY_MARKDOWN
        if attribute not in known and not attribute.startswith("aria-"):
            yield tell("Pages must not contain the attribute {name}=.", name=attribute)
        elif MACRO in (value or ""):
            yield tell("An element must not contain a macro: {name}=.", name=attribute)
        elif attribute in ADDRESSES and (wrong := refused_address(value or "")):
            yield wrong
