"""The county's settings out of a govreport-lint.toml: the table [audit], nothing else of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from ..rulebook.files.resources import load_toml
from ..rulebook.mistakes import mistake_of, rule_error
from .settings import Settings

FILE_NAME = "govreport-lint.toml"


def read_settings(path: Path | None) -> Settings:
    """What a file settles (None: the defaults); raises ``RuleError`` with the file and the key."""
    if path is None:
        return Settings()
    data: dict[str, Any] = load_toml(path)
    try:
        return msgspec.convert(data.get("audit", {}), Settings)
    except msgspec.ValidationError as error:
        mistake = mistake_of(error, Settings, data["audit"])
        raise rule_error(path, replace(mistake, path=("audit", *mistake.path))) from error


def settings_file(folder: Path) -> Path | None:
    """The file that holds for a folder: the nearest one in it or above it."""
    for each in (folder, *folder.parents):
        found = each / FILE_NAME
        if found.is_file():
            return found
    return None
