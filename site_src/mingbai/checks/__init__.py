"""All checks: what editors should correct, with file, line and column.

Checks write nothing; only `fix` does. Source: docs/reference/checks.md.
"""

from dataclasses import replace

from mingbai.atomicfile import write_text
from mingbai.checks import line_ends, white_space
from mingbai.checks.both_languages import BOTH_LANGUAGES
from mingbai.checks.claims import CLAIMS
from mingbai.checks.counterpart import COUNTERPART
from mingbai.checks.encoding import ENCODING
from mingbai.checks.english_blocks import ENGLISH_BLOCKS
from mingbai.checks.figure_coverage import FIGURE_COVERAGE
from mingbai.checks.figure_details import FIGURE_DETAILS
from mingbai.checks.file_names import FILE_NAMES
from mingbai.checks.forbidden_html import FORBIDDEN_HTML
from mingbai.checks.front_matter import FRONT_MATTER
from mingbai.checks.full_width import FULL_WIDTH
from mingbai.checks.glossary import GLOSSARY
from mingbai.checks.hidden_characters import HIDDEN_CHARACTERS
from mingbai.checks.ids import IDS
from mingbai.checks.image_alt import IMAGE_ALT
from mingbai.checks.image_size import IMAGE_SIZE
from mingbai.checks.ledger import LEDGER
from mingbai.checks.line_ends import LINE_ENDS
from mingbai.checks.links import LINKS
from mingbai.checks.look_alikes import LOOK_ALIKES
from mingbai.checks.macros import MACROS
from mingbai.checks.merge_markers import MERGE_MARKERS
from mingbai.checks.model import Rule
from mingbai.checks.paragraphs import PARAGRAPHS
from mingbai.checks.promises import PROMISES
from mingbai.checks.punctuation import PUNCTUATION
from mingbai.checks.reading import read_tree
from mingbai.checks.reading_errors import FIGURE_PROOF, SCHEMA
from mingbai.checks.renderings import RENDERINGS
from mingbai.checks.report_words import REPORT_WORDS
from mingbai.checks.reviewed_words import REVIEWED_WORDS
from mingbai.checks.slugs import SLUGS
from mingbai.checks.staleness import STALENESS
from mingbai.checks.takeaways import TAKEAWAYS
from mingbai.checks.templates import TEMPLATES
from mingbai.checks.topics import TOPICS
from mingbai.checks.translation import TRANSLATION
from mingbai.checks.white_space import WHITE_SPACE
from mingbai.content.ledger.lock import changing
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.project import Project

RULES: tuple[Rule, ...] = (
    FILE_NAMES,
    ENCODING,
    HIDDEN_CHARACTERS,
    FULL_WIDTH,
    LOOK_ALIKES,
    LINE_ENDS,
    WHITE_SPACE,
    MERGE_MARKERS,
    REPORT_WORDS,
    ENGLISH_BLOCKS,
    COUNTERPART,
    IDS,
    PARAGRAPHS,
    SLUGS,
    TOPICS,
    TAKEAWAYS,
    CLAIMS,
    FRONT_MATTER,
    BOTH_LANGUAGES,
    PROMISES,
    FIGURE_PROOF,
    FIGURE_COVERAGE,
    FIGURE_DETAILS,
    TRANSLATION,
    STALENESS,
    LEDGER,
    REVIEWED_WORDS,
    GLOSSARY,
    RENDERINGS,
    TEMPLATES,
    MACROS,
    LINKS,
    IMAGE_ALT,
    IMAGE_SIZE,
    PUNCTUATION,
    FORBIDDEN_HTML,
    SCHEMA,
)
"""The rules in the order in which they run. The last reports the errors that no other reports."""


def run(project: Project) -> tuple[Finding, ...]:
    """Return all findings, in the order of files and lines; those of one line by rule."""
    tree = read_tree(project)
    found: list[Finding] = []
    for rule in RULES:
        fresh = [_within(finding, project) for finding in rule.find(tree)]
        if rule is SCHEMA:
            fresh = [finding for finding in fresh if not _is_reported(finding, found)]
        found += fresh
    order = {rule.id: number for number, rule in enumerate(RULES)}
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda finding: (
                finding.location.path.as_posix(),
                finding.location.line or 0,
                order.get(finding.rule, order[TRANSLATION.id]),
                finding.column or 0,
            ),
        )
    )


def _within(finding: Finding, project: Project) -> Finding:
    """Return the finding with its path relative to the project's root."""
    path = finding.location.path
    if path.is_absolute() and path.is_relative_to(project.root):
        path = path.relative_to(project.root)
    return replace(finding, location=Location(path, finding.location.line))


def _is_reported(finding: Finding, found: list[Finding]) -> bool:
    """Return whether a rule that knows the line has already reported an error without a line."""
    place = finding.location
    said = [
        other.location for other in found if other.is_error and other.location.path == place.path
    ]
    return bool(said) if place.line is None else place in said


def fix(project: Project) -> tuple[Finding, ...]:
    """Correct line ends and white space in all files; return the corrected findings.

    A file that is not UTF-8 stays unchanged, because a person has to look at it. A lock keeps other
    commands from writing to the pages meanwhile.

    Raises:
        MingbaiError: another command is writing, or a file cannot be written.
    """
    with changing(project):
        tree = read_tree(project)
        fixed = tuple(finding for rule in (LINE_ENDS, WHITE_SPACE) for finding in rule.find(tree))
        paths = {finding.location.path for finding in fixed}
        broken = {finding.location.path for finding in ENCODING.find(tree)}
        for file in tree.files:
            if file.path in paths - broken:
                text = white_space.fixed(line_ends.fixed(file.data).decode("utf-8"))
                write_text(project.root / file.path, text)
    return tuple(finding for finding in fixed if finding.location.path not in broken)
