"""The glossary as TBX-Basic, for the term bases of CAT tools.

Source: ISO 30042:2019 (TBX 3), dialect TBX-Basic, style DCA (data categories as attributes).
"""

from mingbai.glossary import Term
from mingbai.translation.exchange.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from mingbai.translation.exchange.xmlfile import text_xml

PREFERRED = "preferredTerm-admn-sts"
ADMITTED = "admittedTerm-admn-sts"
DEPRECATED = "deprecatedTerm-admn-sts"


def write_tbx(terms: tuple[Term, ...]) -> str:
    """Return the terms as TBX, one concept each; forbidden renderings become deprecated terms."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader>",
        "    <fileDesc>",
        "      <sourceDesc>",
        "        <p>The glossary of a bilingual government work report, made by Mingbai.</p>",
        "      </sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
    ]
    for number, term in enumerate(terms, start=1):
        lines += _concept(f"c{number}", term)
    return "\n".join([*lines, "    </body>", "  </text>", "</tbx>"]) + "\n"


def _concept(id_: str, term: Term) -> list[str]:
    chinese = [(term.zh, PREFERRED, f"pinyin: {term.pinyin}")]
    english = [(term.en, PREFERRED, "")]
    english += [(text, ADMITTED, "") for text in term.allowed]
    english += [(text, DEPRECATED, "") for text in term.forbidden]
    explain = term.explain
    return [
        f'      <conceptEntry id="{id_}">',
        f'        <descrip type="subjectField">{text_xml(term.kind)}</descrip>',
        *_language(SOURCE_LANGUAGE, explain.zh if explain else "", term.source or "", chinese),
        *_language(TARGET_LANGUAGE, explain.en if explain else "", term.source or "", english),
        "      </conceptEntry>",
    ]


def _language(
    language: str, definition: str, source: str, terms: list[tuple[str, str, str]]
) -> list[str]:
    lines = [f'        <langSec xml:lang="{language}">']
    if definition:
        lines += [
            "          <descripGrp>",
            f'            <descrip type="definition">{text_xml(definition)}</descrip>',
            *([f'            <admin type="source">{text_xml(source)}</admin>'] if source else []),
            "          </descripGrp>",
        ]
    for text, status, note in terms:
        lines += [
            "          <termSec>",
            f"            <term>{text_xml(text)}</term>",
            f'            <termNote type="administrativeStatus">{status}</termNote>',
            *([f"            <note>{text_xml(note)}</note>"] if note else []),
            "          </termSec>",
        ]
    return [*lines, "        </langSec>"]
