"""Any server with OpenAI's chat interface: your own, or a provider's."""

import os

from mingbai.messages import tell
from mingbai.translation.engines.http import post
from mingbai.translation.engines.interface import EngineError, Segment

RULES = """You translate a Chinese government work report into plain, idiomatic American English.
Answer with the translation of the text alone. Leave nothing out, add nothing, soften nothing.
Every number, unit, bound and rank stays exact: 1亿元 is RMB 100 million, 左右 is about,
以上 is at least.
Keep each mark such as ⟦0⟧ exactly once, where it belongs. Use curly quotes and apostrophes.
Use these terms:
"""


class OpenAICompatible:
    """Calls MINGBAI_OPENAI_URL with the model MINGBAI_OPENAI_MODEL and MINGBAI_OPENAI_KEY."""

    name = "openai-compatible"
    limit = 4000

    def __init__(self) -> None:
        """Read the address, the model and the key from the environment."""
        self._url = os.environ.get("MINGBAI_OPENAI_URL", "http://127.0.0.1:8000/v1").rstrip("/")
        self._key = os.environ.get("MINGBAI_OPENAI_KEY", "")
        self.version = os.environ.get("MINGBAI_OPENAI_MODEL", "default")

    def translate(self, segment: Segment) -> str:
        """Return the English; see `Engine.translate`."""
        terms = "\n".join(f"{zh} = {en}" for zh, en in segment.terms)
        context = f"Before it stands: {segment.before}\nAfter it stands: {segment.after}\n"
        messages = [
            {"role": "system", "content": RULES + terms},
            {"role": "user", "content": f"{context}Translate this text:\n{segment.text}"},
        ]
        body = {"model": self.version, "messages": messages, "temperature": 0}
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        answer = post(f"{self._url}/chat/completions", body, headers, self._key)
        try:
            text = answer["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError):
            raise EngineError(
                tell("the answer contains no translation"), is_passing=False
            ) from None
        if not isinstance(text, str) or not text.strip():
            raise EngineError(tell("the answer is empty"), is_passing=False)
        return text.strip()
