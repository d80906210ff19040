"""Where the configuration of a run lies: in the folder of what is checked or above it, else in or above the working
folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ..rulebook.files.resources import load_toml

FILE_NAME = "govreport-lint.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "govreport-lint")


def configuration_file(paths: Sequence[str]) -> Path | None:
    """The file that holds for these paths: the nearest in or above the folder that they share, else the nearest in or
    above the working folder. Raises ``RuleError`` for a pyproject.toml that is no TOML."""
    return next((found for start in _starts(paths) for found in _upwards(start)), None)


def _starts(paths: Sequence[str]) -> Iterator[Path]:
    # ``..`` in a path would share nothing with the folder that it leads to.
    named = [Path(os.path.abspath(word)) for word in paths]  # noqa: PTH100 -- a link stays what it is called
    folders = [path if path.is_dir() else path.parent for path in named]
    if folders:
        # On Windows paths on different drives share none.
        with suppress(ValueError):
            yield Path(os.path.commonpath(folders))
    yield Path.cwd()


def _upwards(folder: Path) -> Iterator[Path]:
    for each in (folder, *folder.parents):
        own = each / FILE_NAME
        if own.is_file():
            yield own
        project = each / PROJECT_FILE
        if project.is_file() and _has_table(project):
            yield project


def _has_table(project: Path) -> bool:
    tool = load_toml(project).get(TABLE[0], {})
    return isinstance(tool, dict) and TABLE[1] in tool
