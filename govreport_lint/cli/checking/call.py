"""What a call of the check asks for besides what a configuration can say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Call(Struct, frozen=True, kw_only=True):
    """``output`` is the file of ``-o``, ``stdin_filename`` what standard input is called; ``colour`` is ``auto``,
    ``always`` or ``never``; ``update_baseline``: every finding is known from now on. ``fix`` mends what is a matter of
    form, ``diff`` only shows it; ``fix_output`` is where the copies of Word files go; ``force``: they replace others.
    """

    paths: Sequence[str]
    output: str | None
    list_files: bool
    stdin_filename: str | None
    statistics: bool
    profile: bool
    quiet: bool
    verbose: bool
    colour: str
    exit_zero: bool
    update_baseline: bool
    fix: bool = False
    diff: bool = False
    fix_output: str | None = None
    force: bool = False
