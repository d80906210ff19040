"""``--fix``: text files are mended where they are, a Word file gets a copy with tracked changes beside it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from ...configuration.linters import Linters
from ...engine.last_years import LastYears
from ...errors import ReadError
from ...fixing.files import Fixed, fix_file
from ...language import Text
from ...office.conversion import Converter
from ...output.words.printable import printable
from ...result import Result
from ..paths.destination import write_bytes
from ..paths.files import STANDARD_INPUT
from ..paths.inputs import bytes_of
from ..paths.targets import Targets

_IN_PLACE = Text("{path}：已改正 {count} 处", "{path}: mended {count}")
_COPIED = Text(
    "{path} → {target}：以修订方式改正 {count} 处，请打开后逐条接受或拒绝",
    "{path} → {target}: mended {count} as tracked changes; please accept or reject them",
)
_LEFT = Text("{path}：{count} 处没有自动改正：{reason}", "{path}: {count} not mended: {reason}")
_WHOLE = Text("{path}：{reason}", "{path}: {reason}")
_TOTAL = Text("已改正 {count} 处，另有 {left} 处需人工核实", "{count} mended, {left} left for a person to check")
_STANDARD = Text(
    "从标准输入读取的 Word 文件，改正后须用 --fix-output 指定文件名",
    "a Word file from standard input needs --fix-output for what is mended",
)
_CLOSED = Text("文件不能写入，没有改动：{error}", "the file cannot be written and was not changed: {error}")


class Fixing:
    """Fixes file after file: each is read, mended, written, and reported as it is then.

    ``targets`` are the places of the copies of Word files, ``name`` is what standard input is called.
    """

    def __init__(
        self, linters: Linters, targets: Targets, language: str, *, name: str | None = None, quiet: bool = False
    ) -> None:
        self._linters, self._targets, self._language = linters, targets, language
        self._name, self._quiet = name, quiet
        self._count = self._left = 0

    def reading(self, before: LastYears | None, convert: Converter) -> Callable[[str], tuple[Result, ...]]:
        """What mends a file and gives the results of what is left; it raises ``ReadError``."""

        def read(path: str) -> tuple[Result, ...]:
            fixed = fixed_of(self._linters, path, self._name, before, convert)[1]
            self._write(path, fixed)
            self._count += fixed.count
            self._left += sum(len(result.findings) for result in fixed.results)
            return fixed.results

        return read

    def tell(self) -> None:
        """Say on standard error how much was mended and how much is left."""
        self._say(_TOTAL, count=self._count, left=self._left)

    def _write(self, path: str, fixed: Fixed) -> None:
        if path == STANDARD_INPUT:
            self._write_standard(fixed)
        elif fixed.data is not None and fixed.after is not None:
            _replace(path, fixed.data)
            self._say(_IN_PLACE, path=path, count=fixed.count)
        elif fixed.data is not None:
            self._copy(path, fixed)
        self._tell_left(path, fixed)

    def _copy(self, path: str, fixed: Fixed) -> None:
        target = self._targets.of(path, Path(path).suffix or ".docx")
        write_bytes(target, fixed.data or b"", [path])
        self._say(_COPIED, path=path, target=target, count=fixed.count)

    def _write_standard(self, fixed: Fixed) -> None:
        """What came in goes out, mended or as it was; so a text may be piped through."""
        if fixed.data is not None and fixed.after is None:
            raise ReadError(STANDARD_INPUT, _STANDARD.zh, _STANDARD.en)
        sys.stdout.flush()
        sys.stdout.buffer.write(fixed.data if fixed.data is not None else fixed.given)
        sys.stdout.buffer.flush()

    def _tell_left(self, path: str, fixed: Fixed) -> None:
        """Why the file, or places in it, could not be mended."""
        found = [finding for result in fixed.results for finding in result.findings]
        if fixed.reason and found:
            self._say(_WHOLE, path=path, reason=fixed.reason.in_language(self._language))
        reasons = [each.reason for each in fixed.refused] + [each.unfixed for each in found if each.unfixed]
        for reason, count in Counter(reasons).items():
            self._say(_LEFT, path=path, count=count, reason=reason.in_language(self._language))

    def _say(self, words: Text, **values: object) -> None:
        if not self._quiet:
            print(printable(words.in_language(self._language).format(**values)), file=sys.stderr)


def fixed_of(
    linters: Linters, path: str, name: str | None, before: LastYears | None, convert: Converter
) -> tuple[bytes, Fixed]:
    """The bytes of a file and what becomes of it. Raises ``ReadError``."""
    known = name or path if path == STANDARD_INPUT else path
    data = bytes_of(path)
    return data, fix_file(linters.of(known), data, known, before, convert)


def fix_targets(paths: Sequence[str], output: str | None, *, several: bool, force: bool) -> Targets:
    """Where the copies of Word files go: ``年报.fixed.docx`` beside the report, or ``output``."""
    from ...folders import FIXED

    return Targets(paths, output, several=several, force=force, mark=FIXED)


def _replace(path: str, data: bytes) -> None:
    try:
        write_bytes(path, data)
    except (OSError, click.UsageError) as error:
        words = error.strerror or "" if isinstance(error, OSError) else error.message
        raise ReadError(path, _CLOSED.zh.format(error=words), _CLOSED.en.format(error=words)) from error
