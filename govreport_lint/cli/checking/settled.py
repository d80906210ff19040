"""What is settled outside the reports, through one run: the baseline, and the use of the list."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from ...configuration.linters import Linters
from ...configuration.records import Configuration, Unused
from ...output.words.problems import Problem
from ...output.words.settled import fault_words
from ...result import Result

if TYPE_CHECKING:
    from ...suppressing.listed.usage import Usage
    from .known import KnownFindings


class Settled:
    """Most runs have neither, and load nothing for it.

    Raises ``click.UsageError`` where a baseline is to be written and nobody says where, and as ``KnownFindings`` does.
    """

    def __init__(self, said: Configuration, linters: Linters, *, updating: bool) -> None:
        self._said = said
        self._usage: Usage | None = None
        self._known: KnownFindings | None = None
        if updating and not said.baseline:
            raise click.UsageError(
                "--update-baseline 要用 --baseline 说明写入哪个文件（say which file: --baseline FILE)"
            )
        if linters.suppressions:
            from ...suppressing.listed.usage import Usage

            self._usage = Usage(linters.suppressions, _asked(linters, said))
        if said.baseline:
            from .known import KnownFindings

            asked = _asked(linters, said)
            self._known = KnownFindings(said.baseline, linters.rulebook, asked, linters.locked, updating=updating)

    def apart(self, value: tuple[Result, ...] | Problem) -> tuple[Result, ...] | Problem:
        """The results of a file without what is known."""
        if isinstance(value, Problem):
            return value
        if self._usage:
            for one in value:
                self._usage.see(one)
        return tuple(map(self._known.settle, value)) if self._known else value

    def remarks(self) -> tuple[tuple[str, ...], int]:
        """What is told at the end, and how many entries of the list have settled nothing."""
        told: tuple[str, ...] = ()
        faults = 0
        if self._usage and self._said.unused_suppressions is not Unused.OFF:
            unused = [fault.reason.in_language(self._said.lang) for fault in self._usage.unused()]
            told, faults = tuple(unused), len(unused)
        return (*told, *(self._known.remarks(self._said.lang) if self._known else ())), faults

    def write(self, inputs: Collection[str]) -> str | None:
        """Write the baseline where that is asked for; gives what is told of it."""
        return self._known.write(inputs, self._said.lang) if self._known else None


def fault_lines(value: tuple[Result, ...] | Problem, language: str) -> tuple[str, ...]:
    """What is wrong with the comments in a file, for who reads no output that tells it."""
    if isinstance(value, Problem):
        return ()
    return tuple(f"{one.path}：{words.in_language(language)}" for one in value for words in fault_words(one))


def _asked(linters: Linters, said: Configuration) -> frozenset[str]:
    """The codes of the rules that are asked in this run."""
    from ...checks.subject.beside import Beside
    from ...engine.judging import is_asked

    beside = Beside() if said.previous else None
    return frozenset(rule.code for rule in linters.usual.rules if is_asked(rule, beside))
