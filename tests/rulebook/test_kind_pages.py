"""docs/kinds and docs/pack.schema.json: every option has words, and the schema takes what the program takes."""

from __future__ import annotations

import inspect
import json
from typing import Any

import jsonschema
import pytest
import tomli
from conftest import ROOT
from test_own_packs import PACK

from govreport_lint.checks import kinds
from govreport_lint.rulebook.files.resources import rule_files
from govreport_lint.rulebook.kinds import Kind
from govreport_lint.rulebook.option_types import choices_of, item_type, mapping_types, option_types
from govreport_lint.shipped import shipped_rulebook

KINDS = ROOT / "docs" / "kinds"
SCHEMA = json.loads((ROOT / "docs" / "pack.schema.json").read_text("utf-8"))


def records(kind: Any) -> set[Any]:
    """The records that a type is made of."""
    if hasattr(kind, "__struct_fields__"):
        return {kind}.union(*(records(inner) for inner in option_types(kind).values()))
    inner = [one for one in choices_of(kind) if one is not kind]
    inner += [one for one in (item_type(kind), mapping_types(kind)[1]) if one is not None]
    return set().union(*map(records, inner))


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_every_option_has_words_and_a_place_on_the_page(kind: Kind) -> None:
    page = (KINDS / f"{kind.name}.md").read_text("utf-8")
    assert inspect.getdoc(kind.check)
    for record in records(kind.options):
        if record.__name__ == "Text" or not record.__struct_fields__:
            continue
        words = inspect.cleandoc(record.__doc__ or "")
        missing = [name for name in record.__struct_fields__ if f"``{name}``" not in words]
        assert not missing, f"{record.__module__}.{record.__name__} does not say what these are: {missing}"
        assert words in page
        assert all(f"| `{name}` |" in page for name in record.__struct_fields__)
    assert all(f"`{{{name}}}`" in page for name in kind.says)
    assert all(f"`wordings.{name}`" in page for name in kind.wordings)


def test_the_pages_are_those_of_the_kinds() -> None:
    assert {path.stem for path in KINDS.glob("*.md")} == {*kinds(), "README"}


def test_every_kind_has_a_sentence_in_chinese() -> None:
    words = tomli.loads((ROOT / "docs" / "kind_words.toml").read_text("utf-8"))
    assert words.keys() == kinds().keys()
    assert len(set(words.values())) == len(words)


def test_the_examples_are_toml() -> None:
    for path in KINDS.glob("*.md"):
        for block in path.read_text("utf-8").split("```toml\n")[1:]:
            assert tomli.loads(block.partition("```")[0])["rules"]["check"]["kind"] == path.stem


def errors(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(tomli.loads(text))]


def test_the_schema_is_one_and_takes_a_pack() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert errors(PACK) == []


def test_it_takes_the_rules_that_are_shipped() -> None:
    own = {rule.path for rule in shipped_rulebook().rules}
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for path in own:
        data = json.loads(json.dumps(rule_files().files[path]))
        for rule in data["rules"]:
            rule["code"] = f"X{rule['code'][1:]}"
        assert [error.message[:300] for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('keywords = ["承接"]', 'keyword = ["承接"]'),
        ('family = "language"', 'family = "langauge"'),
        ('"X101"', '"L951"'),
        ('kind = "word-list"', 'kind = "wordlist"'),
        ('only = ["total"]', 'onyl = ["total"]'),
        ('each = "column"', 'each = "collumn"'),
        ("[options.L904]", "[options.L994]"),
        ("shortest = 30", "shortets = 30"),
        ("shortest = 30", 'shortest = "三十"'),
        ('basis = "本县要求"\nsilences', "silences"),
        ('title = "收到件数"', "title = 5"),
        ("replaces =", "replace ="),
    ],
)
def test_it_refuses_what_the_program_refuses(right: str, wrong: str) -> None:
    assert PACK.count(right) == 1
    assert errors(PACK.replace(right, wrong))
