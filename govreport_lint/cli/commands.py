"""The commands and how they are chosen: the first word that names none of them is a path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from ..output.formats import output_formats
from .audit_options import audit_command
from .console.statuses import USAGE, OutputClosedError
from .console.usage import mistyped
from .options import force_option, language_option, output_option, selections

_CHECK = "PATH…"
_EPILOG = """\b
退出状态 exit status：
  0  没有达到 --fail-on 的问题  nothing at or above --fail-on
  1  有问题  findings
  2  用法或配置有误  usage or configuration
  3  有文件未能检查  a file could not be read, or an internal fault
"""


class Program(click.Group):
    """A group whose first word may be a path; it then is the check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name in front of the other arguments; without any, say how to call it."""
        if not args and ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(USAGE)
        at = _first_word(args, self._valued())
        if at is not None and args[at] in self.commands and args[at] != _CHECK:
            args = [args[at], *args[:at], *args[at + 1 :]]
        elif at is not None and (meant := mistyped(args[at], self.commands)):
            raise click.UsageError(meant)
        elif not (at is None and set(args) <= {"--help", "--version"}):
            args = [_CHECK, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the first word may become: an option of the check, a command, a file."""
        if incomplete.startswith("-"):
            options = [*self.commands[_CHECK].get_params(ctx), *self.params]
            names = [name for param in options if isinstance(param, click.Option) for name in param.opts]
            return [CompletionItem(name) for name in names if name.startswith(incomplete)]
        names = [name for name in self.commands if name != _CHECK and name.startswith(incomplete)]
        return [*(CompletionItem(name) for name in names), CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The two ways to call the program."""
        formatter.write_usage(ctx.command_path, "PATH… [OPTIONS]", "用法 usage: ")
        formatter.write_usage(
            ctx.command_path, "audit | annotate | extract | template | rules | explain …", "           "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the check, then the other commands."""
        check = self.commands[_CHECK]
        options = [param for param in (*check.params, *self.params) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("选项 options"):
            formatter.write_dl([*records, ("--help", "显示用法  this page")])
        with formatter.section("其他命令 commands"):
            names = [name for name in self.commands if name != _CHECK]
            formatter.write_dl([(name, self.commands[name].get_short_help_str(70)) for name in names])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; raises ``OutputClosedError``."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosedError from error

    def _valued(self) -> set[str]:
        """The options that take the next word as their value."""
        params = [param for command in self.commands.values() for param in command.params]
        return {name for p in params if isinstance(p, click.Option) and not p.is_flag for name in p.opts}


def program() -> Program:
    """The whole program."""
    group = Program(
        "govreport-lint",
        help="检查政府信息公开工作年度报告。\n\nChecks government information disclosure annual reports.",
        epilog=_EPILOG,
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help="显示版本 version",
            )
        ],
    )
    for command in (_check(), audit_command(), _annotate(), _extract(), _template(), _rules(), _explain()):
        group.add_command(command)
    return group


def _first_word(args: Sequence[str], valued: set[str]) -> int | None:
    """Where the first word stands that is no option and no option's value; None where there is none."""
    skip = False
    for at, arg in enumerate(args):
        if skip:
            skip = False
        elif arg == "--":
            return None
        elif arg == "-" or not arg.startswith("-"):
            return at
        else:
            skip = arg in valued
    return None


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from .. import __version__

        click.echo(f"govreport-lint {__version__}")
        ctx.exit()


def _check() -> click.Command:
    def call(**options: Any) -> int:
        from .lint import check

        return check(**options)

    params = [
        _paths(),
        _format(*(known.name for known in output_formats())),
        *selections(),
        _previous(),
        _fail_on(),
        language_option(),
        output_option(),
    ]
    return click.Command(_CHECK, callback=call, params=params, help="检查年报  check reports")


def _annotate() -> click.Command:
    def call(**options: Any) -> int:
        from .annotate import annotate

        return annotate(**options)

    words = "把问题写成批注，另存一份报告  hand reports back with the findings as comments"
    where = "\b\n另存为这个文件，或存入这个文件夹（以 / 结尾则新建）\na file or a folder"
    output = click.Option(["-o", "--output"], metavar="FILE", type=click.Path(), help=where)
    params = [_paths(), *selections(), _previous(), language_option(), output, force_option()]
    return click.Command("annotate", callback=call, params=params, help=words)


def _template() -> click.Command:
    def call(**options: Any) -> int:
        from .template import template

        return template(**options)

    params: list[click.Parameter] = [
        click.Option(["--organ"], metavar="NAME", required=True, help="机关名称  the public body"),
        click.Option(["--year"], type=click.IntRange(2019, 2100), required=True, help="年度  the report's year"),
        click.Option(
            ["--previous"], metavar="FILE", type=click.Path(), help="上年的年报，用来填上年结转  last year's report"
        ),
        click.Option(
            ["-o", "--output"],
            metavar="FILE",
            required=True,
            type=click.Path(),
            help="\b\n写入的文件：.docx .html .md\nthe file to write",
        ),
        language_option(),
        force_option(),
    ]
    words = "写出一份空白年报  a blank report in the official form"
    return click.Command("template", callback=call, params=params, help=words)


def _extract() -> click.Command:
    def call(**options: Any) -> int:
        from .extract import extract

        return extract(**options)

    params = [_paths(), _format("text", "json", "csv"), language_option(), output_option()]
    words = "显示从报告中读到的内容（三张表等）  what was understood of a report"
    return click.Command("extract", callback=call, params=params, help=words)


def _rules() -> click.Command:
    def call(**options: Any) -> int:
        from .rules import list_rules

        return list_rules(**options)

    words = "列出全部规则  every rule"
    return click.Command("rules", callback=call, params=[language_option(), output_option()], help=words)


def _explain() -> click.Command:
    def call(**options: Any) -> int:
        from .rules import explain

        return explain(**options)

    codes = click.Argument(["codes"], nargs=-1, required=True, metavar="CODE…", shell_complete=_codes)
    words = "说明一条规则，如 explain A301  one rule, why and how"
    params = [codes, language_option(), output_option()]
    return click.Command("explain", callback=call, params=params, help=words)


def _codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes that begin so, with the titles of their rules."""
    from ..shipped import shipped_rulebook

    rules = [rule for rule in shipped_rulebook().rules if rule.code.startswith(incomplete.upper())]
    return [CompletionItem(rule.code, help=rule.title.zh) for rule in rules]


def _paths() -> click.Argument:
    return click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…", type=click.Path())


def _previous() -> click.Option:
    words = "\b\n上年的年报（文件，或各单位年报的文件夹），核对两年是否衔接\nlast year's report, or a folder of them"
    return click.Option(["--previous"], metavar="PATH", type=click.Path(), help=words)


def _fail_on() -> click.Option:
    words = "\b\n有此级别以上的问题时退出状态为 1\nthe lowest severity that fails"
    kind = click.Choice(["error", "warning", "info", "never"])
    return click.Option(["--fail-on"], type=kind, default="error", show_default=True, help=words)


def _format(*names: str) -> click.Option:
    words = "\b\ntext 供人阅读，其余供程序使用\ntext for people, others for programs"
    kind = click.Choice(names)
    return click.Option(["--format", "form"], type=kind, default="text", show_default=True, help=words)
