"""How a command is chosen and the whole is explained: the first word that names no command is a path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from .console.statuses import USAGE, OutputClosedError
from .console.usage import mistyped
from .options.check_options import option_groups

CHECK = "PATH…"
"""The name of the command that a path stands for."""


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
        if at is not None and args[at] in self.commands and args[at] != CHECK:
            args = [args[at], *args[:at], *args[at + 1 :]]
        elif at is not None and not ctx.resilient_parsing and (meant := mistyped(args[at], self.commands)):
            raise click.UsageError(meant)
        elif not (at is None and set(args) <= {"--help", "--version"}):
            args = [CHECK, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the first word may become: an option of the check, a command, a file."""
        from .completion.offers import option_items

        if incomplete.startswith("-"):
            options = [*self.commands[CHECK].get_params(ctx), *self.params]
            return option_items([param for param in options if isinstance(param, click.Option)], incomplete)
        names = [name for name in self.commands if name != CHECK and name.startswith(incomplete)]
        commands = [CompletionItem(name, help=self.commands[name].get_short_help_str(70)) for name in names]
        return [*commands, CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The two ways to call the program."""
        formatter.write_usage(ctx.command_path, "PATH… [OPTIONS]", "用法 usage: ")
        formatter.write_usage(
            ctx.command_path, " | ".join(name for name in self.commands if name != CHECK) + " …", "           "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the check by what they are about, then the other commands."""
        *groups, (last, others) = option_groups().items()
        own = [param for param in self.params if isinstance(param, click.Option)]
        for title, options in [*groups, (last, [*others, *own])]:
            records = [record for option in options if (record := option.get_help_record(ctx))]
            with formatter.section(title):
                formatter.write_dl([*records, *([("--help", "显示用法  this page")] if title == last else [])])
        with formatter.section("其他命令 commands"):
            names = [name for name in self.commands if name != CHECK]
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
