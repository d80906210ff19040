"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..linter import Linter


def language_option() -> click.Option:
    """``--lang``."""
    words = "输出语言  language of the output"
    return click.Option(
        ["--lang", "language"], type=click.Choice(["zh", "en"]), default="zh", show_default=True, help=words
    )


def output_option() -> click.Option:
    """``-o``."""
    words = "把结果写入文件  write to a file"
    return click.Option(["-o", "--output"], metavar="FILE", type=click.Path(), help=words)


def force_option() -> click.Option:
    """``--force``."""
    return click.Option(["--force"], is_flag=True, help="覆盖已有的文件  replace a file that is there")


def selections() -> list[click.Option]:
    """``--select`` and ``--ignore``."""
    return [
        click.Option(
            ["--select"],
            multiple=True,
            metavar="CODES",
            help="\b\n只检查代码以此开头的规则，如 A,S1\nonly rules whose codes begin so",
        ),
        click.Option(["--ignore"], multiple=True, metavar="CODES", help="\b\n不检查这些规则\nleave these rules out"),
    ]


def chosen_linter(select: Sequence[str], ignore: Sequence[str]) -> Linter:
    """The linter for the rules that are named; raises ``click.UsageError`` for one that there is not,
    and where none is left: nothing checked must not look like nothing found."""
    from .. import api

    try:
        linter = api.linter(words_of(select), words_of(ignore))
    except ValueError as error:
        raise click.UsageError(f"--{error}；用 govreport-lint rules 查看") from error
    if not linter.rules:
        raise click.UsageError("--select、--ignore 之后没有剩下任何规则  no rule is left to check")
    return linter


def words_of(values: Iterable[str]) -> tuple[str, ...]:
    """The codes of an option that may be given several times, each with several codes."""
    parts = [part.strip() for value in values for part in value.replace("，", ",").split(",")]
    return tuple(filter(None, parts))
