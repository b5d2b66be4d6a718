"""Markup is masked before a text leaves the house, and has to come back whole.

What an engine answers is data: it is escaped like the report's own words, so that no Markdown, HTML
or Jinja in it means anything; signs of an attempt are refused outright.
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
"""A straight one inside a word or after a plural; engines write hardly any other."""


class DraftRefused(Exception):  # noqa: N818 (says what happened)
    """A draft that must not be saved; the message says why."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A block's words with marks in the place of its markup."""

    text: str
    markup: tuple[str, ...]

    def restore(self, english: str) -> str:
        """Return the Markdown of an engine's answer, its apostrophes curly as the house sets them.

        >>> Masked("", ("**", "**")).restore("⟦0⟧The city's⟦1⟧ residents' needs")
        '**The city’s** residents’ needs'

        Raises:
            DraftRefused: a mark is missing or doubled, or the answer holds what no sentence has.
        """
        english = _APOSTROPHE.sub("’", " ".join(english.split()))
        refuse_foreign(english)
        found = [int(number) for number in _MASK.findall(english)]
        if sorted(found) != list(range(len(self.markup))):
            raise DraftRefused(tell("its markup did not come back whole"))
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
    """Refuse an answer that is more than a sentence.

    Raises:
        DraftRefused: tags, Jinja, control characters, or marks that turn the direction of text.
    """
    if found := _FOREIGN.search(english):
        raise DraftRefused(tell("it holds {group!r}, which no sentence has", group=found.group()))
    for character in english:
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
            raise DraftRefused(tell("it holds the character U+{ord:04X}", ord=ord(character)))
