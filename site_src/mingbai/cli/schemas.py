"""The command that writes the JSON Schemas of the data files, for the programs of editors."""

import json
from pathlib import Path
from typing import Any

import click


def schemas() -> dict[str, Any]:
    """Return the JSON Schema of each data file, by the file's name without its ending."""
    from pydantic import TypeAdapter

    from mingbai.content.edition import Edition
    from mingbai.content.facts import SiteFacts
    from mingbai.content.page import FrontMatter
    from mingbai.content.topics import Topic
    from mingbai.figures.entry import Figure, NamedNumber
    from mingbai.figures.targets import Outcome, TargetEntry
    from mingbai.glossary import Term
    from mingbai.glossary.synonyms import Synonyms
    from mingbai.translation.quality.waivers import Waiver

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
    single: dict[str, Any] = {"report": Edition, "site": SiteFacts, "page": FrontMatter}
    models = {name: tuple.__class_getitem__((model, ...)) for name, model in lists.items()} | single
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {
        name: {"$schema": draft} | _quoted(TypeAdapter(model).json_schema(mode="validation"))
        for name, model in models.items()
    }


def _quoted(schema: Any) -> Any:  # noqa: ANN401 (whatever JSON holds)
    """Return the schema with decimals as what they are in our files: quoted strings."""
    if isinstance(schema, list):
        return [_quoted(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kinds = schema.get("anyOf")
    if isinstance(kinds, list) and {"type": "number"} in kinds:
        rest = [_quoted(kind) for kind in kinds if kind != {"type": "number"}]
        others = {key: _quoted(value) for key, value in schema.items() if key != "anyOf"}
        return others | (rest[0] if len(rest) == 1 else {"anyOf": rest})
    return {key: _quoted(value) for key, value in schema.items()}


@click.command("schemas")
def write_schemas() -> None:
    """Write the JSON Schema of each data file to data/schema/ of the project."""
    from mingbai.project import find_project

    folder = find_project(Path.cwd()).data / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
    click.echo(f"{folder.name}: {len(schemas())} schemas.")
