"""Optional packages: a plain install leaves them out, an extra installs them."""

from collections.abc import Iterator
from contextlib import contextmanager

from mingbai.errors import MingbaiError
from mingbai.messages import tell


class ExtraMissing(MingbaiError):  # noqa: N818 (as errors.py)
    """A command needs an optional package that is not installed."""


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import an extra's packages inside this context; a missing one names the extra.

    Args:
        name: the extra's name in pyproject.toml: ``s3``.
        what: what needs it, as the subject of a sentence: ``Publishing to S3``.

    Raises:
        ExtraMissing: one of its packages is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissing(
            None,
            tell(
                "{feature} needs the package {package!r}, which is not installed.",
                feature=what,
                package=error.name,
            ),
            todo=tell("Run: pip install 'mingbai[{extra}]'", extra=name),
        ) from error
