"""Measure how well the figure grammar reads real reports.

    python scripts/measure/figures.py FOLDER [FOLDER …]

The folders contain the reports that tests/figures/sample-150.yml names. For each report, the script
prints how many digit sequences are part of a found number. For the numbers marked by hand it prints
recall (the share of marked numbers that are found with all fields right) and precision (the share
of numbers found at marked places, negative examples included, that are right). It exits with 1 if a
digit is in no number.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from mingbai.figures import ListedNumber, find_report

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
    return int(missing_digits > 0)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
