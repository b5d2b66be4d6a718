"""Compare two builds of the site, to show that a change of code changed no page.

In paths and in files, the names of ``assets/<hash>/`` and ``search/<hash>/`` are replaced by a
constant. ``manifest.json`` is ignored. Both depend on the program's own files.

Usage: compare_builds.py FOLDER FOLDER
Exit codes: 0 equal, 1 different (each file is named), 2 wrong arguments.
"""

import re
import sys
from pathlib import Path

HASHED = re.compile(rb"(assets|search)/[0-9a-f]{8,}(?=/)")


def contents(site: Path) -> dict[str, bytes]:
    """Return the content of a site's files by path, with constant names of hashed folders."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != "manifest.json" and path.suffix not in (".br", ".gz"):
            key = HASHED.sub(rb"\1/HASH", name.encode()).decode()
            found[key] = HASHED.sub(rb"\1/HASH", path.read_bytes())
    return found


def main(arguments: list[str]) -> int:
    """Print the files that differ."""
    if len(arguments) != 2:  # noqa: PLR2004
        print(__doc__, file=sys.stderr)
        return 2
    first, second = (contents(Path(argument)) for argument in arguments)
    differing = [name for name in sorted(first | second) if first.get(name) != second.get(name)]
    for name in differing:
        where = "differs" if name in first and name in second else "is in one of them only"
        print(f"{name}: {where}")
    print(f"{len(first)} files, {len(differing)} differences")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
