"""Packages that only some work needs: a plain install leaves them out, an extra brings them."""

from collections.abc import Iterator
from contextlib import contextmanager

from mingbai.errors import MingbaiError
from mingbai.messages import tell


class ExtraMissing(MingbaiError):  # noqa: N818 (as errors.py)
    """A package is not installed that this work needs, and an extra of ours brings."""


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import in this context what an extra of pyproject.toml brings.

    Args:
        name: the extra: ``s3``.
        what: what needs it, as the subject of a sentence: ``Publishing to S3``.

    Raises:
        ExtraMissing: a package of it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(
            None,
            tell(
                "{what} needs the package {name!r}, which is not installed.",
                what=what,
                name=error.name,
            ),
            todo=tell("Run: pip install 'mingbai[{name}]'", name=name),
        ) from error
