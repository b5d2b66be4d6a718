"""The JSON Schemas that editors' programs read are those of the models, and the data fits them."""

from pathlib import Path

import jsonschema
import pydantic
import pytest
import yaml

from mingbai.cli.schemas import schema_files, schemas
from mingbai.figures.entry import Figure

DATA = Path(__file__).parent.parent / "data"


def test_the_committed_schemas_are_the_models():
    """`mingbai schemas` was run after the last change of a model: the same files, byte for byte."""
    committed = {
        path.name: path.read_text(encoding="utf-8") for path in (DATA / "schema").iterdir()
    }
    assert committed == schema_files()


def test_every_data_file_has_a_schema():
    """No YAML file of editors is without help."""
    assert {path.stem for path in DATA.glob("*.yml")} <= set(schemas())


@pytest.mark.parametrize("name", sorted(set(schemas()) - {"page"}))
def test_every_data_file_names_its_schema_and_fits_it(name):
    """An editor's program finds the schema by the file's first line, and has nothing to say."""
    text = (DATA / f"{name}.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=schema/{name}.schema.json\n")
    data = yaml.safe_load(text)
    jsonschema.validate([] if data is None else data, schemas()[name])


ENTRY = {"id": "x", "label": {"zh": "甲", "en": "a"}, "value": "7.4", "unit": "percent"}
ENTRY |= {"period": "2023", "kind": "result", "topic": "economy", "quote": "增长7.4%"}


def test_a_good_entry_fits_the_schema():
    """A quoted decimal, in ones of its unit."""
    jsonschema.validate([ENTRY], schemas()["figures"])


@pytest.mark.parametrize("value", [7.4, 7, "7,4", "7.4%", "7e1", "", ".5", "７.４", "NaN"])
def test_what_is_no_quoted_decimal_is_marked_while_it_is_typed(value):
    """What the build refuses is a fault to the schema as well."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([ENTRY | {"value": value}], schemas()["figures"])
    with pytest.raises(pydantic.ValidationError):
        Figure.model_validate(ENTRY | {"value": value})


def test_no_schema_lets_a_bare_number_be_a_figure():
    """Whole numbers such as years may stand bare; a decimal never."""
    assert '"type": "number"' not in "".join(schema_files().values())
