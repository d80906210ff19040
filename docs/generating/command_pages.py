"""docs/cli.md: every command, option and exit status, told by the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from govreport_lint.cli.commands import program
from govreport_lint.cli.completion.offers import one_line
from govreport_lint.cli.console.statuses import STATUSES, STOPPED
from govreport_lint.cli.program import CHECK

NOTE = "<!-- 由 docs/generate.py 从命令的选项生成，请勿手改 -->\n"


def command_page() -> str:
    """The page."""
    group = program()
    lines = [NOTE, "# 命令行 / Command line\n", *_overview(group)]
    for name, command in group.commands.items():
        lines += _section(name, command)
    lines += ["## 总的选项 / Options of the program\n", *_table(group), *_statuses()]
    return "\n".join(lines) + "\n"


def _overview(group: click.Group) -> Iterator[str]:
    yield "不写命令，就是检查年报。每个命令都可以加 `--help`。\n"
    yield "Without a command it checks reports. Every command takes `--help`.\n"
    yield "| 命令 command | 做什么 what it does |\n|---|---|"
    for name, command in group.commands.items():
        shown = f"`govreport-lint {name}`"
        words = one_line(command.short_help or command.get_short_help_str(200))
        yield f"| [{shown}](#{_anchor(name)}) | {_cell(words)} |"
    yield ""


def _section(name: str, command: click.Command, before: str = "govreport-lint") -> Iterator[str]:
    """A command, and those below it."""
    # Of the check, the rest of the name is its argument.
    called = before if name == CHECK else f"{before} {name}"
    arguments = " ".join(_told(param) for param in command.params if isinstance(param, click.Argument))
    yield f"## {called.removeprefix('govreport-lint').strip() or '检查 / check'} {{#{_anchor(name)}}}\n"
    yield f"```sh\n{' '.join(filter(None, (called, arguments, '[OPTIONS]' if _options(command) else '')))}\n```\n"
    words, _, examples = (command.help or "").partition("\n\n")
    yield one_line(words) + "\n"
    for part in examples.split("\n\n"):
        if part.strip():
            text = part.replace("\b", "").strip("\n")
            yield f"```text\n{text}\n```\n" if text.startswith("  ") else one_line(text) + "\n"
    yield from _table(command)
    for below, nested in getattr(command, "commands", {}).items():
        yield from _section(below, nested, called)


def _table(command: click.Command) -> Iterator[str]:
    options = _options(command)
    if not options:
        return
    yield "| 选项 option | 说明 help | 默认 default |\n|---|---|---|"
    for option in options:
        names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
        value = "" if option.is_flag else f" `{_told(option)}`"
        yield f"| {names}{_cell(value)} | {_cell(one_line(option.help))} | {_default(option)} |"
    yield ""


def _statuses() -> Iterator[str]:
    yield "## 退出状态 / Exit status {#exit-status}\n"
    yield "| 状态 status | 意思 | meaning |\n|---|---|---|"
    for status in (*STATUSES, *STOPPED):
        yield f"| {status.number} | {status.zh} | {status.en} |"


def _options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option) and not param.hidden]


def _told(param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice) and not (isinstance(param, click.Argument) and len(param.type.choices) > 9):
        return "|".join(str(choice) for choice in param.type.choices)
    return param.metavar or param.type.name.upper()


def _default(option: click.Option) -> str:
    if option.is_flag or option.required:
        return "必填 required" if option.required else ""
    return f"`{option.default}`" if isinstance(option.default, str | int) and option.default != "" else ""


def _anchor(name: str) -> str:
    return "check" if name == CHECK else name


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
