"""``--previous``: the reports of last year, a file or a folder of them, each read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click
from msgspec import Struct

from ..checks.subject.beside import Paper
from ..engine.last_years import LastYears
from ..language import Text
from ..linter import Linter
from ..office.conversion import Converter
from ..output.words.problems import Problem
from ..readers.formats import suffixes
from ..readers.opening import load
from .paths.files import Found, find_files
from .paths.inputs import each_file

_UNREAD = Text("上年年报无法读取：{reason}", "last year's report cannot be read: {reason}")
_SOME_UNREAD = Text(
    "给出的上年年报中没有找到本机关的，另有 {count} 份无法读取（{paths}）",
    "this organ's was not found among the reports given as last year's; {count} of them cannot be read ({paths})",
)


class Before(Struct, frozen=True):
    """The reports of last year; ``last_years`` is None where none were asked for, ``unread`` how many files have no
    report that can be read."""

    last_years: LastYears | None = None
    unread: int = 0


def previous_files(named: str | None) -> Found:
    """The files that ``--previous`` means; raises ``click.UsageError`` for a path that is not there."""
    if named is None:
        return Found([], Counter())
    if not Path(named).exists():
        raise click.UsageError(f"--previous {named}：没有这个文件或文件夹（no such file or folder）")
    return find_files([named], suffixes())


def read_previous(found: Found, linter: Linter, convert: Converter, told: Callable[[Problem], None]) -> Before:
    """Read the reports of last year; ``told`` is given each file that cannot be read."""
    if not found.items:
        return Before()

    def work(path: str) -> tuple[Paper, ...]:
        return linter.papers(linter.open(load(path), path, convert).document)

    papers: list[Paper] = []
    problems: list[Problem] = []
    for _, value in each_file(found, work, told):
        if isinstance(value, Problem):
            problems.append(value)
        else:
            papers += value
    return Before(LastYears(tuple(papers), _missing(problems, len(found.items))), len(problems))


def _missing(problems: list[Problem], files: int) -> Text | None:
    """What is said of an organ whose report was not found because files could not be read."""
    if not problems:
        return None
    if files == 1:
        reason = problems[0].reason
        return _UNREAD.filled(reason=reason)
    words = {"count": len(problems), "paths": "、".join(problem.path for problem in problems[:5])}
    return _SOME_UNREAD.filled(**words)
