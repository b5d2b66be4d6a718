"""Retries requests to an engine a limited number of times."""

import os
import random
import time
from collections.abc import Callable

from mingbai.translation.engines.interface import Engine, EngineError, Segment

ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds; if an engine asks for a longer wait, we give up."""
BREAKS_AFTER = 3
"""After this many segments in a row without an answer, no more requests are sent."""


class Patient:
    """An engine with retries, backoff and jitter, and a circuit breaker."""

    def __init__(self, engine: Engine, sleep: Callable[[float], None] = time.sleep) -> None:
        """Wrap an engine; MINGBAI_BACKOFF sets the first wait in seconds (default 1)."""
        self.engine = engine
        self._sleep = sleep
        self._first = float(os.environ.get("MINGBAI_BACKOFF", "1"))
        self._failures = 0

    @property
    def is_broken(self) -> bool:
        """Whether the engine has failed so often that no more requests are sent."""
        return self._failures >= BREAKS_AFTER

    def translate(self, segment: Segment) -> str:
        """Return the English.

        Raises:
            EngineError: the engine failed, after all attempts if a retry might have helped.
        """
        for attempt in range(ATTEMPTS):
            try:
                text = self.engine.translate(segment)
            except EngineError as error:
                wait = self._wait(error, attempt)
                if not error.is_passing or wait is None:
                    self._failures += error.is_passing
                    raise
                self._sleep(wait)
            else:
                self._failures = 0
                return text
        raise AssertionError  # the last attempt raises

    def _wait(self, error: EngineError, attempt: int) -> float | None:
        """Return the seconds to wait before a retry; None to give up."""
        if attempt == ATTEMPTS - 1 or (error.wait or 0) > LONGEST_WAIT:
            return None
        backoff: float = self._first * 2**attempt * random.uniform(0.5, 1.5)  # noqa: S311 (jitter)
        return max(error.wait or 0, backoff)
