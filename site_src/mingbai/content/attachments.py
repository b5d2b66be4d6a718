"""Files beside pages, such as pictures: their published paths, and the files that links mean."""

from pathlib import Path, PurePosixPath

from mingbai.language import LANGUAGES, Language
from mingbai.project import language_root

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def published_at(path: str) -> str:
    """Return the published path of a file below content/: beside the pages of its folder.

    >>> published_at("zh/topics/lake.png"), published_at("en/2024/lake.png")
    ('topics/lake.png', 'en/2024/lake.png')
    """
    for language in LANGUAGES:
        if path.startswith(f"{language}/"):
            return language_root(language) + path.removeprefix(f"{language}/")
    return path


def file_at(content: Path, address: str) -> Path | None:
    """Return the file that a link leads to; None if there is none.

    If an English page has no file of its own, the same link leads to the Chinese page's file.

    Args:
        content: the folder of all pages.
        address: the file's path from the site's root: ``en/topics/lake.png``.
    """
    if any(part == ".." or part.startswith(".") for part in PurePosixPath(address).parts):
        return None
    english = language_root(Language.EN)
    inside = address.removeprefix(english)
    own = content / Language.EN / inside if address.startswith(english) else content / address
    chinese = content / Language.ZH / inside
    home = content.resolve()
    return next(
        (way for way in (own, chinese) if way.is_file() and way.resolve().is_relative_to(home)),
        None,
    )
