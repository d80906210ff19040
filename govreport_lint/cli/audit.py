"""``govreport-lint audit REPORTS``: the county's audit of a folder of reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..auditing.request import Request
from ..configuration.in_force import in_force
from ..configuration.place import configuration_file
from ..errors import ReadError
from ..finding import Severity
from ..output.words.printable import printable
from .console.audit_progress import AuditProgress
from .console.statuses import CLEAN, FAULT, FINDINGS
from .options.chosen import chosen_rules

if TYPE_CHECKING:
    from ..auditing.audited import Audited

# What an address that is no path has in it.
_REMOTE = "://"


def audit_command(
    *,
    reports: Sequence[str],
    previous: Sequence[str],
    units: str | None,
    county: str | None,
    workbook: str | None,
    output: str | None,
    init: bool,
    list_files: bool,
    config: str | None,
    packs: Sequence[str],
    day: str | None,
    year: int | None,
    jobs: int | None,
    scheduler: str,
    exclude: Sequence[str],
    only_changed: bool,
    data: bool,
    fresh: bool,
    fail_on: str,
    language: str,
) -> int:
    """Audit the reports and write the papers; returns the exit status."""
    if output is None and not list_files:
        raise click.UsageError("请用 -o 指定结果写入的文件夹（-o FOLDER is needed: where the papers go）")
    _refuse_absent([*reports, *previous], [units, county, workbook, config])
    force = in_force(configuration_file(()) if config is None else Path(config), {"packs": tuple(packs)})
    configuration = force.configuration
    request = Request(
        reports=tuple(map(Path, reports)),
        out=Path(output or "."),
        previous=tuple(map(Path, previous)),
        units=_path(units),
        county=_path(county),
        workbook=_path(workbook),
        date=_day(day),
        year=year,
        jobs=jobs or _processors(),
        scheduler=scheduler,
        exclude=(*configuration.exclude, *exclude),
        only_changed=only_changed,
        data=data,
        fresh=fresh,
        settings=configuration.audit,
        choice=chosen_rules(force),
    )
    try:
        return _run(request, init=init, list_files=list_files, fail_on=fail_on, language=language)
    except ReadError as error:
        print(f"{printable(error.path)}：{printable(error.reason_in(language))}", file=sys.stderr)
        return FAULT


def _run(request: Request, *, init: bool, list_files: bool, fail_on: str, language: str) -> int:
    from ..auditing import audit as auditing

    if list_files:
        for line in auditing.list_files(request):
            print(printable(line))
        return CLEAN
    progress = AuditProgress()
    try:
        if init:
            path = auditing.propose(request, progress.show)
            progress.clear()
            print(printable(f"已写出单位名单，请核对后使用 list of units, please check：{path}"))
            return CLEAN
        audit, papers = auditing.audit(request, progress.show)
    finally:
        progress.clear()
    from ..auditing.papers.summary_lines import summary_lines

    for line in summary_lines(audit, language):
        print(line)
    print()
    for path in papers:
        print(printable(f"→ {path}"))
    return _status(audit.units, fail_on)


def _status(units: Sequence[Audited], fail_on: str) -> int:
    if fail_on == "never":
        return CLEAN
    limit = Severity(fail_on).rank
    severities = [severity for severity in Severity if severity.rank <= limit]
    found = any(unit.count(severity) for unit in units for severity in severities)
    return FINDINGS if found else CLEAN


def _refuse_absent(folders: Sequence[str], files: Sequence[str | None]) -> None:
    """Raise ``click.UsageError`` for a path that there is not: a slip of the pen must not look like nothing wrong."""
    for word in (*folders, *filter(None, files)):
        if _REMOTE not in word and not Path(word).exists():
            raise click.UsageError(f"{word}：没有这个文件或文件夹（no such file or folder）")


def _path(word: str | None) -> Path | None:
    return None if word is None else Path(word)


def _day(day: str | None) -> str:
    if day is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise click.UsageError(f"--date {day}：请写成 2025-01-20 的样子（a date like 2025-01-20）") from error


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
