"""Characters that look like others: Greek or Cyrillic letters in Latin words, letters as digits.

Source: those confusables of Unicode TR #39 that look alike in the site's fonts.
"""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.checks.texts.own_words import own_lines
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_LATIN = {
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7": (
        "ABEZHIKMNOPTYX"
    ),
    "\u03bf\u03f2\u03f3\u03f9": "ocjC",
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425": (
        "SIJABEKMHOPCTYX"
    ),
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d": (
        "aeopcyxsijhdqw"
    ),
}
_LIKE = {
    other: letter
    for others, own in _LATIN.items()
    for other, letter in zip(others, own, strict=True)
}
_WORD = re.compile(r"[0-9A-Za-z\u0370-\u03ff\u0400-\u052f]+")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]")
_NUMBER = re.compile(
    r"""(?<![0-9A-Za-z.,/_-])(?:
        [0-9][0-9,.]*[OoIl][OoIl]*(?=[0-9,]|[^\x00-\x7f])   # 36OO多, 1l6
      | [0-9]+O+(?![0-9A-Za-z])                             # 36O
      | [OIl][OIl]*[0-9][0-9,]*[0-9](?![0-9A-Za-z])         # l16,000
    )""",
    re.VERBOSE,
)
_SIGNS = re.compile(f"[0-9,][OoIl]|[OIl][0-9]|{_FOREIGN.pattern}|{_MATHEMATICAL.pattern}")
_DIGITS = str.maketrans("OoIl", "0011")


def _find(tree: Tree) -> Iterator[Finding]:
    for line in own_lines(tree, _SIGNS):
        for column, what, todo in _in_line(line.text):
            place = Location(line.file.path, line.number)
            yield Finding(place, LOOK_ALIKES.id, what, todo, column=column)


def _in_line(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield the column, what is wrong and what to do."""
    for found in _NUMBER.finditer(line):
        digits = found.group().translate(_DIGITS)
        what = tell("A letter is in the place of a digit: {text}.", text=found.group())
        yield found.start() + 1, what, tell("Write {text}", text=digits)
    if line.isascii():
        return
    for found in _MATHEMATICAL.finditer(line):
        what = tell(
            "{code} is a mathematical symbol that looks like a letter.",
            code=f"U+{ord(found.group()):04X}",
        )
        yield found.start() + 1, what, tell("Type the letter itself.")
    for found in _WORD.finditer(line):
        if usual := _latin(found.group()):
            letter = _FOREIGN.search(found.group())
            code = f"U+{ord(letter.group()):04X}" if letter else ""
            what = tell(
                "A letter of another script looks like a Latin one: {code} in {word}.",
                code=code,
                word=usual,
            )
            column = found.start() + (letter.start() if letter else 0) + 1
            yield column, what, tell("Type {word} again.", word=usual)


def _latin(word: str) -> str:
    r"""Return the Latin word that a word looks like; empty where it is what it looks like.

    >>> _latin("ec\u043enomy"), _latin("2\u041e24"), _latin("Москва"), _latin("μm"), _latin("GDP")
    ('economy', '2O24', '', '', '')
    """
    foreign = _FOREIGN.findall(word)
    if not foreign or any(letter not in _LIKE for letter in foreign):
        return ""
    return "".join(_LIKE.get(letter, letter) for letter in word)


LOOK_ALIKES = Rule("look-alikes", _find)
