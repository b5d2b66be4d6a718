"""The glossary as CSV, for spreadsheets and CAT tools that import simple lists."""

import csv
import io

from mingbai.glossary import Term

COLUMNS = (
    "zh",
    "en",
    "allowed",
    "forbidden",
    "kind",
    "pinyin",
    "explanation_zh",
    "explanation_en",
    "source",
    "evidence",
    "enforce",
)
"""Several renderings in one cell are separated by ``|``."""


def write_terms_csv(terms: tuple[Term, ...]) -> str:
    """Return the terms as CSV, with a byte order mark that tells Excel it is UTF-8.

    Source: RFC 4180.
    """
    target = io.StringIO()
    target.write("\ufeff")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    writer.writerows(_row(term) for term in terms)
    return target.getvalue()


def _row(term: Term) -> tuple[str, ...]:
    return (
        term.zh,
        term.en,
        " | ".join(term.allowed),
        " | ".join(term.forbidden),
        term.kind,
        term.pinyin,
        term.explain.zh if term.explain else "",
        term.explain.en if term.explain else "",
        term.source or "",
        term.evidence,
        "yes" if term.enforce else "no",
    )
