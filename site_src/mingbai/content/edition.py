"""data/report.yml: what the report is, where it comes from, and how its mistakes are corrected."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.datafile import validate
from mingbai.errors import DataInvalid
from mingbai.hidden import without_unseen
from mingbai.language import Language
from mingbai.messages import tell
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
    """A correction of a mistake in the published text; the source is not changed."""

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
    """Return a block's text as the site shows it: corrected, without invisible characters.

    Args:
        text: the block's text.
        block: the block's id.
        corrections: the edition's corrections.
        written: converts a correction to the text's format, such as escaped Markdown.
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
    """Path of the source text, relative to data/."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    official_chinese: str | None = None
    official_english: str | None = None
    licence: Bilingual
    corrections: tuple[Correction, ...] = ()


def read_edition(project: Project) -> Edition:
    """Return the project's edition.

    Raises:
        DataInvalid: the file is invalid, or the source text does not match its hash.
    """
    file = load(project.report)
    edition = validate(file, Edition)
    _check_source(project.data / edition.source, edition, file)
    return edition


def _check_source(path: Path, edition: Edition, file: YamlFile) -> None:
    if not path.resolve().is_relative_to(file.path.parent.parent.resolve()):
        raise DataInvalid(
            file.at("source"),
            tell("The source is outside the project."),
            todo=tell("Move it to data/."),
        )
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise DataInvalid(
            file.at("source"),
            tell("There is no file {file} in data/.", file=edition.source),
            todo=tell("Put the source text there."),
        ) from error
    if found != edition.sha256:
        raise DataInvalid(
            file.at("sha256"),
            tell("{file} has a different hash: {hash}.", file=edition.source, hash=found),
            todo=tell("Restore the text; or, if the change is intended, write this hash here."),
        )
