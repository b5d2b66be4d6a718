"""data/report.yml: what the report is, where it comes from, and what is shown otherwise."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.datafile import validate
from mingbai.errors import DataInvalid
from mingbai.hidden import without_unseen
from mingbai.language import Language
from mingbai.project import Project
from mingbai.yamlfile import YamlFile, load


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(_Data):
    """A text in both languages."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """Return the text in a language."""
        return language.pick(self.zh, self.en)


class Correction(_Data):
    """A slip of the published text that the site shows mended; the source keeps it."""

    paragraph: Annotated[str, Field(pattern=r"^p[1-9]\d*$")]
    stands: Annotated[str, Field(min_length=1)]
    shown: str
    why: str


def corrected(
    text: str,
    block: str,
    corrections: Iterable[Correction],
    written: Callable[[str], str] = str,
) -> str:
    """Return a block's text as the site shows it: slips corrected, without what is not seen.

    Args:
        text: the block's.
        block: its id.
        corrections: the edition's.
        written: how the text writes words: as they are, or escaped for Markdown.
    """
    paragraph = block.split("-", maxsplit=1)[0]
    for one in corrections:
        if one.paragraph == paragraph:
            text = text.replace(written(one.stands), written(one.shown))
    return without_unseen(text)


class Edition(_Data):
    """One report of one place and year."""

    title: Bilingual
    short_title: Bilingual
    body: Bilingual
    place: Bilingual
    year: int
    date: str | None = None
    session: Bilingual | None = None
    source: str
    """Path of the source text below data/."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    official_chinese: str | None = None
    official_english: str | None = None
    licence: Bilingual
    corrections: tuple[Correction, ...] = ()


def read_edition(project: Project) -> Edition:
    """Return the project's edition.

    Raises:
        DataInvalid: the file is not as it should be, or the source text is not the one it names.
    """
    file = load(project.report)
    edition = validate(file, Edition)
    _check_source(project.data / edition.source, edition, file)
    return edition


def _check_source(path: Path, edition: Edition, file: YamlFile) -> None:
    if not path.resolve().is_relative_to(file.path.parent.parent.resolve()):
        raise DataInvalid(
            file.at("source"), "The source lies outside the project.", todo="Put it into data/."
        )
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise DataInvalid(
            file.at("source"), f"There is no {edition.source} in data/.", todo="Put the text there."
        ) from error
    if found != edition.sha256:
        raise DataInvalid(
            file.at("sha256"),
            f"{edition.source} has another hash: {found}.",
            todo="Restore the text, or, where it was meant to change, put this hash here.",
        )
