"""The translation engines, with one interface; ``none`` sends no requests."""

from collections.abc import Callable

from mingbai.translation.engines.deep import deepl, google, mymemory
from mingbai.translation.engines.interface import Engine, EngineError, Segment
from mingbai.translation.engines.libre import Libre
from mingbai.translation.engines.none import Nobody
from mingbai.translation.engines.openai_compatible import OpenAICompatible
from mingbai.translation.engines.patience import Patient

ENGINES: dict[str, Callable[[], Engine]] = {
    "none": Nobody,
    "google": google,
    "mymemory": mymemory,
    "libre": Libre,
    "deepl": deepl,
    "openai-compatible": OpenAICompatible,
}
"""The engines by the name that ``mingbai translate --engine`` takes."""

__all__ = ["ENGINES", "Engine", "EngineError", "Patient", "Segment"]
