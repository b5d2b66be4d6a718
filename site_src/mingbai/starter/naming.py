"""The names of a report, found in its title or its text."""

import re
from dataclasses import dataclass
from pathlib import Path

from mingbai.errors import Location, ProjectInvalid
from mingbai.messages import tell

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TITLE = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,20}?)(?:人民政府)?(?:(?:19|20)\d\d年)?政府工作报告"
)
_SPEAKER = re.compile(r"代表\s*(国务院|[\u4e00-\u9fff]{0,12}?人民政府)")
_STATE_COUNCIL = "国务院"


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a report in Chinese and English; the Chinese replaces unknown English."""

    title: tuple[str, str]
    body: tuple[str, str]
    place: tuple[str, str]
    year: int


def naming(report: str, file: Path, title: str | None, year: int | None) -> Naming:
    """Return the names of a report.

    Args:
        report: its text.
        file: the report's file; the year in its name is used if the title has none.
        title: such as ``嘉兴市2024年政府工作报告``; None to find it in the text.
        year: the report's year; None to find it in the title or the file's name.

    Raises:
        ProjectInvalid: the place or the year of the report cannot be found.
    """
    year = year or _year(title or "") or _year(file.stem)
    if year is None:
        raise ProjectInvalid(
            Location(file),
            tell("Neither the title nor the file's name contains the report's year."),
            todo=tell("Give the year: --year 2024."),
        )
    speaker = _SPEAKER.search(report)
    named = _TITLE.match(title or "")
    spoken = speaker[1] if speaker is not None and title is None else ""
    if _STATE_COUNCIL in {spoken, named["place"] if named else ""}:
        english = f"Report on the Work of the Government, {year}"
        return Naming(
            (f"{year}年国务院政府工作报告", english),
            (_STATE_COUNCIL, "State Council"),
            ("中国", "China"),
            year,
        )
    if title is None or named is None:
        raise ProjectInvalid(
            Location(file),
            tell("The text does not name the place of the report."),
            todo=tell("Give the title: --title 嘉兴市2024年政府工作报告."),
        )
    place = named["place"]
    body = f"{place}人民政府"
    return Naming((title, title), (body, body), (place, place), year)


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[1]) if found else None
