"""Every command with its options; what it does is loaded when it is called."""

from __future__ import annotations

from typing import Any

import click

from .completion.rule_codes import codes
from .completion.shells import SHELLS
from .console.statuses import STATUSES
from .options.audit_options import audit_command
from .options.check_options import check_options
from .options.shared import (
    configuration_options,
    exclude_option,
    force_option,
    format_option,
    language_option,
    output_option,
    pack_option,
    paths_argument,
    previous_option,
    selections,
)
from .program import CHECK, Program


def program() -> Program:
    """The whole program."""
    group = Program(
        "govreport-lint",
        help="检查政府信息公开工作年度报告。\n\nChecks government information disclosure annual reports.",
        epilog=_exit_statuses(),
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
    for command in (
        _check(),
        audit_command(),
        _annotate(),
        _extract(),
        _template(),
        _serve(),
        _rules(),
        _explain(),
        _config(),
        _completion(),
    ):
        group.add_command(command)
    return group


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        import platform

        from .. import __version__

        python = f"{platform.python_implementation()} {platform.python_version()}"
        machine = " ".join(filter(None, (platform.system(), platform.machine())))
        click.echo(f"govreport-lint {__version__} ({python}, {machine})")
        ctx.exit()


def _exit_statuses() -> str:
    """The exit statuses, below the help."""
    lines = [f"  {status.number}  {status.zh}  {status.en}" for status in STATUSES]
    return "\n".join(["\b", "退出状态 exit status：", *lines]) + "\n"


def _check() -> click.Command:
    def call(**options: Any) -> int:
        from .checking.check import check

        return check(**options)

    return click.Command(CHECK, callback=call, params=check_options(), help="检查年报  check reports")


def _annotate() -> click.Command:
    def call(**options: Any) -> int:
        from .annotate import annotate

        return annotate(**options)

    words = "把问题写成批注，另存一份报告  hand reports back with the findings as comments"
    where = "\b\n另存为这个文件，或存入这个文件夹（以 / 结尾则新建）\na file or a folder"
    output = click.Option(["-o", "--output"], metavar="FILE", type=click.Path(), help=where)
    params = [
        paths_argument(),
        *selections(),
        previous_option(),
        exclude_option(),
        *configuration_options(),
        language_option(configured=True),
        output,
        force_option(),
    ]
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


def _serve() -> click.Command:
    def call(**options: Any) -> int:
        from .serve import serve

        return serve(**options)

    params: list[click.Parameter] = [
        click.Option(
            ["--host"], default="127.0.0.1", show_default=True, help="在哪个地址上提供  the address to listen at"
        ),
        click.Option(
            ["--port"],
            type=click.IntRange(0, 65535),
            help="端口，默认 8321，被占用时任选  the port, 0 any that is free",
        ),
        click.Option(["--open", "open_browser"], is_flag=True, help="打开浏览器  open the browser"),
        click.Option(["--config"], metavar="FILE", type=click.Path(exists=True), help="配置文件  the configuration"),
        language_option(),
    ]
    words = "在浏览器里检查年报：本机网页  a page on this machine"
    return click.Command("serve", callback=call, params=params, help=words)


def _extract() -> click.Command:
    def call(**options: Any) -> int:
        from .extract import extract

        return extract(**options)

    params = [paths_argument(), pack_option(), format_option("text", "json", "csv"), language_option(), output_option()]
    words = "显示从报告中读到的内容（三张表等）  what was understood of a report"
    return click.Command("extract", callback=call, params=params, help=words)


def _rules() -> click.Command:
    def call(**options: Any) -> int:
        from .rules import list_rules

        # The callback of a group is called before that of its command, too.
        return 0 if click.get_current_context().invoked_subcommand else list_rules(**options)

    def test(**options: Any) -> int:
        from .rule_trials import try_packs

        return try_packs(**options)

    packs = click.Argument(["packs"], nargs=-1, required=True, metavar="PACK…", type=click.Path())
    trial = "用规则包自带的例子检验规则  try a pack's rules on its own examples"
    params = [*configuration_options(), language_option(), output_option()]
    words = "列出全部规则  every rule"
    group = click.Group("rules", callback=call, params=params, help=words, invoke_without_command=True)
    options = [packs, language_option(), output_option()]
    group.add_command(click.Command("test", callback=test, params=options, help=trial))
    return group


def _config() -> click.Command:
    def show(**options: Any) -> int:
        from .config import show

        return show(**options)

    paths = click.Argument(["paths"], nargs=-1, metavar="[PATH…]", type=click.Path())
    config, isolated = (option for option in configuration_options() if option.name in ("config", "isolated"))
    params = [paths, config, isolated, language_option(), output_option()]
    group = click.Group("config", help="配置  the configuration")
    words = "列出生效的设置和各自的出处  what is in force, and where it comes from"
    group.add_command(click.Command("show", callback=show, params=params, help=words))
    return group


def _explain() -> click.Command:
    def call(**options: Any) -> int:
        from .rules import explain

        return explain(**options)

    wanted = click.Argument(["codes"], nargs=-1, required=True, metavar="CODE…", shell_complete=codes)
    words = "说明一条规则，如 explain A301  one rule, why and how"
    params = [wanted, *configuration_options(), language_option(), output_option()]
    return click.Command("explain", callback=call, params=params, help=words)


def _completion() -> click.Command:
    def call(**options: Any) -> int:
        from .completion.answer import print_script

        return print_script(**options)

    shell = click.Argument(["shell"], type=click.Choice(SHELLS), metavar="SHELL")
    words = f"按 TAB 补全的脚本：{'、'.join(SHELLS)}  the script for TAB in a shell"
    return click.Command("completion", callback=call, params=[shell], help=words)
