"""Proves in each build that the pages contain the report word for word."""

from mingbai.content.library import Library
from mingbai.digest import exact_digest
from mingbai.errors import Location, MingbaiError, PageInvalid, raise_all
from mingbai.messages import tell
from mingbai.report.pages.manifest import NAME


def refuse_changed_words(library: Library) -> None:
    """Raise an error if the Chinese pages, joined, are not the source text.

    Raises:
        PageInvalid: one error for each block that differs from the report; or one for a manifest
            whose white space differs from the source.
    """
    if library.source is None:
        return
    blocks = {block.id: (page, block) for page in library.zh for block in page.blocks if block.id}
    errors: list[MingbaiError] = []
    text: list[str] = []
    for record in library.manifest.pages:
        for known in record.blocks:
            page, block = blocks[known.id]
            text += (known.before, block.source.words)
            if exact_digest(block.source.words) != known.hash:
                errors.append(
                    PageInvalid(
                        Location(page.file, block.source.line),
                        tell("The words of block {block} are not the report's.", block=known.id),
                        todo=tell("Run mingbai check, which shows the report's words."),
                    )
                )
    raise_all(tuple(errors))
    if "".join(text) + library.manifest.after != library.source.text:
        page = library.zh[0]
        raise PageInvalid(
            Location(page.file.with_name(NAME)),
            tell("The joined pages differ from the source text."),
            todo=tell("Restore this file and the source from version control."),
        )
