"""The command that writes the JSON Schemas of the data files, for text editors."""

import json
from typing import Any

import click

from mingbai.atomicfile import write_text
from mingbai.cli.arguments import project_here
from mingbai.messages import tell_many


def schemas() -> dict[str, Any]:
    """Return the JSON Schema of each data file by the file's name without its suffix."""
    from pydantic import TypeAdapter

    from mingbai.content.edition import Edition
    from mingbai.content.facts import SiteFacts
    from mingbai.content.page import FrontMatter
    from mingbai.content.topics import Topic
    from mingbai.content.waivers import Waiver
    from mingbai.figures.entry import Figure, NamedNumber
    from mingbai.figures.targets import Outcome, TargetEntry
    from mingbai.glossary import Term
    from mingbai.glossary.synonyms import Synonyms

    lists: dict[str, Any] = {
        "figures": Figure,
        "names": NamedNumber,
        "targets": TargetEntry,
        "outcomes": Outcome,
        "glossary": Term,
        "topics": Topic,
        "synonyms": Synonyms,
        "waivers": Waiver,
    }
    single: dict[str, Any] = {
        "report": Edition,
        "site": SiteFacts,
        "page": FrontMatter,
        "slugs": dict[str, str],
    }
    models = {name: tuple.__class_getitem__((model, ...)) for name, model in lists.items()} | single
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {
        name: {"$schema": draft} | TypeAdapter(model).json_schema(mode="validation")
        for name, model in models.items()
    }


def schema_files() -> dict[str, str]:
    """Return the content of each file in ``data/schema/`` by the file's name."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


@click.command("schemas")
def write_schemas() -> None:
    """Write the JSON Schema of each data file to the project's data/schema/."""
    folder = project_here().root / "data" / "schema"
    for name, text in schema_files().items():
        write_text(folder / name, text)
    count = len(schema_files())
    click.echo(
        tell_many("{name}: {count} schema.", "{name}: {count} schemas.", count, name=folder.name)
    )
