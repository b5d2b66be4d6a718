"""YAML in: every mistake is named with its line, and data stays data."""

import pytest
from pydantic import BaseModel, ConfigDict

from mingbai.datafile import read_models
from mingbai.errors import MingbaiError


class Entry(BaseModel):
    """A model to read."""

    model_config = ConfigDict(extra="forbid")
    id: str
    value: str


MISTAKES = {
    "a missing field": ("- id: a\n  value: x\n- id: b\n", ":3: value: Field required"),
    "an unknown field": ("- id: a\n  value: x\n  valu: y\n", ":3: valu: "),
    "a wrong type": ("- id: a\n  value:\n    - x\n", ":2: value: "),
    "a key twice": ("- id: a\n  id: b\n", ":2: The key 'id' occurs twice"),
    "an alias": ("- id: &a x\n  value: *a\n", ":2: Aliases"),
    "a tag": ("- !!python/object:os.system {}\n", ":1: Tags are"),
    "deep nesting": ("[" * 60, ":1: The data is nested"),
    "broken syntax": ("- id: 'a\n  value: x\n", "not valid YAML"),
    "a thirteenth month": ("- id: 2024-13-40\n", "month"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_its_line(tmp_path, text, said):
    """The error says where and what."""
    path = tmp_path / "data.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MingbaiError) as caught:
        read_models(path, Entry)
    assert said in str(caught.value)


def test_all_mistakes_are_named_at_once(tmp_path):
    """An editor need not mend one to see the next."""
    path = tmp_path / "data.yml"
    path.write_text("- id: a\n- value: x\n", encoding="utf-8")
    with pytest.raises(MingbaiError) as caught:
        read_models(path, Entry)
    assert str(caught.value).count("data.yml:") == 2


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    """Other encodings are refused."""
    path = tmp_path / "data.yml"
    path.write_bytes("- id: 甲".encode("gb18030"))
    with pytest.raises(MingbaiError, match="not UTF-8"):
        read_models(path, Entry)
