"""Output where the encoding is not UTF-8: a Windows console in cp1252 or GBK, LC_ALL=C."""

import codecs
import io
import json
import sys

_ERRORS = "mingbai-escape"


def escape(error: UnicodeError) -> tuple[str, int]:
    r"""Return escapes for characters that an encoding lacks; they are valid inside JSON.

    >>> escape(UnicodeEncodeError("cp1252", "a嘉😀", 1, 3, ""))
    ('\\u5609\\ud83d\\ude00', 3)
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def write_whatever_the_encoding() -> None:
    """Make output escape characters that its encoding lacks, as JSON does, instead of failing."""
    codecs.register_error(_ERRORS, escape)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)
