"""A linter for each file, as the configuration says."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from ..file_patterns import FilePatterns, file_patterns
from ..finding import Severity
from ..linter import Config, Linter
from ..rulebook.rulebook import Rulebook
from .changed_rules import refuse_changes
from .in_force import InForce
from .records import Level, PerFile, Unused
from .rule_words import locked_rules
from .settled import settled_outside


class Linters:
    """The linters of one run, one for all files that the same is said of.

    Raises ``RuleError`` where the configuration names rules that there are not.
    """

    def __init__(self, force: InForce, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._force = force
        self.locked = locked_rules(force, rulebook)
        if self.locked and force.configuration.packs:
            refuse_changes(force, self.locked)
        self.suppressions = settled_outside(force, rulebook, self.locked)
        self._made: dict[tuple[int, ...], Linter] = {}

    @cached_property
    def usual(self) -> Linter:
        """The linter for files of which nothing particular is said."""
        return self._linter(())

    def of(self, path: str) -> Linter:
        """The linter for a file."""
        if not self._patterns:
            return self.usual
        inside = os.path.relpath(Path(path).absolute(), self._force.folder).replace(os.sep, "/")
        return self._linter(tuple(index for index, one in enumerate(self._patterns) if one.fit(inside)))

    @cached_property
    def _patterns(self) -> tuple[FilePatterns, ...]:
        return tuple(file_patterns(one.files) for one in self._force.configuration.per_file)

    def _linter(self, meant: tuple[int, ...]) -> Linter:
        if meant not in self._made:
            every = self._force.configuration.per_file
            self._made[meant] = Linter(self.rulebook, self._config([every[index] for index in meant]))
        return self._made[meant]

    def _config(self, particular: list[PerFile]) -> Config:
        said = self._force.configuration
        levels = dict(said.severity)
        ignore = [*said.ignore, *said.extend_ignore]
        for one in particular:
            levels |= one.severity
            ignore += one.ignore
        return Config(
            select=(*said.select, *said.extend_select) if said.select else (),
            ignore=tuple(ignore),
            severity={name: None if level is Level.OFF else Severity(level.value) for name, level in levels.items()},
            always=frozenset(self.locked),
            suppress=self.suppressions,
            inline_suppressions=said.inline_suppressions,
            unused_suppressions=said.unused_suppressions is not Unused.OFF,
        )
