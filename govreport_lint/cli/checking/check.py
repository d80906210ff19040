"""``govreport-lint PATH…``: check reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ...configuration.in_force import InForce
from ...readers.formats import suffixes
from ..options.configured import configured
from ..paths.files import find_files
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
        return configured(call.paths, config, isolated=isolated, **said)

    if not watching:
        return Check(call, force()).run()
    return watch(lambda: Check(call, force()).run(), lambda: _watched(call, force()))


def _watched(call: Call, force: InForce) -> list[str]:
    """The files that a check depends on: the reports, the configuration, the packs."""
    said = force.configuration
    found = find_files(call.paths, suffixes(), said.exclude).paths
    before = find_files([said.previous], suffixes()).paths if said.previous else []
    known = [said.baseline] if said.baseline and Path(said.baseline).is_file() else []
    return [*found, *before, *(str(written.path) for written in force.written), *said.packs, *known]
