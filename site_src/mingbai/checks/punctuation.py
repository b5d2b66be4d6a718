"""Chinese punctuation in Chinese, English punctuation in English, in the editors' own words."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.language import Language
from mingbai.messages import tell

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HALF = re.compile(f"(?<=[{_HAN}”’》）])([,.;:?!])(?=[{_HAN}“‘《（]|\\s*$)")
_FULL = re.compile(f"(?<![{_HAN}，。；：？！、）])([，。；：？！、（）])")
_WIDE = dict(zip(",.;:?!", "，。；：？！", strict=True))
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()} | {"、": ",", "（": "(", "）": ")"}

_SAID = {
    Language.ZH: "Chinese does not use the mark {mark}.",
    Language.EN: "English does not use the mark {mark}.",
}


def _find(tree: Tree) -> Iterator[Finding]:
    for sheet in tree.sheets:
        is_chinese = not sheet.language.is_english
        pattern, right = (_HALF, _WIDE) if is_chinese else (_FULL, _NARROW)
        for number, line in sheet.own_lines():
            for found in pattern.finditer(line):
                yield Finding(
                    Location(sheet.file.path, number),
                    PUNCTUATION.id,
                    tell(_SAID[sheet.language], mark=found[1]),
                    tell("Write {text}", text=right[found[1]]),
                    column=found.start() + 1,
                )


PUNCTUATION = Rule("punctuation", _find)
