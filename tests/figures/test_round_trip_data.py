"""Every figure of the data, said in either language and read back, is the same figure."""

from pathlib import Path

import pytest

from mingbai.figures import (
    Direction,
    Kind,
    find,
    find_en,
    say_change_en,
    say_change_zh,
    say_en,
    say_zh,
)
from mingbai.figures.store import read_figures
from mingbai.figures.units import is_counted, same_unit

ROOT = Path(__file__).parent.parent.parent
FIGURES = read_figures(
    ROOT / "data/figures.yml", (ROOT / "data/source/2024.txt").read_text(encoding="utf-8")
)
SAID = [proof.figure for proof in FIGURES if proof.figure.quantity is not None]


def _same(found, quantity):
    assert found.value == quantity.value
    assert found.upper == quantity.upper
    assert found.bound is quantity.bound
    own = Kind.AGE if quantity.unit == "age" else None
    is_same = same_unit(found.unit, quantity.unit) or (found.kind is own is not None)
    is_same |= {found.unit, quantity.unit} == {"time", "times"}  # 2次 is 2 times in English
    assert is_same or (is_counted(found.unit) and is_counted(quantity.unit))


@pytest.mark.parametrize("figure", SAID, ids=lambda figure: figure.id)
def test_said_and_read_back_it_is_the_same_figure(figure):
    """Value, unit, bound and range, in Chinese and in English, with the data's own nouns."""
    noun = figure.unit_label
    quantity = figure.quantity
    (zh,) = find(say_zh(quantity, noun=noun.zh if noun else ""))
    _same(zh, quantity)
    (en,) = find_en(say_en(quantity, noun=noun.en if noun else ""))
    _same(en, quantity)


@pytest.mark.parametrize(
    "figure", [figure for figure in SAID if figure.direction], ids=lambda figure: figure.id
)
def test_a_change_keeps_its_direction(figure):
    """Rose stays rose, and fell stays fell."""
    (zh,) = find(say_change_zh(figure.quantity))
    (en,) = find_en(say_change_en(figure.quantity))
    assert zh.direction is en.direction is figure.direction
    assert figure.direction in (Direction.UP, Direction.DOWN)
