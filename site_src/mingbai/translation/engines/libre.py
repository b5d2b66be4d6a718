"""LibreTranslate on your own host.

We send the request ourselves: deep-translator puts the text into the address, which fails at 8,000
characters, and raises KeyError for an error message with status 200.
"""

import os

from mingbai.messages import tell
from mingbai.translation.engines.http import post
from mingbai.translation.engines.interface import EngineError, Segment


class Libre:
    """Calls the server at MINGBAI_LIBRE_URL, with MINGBAI_LIBRE_KEY if the server needs a key."""

    name = "libre"
    version = "1"
    limit = 5000

    def __init__(self) -> None:
        """Read the address and the key from the environment."""
        self._url = os.environ.get("MINGBAI_LIBRE_URL", "http://127.0.0.1:5000").rstrip("/")
        self._key = os.environ.get("MINGBAI_LIBRE_KEY", "")

    def translate(self, segment: Segment) -> str:
        """Return the English; see `Engine.translate`."""
        body = {"q": segment.text, "source": "zh", "target": "en", "format": "text"}
        key = {"api_key": self._key} if self._key else {}
        answer = post(f"{self._url}/translate", body | key, {}, self._key)
        text = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise EngineError(tell("the answer contains no translation"), is_passing=False)
        is_cut = segment.text.endswith("。") and text[-1].isalnum()  # it drops the full stop
        return text + "." if is_cut else text
