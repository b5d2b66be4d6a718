"""The engine ``none`` uses only the translation memory; all other text stays untranslated."""

from mingbai.messages import tell
from mingbai.translation.engines.interface import EngineError, Segment


class Nobody:
    """Works offline and translates nothing itself."""

    name = "none"
    version = "1"
    limit = 10_000

    def translate(self, segment: Segment) -> str:
        """Raise EngineError for every segment; see `Engine.translate`."""
        del segment
        raise EngineError(tell("the translation memory has no answer"), is_passing=False)
