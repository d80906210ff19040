"""The files of packs of one's own, those that they extend before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...errors import RuleError
from ...language import Text
from ..files.resources import parse_toml
from ..files.syntax import syntax_error
from ..mistakes import Mistake, rule_error

_LARGEST = 8_000_000
_TOO_LARGE = Text("文件太大（超过 8 MB），不像是规则包", "too large for a rule pack (more than 8 MB)")
_NO_FILE = Text("没有这个文件", "there is no such file")
_CIRCLE = Text("规则包又引用了自己", "the pack extends itself again")
_TEXTS = Text("应为文件名，或文件名的清单", "the name of a file, or a list of them, is wanted")


class PackFile(Struct, frozen=True):
    """A pack as it lies on the disk: its path, as the user named it, and its bytes. Equal ones give equal rules."""

    path: str
    data: bytes


def pack_files(paths: Sequence[str | Path | PackFile]) -> tuple[PackFile, ...]:
    """The packs at these paths, each after those that it extends, each once; raises ``RuleError``."""
    found: dict[Path, PackFile] = {}
    for path in paths:
        if isinstance(path, PackFile):
            found.setdefault(Path(path.path).resolve(), path)
        else:
            _collect(Path(path), found, ())
    return tuple(found.values())


def _collect(path: Path, found: dict[Path, PackFile], above: tuple[Path, ...]) -> None:
    place = path.resolve()
    if place in found:
        return
    file = PackFile(str(path), _read(path))
    for keys, name in _extended(file):
        parent = path.parent / name
        reason = _CIRCLE if parent.resolve() in (*above, place) else None
        if reason is None and not parent.is_file():
            reason = Text(f"{_NO_FILE.zh}：{parent}", f"{_NO_FILE.en}: {parent}")
        if reason:
            raise rule_error(path, Mistake(keys, reason))
        _collect(parent, found, (*above, place))
    found[place] = file


def _extended(file: PackFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The names of the files that a pack extends, each with the path of keys to it."""
    value = parse_toml(file.data, Path(file.path)).get("extends", [])
    if isinstance(value, str):
        yield ("extends",), value
        return
    for number, name in enumerate(value if isinstance(value, list) else [None]):
        if not isinstance(name, str):
            raise rule_error(Path(file.path), Mistake(("extends",), _TEXTS))
        yield ("extends", number), name


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > _LARGEST:
            raise RuleError(str(path), _TOO_LARGE)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise syntax_error(path, error) from error
