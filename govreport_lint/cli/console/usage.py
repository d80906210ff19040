"""Usage errors in words: Chinese first, then what click says."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from ...output.words.printable import printable

_MISSING = {"codes": "没有给出规则代码，如 explain A301", "shell": "没有给出哪一种 shell，如 completion bash"}
_CHECKING = ("lint", "check")


def usage_words(error: click.ClickException) -> str:
    """The message of a usage error and where to find help."""
    return f"用法错误：{printable(_chinese(error))}\n用 govreport-lint --help 查看用法（for help）"


def mistyped(word: str, commands: Iterable[str]) -> str | None:
    """What is said of a first word that is no file and looks like a command; None for any other."""
    if not word.isascii() or not word.isalpha() or os.path.lexists(word):
        return None
    if word in _CHECKING:
        return f"没有“{word}”这个命令：检查年报直接写文件名，如 govreport-lint 年报.docx（give the file alone）"
    import difflib

    alike = difflib.get_close_matches(word, commands, 1, 0.7)
    return f"没有“{word}”这个文件或命令，是不是 {alike[0]}（did you mean {alike[0]}）" if alike else None


def _chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        likely = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{likely}（no such option）"
    if isinstance(error, click.MissingParameter):
        return f"{_missing(error.param)}（{error.format_message()}）"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} 后面缺少内容（{error.format_message()}）"
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = " / ".join(error.param.opts)
        wanted = _wanted(error.param.type)
        return f"{name} 的值不对{wanted}（{error.message.rstrip('.')}）"
    return error.format_message()


def _missing(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"缺少 {' / '.join(param.opts)}"
    name = param.name if param is not None else None
    return _MISSING.get(name or "", "没有给出要检查的文件或文件夹")


def _wanted(kind: object) -> str:
    """Which values are right, as far as the option says so."""
    if isinstance(kind, click.Choice):
        return f"：只能是 {'、'.join(str(choice) for choice in kind.choices)}"
    if isinstance(kind, click.IntRange):
        return f"：应在 {kind.min} 至 {kind.max} 之间"
    return ""
