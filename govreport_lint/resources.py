"""Where the project's own data (forms, rule packs) lie: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def rules_folder() -> Path:
    """The folder of the forms and rule packs."""
    package = Path(__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; raises ``tomllib.TOMLDecodeError`` and ``OSError``."""
    with path.open("rb") as file:
        return tomllib.load(file)
