"""Where the project's own data (forms, rule packs) lie: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli


def rules_folder() -> Path:
    """The folder of the forms and rule packs."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; raises ``tomli.TOMLDecodeError`` and ``OSError``.

    ``tomli`` is the standard library's own parser, compiled: a third of the time of ``tomllib``.
    """
    with path.open("rb") as file:
        return tomli.load(file)
