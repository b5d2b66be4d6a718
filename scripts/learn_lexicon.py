"""Learns which English words stand for which Chinese ones, for the rule fewer-clauses.

    python scripts/learn_lexicon.py

Reads the reviewed blocks, the editors' own words, the glossary and the labels of this project, and
writes
site_src/mingbai/translation/statements/lexicon.json. IBM model 1 (Brown et al., "The mathematics of
statistical machine translation", 1993) over pairs of neighbouring Chinese characters and English
stems: first over whole blocks, then over the clauses that the first pass puts together. Run it
again when many blocks have changed; the same input gives the same file.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mingbai.checks.model import Tree
from mingbai.checks.reading import read_tree
from mingbai.checks.texts.statements import body, front
from mingbai.content.pairing import Pair, pairs
from mingbai.project import Project
from mingbai.translation.statements.lexicon import (
    CLAUSE,
    LEXICON,
    PART,
    chinese_pairs,
    english_stems,
)

Words = list[str]
Table = Mapping[str, Mapping[str, float]]
LEAST, MOST = 0.08, 8
"""How probable an English stem has to be, and how many stand for a pair at most."""
PASSES, ROUNDS = 2, 5
OFF_PLACE = 0.3
"""What a clause loses that would have to move over a whole block."""
BY_HAND = {
    "标杆": "benchmark best model target",
    "对标": "against benchmark measure",
    "拉高": "higher rais",
    "统筹": "coordinat overall together",
    "精准": "precis target",
    "实效": "effectiv practical result",
    "宣传": "publicity publiciz promot",
    "引导": "guid guidanc",
    "关心": "care concern support",
    "生代": "generat new young",
    "拓展": "expand extend open",
    "更加": "more",
    "业家": "entrepreneur",
    "成长": "grow growth develop",
    "新兴": "emerg new",
    "市场": "market",
    "企业": "compan enterpris entrepreneur firm business",
    "治水": "water",
    "治气": "air",
    "治土": "soil",
    "治废": "wast",
    "社会": "social society",
    "监督": "oversight supervis",
}
"""What a person added, where one report has too few examples."""


def train(data: Iterable[tuple[Words, Words]]) -> Table:
    """Return how probable each stem is for each pair of characters."""
    known = list(data)
    together: dict[str, set[str]] = defaultdict(set)
    for zh, en in known:
        for pair in zh:
            together[pair] |= set(en)
    table: Table = {
        pair: dict.fromkeys(sorted(ens), 1 / len(ens)) for pair, ens in together.items()
    }
    for _ in range(ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for zh, en in known:
            for stem in en:
                odds = [(pair, table.get(pair, {}).get(stem, 1e-4)) for pair in zh]
                total = sum(odd for _, odd in odds) + 2e-3
                for pair, odd in odds:
                    counts[pair][stem] += odd / total
        table = {pair: _shares(stems) for pair, stems in counts.items()}
    return table


def _shares(stems: Mapping[str, float]) -> dict[str, float]:
    total = sum(stems.values())
    return {stem: count / total for stem, count in stems.items() if count / total > 1e-3}  # noqa: PLR2004


def clauses(blocks: Sequence[Pair], table: Table) -> list[tuple[Words, Words]]:
    """Return the clauses of the blocks, each with the parts of the English that fit it best."""
    found = []
    for block in blocks:
        ours = [words for one in CLAUSE.split(block.chinese) if (words := chinese_pairs(one))]
        theirs = [words for one in PART.split(block.english or "") if (words := english_stems(one))]
        given: list[Words] = [[] for _ in ours]
        for at, part in enumerate(theirs):
            fits = [
                _fit(one, part, table) - OFF_PLACE * abs(n / len(ours) - at / len(theirs))
                for n, one in enumerate(ours)
            ]
            if fits:
                given[fits.index(max(fits))] += part
        found += [(zh, en) for zh, en in zip(ours, given, strict=True) if en]
    return found


def _fit(zh: Words, en: Words, table: Table) -> float:
    best = (max((table.get(pair, {}).get(stem, 0.0) for pair in zh), default=0.0) for stem in en)
    return sum(best) / len(en)


def own_words(tree: Tree) -> list[tuple[Words, Words]]:
    """Return what editors say on pages that have the same statements in both languages."""
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    found = []
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in chinese:
            ours = [*front(chinese[sheet.path]), *body(chinese[sheet.path])]
            theirs = [*front(sheet), *body(sheet)]
            if [one.sort for one in ours] == [one.sort for one in theirs]:
                both = zip(ours, theirs, strict=True)
                found += [(chinese_pairs(a.text), english_stems(b.text)) for a, b in both]
    return found


def main() -> None:
    """Learn from this project, and write the file."""
    tree = read_tree(Project(Path(__file__).parents[1]))
    library = tree.library
    if library is None:
        raise SystemExit("\n".join(map(str, tree.errors)))
    blocks = [one for one in pairs(library) if one.english]
    short = [(chinese_pairs(one.zh), english_stems(one.en)) for one in library.terms]
    short += [
        (chinese_pairs(one.figure.label.zh), english_stems(one.figure.label.en))
        for one in library.figures
    ]
    short += own_words(tree)
    whole = [(chinese_pairs(one.chinese), english_stems(one.english or "")) for one in blocks]
    table = train([*whole, *short])
    for _ in range(PASSES):
        table = train([*clauses(blocks, table), *short])
    lines = []
    for pair in sorted(table):
        likely = sorted(
            ((odd, stem) for stem, odd in table[pair].items() if odd >= LEAST), reverse=True
        )
        stems = {*(stem for _, stem in likely[:MOST]), *BY_HAND.get(pair, "").split()}
        if stems:
            said = " ".join(sorted(stems))
            lines.append(f"{json.dumps(pair, ensure_ascii=False)}: {json.dumps(said)}")
    LEXICON.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
