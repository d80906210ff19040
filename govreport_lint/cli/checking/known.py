"""The baseline of a run: read before, applied to every result, told and perhaps written at the end."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from ...errors import ReadError
from ...language import Text
from ...readers.opening import load
from ...result import Result
from ...rulebook.rulebook import Rulebook
from ...suppressing.baseline import Baseline, baseline_bytes, read_baseline
from ...suppressing.baseline_run import BaselineRun
from ...suppressing.told_paths import near
from ..paths.destination import write_bytes

_GONE = Text(
    "基线 {path} 中有 {count} 项已不再出现，可用 --update-baseline 删去",
    "{count} findings in the baseline {path} are no longer there; --update-baseline drops them",
)
_WRITTEN = Text(
    "基线已写入 {path}：新增 {added} 项，删去 {removed} 项",
    "baseline written to {path}: {added} added, {removed} dropped",
)


class KnownFindings:
    """A baseline in its file.

    Raises ``click.UsageError`` where there is none and none is to be made, or it cannot be opened, ``RuleError`` for a
    file that is none.
    """

    def __init__(
        self, path: str, rulebook: Rulebook, asked: Collection[str], locked: Collection[str], *, updating: bool
    ) -> None:
        self._path = path
        self._shown = near(path)
        self._updating = updating
        there = Path(path).exists()
        if not there and not updating:
            raise click.UsageError(f"--baseline {path}：没有这个文件，先用 --update-baseline 生成（no such file yet）")
        baseline = _read(path) if there else Baseline()
        folder = str(Path(path).absolute().parent)
        self._run = BaselineRun(baseline, folder, self._shown, rulebook, asked, locked, taking=updating)
        self._folder = folder

    def settle(self, result: Result) -> Result:
        """The result without what is known."""
        return self._run.settle(result)

    def remarks(self, language: str) -> tuple[str, ...]:
        """What is told at the end."""
        gone = 0 if self._updating else self._run.gone
        return (_GONE.in_language(language).format(path=self._shown, count=gone),) if gone else ()

    def write(self, inputs: Collection[str], language: str) -> str | None:
        """Write the baseline anew where that is asked for, and say so; raises ``click.UsageError``."""
        if not self._updating:
            return None
        change = self._run.change(lambda file: Path(self._folder, file).exists())
        write_bytes(self._path, baseline_bytes(change.baseline), list(inputs))
        return _WRITTEN.in_language(language).format(path=self._shown, added=change.added, removed=change.removed)


def _read(path: str) -> Baseline:
    try:
        data = load(path)
    except ReadError as error:
        raise click.UsageError(f"--baseline {path}：{error.reason}（{error.english}）") from error
    return read_baseline(data, path)
