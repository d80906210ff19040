"""``govreport-lint PATH…``: check reports."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ...configuration.in_force import InForce
from ...errors import RuleError
from ...readers.formats import suffixes
from ..options.configured import configured
from ..paths.files import STANDARD_INPUT, find_files
from .call import Call
from .run import Check
from .watching import watch

# What a configuration can say too, by the name of the option.
_CONFIGURED = {
    "select": "select", "ignore": "ignore", "packs": "packs", "previous": "previous", "exclude": "exclude",
    "strict_files": "strict_files", "form": "format", "language": "lang", "fail_on": "fail_on", "jobs": "jobs",
    "baseline": "baseline", "inline_suppressions": "inline_suppressions",
}  # fmt: skip


def check(*, config: str | None, isolated: bool, watching: bool, **options: Any) -> int:
    """Check the reports and write what was found; returns the exit status."""
    said = {key: options.pop(name) for name, key in _CONFIGURED.items() if name in options}
    call = Call(**options)
    if watching and call.update_baseline:
        raise click.UsageError("--watch 和 --update-baseline 只能用一个（they exclude each other）")

    def force() -> InForce:
        return configured(_places(call), config, isolated=isolated, **said)

    if not watching:
        return Check(call, force()).run()
    return watch(lambda: _once(call, force), lambda: _watched(call, force))


def _places(call: Call) -> list[str]:
    """Where the configuration is looked for: standard input lies where its name says."""
    return [call.stdin_filename or path if path == STANDARD_INPUT else path for path in call.paths]


def _once(call: Call, force: Callable[[], InForce]) -> None:
    """Check once; a configuration or a pack that is wrong is told, for it may be mended the next moment."""
    try:
        Check(call, force()).run()
    except RuleError as error:
        from ..console.faulty_file import error_lines

        print("\n".join(error_lines(error)), file=sys.stderr)


def _watched(call: Call, force: Callable[[], InForce]) -> list[str]:
    """The files that a check depends on: the reports, the configuration, the packs; of those that are wrong the one
    that is at fault."""
    from ...rulebook.own.pack_files import pack_files

    try:
        settled = force()
        packs = [pack.path for pack in pack_files(settled.configuration.packs)]
    except RuleError as error:
        return [*find_files(call.paths, suffixes()).paths, error.path]
    said = settled.configuration
    found = find_files(call.paths, suffixes(), said.exclude).paths
    before = find_files([said.previous], suffixes()).paths if said.previous else []
    known = [said.baseline] if said.baseline and Path(said.baseline).is_file() else []
    return [*found, *before, *(str(written.path) for written in settled.written), *packs, *known]
