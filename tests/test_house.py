"""What the folders promise to who looks for a place: few modules in each, and a line that says what the room is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import ROOT

MOST = 12
FOLDERS = sorted(path.parent for path in (ROOT / "govreport_lint").rglob("__init__.py"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folder_is_a_room_with_a_name_on_its_door(folder: Path) -> None:
    modules = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    if folder != ROOT / "govreport_lint":
        assert len(modules) <= MOST, modules
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    assert told and told.strip()
