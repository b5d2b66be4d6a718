"""Google, MyMemory and DeepL through deep-translator, with workarounds for its faults.

It has no timeout, may return None or the source text as a translation, and prints keys in its
errors (deep-translator 1.11.4).
"""

import os
import threading
from collections.abc import Callable
from importlib.metadata import version

from deep_translator import DeeplTranslator, GoogleTranslator, MyMemoryTranslator

from mingbai.messages import tell
from mingbai.translation.engines.http import scrubbed
from mingbai.translation.engines.interface import EngineError, Segment

SECONDS = 60.0
_WARNINGS = ("MYMEMORY WARNING", "QUERY LENGTH LIMIT", "YOU USED ALL AVAILABLE FREE TRANSLATIONS")


class Deep:
    """One of deep-translator's services."""

    def __init__(
        self, name: str, limit: int, ask: Callable[[str], object], secret: str = ""
    ) -> None:
        """Set the function that calls the service."""
        self.name = name
        self.limit = limit
        self.version = version("deep-translator")
        self._ask = ask
        self._secret = secret

    def translate(self, segment: Segment) -> str:
        """Return the English; see `Engine.translate`."""
        found: list[object] = []
        failed: list[Exception] = []

        def ask() -> None:
            try:
                found.append(self._ask(segment.text))
            except Exception as error:  # noqa: BLE001 (its errors have no common class)
                failed.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(SECONDS)
        if failed:
            what = scrubbed(f"{type(failed[0]).__name__}: {failed[0]}"[:200], self._secret)
            raise EngineError(what, is_passing=True)
        if not found:
            raise EngineError(
                tell("no answer in {seconds:.0f} seconds", seconds=SECONDS), is_passing=True
            )
        text = found[0]
        if not isinstance(text, str) or not text.strip():
            raise EngineError(tell("the answer is empty"), is_passing=False)
        if text.upper().startswith(_WARNINGS):
            raise EngineError(tell("the day's quota is used up"), is_passing=False)
        return text


def google() -> Deep:
    """Return the Google engine; above 1,800 Chinese characters Google answers with status 400."""
    return Deep("google", 1500, GoogleTranslator(source="zh-CN", target="en").translate)


def mymemory() -> Deep:
    """Return the MyMemory engine; it accepts 500 characters."""
    return Deep("mymemory", 450, MyMemoryTranslator(source="zh-CN", target="en-US").translate)


def deepl() -> Deep:
    """Return the DeepL engine. MINGBAI_DEEPL_KEY is the key; set MINGBAI_DEEPL_PRO=1 if paid."""
    key = os.environ.get("MINGBAI_DEEPL_KEY", "")
    if not key:
        raise EngineError(tell("set MINGBAI_DEEPL_KEY"), is_passing=False)
    is_free = os.environ.get("MINGBAI_DEEPL_PRO", "") != "1"
    ask = DeeplTranslator(api_key=key, source="zh", target="en", use_free_api=is_free).translate
    return Deep("deepl", 5000, ask, key)
