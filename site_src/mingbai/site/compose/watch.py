"""Records what macros read from a view, so that a page is recomposed only if that has changed."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from mingbai.cache.memo import fingerprint
from mingbai.site.views.view import View

Reading = tuple[str, tuple[Any, ...] | None]
"""The name of a field, or of a method with its arguments."""


class Watched:
    """A view that records what is read from it."""

    def __init__(self, view: View) -> None:
        """Wrap a view."""
        self._view = view
        self._reads: dict[Reading, None] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a view has)
        """Return a field or a method of the view."""
        value = getattr(self._view, name)
        if callable(value):
            return partial(self._call, name)
        self._reads[name, None] = None
        return value

    def _call(self, name: str, *arguments: Any) -> Any:  # noqa: ANN401 (whatever a view has)
        self._reads[name, arguments] = None
        return getattr(self._view, name)(*arguments)


def reads_of(watched: Watched) -> tuple[Reading, ...]:
    """Return the recorded reads."""
    return tuple(watched._reads)  # noqa: SLF001 (macros see no name with a low line)


class Digests:
    """The hashes of the values in one view, each computed once."""

    def __init__(self, view: View) -> None:
        """Start without hashes."""
        self._view = view
        self._known: dict[Reading, str] = {}

    def of(self, reads: Iterable[Reading]) -> list[tuple[str, tuple[Any, ...] | None, str]]:
        """Return each reading with its hash, in a form that JSON can store."""
        return [(name, arguments, self._digest(name, arguments)) for name, arguments in reads]

    def are_current(self, cached: Iterable[tuple[str, list[Any] | None, str]]) -> bool:
        """Return whether all cached readings still have the same hashes."""
        return all(
            self._digest(name, None if arguments is None else tuple(arguments)) == digest
            for name, arguments, digest in cached
        )

    def _digest(self, name: str, arguments: tuple[Any, ...] | None) -> str:
        reading = (name, arguments)
        if reading not in self._known:
            try:
                value = getattr(self._view, name)
                value = value if arguments is None else value(*arguments)
            except (LookupError, AttributeError):
                value = None  # it no longer exists: composing the page again reports this
            self._known[reading] = fingerprint([repr(value).encode("utf-8", "surrogatepass")])
        return self._known[reading]
