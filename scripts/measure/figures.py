"""Measure how well the figure grammar reads real reports.

    python scripts/measure/figures.py [FOLDER …]

The folders contain the reports that tests/figures/sample-150.yml names. For each report, the script
prints how many digit sequences are part of a found number. For the numbers marked by hand it prints
recall (the share of marked numbers that are found with all fields right) and precision (the share
of numbers found at marked places, negative examples included, that are right). It exits with 1 if a
digit is in no number. Then it prints precision and recall by kind for tests/figures/sample-
provinces.yml, whose sentences need no report.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml

from mingbai.figures import ListedNumber, find_report

PROVINCES = Path(__file__).parents[2] / "tests" / "figures" / "sample-provinces.yml"
SAMPLE = Path(__file__).parents[2] / "tests" / "figures" / "sample-150.yml"
_DIGITS = re.compile("[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """One place in the sample: a number, or digits that are not a number."""

    report: str
    paragraph: int
    context: str
    """The text around it, with the span in square brackets."""
    text: str
    kind: str
    value: str = ""
    upper: str | None = None
    unit: str | None = None
    bound: str = ""

    def span(self, source: str) -> tuple[int, int]:
        """Return the position of the marked span in the report."""
        start = source.index(self.context.replace("[", "").replace("]", ""))
        start += self.context.index("[")
        return start, start + len(self.text)

    def is_said_by(self, number: ListedNumber, source: str) -> bool:
        """Return whether every field of the found number equals the marked one."""
        return (number.start, number.end) == self.span(source) and (
            (number.paragraph, number.value, number.upper, number.unit, number.bound, number.kind)
            == (self.paragraph, self.value, self.upper, self.unit, self.bound, self.kind)
        )


def sample() -> tuple[Marked, ...]:
    """Return the numbers marked by hand."""
    return tuple(Marked(**entry) for entry in yaml.safe_load(SAMPLE.read_text("utf-8")))


def uncovered(source: str, numbers: tuple[ListedNumber, ...]) -> list[str]:
    """Return every digit sequence outside of the found numbers."""
    covered = {position for number in numbers for position in range(number.start, number.end)}
    return [
        match[0]
        for match in _DIGITS.finditer(source)
        if not covered.issuperset(range(*match.span()))
    ]


def by_kind() -> None:
    """Print for each kind of the provinces' sample how many were found and how many are right."""
    marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    fields = ("text", "value", "upper", "unit", "bound", "kind")
    for entry in yaml.safe_load(PROVINCES.read_text("utf-8")):
        before, text, after = re.split(r"[\[\]]", entry["context"])
        start, end = len(before), len(before + text)
        touching = [
            n for n in find_report(before + text + after) if n.start < end and n.end > start
        ]
        marked[entry["kind"]] += 1
        for number in touching:
            found[number.kind] += 1
            right[number.kind] += all(getattr(number, f) == entry.get(f) for f in fields)
    print("kind: marked, found, right, precision, recall")
    for kind in sorted(marked.keys() - {"none"}):
        precision = right[kind] / found[kind] if found[kind] else 0
        recall = right[kind] / marked[kind]
        print(
            f"{kind}: {marked[kind]}, {found[kind]}, {right[kind]}, {precision:.2f}, {recall:.2f}"
        )
    total, taken, good = marked.total() - marked["none"], found.total(), right.total()
    print(f"all: {total}, {taken}, {good}, {good / taken:.3f}, {good / total:.3f}")


def main(folders: list[Path]) -> int:
    """Print the measures; return 1 if a digit is in no number."""
    marked = sample()
    names = sorted({one.report for one in marked})
    paths = {path.name: path for folder in folders for path in folder.glob("*.txt")}
    missing_digits = found = right = expected = 0
    for name in names:
        if name not in paths:
            print(f"{name}: not in the folders given")
            continue
        source = paths[name].read_text("utf-8")
        numbers = find_report(source)
        lost = uncovered(source, numbers)
        missing_digits += len(lost)
        digits = len(_DIGITS.findall(source))
        print(f"{name}: {len(numbers)} numbers, {digits - len(lost)} of {digits} digit sequences")
        for one in marked:
            if one.report != name:
                continue
            start, end = one.span(source)
            touching = [n for n in numbers if n.start < end and n.end > start]
            is_right = any(one.is_said_by(number, source) for number in touching)
            expected += one.kind != "none"
            found += len(touching)
            right += is_right
            if is_right != (one.kind != "none") or (one.kind == "none" and touching):
                print(f"  {one.context}: marked {one.kind} {one.value} {one.unit} {one.bound}")
                print(f"    found {[(n.text, n.value, n.unit, n.bound, n.kind) for n in touching]}")
    if expected and found:
        print(f"recall {right}/{expected} = {right / expected:.3f}")
        print(f"precision {right}/{found} = {right / found:.3f}")
    by_kind()
    return int(missing_digits > 0)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
