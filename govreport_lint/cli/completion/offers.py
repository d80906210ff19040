"""What a line may go on with: asked of the commands themselves, so that help and completion are of one source."""

from __future__ import annotations

from typing import NamedTuple

import click
from click.shell_completion import CompletionItem, ShellComplete

from .typed import Typed


class Offer(NamedTuple):
    """One thing that a shell shows: ``plain`` words, or the ``file`` or ``dir`` names that begin so; and its help."""

    kind: str
    value: str
    help: str


def offers(program: click.Command, line: Typed) -> list[Offer]:
    """What may come next; nothing where the line is already wrong: TAB is no place for a message."""
    asked = ShellComplete(program, {}, "govreport-lint", "")
    try:
        items = asked.get_completions(list(line.before), line.word)
    except click.ClickException:
        return []
    return [_offer(item, line.settled) for item in items]


def option_items(options: list[click.Option], incomplete: str) -> list[CompletionItem]:
    """The names of options that begin so, each with its help."""
    names = [(name, option.help) for option in options for name in (*option.opts, *option.secondary_opts)]
    return [CompletionItem(name, help=words) for name, words in names if name.startswith(incomplete)]


def one_line(words: str | None) -> str:
    """The help of an option or command without line breaks and click's marks."""
    return " ".join((words or "").replace("\b", " ").split())


def _offer(item: CompletionItem, settled: str) -> Offer:
    value = str(item.value)
    if item.type == "plain":
        value = settled + value
    return Offer(item.type, "".join(letter for letter in value if letter.isprintable()), one_line(item.help))
