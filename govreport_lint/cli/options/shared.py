"""Options that several commands share."""

from __future__ import annotations

import click

from ..completion.rule_codes import code_list


def language_option(*, configured: bool = False) -> click.Option:
    """``--lang``; ``configured``: where it is not given the configuration says the language."""
    words = "输出语言，默认 zh  language of the output"
    default = None if configured else "zh"
    return click.Option(["--lang", "language"], type=click.Choice(["zh", "en"]), default=default, help=words)


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


def configuration_options() -> list[click.Option]:
    """``--config``, ``--pack`` and ``--isolated``."""
    words = "\b\n配置文件，默认找 govreport-lint.toml\nthe configuration; else it is looked for"
    return [
        click.Option(["--config"], metavar="FILE", type=click.Path(), help=words),
        pack_option(),
        click.Option(["--isolated"], is_flag=True, help="不用任何配置文件  without any configuration file"),
    ]


def exclude_option() -> click.Option:
    """``--exclude``."""
    words = "\b\n文件夹中不查的文件，如 旧/**\nfiles in folders to leave out"
    return click.Option(["--exclude"], multiple=True, metavar="PATTERN", help=words)


def paths_argument() -> click.Argument:
    """``PATH…``."""
    return click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…", type=click.Path())


def previous_option() -> click.Option:
    """``--previous``."""
    words = "\b\n上年的年报（文件，或各单位年报的文件夹），核对两年是否衔接\nlast year's report, or a folder of them"
    return click.Option(["--previous"], metavar="PATH", type=click.Path(), help=words)


def fail_on_option() -> click.Option:
    """``--fail-on``."""
    words = "\b\n有此级别以上的问题时退出状态为 1，默认 error\nthe lowest severity that fails"
    kind = click.Choice(["error", "warning", "info", "never"])
    return click.Option(["--fail-on"], type=kind, help=words)


def format_option(*names: str) -> click.Option:
    """``--format``."""
    words = "\b\ntext 供人阅读，其余供程序使用\ntext for people, others for programs"
    kind = click.Choice(names)
    return click.Option(["--format", "form"], type=kind, default="text", show_default=True, help=words)


def pack_option() -> click.Option:
    """``--pack``."""
    words = "自己的规则包，可多次使用  a rule pack of one's own"
    return click.Option(["--pack", "packs"], multiple=True, metavar="FILE", type=click.Path(), help=words)
