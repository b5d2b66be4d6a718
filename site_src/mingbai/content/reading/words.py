"""The build's own proof that the pages hold the report word for word."""

from mingbai.content.library import Library
from mingbai.digest import exact_digest
from mingbai.errors import Location, MingbaiError, PageInvalid, raise_all
from mingbai.messages import tell
from mingbai.report.pages.manifest import NAME


def refuse_changed_words(library: Library) -> None:
    """Raise where the Chinese pages, joined, are not the source text.

    Raises:
        PageInvalid: each block whose words are not the report's, or the manifest whose white space
            is not the source's.
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
                        tell("The words of {id} are not the report's.", id=known.id),
                        todo=tell("Run: mingbai check. It shows the report's words."),
                    )
                )
    raise_all(tuple(errors))
    if "".join(text) + library.manifest.after != library.source.text:
        page = library.zh[0]
        raise PageInvalid(
            Location(page.file.with_name(NAME)),
            tell("The pages, joined, are not the source text."),
            todo=tell("Restore this file and the source from version control."),
        )
