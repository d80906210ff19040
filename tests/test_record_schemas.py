"""The schemas of records are the same words in the same order whatever version of msgspec makes them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from govreport_lint.record_schemas import record_schemas


class Part(msgspec.Struct):
    """A part.

    Its docstring goes on in a second paragraph,
        with a line farther in.
    """

    words: str = ""


class Whole(msgspec.Struct):
    """A whole."""

    optional: Part | None = None
    either: int | str | None = None


def test_the_indentation_of_a_docstring_is_not_told() -> None:
    _, parts = record_schemas((Part,))
    told = "A part.\n\nIts docstring goes on in a second paragraph,\n    with a line farther in."
    assert parts["Part"]["description"] == told


@pytest.mark.parametrize("null_first", [True, False])
def test_null_comes_last_wherever_the_library_puts_it(null_first: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    made = msgspec.json.schema_components

    def turned(records: Any, ref_template: str) -> Any:
        schemas, parts = made(records, ref_template=ref_template)
        for field in parts["Whole"]["properties"].values():
            field["anyOf"].sort(key=lambda choice: (choice == {"type": "null"}) != null_first)
        return schemas, parts

    monkeypatch.setattr(msgspec.json, "schema_components", turned)
    _, parts = record_schemas((Whole,))
    fields = parts["Whole"]["properties"]
    assert fields["optional"]["anyOf"] == [{"$ref": "#/$defs/Part"}, {"type": "null"}]
    assert fields["either"]["anyOf"][-1] == {"type": "null"}


def test_references_lead_to_where_the_parts_are_kept() -> None:
    (whole,), parts = record_schemas((Whole,), "#/components/{name}")
    assert whole == {"$ref": "#/components/Whole"}
    assert parts["Whole"]["properties"]["optional"]["anyOf"][0] == {"$ref": "#/components/Part"}
