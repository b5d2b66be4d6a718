"""The JSON Schemas that editors' programs read are those of the models, and the data fits them."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from mingbai.cli.schemas import schemas

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_committed_schema_is_the_models(name):
    """`mingbai schemas` was run after the last change of a model."""
    committed = (DATA / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(schemas()[name]))


@pytest.mark.parametrize("name", sorted(set(schemas()) - {"page"}))
def test_every_data_file_names_its_schema_and_fits_it(name):
    """An editor's program finds the schema by the file's first line, and has nothing to say."""
    text = (DATA / f"{name}.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=schema/{name}.schema.json\n")
    data = yaml.safe_load(text)
    jsonschema.validate([] if data is None else data, schemas()[name])


def test_a_number_without_quotes_is_marked_while_it_is_typed():
    """7.4 for "7.4" is a fault to the schema as to the build."""
    entry = {"id": "x", "label": {"zh": "甲", "en": "a"}, "value": 7.4, "unit": "percent"}
    entry |= {"period": "2023", "kind": "result", "topic": "economy", "quote": "增长7.4%"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([entry], schemas()["figures"])
    jsonschema.validate([entry | {"value": "7.4"}], schemas()["figures"])
