"""All figures for the numbers page, each with the keys for filtering and sorting."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.content.topics import Topic
from mingbai.figures.entry import Figure
from mingbai.figures.listing import decimal_string
from mingbai.figures.store import Proved
from mingbai.figures.targets import growth_of
from mingbai.language import Language
from mingbai.locales import say
from mingbai.messages import tell
from mingbai.site.views.figures import KINDS, FigureView


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by: its id in addresses, and its name."""

    id: str
    name: str
    in_chinese: bool = False
    """Whether the name is Chinese on an English page."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with its filter and sort keys."""

    figure: FigureView
    topic: Choice
    part: Choice
    """The part of the report that contains its paragraph."""
    kind: Choice
    unit: str
    """The unit's code; empty if the figure is only a rank."""
    amount: str
    """The value as a plain decimal; empty if the figure is only a rank."""
    growth: str
    """The change in percent as a signed plain decimal; empty if the report states none."""
    place: str
    """The rank; empty if the report states none."""
    search: str
    """Labels of both languages and the quote, in lower case."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures in the report's order, and the choices that occur in them."""

    rows: tuple[Number, ...]
    topics: tuple[Choice, ...]
    parts: tuple[Choice, ...]
    kinds: tuple[Choice, ...]

    def of(
        self, *ids: str, topic: str = "", part: str = "", kind: str = "", period: str = ""
    ) -> "Numbers":
        """Return the figures that match all given choices, from those in `ids` or from all.

        Raises:
            ValueError: no figure has the given id, topic, part or kind.
        """
        if missing := sorted(set(ids) - {row.figure.id for row in self.rows}):
            raise ValueError(tell("data/figures.yml has no figure {id!r}", id=missing[0]))
        for name, asked, known in (
            ("topic", topic, self.topics),
            ("part", part, self.parts),
            ("kind", kind, self.kinds),
        ):
            known_ids = [choice.id for choice in known]
            if asked and asked not in known_ids:
                listed = ", ".join(known_ids)
                raise ValueError(
                    tell(
                        "no figure has the {key} {value!r}; use one of: {known}",
                        key=name,
                        value=asked,
                        known=listed,
                    )
                )
        return numbers(
            tuple(
                row
                for row in self.rows
                if (not ids or row.figure.id in ids)
                and topic in {"", row.topic.id}
                and part in {"", row.part.id}
                and kind in {"", row.kind.id}
                and period in {"", row.figure.period}
            ),
            self.topics,
        )


def numbers(rows: tuple[Number, ...], topics: tuple[Choice, ...]) -> Numbers:
    """Return the rows with the choices that occur in them; topics keep the given order."""
    used = {row.topic.id for row in rows}
    return Numbers(
        rows=rows,
        topics=tuple(topic for topic in topics if topic.id in used),
        parts=tuple(dict.fromkeys(row.part for row in rows)),
        kinds=tuple(dict.fromkeys(row.kind for row in rows)),
    )


def numbers_of(
    figures: tuple[Proved, ...],
    views: Mapping[str, FigureView],
    topics: tuple[Topic, ...],
    parts: Mapping[str, Choice],
    language: Language,
) -> Numbers:
    """Return all figures in the report's order.

    Args:
        figures: the figures whose quotes were found.
        views: their views by id.
        topics: the declared topics, in the order of display.
        parts: from a block's id (``p9-2``) to the part of the report that contains it.
        language: ``zh`` or ``en``.
    """
    choices = {topic.id: Choice(topic.id, topic.name.say(language)) for topic in topics}
    for proof in figures:
        choices.setdefault(proof.figure.topic, Choice(proof.figure.topic, proof.figure.topic))
    rows = tuple(
        _number(proof, views[proof.figure.id], choices, parts, language)
        for proof in sorted(figures, key=lambda proof: (proof.paragraph, proof.start))
    )
    return numbers(rows, tuple(choices.values()))


def _number(
    proof: Proved,
    view: FigureView,
    topics: Mapping[str, Choice],
    parts: Mapping[str, Choice],
    language: Language,
) -> Number:
    figure = proof.figure
    growth = growth_of(proof)
    return Number(
        figure=view,
        topic=topics[figure.topic],
        part=parts.get(view.block, Choice("", "")),
        kind=Choice(figure.kind, say(language, KINDS[figure.kind])),
        unit=figure.unit or "",
        amount=_plain(figure.value),
        growth=_plain(None if growth is None else growth.value),
        place=_plain(figure.rank.value if figure.rank else None),
        search=_search(figure),
    )


def _search(figure: Figure) -> str:
    return f"{figure.label.zh} {figure.label.en} {figure.quote}".lower()


def _plain(value: Decimal | None) -> str:
    """Return a decimal for a data attribute.

    >>> _plain(Decimal("-15.6")), _plain(None)
    ('-15.6', '')
    """
    return "" if value is None else decimal_string(value)
