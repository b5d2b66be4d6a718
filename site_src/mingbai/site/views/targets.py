"""A target in words: the aim, the result of the year before, and the result reported later.

The sentences state and subtract numbers; they do not judge.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.figures import Direction, Quantity, say_change_en, say_change_zh, say_en, say_zh
from mingbai.figures.entry import Figure, Label
from mingbai.figures.targets import Amount, Outcome, Target, aimed_at, before, difference
from mingbai.language import Language
from mingbai.locales import say
from mingbai.messages import tell
from mingbai.site.views.figures import FigureView


@dataclass(frozen=True, slots=True)
class SourceView:
    """The source of a figure."""

    title: str
    url: str
    date: str
    """The date, such as 2025-02-11."""


@dataclass(frozen=True, slots=True)
class TargetView:
    """One target in words, in one language."""

    label: str
    target: str
    """The target with its bound: at least 6%."""
    topic: str
    """The topic's id."""
    url: str
    """The address of the paragraph that sets it, from the language's home page."""
    block: str
    result: str
    """The result of the year before; empty if the report states none."""
    result_url: str
    result_note: str
    """A note if the result is in other terms than the target; else empty."""
    reported: str
    """Only the figure reported later; empty if none is recorded."""
    comparison: str
    """A sentence with the target, the reported figure and the difference."""
    also: str
    """A second reported figure; empty if there is none."""
    source: SourceView | None


def target_views(
    targets: tuple[Target, ...],
    figures: Mapping[str, FigureView],
    language: Language,
    paragraphs: Mapping[str, str],
) -> tuple[TargetView, ...]:
    """Return the targets in the order of the file.

    Args:
        targets: the targets.
        figures: the views of all figures by id.
        language: ``zh`` or ``en``.
        paragraphs: from a block's id to its address, for targets stated in words.
    """
    return tuple(_view(target, figures, language, paragraphs) for target in targets)


def _view(
    target: Target,
    figures: Mapping[str, FigureView],
    language: Language,
    paragraphs: Mapping[str, str],
) -> TargetView:
    entry, outcome = target.entry, target.outcome
    if target.figure is not None:
        figure = target.figure.figure
        shown = figures[figure.id]
        label, url, block = shown.label, shown.url, shown.block
        aim = _said(figure, language)
    else:
        label, aim = _in(entry.label, language), _in(entry.text, language)
        block = entry.paragraph or ""
        url = paragraphs.get(block, "")
    result, note = _result(target, figures, language)
    return TargetView(
        label=label,
        target=aim,
        topic=entry.topic,
        url=url,
        block=block,
        result=result,
        result_url=figures[target.result.figure.id].url if target.result else "",
        result_note=note,
        reported="" if outcome is None else say_amount(outcome, language, _noun(target, language)),
        comparison=comparison(target, aim, language),
        also="" if outcome is None or outcome.also is None else say_amount(outcome.also, language),
        source=None if outcome is None else _source(outcome, language),
    )


def comparison(target: Target, aim: str, language: Language) -> str:
    """Return a sentence with the reported figure and, if comparable, its difference to the target.

    Args:
        target: the target.
        aim: the target in words, with its bound.
        language: ``zh`` or ``en``.
    """
    if target.outcome is None:
        return say(language, "no figure recorded here")
    noun = _noun(target, language)
    value = say_amount(target.outcome, language, noun)
    number = aimed_at(target)
    gap = None if number is None else difference(number, target.outcome)
    if number is None or gap is None:
        message = tell("Reported {value}, in another unit than the target: not compared.")
        return say(language, message, value=value)
    if gap.value == 0:
        return say(language, "{target}: reported {value}, the same number", target=aim, value=value)
    message = tell("{target}: reported {value}, {gap} above {number}")
    if gap.value < 0:
        message = tell("{target}: reported {value}, {gap} below {number}")
    return say(
        language,
        message,
        target=aim,
        value=value,
        gap=say_amount(Amount.model_construct(value=abs(gap.value), unit=gap.unit), language, noun),
        number=say_amount(number, language, noun),
    )


def say_amount(amount: Amount, language: Language, noun: str = "") -> str:
    """Return an amount in words; a negative amount is a fall.

    >>> say_amount(Amount(value="63870000000", unit="CNY"), Language.EN)
    'RMB 63.87 billion'
    >>> say_amount(Amount(value="-0.3", unit="percent"), Language.ZH)
    '下降0.3%'
    """
    if amount.value < 0:
        fall = Quantity(abs(amount.value), amount.unit, direction=Direction.DOWN)
        return language.pick(say_change_zh, say_change_en)(fall, noun=noun)
    return language.pick(say_zh, say_en)(Quantity(amount.value, amount.unit), noun=noun)


def _said(figure: Figure, language: Language) -> str:
    """Return a target's number with its bound and without its direction: at least 6%."""
    if figure.quantity is None:
        return ""
    noun = _in(figure.unit_label, language)
    return language.pick(say_zh, say_en)(figure.quantity, noun=noun)


def _noun(target: Target, language: Language) -> str:
    return "" if target.figure is None else _in(target.figure.figure.unit_label, language)


def _result(
    target: Target, figures: Mapping[str, FigureView], language: Language
) -> tuple[str, str]:
    """Return the report's result for the year before, and a note if its terms differ."""
    if target.result is None:
        return "", ""
    amount = before(target)
    if amount is not None:
        return say_amount(amount, language, _noun(target, language)), ""
    note = "Stated in another unit than the target."
    if target.figure is not None and target.figure.figure.direction is not None:
        note = "The report states the amount, not its growth."
    return figures[target.result.figure.id].value, say(language, note)


def _source(outcome: Outcome, language: Language) -> SourceView:
    source = outcome.source
    return SourceView(_in(source.title, language), source.url, source.date)


def _in(label: Label | None, language: Language) -> str:
    if label is None:
        return ""
    return language.pick(label.zh, label.en)
