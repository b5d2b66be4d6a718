"""Request every external address in pages and data, and report those that do not answer.

``.venv/bin/python scripts/check_outer_links.py [FOLDER]`` reads content/, data/ and docs/ of the
project. Exit codes: 0 all answer, 1 some do not.
"""

import re
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent
_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}，。；）”]+")
_NONE = ("example.org", "example.com", "127.0.0.1", "localhost", "schema.org", "json-schema.org",
         "www.w3.org", "json.schemastore.org")  # fmt: skip
"""Hosts in examples and schemas, which are not requested."""
_TRIES = 3
_GONE = {404, 410}


def addresses() -> dict[str, str]:
    """Return each address with the place of its first use."""
    found: dict[str, str] = {}
    paths = [path for name in ("content", "data", "docs") for path in (ROOT / name).rglob("*.*")]
    for path in sorted(paths):
        if path.suffix not in {".md", ".yml"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for address in _ADDRESS.findall(line):
                host = urlsplit(address.rstrip(".,;:")).hostname or ""
                if "." in host and host not in _NONE and "…" not in address:
                    place = f"{path.relative_to(ROOT)}:{number}"
                    found.setdefault(address.rstrip(".,;:"), place)
    return found


def problem(client: httpx.Client, address: str) -> str:
    """Return the problem with an address; empty if it answers."""
    told = ""
    for attempt in range(_TRIES):
        try:
            answer = client.get(address)
        except httpx.HTTPError as error:
            told = type(error).__name__
        else:
            told = "" if answer.is_success else f"status {answer.status_code}"
            if not told or answer.status_code in _GONE:
                return told
        time.sleep(attempt)
    return told


def main() -> int:
    """Print the addresses that do not answer, each with its place and problem."""
    wrong = 0
    found = addresses()
    with httpx.Client(follow_redirects=True, timeout=20) as client:
        for address, place in found.items():
            if told := problem(client, address):
                wrong += 1
                print(f"{place}: {address}: {told}")
    print(f"{len(found)} addresses, {wrong} do not answer.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
