"""Compiled templates, cached between builds."""

import base64

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from mingbai.cache.memo import Memo


class CachedBytecode(BytecodeCache):
    """Stores the bytecode of templates in a memo."""

    def __init__(self, memo: Memo) -> None:
        """Use a memo; it must stay open as long as templates are loaded."""
        self._memo = memo

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the cached bytecode of a template, if there is any."""
        cached = self._memo.find(self._key(bucket))
        if cached is not None:
            bucket.bytecode_from_string(base64.b64decode(cached))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache the bytecode of a template."""
        code = base64.b64encode(bucket.bytecode_to_string()).decode()
        self._memo.put(self._key(bucket), code)

    def _key(self, bucket: Bucket) -> str:
        """Return the hash of a template's name and text."""
        return self._memo.key("bytecode", (bucket.key, bucket.checksum))
