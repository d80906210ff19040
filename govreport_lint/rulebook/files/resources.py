"""Where the project's own data (forms, rule packs) lie: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ...errors import RuleError
from . import store

_PARTS = (".", "audit", "claims", "forms", "likeness", "rollup")


class RuleFiles(Struct, frozen=True):
    """The project's TOML files, pages left out, by their paths.

    ``key``: what they are kept under; ``resolved``: they were found to be without a mistake before.
    """

    key: str
    files: dict[str, dict[str, Any]]
    resolved: bool


def rules_folder() -> Path:
    """The folder of the forms and rule packs."""
    package = Path(__file__).parents[2]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def rule_files() -> RuleFiles:
    """The project's files, from the user's cache where they stand there as they are; raises ``RuleError``."""
    folder = rules_folder()
    paths = [path for part in _PARTS for path in sorted((folder / part).glob("*.toml"))]
    contents = {str(path): path.read_bytes() for path in paths}
    key = store.key_of(contents.values())
    kept = store.kept(key)
    if kept is not None and kept.keys() == _names(contents).keys():
        return RuleFiles(key, {path: kept[name] for name, path in _names(contents).items()}, True)
    return RuleFiles(key, {path: parse_toml(data, Path(path)) for path, data in contents.items()}, False)


def keep_rule_files(found: RuleFiles) -> None:
    """Keep the project's files, which were found to be without a mistake."""
    store.keep(found.key, {name: found.files[path] for name, path in _names(found.files).items()})


def _names(paths: Iterable[str]) -> dict[str, str]:
    """The paths by what they are kept under: a program of one file unpacks its own to another folder each time."""
    begins = len(str(rules_folder()))
    return {path[begins:]: path for path in paths}


def shipped_toml(*parts: str) -> dict[str, Any]:
    """What one of the project's files says (not to be changed): ``shipped_toml("forms", "2021.toml")``.

    Raises ``KeyError`` for a file that there is not, and ``RuleError``.
    """
    return rule_files().files[str(rules_folder().joinpath(*parts))]


def load_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; raises ``RuleError``."""
    try:
        return parse_toml(path.read_bytes(), path)
    except OSError as error:
        raise _faulty(path, error) from error


def parse_toml(data: bytes, path: Path) -> dict[str, Any]:
    """TOML in bytes that stand in a file; raises ``RuleError``.

    ``tomli`` is the standard library's own parser, compiled: a third of the time of ``tomllib``.
    """
    import tomli

    try:
        return tomli.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # A key of a thousand parts or lists that deep end in the last of them.
        raise _faulty(path, error) from error


def _faulty(path: Path, error: Exception) -> RuleError:
    """What is said of it; loaded when something is wrong."""
    from .syntax import syntax_error

    return syntax_error(path, error)
