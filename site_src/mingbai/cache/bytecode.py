"""Compiled templates kept from one build to the next."""

import base64

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from mingbai.cache.memo import memo


class KeptBytecode(BytecodeCache):
    """Asks the memo in use for what templates were compiled to."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template, if anything is."""
        kept = memo().find(_key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(base64.b64decode(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        memo().put(_key(bucket), base64.b64encode(bucket.bytecode_to_string()).decode())


def _key(bucket: Bucket) -> str:
    """Return the hash of a template's name and text."""
    return memo().key("bytecode", (bucket.key, bucket.checksum))
