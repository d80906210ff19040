"""Where the output goes: standard output, or a file that is put in its place only when it is whole."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from ..console.console_encoding import use_utf8
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
    with _opened(output) as stream:
        yield stream


def write_bytes(output: str, data: bytes, inputs: Sequence[str] = ()) -> None:
    """Put a file in its place, whole or not at all.

    Raises ``click.UsageError`` when ``output`` is one of the ``inputs`` or cannot be written.
    """
    _refuse_inputs(output, inputs)
    with _opened(output) as stream:
        stream.flush()
        stream.buffer.write(data)


def _refuse_inputs(output: str, inputs: Sequence[str]) -> None:
    real = os.path.realpath(output)
    for path in inputs:
        if path != STANDARD_INPUT and os.path.realpath(path) == real:
            raise click.UsageError(f"-o {output}：这是本次要读的文件，不能覆盖（an input file）")


def _opened(output: str) -> AbstractContextManager[TextIO]:
    """The stream for a path: a new file for a regular file or none, the thing itself for a device."""
    try:
        mode = os.stat(output).st_mode  # noqa: PTH116 -- /dev/stdout has no real path
    except FileNotFoundError:
        mode = stat.S_IFREG
    except OSError as error:
        raise _not_written(output, error) from error
    if stat.S_ISREG(mode):
        # A link stays a link: the file that it leads to is the one to replace.
        return _replacing(Path(os.path.realpath(output)))
    if stat.S_ISDIR(mode):
        raise click.UsageError(f"-o {output}：这是文件夹（a folder）")
    if stat.S_ISCHR(mode):
        try:
            return Path(output).open("w", encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            raise _not_written(output, error) from error
    raise click.UsageError(f"-o {output}：不是普通文件，不能写入（not a regular file）")


def _not_written(output: str | Path, error: OSError) -> click.UsageError:
    return click.UsageError(f"-o {output}：无法写入（cannot be written）：{error.strerror}")


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A file beside the target, renamed to it at the end, removed when anything goes wrong."""
    try:
        import tempfile

        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".govreport-lint-", text=True)
    except OSError as error:
        raise _not_written(target, error) from error
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
