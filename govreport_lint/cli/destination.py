"""Where the output goes: standard output, or a file that is put in its place only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from .encoding import use_utf8
from .files import STANDARD_INPUT


@contextmanager
def destination(output: str | None, inputs: Sequence[str] = (), *, machine: bool = False) -> Iterator[TextIO]:
    """The stream to write to; ``machine``: programs read it, so it is UTF-8.

    Raises ``click.UsageError`` when ``output`` is one of the ``inputs`` or cannot be written.
    """
    if output is None or output == "-":
        if machine:
            use_utf8(sys.stdout)
        yield sys.stdout
        return
    _refuse_inputs(output, inputs)
    with _replacing(Path(output)) as stream:
        yield stream


def _refuse_inputs(output: str, inputs: Sequence[str]) -> None:
    real = os.path.realpath(output)
    for path in inputs:
        if path != STANDARD_INPUT and os.path.realpath(path) == real:
            raise click.UsageError(f"-o {output}：这是要检查的报告，不能覆盖（an input file）")


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A file beside the target, renamed to it at the end, removed when anything goes wrong."""
    if target.is_dir():
        raise click.UsageError(f"-o {target}：这是文件夹（a folder）")
    try:
        import tempfile

        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".govreport-lint-", text=True)
    except OSError as error:
        raise click.UsageError(f"-o {target}：无法写入（cannot be written）：{error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file gets."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
