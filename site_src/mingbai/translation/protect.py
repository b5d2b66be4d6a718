"""Masks markup before a text is sent to an engine, and restores it in the answer.

An engine's answer is data: it is escaped like the report's own words, so that no Markdown, HTML or
Jinja in it takes effect. Answers that contain HTML or Jinja are refused.
"""

import re
import unicodedata
from dataclasses import dataclass

from mingbai.messages import tell
from mingbai.report.pages.markdown import escape, words

_MARKUP = re.compile(
    r"(?<!\\)(?:\*\*|\{\{(?:(?!\{\{|\}\}).)*\}\}|\{:[^{}]*\}|\[\^[^\[\]]+\]"
    r"|\]\((?:(?!\]\()[^)])*\)|\[(?!\^)|`[^`]*`)"
)
_MASK = re.compile(r"⟦(\d+)⟧")
_FOREIGN = re.compile(r"\{\{|\}\}|\{%|\{#|<\s*/?\s*[a-zA-Z!]|&#|javascript:", re.IGNORECASE)


_APOSTROPHE = re.compile(r"(?<=[\w”])'(?=\w)|(?<=[sS])'(?=\s)")
"""A straight apostrophe inside a word or after a plural, the two places engines write it."""


class DraftRefused(Exception):  # noqa: N818 (says what happened)
    """A draft that must not be saved; the message says why."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A block's text with its markup replaced by marks."""

    text: str
    markup: tuple[str, ...]

    def restore(self, english: str) -> str:
        """Return the Markdown of an engine's answer, with curly apostrophes.

        >>> Masked("", ("**", "**")).restore("⟦0⟧The city's⟦1⟧ residents' needs")
        '**The city’s** residents’ needs'

        Raises:
            DraftRefused: a mark is missing or repeated, or the answer has forbidden characters.
        """
        english = _APOSTROPHE.sub("’", " ".join(english.split()))
        refuse_foreign(english)
        found = [int(number) for number in _MASK.findall(english)]
        if sorted(found) != list(range(len(self.markup))):
            raise DraftRefused(tell("the answer does not contain each mark of the markup once"))
        pieces = _MASK.split(english)
        return "".join(
            self.markup[int(piece)] if place % 2 else (escape(piece) if piece else "")
            for place, piece in enumerate(pieces)
        )


def mask(markdown: str) -> Masked:
    """Return a block's inline Markdown with its markup masked.

    >>> mask("**——聚焦。**增长6.3%。")
    Masked(text='⟦0⟧——聚焦。⟦1⟧增长6.3%。', markup=('**', '**'))
    """
    markup: list[str] = []
    text: list[str] = []
    end = 0
    for match in _MARKUP.finditer(markdown):
        text += [words(markdown[end : match.start()]), f"⟦{len(markup)}⟧"]
        markup.append(match.group())
        end = match.end()
    text.append(words(markdown[end:]))
    return Masked("".join(text), tuple(markup))


def refuse_foreign(english: str) -> None:
    """Refuse an answer that contains more than plain text.

    Raises:
        DraftRefused: it contains tags, Jinja, control characters, or marks that change the
            direction of text.
    """
    if found := _FOREIGN.search(english):
        raise DraftRefused(
            tell("it contains {markup!r}, which is not plain text", markup=found.group())
        )
    for character in english:
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
            raise DraftRefused(tell("it contains the character U+{code:04X}", code=ord(character)))
