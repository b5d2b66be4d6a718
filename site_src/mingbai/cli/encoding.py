"""Output on systems that do not write UTF-8: a Windows console in cp1252 or GBK, LC_ALL=C."""

import codecs
import io
import json
import sys

_ERRORS = "mingbai-escape"


def escape(error: UnicodeError) -> tuple[str, int]:
    r"""Return what stands for characters that an encoding lacks: valid inside JSON, too.

    >>> escape(UnicodeEncodeError("cp1252", "a嘉😀", 1, 3, ""))
    ('\\u5609\\ud83d\\ude00', 3)
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def write_whatever_the_encoding() -> None:
    """Let output escape a character that the encoding lacks, as JSON does, instead of failing."""
    codecs.register_error(_ERRORS, escape)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)
