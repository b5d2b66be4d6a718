"""Messages to editors: whole sentences with named placeholders, all formatted by one function.

A catalogue can later translate each message without a change to the code that sends it.
"""


def tell(text: str, /, **values: object) -> str:
    """Return a message with its placeholders replaced by values.

    Args:
        text: a whole sentence with placeholders: ``{page} has no block {id}.``
        values: the value of each placeholder, by its name.

    >>> tell("{page} has no block {id}.", page="opening.md", id="p9")
    'opening.md has no block p9.'
    """
    return text.format(**values) if values else text


def tell_many(one: str, many: str, /, count: int, **values: object) -> str:
    """Return the message for a number of things, as ``ngettext`` chooses it.

    Args:
        one: the message for one thing: ``{count} error``.
        many: the message for any other number: ``{count} errors``.
        count: the number, which replaces ``{count}``.
        values: the value of each other placeholder, by its name.

    >>> [tell_many("{count} error", "{count} errors", count) for count in (0, 1, 2)]
    ['0 errors', '1 error', '2 errors']
    """
    return tell(one if count == 1 else many, count=count, **values)
