"""What the site says to readers, in each language: gettext catalogues, read by Babel.

The messages' ids are the English texts; ``zh/LC_MESSAGES/mingbai.po`` has the Chinese.
"""

import functools
from importlib import resources

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po


@functools.cache
def _catalogue(language: str) -> Catalog:
    file = resources.files(__name__) / language / "LC_MESSAGES" / "mingbai.po"
    with file.open("rb") as stream:
        return read_po(stream)


def say(language: str, message: str, **values: object) -> str:
    """Return a message to readers in ``zh`` or ``en``, with its values filled in.

    >>> say("zh", "Link to this paragraph ({id})", id="p9-2")
    '本段链接（p9-2）'

    Raises:
        KeyError: the message has no Chinese.
    """
    text = message
    if language != "en":
        entry = _catalogue(language).get(message)
        if entry is None or not entry.string:
            raise KeyError(message)
        text = str(entry.string)
    return text.format(**values)
