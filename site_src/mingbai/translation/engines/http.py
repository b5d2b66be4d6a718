"""Sends one HTTP request with a timeout; its error messages never contain a key."""

from typing import Any

import httpx

from mingbai.messages import tell
from mingbai.translation.engines.interface import EngineError

TIMEOUT = httpx.Timeout(60, connect=10)
_TOO_MANY = 429
_SERVER = 500
_OK = 200


def post(url: str, body: dict[str, Any], headers: dict[str, str], secret: str) -> Any:  # noqa: ANN401 (JSON)
    """Send a request and return the JSON of its response.

    Args:
        url: the address.
        body: sent as JSON, never in the address.
        headers: the headers of the request.
        secret: removed from every message.

    Raises:
        EngineError: no connection, a status other than 200, or a response that is not JSON.
    """
    try:
        answer = httpx.post(url, json=body, headers=headers, timeout=TIMEOUT)
    except httpx.HTTPError as error:
        what = scrubbed(str(error) or type(error).__name__, secret)
        raise EngineError(tell("no answer: {what}", what=what), is_passing=True) from None
    if answer.status_code != _OK:
        passing = answer.status_code == _TOO_MANY or answer.status_code >= _SERVER
        wait = answer.headers.get("Retry-After", "")
        raise EngineError(
            f"status {answer.status_code}",
            is_passing=passing,
            wait=float(wait) if wait.isdecimal() else None,
        )
    try:
        return answer.json()
    except ValueError:
        raise EngineError(tell("the answer is not JSON"), is_passing=False) from None


def scrubbed(message: str, secret: str) -> str:
    """Return a message without the secret.

    >>> scrubbed("bad key abc", "abc")
    'bad key ***'
    """
    return message.replace(secret, "***") if secret else message
