"""Messages to editors: whole sentences with named placeholders, all formatted by one function.

A catalogue can later translate each message without a change to the code that sends it.
"""


def tell(text: str, **values: object) -> str:
    """Return a message with its placeholders replaced by values.

    Args:
        text: a whole sentence with placeholders: ``{page} has no block {id}.``
        values: the value of each placeholder, by its name.

    >>> tell("{page} has no block {id}.", page="opening.md", id="p9")
    'opening.md has no block p9.'
    """
    return text.format(**values) if values else text
