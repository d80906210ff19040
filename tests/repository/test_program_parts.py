"""What the program of one file is made of agrees with the package; its notices leave no library out."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT

from govreport_lint.auditing.intake import judged_by
from govreport_lint.double_click import start

RELEASING = ROOT / "releasing"


def constant(module: str, name: str) -> Any:
    """The value of a name in a module that needs what is not installed here."""
    for node in ast.parse((RELEASING / module).read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    raise AssertionError(name)


def notices() -> ModuleType:
    found = importlib.util.spec_from_file_location("program_notices", RELEASING / "program_notices.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_libraries_whose_versions_are_asked_say_them_in_the_program() -> None:
    assert set(constant("program_parts.py", "ASKED_FOR_VERSION")) == set(judged_by._LIBRARIES)


def test_modules_that_are_left_out_are_imported_nowhere() -> None:
    left_out = "|".join(constant("program_parts.py", "NOT_NEEDED"))
    imported = re.compile(rf"^\s*(import|from) ({left_out})\b", re.MULTILINE)
    assert not [path for path in (ROOT / "govreport_lint").rglob("*.py") if imported.search(path.read_text("utf-8"))]


def test_the_notices_have_one_name() -> None:
    names = {constant("program.py", "NOTICES"), constant("program_notices.py", "NAME"), start.NOTICES_FILE}
    assert len(names) == 1


def test_the_specification_is_python() -> None:
    ast.parse((RELEASING / "program.spec").read_text("utf-8"))


def test_what_builds_the_program_is_pinned_and_comes_with_no_extra() -> None:
    assert re.fullmatch(r"pyinstaller==[\d.]+", constant("program.py", "TOOL"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert constant("program.py", "EXTRA") in project["optional-dependencies"]
    assert "pyinstaller" not in str(project).lower()


def test_every_library_is_named_with_its_licence(tmp_path: Path) -> None:
    text = notices().write_notices(str(tmp_path), []).read_text("utf-8")
    for library in ("msgspec", "click", "pypdfium2", "starlette", "uvicorn"):
        title = f"{library} {importlib.metadata.version(library)}\n{'=' * 100}\n"
        assert len(text.partition(title)[2].partition("=" * 100)[0].split()) > 50, library
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text


def test_a_library_without_a_licence_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = notices()
    unknown = tmp_path / "libunknown.so"
    unknown.touch()
    monkeypatch.setattr(module.sys, "platform", "linux")
    with pytest.raises(SystemExit, match="libunknown"):
        module.write_notices(str(tmp_path), [("libunknown.so", str(unknown), "BINARY")])
