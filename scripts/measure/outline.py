"""Print precision and recall of the headings found, compared with outlines marked by hand.

Usage: python scripts/measure/outline.py REPORT …   (the file's name says which outline)
"""

import json
import sys
from pathlib import Path

from mingbai.report.pages.blocks import headings
from mingbai.report.parse import parse
from mingbai.report.read import read_source

OUTLINES = Path(__file__).parents[2] / "tests" / "report" / "outlines"
_OTHER_NAMES = {"2024": "jiaxing-2024"}


def main(paths: list[str]) -> None:
    """Print one line per report, then the missed headings and the false ones."""
    for path in map(Path, paths):
        name = _OTHER_NAMES.get(path.stem, path.stem)
        nodes = json.loads((OUTLINES / f"{name}.json").read_text(encoding="utf-8"))["nodes"]
        wanted = {(node["start"], node["title"]) for node in nodes}
        report = parse(read_source(path))
        found = {(heading.start, heading.title) for heading in headings(report.outline)}
        right = len(found & wanted)
        print(f"{name}: precision {right / len(found):.3f}, recall {right / len(wanted):.3f}")
        for start, title in sorted(wanted - found):
            print(f"  missed {start}: {title}")
        for start, title in sorted(found - wanted):
            print(f"  wrong  {start}: {title}")


if __name__ == "__main__":
    main(sys.argv[1:])
