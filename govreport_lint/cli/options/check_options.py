"""The options of ``govreport-lint PATH…``, in the order in which the help shows them."""

from __future__ import annotations

import click

from ...output.formats import output_formats
from .output_choice import OutputChoice
from .shared import (
    configuration_options,
    exclude_option,
    fail_on_option,
    language_option,
    output_option,
    paths_argument,
    previous_option,
    selections,
)


def check_options() -> list[click.Parameter]:
    """Every option of the check."""
    return [paths_argument(), *(option for options in option_groups().values() for option in options)]


def option_groups() -> dict[str, list[click.Option]]:
    """The options by what they are about, as the help shows them."""
    return {
        "规则 rules": [*selections(), previous_option(), *configuration_options()],
        "文件 files": _files(),
        "已经核实的 settled": _settled(),
        "改正 fixes": _fixes(),
        "输出 output": _output(),
        "其他 other": _ways(),
    }


def _settled() -> list[click.Option]:
    """What is settled already."""
    known = "\b\n基线：其中已有的问题不再报\nfindings in this file are known already"
    inline = "\b\n年报中的注释不能注明不报\ncomments in reports settle nothing"
    return [
        click.Option(["--baseline"], metavar="FILE", type=click.Path(), help=known),
        _flag("--update-baseline", "\b\n把现有的问题都写入基线\nmake the baseline of the findings that are there"),
        click.Option(["--no-inline", "inline_suppressions"], is_flag=True, flag_value=False, default=None, help=inline),
    ]


def _files() -> list[click.Option]:
    """Which files are meant."""
    name = "\b\n标准输入（-）的文件名，用于提示和配置\nwhat standard input is called"
    return [
        exclude_option(),
        _flag("--list-files", "只列出要检查的文件  only list the files"),
        _flag("--strict-files", "\b\n文件夹中不是年报的文件也算未能检查\na file that is no report is a fault"),
        click.Option(["--stdin-filename"], metavar="NAME", help=name),
    ]


def _fixes() -> list[click.Option]:
    """What is mended."""
    copy = "\b\n--fix 改正后的 Word 文件写到哪里\nwhere mended Word files go"
    return [
        _flag("--fix", "\b\n改正标点、序号、标题等形式问题，不动数字\nmend what is form, never a figure"),
        _flag("--diff", "只显示 --fix 会改什么  show what --fix would change"),
        click.Option(["--fix-output"], metavar="PATH", help=copy),
        _flag("--force", "已有的改正稿可以覆盖  replace mended copies"),
    ]


def _output() -> list[click.Option]:
    """What is written, and how."""
    names = [known.name for known in output_formats()]
    words = "\b\n输出，可重复使用；写入文件如 sarif=结果.sarif\nan output, also into a file; may be repeated"
    form = click.Option(["--format", "form"], multiple=True, type=OutputChoice(names), help=words)
    colour = click.Choice(["auto", "always", "never"])
    return [
        form,
        output_option(),
        language_option(configured=True),
        click.Option(["--color", "colour"], type=colour, default="auto", help="颜色，默认 auto  colours"),
        _flag("--statistics", "只列各规则的问题数  only how often each rule failed"),
        _flag("--profile", "列出各规则用的时间  how long each rule took"),
        click.Option(["-q", "--quiet"], is_flag=True, help="只列问题，不列没有问题的文件和小结  findings only"),
        click.Option(["-v", "--verbose"], is_flag=True, help="说明用了哪个配置、查了哪些文件  say what is done"),
    ]


def _ways() -> list[click.Option]:
    """How it is done and what the exit status says."""
    jobs = "\b\n进程数，默认按文件多少自定\nprocesses; as many as the files are worth"
    return [
        fail_on_option(),
        _flag("--exit-zero", "有问题时退出状态也为 0  findings do not fail"),
        click.Option(["--jobs"], type=click.IntRange(1, 256), help=jobs),
        click.Option(["--watch", "watching"], is_flag=True, help="文件有变动就再查一遍  check again on every change"),
    ]


def _flag(name: str, words: str) -> click.Option:
    return click.Option([name], is_flag=True, help=words)
