"""What programs are told of the server: it is OpenAPI 3.1, its schemas are the contract's, its examples are whole."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from jsonschema import Draft202012Validator
from starlette.routing import Match

from govreport_lint import lint
from govreport_lint.web.audits.jobs import Jobs
from govreport_lint.web.audits.papers import ALL, LETTERS, SINGLE
from govreport_lint.web.endpoints.audits import Audits
from govreport_lint.web.endpoints.pages import Pages
from govreport_lint.web.endpoints.programs import Programs
from govreport_lint.web.pages.api.api_page import api_page
from govreport_lint.web.pages.api.openapi import openapi
from govreport_lint.web.pages.api.operations import operations
from govreport_lint.web.pages.surroundings import Surroundings
from govreport_lint.web.settings import Settings
from govreport_lint.web.work.crew import Crew

ADDRESS = "http://127.0.0.1:8321/3f9c/"


@pytest.fixture(params=["zh", "en"])
def told(request: pytest.FixtureRequest) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(json.dumps(openapi("1.2.3", request.param)))
    return described


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from nodes(each)


def test_every_reference_leads_to_a_record_and_every_record_is_used(told: dict[str, Any]) -> None:
    places = {node["$ref"] for node in nodes(told) if isinstance(node.get("$ref"), str)}
    held = {f"#/components/schemas/{name}" for name in told["components"]["schemas"]}
    assert places == held


def test_schemas_are_schemas(told: dict[str, Any]) -> None:
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_a_real_answer_is_as_it_is_described(told: dict[str, Any]) -> None:
    answer = lint(SAMPLES / "town-2024.faulty.md").to_json("zh")
    schema = {"$ref": "#/components/schemas/FileRecord", "components": told["components"]}
    Draft202012Validator(schema).validate(json.loads(answer) if isinstance(answer, str) else answer)


def test_what_openapi_asks_of_a_description_is_there(told: dict[str, Any]) -> None:
    assert told["openapi"] == "3.1.0" and told["info"]["title"] and told["info"]["version"] == "1.2.3"
    names = []
    for path, methods in told["paths"].items():
        assert path.startswith("/api/")
        for method, operation in methods.items():
            assert method in ("get", "post", "delete")
            names.append(operation["operationId"])
            inside = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
            assert inside == set(re.findall(r"{(\w+)}", path))
            assert all(each["required"] for each in operation["parameters"] if each["in"] == "path")
            assert all(re.fullmatch(r"[1-5]\d\d|default", status) for status in operation["responses"])
            assert all(answer["description"] for answer in operation["responses"].values())
            if method != "post":
                assert "requestBody" not in operation
    assert len(names) == len(set(names)) == len(operations())


def test_the_two_languages_say_the_same_things() -> None:
    chinese, english = (openapi("1.2.3", language) for language in ("zh", "en"))
    words = ("summary", "description", "title")

    def bare(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: bare(value) for key, value in part.items() if key not in words or not isinstance(value, str)}
        return [bare(each) for each in part] if isinstance(part, list) else part

    assert bare(chinese["paths"]) == bare(english["paths"])
    assert not re.search(r"[\u4e00-\u9fff]", json.dumps(english["paths"], ensure_ascii=False))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_tells_every_operation_with_a_call(language: str) -> None:
    page = api_page(Surroundings(language, "1.2.3"), ADDRESS)
    calls = re.findall(r'<pre tabindex="0"><code>(.*?)</code>', page)
    assert len(calls) == len(operations())
    for call, operation in zip(calls, operations(), strict=True):
        words = shlex.split(call)
        assert words[0] == "curl" and words[-1].startswith(ADDRESS + "api/")
        assert f'id="{operation.name}"' in page
        sent = {word.split("=")[0] for before, word in pairwise(words) if before == "-F"}
        assert sent <= {field.name for field in operation.form}
        assert {field.name for field in operation.form if field.required} <= sent


def test_what_is_told_is_there_and_what_is_there_is_told(tmp_path: Path) -> None:
    settings = Settings(token="token")
    crew = Crew(settings)
    pages, programs, audits = (
        Pages(settings, None),
        Programs(settings, crew, tmp_path),
        Audits(Jobs(tmp_path, settings)),
    )
    routes = [*pages.routes(), *programs.routes(), *audits.routes()]
    crew.end()
    told = {(each.method.upper(), f"/{each.path.replace('{id}', 'ID')}") for each in operations()}
    answered = set()
    for method, path in told:
        scope = {"type": "http", "method": method, "path": path, "headers": []}
        found = next((each for each in routes if each.matches(scope)[0] is Match.FULL), None)
        assert found is not None, (method, path)
        answered.add((method, found.path))
    there = {
        (method, each.path)
        for each in routes
        for method in (each.methods or set()) - {"HEAD"}
        if each.path.startswith("/api/") and each.path != "/api/"
    }
    assert answered == there
    papers = {path.rpartition("/")[2] for _, path in told if path.startswith("/api/audit/ID/")}
    assert papers == {*SINGLE, LETTERS, ALL, "events", "matrix"}
