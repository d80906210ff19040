"""Options that several commands share."""

from __future__ import annotations

import click

from ..completion.rule_codes import code_list


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
            shell_complete=code_list,
            help="\b\n只检查代码以此开头的规则，如 A,S1\nonly rules whose codes begin so",
        ),
        click.Option(
            ["--ignore"],
            multiple=True,
            metavar="CODES",
            shell_complete=code_list,
            help="\b\n不检查这些规则\nleave these rules out",
        ),
    ]


def paths_argument() -> click.Argument:
    """``PATH…``."""
    return click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…", type=click.Path())


def previous_option() -> click.Option:
    """``--previous``."""
    words = "\b\n上年的年报（文件，或各单位年报的文件夹），核对两年是否衔接\nlast year's report, or a folder of them"
    return click.Option(["--previous"], metavar="PATH", type=click.Path(), help=words)


def fail_on_option() -> click.Option:
    """``--fail-on``."""
    words = "\b\n有此级别以上的问题时退出状态为 1\nthe lowest severity that fails"
    kind = click.Choice(["error", "warning", "info", "never"])
    return click.Option(["--fail-on"], type=kind, default="error", show_default=True, help=words)


def format_option(*names: str) -> click.Option:
    """``--format``."""
    words = "\b\ntext 供人阅读，其余供程序使用\ntext for people, others for programs"
    kind = click.Choice(names)
    return click.Option(["--format", "form"], type=kind, default="text", show_default=True, help=words)
