"""Where copies of reports go: beside them, or into a folder that keeps their own folders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from ...errors import ReadError
from ...folders import CHECKED


class Targets:
    """The places of the copies of one call; no two copies get the same."""

    def __init__(
        self, words: Sequence[str], output: str | None, *, several: bool, force: bool, mark: str = CHECKED
    ) -> None:
        self._output = output
        self._mark = mark
        self._force = force
        self._taken: set[str] = set()
        self._base = _base(words)
        self._is_folder = output is not None and _is_folder(output)
        if output is not None and several and not self._is_folder:
            raise click.UsageError(f"-o {output}：要检查的文件不止一个，请指定文件夹（not a folder）")

    def of(self, path: str, suffix: str) -> str:
        """The place for the copy of a report; raises ``ReadError`` for a file that is there already."""
        if self._output is not None and not self._is_folder:
            if Path(self._output).suffix.lower() != suffix.lower():
                raise click.UsageError(f"-o {self._output}：文件名应以 {suffix} 结尾（must end in {suffix}）")
            target = Path(self._output)
        else:
            target = self._free(self._folder(path), Path(path), suffix)
        if target.exists() and not self._force:
            raise ReadError(
                path,
                f"{target} 已存在，未覆盖；要覆盖请加 --force",
                f"{target} exists and was not replaced; use --force to replace it",
            )
        self._taken.add(str(target))
        return str(target)

    def _folder(self, path: str) -> Path:
        if self._output is None:
            return Path(path).parent
        inside = os.path.relpath(Path(path).parent.absolute(), self._base)
        folder = Path(self._output) if inside.startswith("..") else Path(self._output, inside)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _free(self, folder: Path, path: Path, suffix: str) -> Path:
        """``年报.checked.docx``; where another report of this call has that, ``年报.doc.checked.docx``."""
        target = folder / f"{path.stem}{self._mark}{suffix}"
        return folder / f"{path.name}{self._mark}{suffix}" if str(target) in self._taken else target


def _base(words: Sequence[str]) -> str:
    """The folder that the folders of all reports are told from."""
    folders = [Path(word) if Path(word).is_dir() else Path(word).parent for word in words]
    try:
        return os.path.commonpath([folder.absolute() for folder in folders])
    except ValueError:
        return os.sep


def _is_folder(output: str) -> bool:
    """Whether a folder is meant: one that is there, or a name that ends like one or has no suffix."""
    if Path(output).exists():
        return Path(output).is_dir()
    return output.endswith(("/", os.sep)) or not Path(output).suffix
