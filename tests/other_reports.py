"""Where the reports lie that tests read beside the project's own: public documents."""

from pathlib import Path

FOLDER = Path(__file__).parent / "reports"
REPORTS = tuple(sorted(FOLDER.glob("*.txt")))
