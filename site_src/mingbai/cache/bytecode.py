"""Compiled templates kept from one build to the next."""

import base64

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from mingbai.cache.memo import Memo


class KeptBytecode(BytecodeCache):
    """Asks a memo for what templates were compiled to."""

    def __init__(self, memo: Memo) -> None:
        """Use a memo, which is open as long as templates are loaded."""
        self._memo = memo

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template, if anything is."""
        kept = self._memo.find(self._key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(base64.b64decode(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        code = base64.b64encode(bucket.bytecode_to_string()).decode()
        self._memo.put(self._key(bucket), code)

    def _key(self, bucket: Bucket) -> str:
        """Return the hash of a template's name and text."""
        return self._memo.key("bytecode", (bucket.key, bucket.checksum))
