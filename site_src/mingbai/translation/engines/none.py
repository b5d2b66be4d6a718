"""Nobody: what the memory does not know stays untranslated, rather than guessed."""

from mingbai.messages import tell
from mingbai.translation.engines.interface import EngineError, Segment


class Nobody:
    """Works offline, and never writes a word of its own."""

    name = "none"
    version = "1"
    limit = 10_000

    def translate(self, segment: Segment) -> str:
        """Leave every segment; see `Engine.translate`."""
        del segment
        raise EngineError(tell("nothing in the memory"), is_passing=False)
