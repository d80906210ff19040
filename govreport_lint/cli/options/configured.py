"""What is in force for a command: the configuration that is found, with the options on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ...configuration.in_force import InForce, in_force
from ...configuration.place import configuration_file
from ...language import Text
from ...rulebook.mistakes import unknown
from .chosen import words_of

_LISTS = ("select", "ignore")
# What holds unless it is switched off.
_SWITCHES = ("inline_suppressions",)
_STANDARD_INPUT = "-"
_OUTPUT = Text("输出", "output")


def configured(paths: Sequence[str], config: str | None, *, isolated: bool, **options: Any) -> InForce:
    """The configuration for these paths; an option that is None or empty was not given.

    Raises ``RuleError`` for a file that is wrong, ``click.UsageError`` for one that is not there.
    """
    if config is not None and isolated:
        raise click.UsageError("--config 和 --isolated 只能用一个（--config and --isolated exclude each other)")
    if config is not None and not Path(config).is_file():
        raise click.UsageError(f"--config {config}：没有这个文件（no such file）")
    given = {key: value for key, value in options.items() if value not in (None, (), False)}
    given |= {key: False for key in _SWITCHES if options.get(key) is False}
    given |= {key: words_of(given[key]) for key in _LISTS if key in given}
    force = in_force(_file(paths, config, isolated=isolated), given)
    _held_against_outputs(force)
    return force


def _held_against_outputs(force: InForce) -> None:
    """Raises ``RuleError``, told in the file, for an output that there is not."""
    words = [(written, word) for written in force.written for word in written.says.format]
    if not words:
        return
    from ...output.formats import output_formats

    known = [one.name for one in output_formats()]
    for written, word in words:
        name = word.partition("=")[0]
        if name not in known:
            raise written.error(unknown(_OUTPUT, name, known), "format", word=name)


def _file(paths: Sequence[str], config: str | None, *, isolated: bool) -> Path | None:
    if isolated:
        return None
    if config is not None:
        return Path(config)
    return configuration_file([path for path in paths if path != _STANDARD_INPUT])
