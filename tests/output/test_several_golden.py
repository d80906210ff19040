"""What each output makes of several files, to the letter: a report with faults, a Word file, something settled, a file
that cannot be read.

``UPDATE_GOLDEN=1 pytest tests/output/test_several_golden.py`` writes the files anew.
"""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from conftest import ROOT
from hand_made import make_claim_finding
from msgspec.structs import replace
from runs import written
from word_layouts import as_docx

from govreport_lint import api, lint
from govreport_lint.finding import SettledBy, Suppressed
from govreport_lint.language import Text
from govreport_lint.output.formats import output_formats
from govreport_lint.output.words.problems import Problem
from govreport_lint.result import Result

FOLDER = Path(__file__).parent / "golden" / "several"
ENDINGS = {"text": "txt", "concise": "txt", "github": "txt", "gitlab": "json", "junit": "xml", "markdown": "md"}
# The sentences of an output in English are few where a program reads it.
IN_ENGLISH = ("concise", "markdown", "csv")
KINDS = [(known.name, "zh") for known in output_formats() if known.name not in ("text", "json")]
KINDS += [(name, "en") for name in IN_ENGLISH]


@cache
def values() -> tuple[Result | Problem, ...]:
    faulty = lint("samples/town-2024.faulty.md")
    word = api.linter().lint_bytes(as_docx(Path("samples/puwei-2024.md").read_text("utf-8")), "年报/普威镇 2024.docx")
    # A Word file has the time in it at which it was made.
    source = replace(word.source, sha256="0" * 64)
    suppressed = Suppressed(make_claim_finding(span=None), "台账如此", "已说明.toml", SettledBy.LIST)
    settled = replace(word, source=source, suppressed=(suppressed,))
    return faulty, settled, Problem("年报/坏.pdf", Text("文件是空的", "the file is empty"))


def made(name: str, language: str) -> bytes:
    remarks = ("另有 2 个文件不是年报格式",) if language == "zh" else ("2 files are in no format that can be read",)
    data = written(name, *values(), language=language, base="/", remarks=remarks)
    return cells(data) if name == "xlsx" else data


def cells(data: bytes) -> bytes:
    """What stands in the cells of a workbook, a row a line."""
    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        lines.append(f"== {sheet.title}")
        lines += [" | ".join("" if one is None else str(one) for one in row) for row in sheet.values]
    return "\n".join([*lines, ""]).encode("utf-8")


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_several_files_are_as_they_were(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    kept = FOLDER / f"{name}.{language}.{ENDINGS.get(name, 'txt' if name == 'xlsx' else name)}"
    data = made(name, language)
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
    assert data == kept.read_bytes()
