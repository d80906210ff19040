"""The schema, the words for the keys and the documentation: one source, and the same in all."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from typing import Any

import jsonschema
import msgspec
import pytest
from conftest import ROOT

from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.configuration.key_words import key_words
from govreport_lint.configuration.records import Configuration, PerFile
from govreport_lint.configuration.schema import configuration_schema, told_keys
from govreport_lint.suppressing.listed.entry import Suppression

TABLES = {"": Configuration, "per_file.": PerFile, "suppress.": Suppression, "audit.": AuditSettings}
GUIDE = (ROOT / "docs" / "configuration.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.M | re.S)


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = configuration_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def is_valid(text: str) -> bool:
    # Dates of TOML are texts in JSON.
    data: Any = json.loads(json.dumps(tomllib.loads(text), default=str))
    return bool(validator().is_valid(data))


def test_every_key_has_words_and_every_words_a_key() -> None:
    keys = [prefix + key for prefix, record in TABLES.items() for key in record.__struct_fields__]
    assert sorted(key_words()) == sorted(keys)
    assert all(words.zh and words.en for words in key_words().values())
    assert [key for key, _ in told_keys()] == list(key_words())


def test_every_key_is_described_in_the_schema() -> None:
    parts = configuration_schema()["$defs"]
    for prefix, record in TABLES.items():
        for key in record.__struct_fields__:
            assert key_words()[prefix + key].zh in parts[record.__name__]["properties"][key]["description"]


def test_the_guide_has_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_of_the_guide_are_right(text: str) -> None:
    assert is_valid(text)
    assert msgspec.convert(tomllib.loads(text), Configuration)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'extends = ["a.toml"]\nlocked = ["A"]\njobs = 0\n',
        '[[suppress]]\nrule = "A"\nfiles = ["*"]\nreason = "x"\nuntil = 2025-01-01\n',
        '[audit.deadline]\ntownship = "01-20"\n',
    ],
)
def test_what_is_right(text: str) -> None:
    assert is_valid(text)
    msgspec.convert(tomllib.loads(text), Configuration)


@pytest.mark.parametrize(
    "text",
    [
        'ignroe = ["A"]\n',
        'ignore = "A"\n',
        'lang = "fr"\n',
        "jobs = -1\n",
        "jobs = 257\n",
        'jobs = "2"\n',
        'fail_on = "fatal"\n',
        "strict_files = 1\n",
        '[severity]\nA301 = "none"\n',
        '[[per_file]]\nignore = ["A"]\n',
        '[[per_file]]\nfiles = ["*"]\nignroe = ["A"]\n',
        '[[suppress]]\nrule = "A"\nfiles = ["*"]\n',
        '[audit]\nsimilarty = 0.5\n',
        '[audit]\nsimilarity = "0.5"\n',
    ],
)  # fmt: skip
def test_what_is_wrong_is_so_for_the_schema_and_the_program(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(tomllib.loads(text), Configuration)


def test_the_mistake_of_the_guide_is_told_as_it_says() -> None:
    (reason, line, mark) = re.findall(r"govreport-lint\.toml:8:1：(.*?)\n  \|\n8 \| (.*?)\n  \| (\^+)\n", GUIDE)[0]
    assert reason == "per_file.ignroe：没有名为“ignroe”的键；是不是 ignore"
    assert mark == "^" * len(line.split(" ")[0])
