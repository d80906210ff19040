"""A file opened in a process of its own, with all that is made of it: read once, amended, held against last year's."""

from __future__ import annotations

from msgspec import Struct

from ...auditing.choice import linter_of
from ...editing.amending import amend
from ...editing.amendments import Amended
from ...engine.last_years import LastYears
from ...linter import Linter
from ...opened import Opened
from ...output.run import Run
from ...version import __version__
from .records import Asked, Paper


class Judged(Struct, frozen=True):
    """A file as it is with what is changed in it, and what is found in it then; last year's reports beside it."""

    linter: Linter
    amended: Amended
    before: LastYears | None


def judged(asked: Asked) -> Judged:
    """Read, change and check what is asked about; raises ``ReadError``."""
    linter = linter_of(asked.choice)
    before = last_years(linter, asked.previous)
    return Judged(linter, amend(linter, asked.file.data, asked.file.name, asked.amendments, before), before)


def last_years(linter: Linter, previous: Paper | None) -> LastYears | None:
    """Last year's reports in a file; raises ``ReadError``."""
    if previous is None:
        return None
    return LastYears(linter.papers(linter.open(previous.data, previous.name).document))


def reopened(asked: Asked, found: Judged) -> Opened:
    """The file with what was changed in it, ready for remarks; raises ``ReadError``."""
    amended, linter = found.amended, found.linter
    if amended.data is None:
        return linter.open(asked.file.data, asked.file.name)
    return linter.open(amended.data, asked.file.name)


def run_of(linter: Linter, language: str) -> Run:
    """What outputs are told."""
    return Run(linter.rulebook, language, __version__, "")
