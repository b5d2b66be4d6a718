"""What the site says to readers, in each language: gettext catalogues, read by Babel.

The messages' ids are the English texts; ``zh/LC_MESSAGES/mingbai.po`` has the Chinese.
"""

import functools
from importlib import resources

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from mingbai.language import Language


@functools.cache
def _catalogue(language: Language) -> Catalog:
    file = resources.files(__name__) / language / "LC_MESSAGES" / "mingbai.po"
    with file.open("rb") as stream:
        return read_po(stream)


def say(language: Language, message: str, **values: object) -> str:
    """Return a message to readers with its values filled in.

    >>> say(Language.ZH, "Link to this paragraph ({id})", id="p9-2")
    '本段链接（p9-2）'

    Raises:
        KeyError: the message has no Chinese.
    """
    text = message
    if not language.is_english:
        entry = _catalogue(language).get(message)
        if entry is None or not entry.string:
            raise KeyError(message)
        text = str(entry.string)
    return text.format(**values)
