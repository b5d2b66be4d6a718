"""Messages to editors: whole sentences with named placeholders, all through one function.

A catalogue can then translate each message as it stands; nothing else has to change.
"""


def tell(text: str, **values: object) -> str:
    """Return a message with its values filled in.

    Args:
        text: a whole sentence, or a remedy, with placeholders: ``{page} has no block {id}.``
        values: what the placeholders stand for.

    >>> tell("{page} has no block {id}.", page="opening.md", id="p9")
    'opening.md has no block p9.'
    """
    return text.format(**values) if values else text
