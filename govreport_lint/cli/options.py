"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click


def language_option() -> click.Option:
    """``--lang``."""
    words = "输出语言  language of the output"
    return click.Option(
        ["--lang", "language"], type=click.Choice(["zh", "en"]), default="zh", show_default=True, help=words
    )


def output_option() -> click.Option:
    """``-o``."""
    words = "把结果写入文件  write to a file"
    return click.Option(["-o", "--output"], metavar="FILE", help=words)


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


def prefixes(option: str, values: Iterable[str], codes: Sequence[str]) -> tuple[str, ...]:
    """The code prefixes of an option; raises ``click.UsageError`` for one that no rule's code begins with."""
    parts = [part.strip().upper() for value in values for part in value.replace("，", ",").split(",")]
    for part in filter(None, parts):
        if not any(code.startswith(part) for code in codes):
            words = f"{option} {part}：没有代码以 {part} 开头的规则（no such rule）"
            raise click.UsageError(f"{words}，用 govreport-lint rules 查看")
    return tuple(filter(None, parts))
