"""``govreport-lint template``: a blank report in the official form, 上年结转 filled from last year's."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import api
from ..errors import ReadError
from ..language import Text
from ..output.words.printable import printable
from ..output.words.problems import Problem
from ..template.blank_report import blank_report
from ..template.carried import carried_over, remarks_on
from ..template.writers import Writer, writers
from .console.statuses import CLEAN, FAULT
from .paths.destination import write_bytes
from .paths.inputs import tell


def template(*, organ: str, year: int, previous: str | None, output: str, language: str, force: bool) -> int:
    """Write the blank report; returns the exit status."""
    writer = _writer(output)
    if not organ.strip():
        raise click.UsageError("--organ 要写机关全称，如 示例县示范镇人民政府（the full name of the public body）")
    if Path(output).exists() and not force:
        raise click.UsageError(f"-o {output}：已有这个文件，要覆盖请加 --force（exists; use --force to replace it）")
    carried = None
    if previous is not None:
        try:
            report = api.extract(api.read(previous))
        except ReadError as error:
            tell(language)(Problem(previous, Text(error.reason, error.english)))
            return FAULT
        carried = carried_over(report)
        for remark in remarks_on(previous, report, carried, organ=organ.strip(), year=year):
            print(printable(remark.in_language(language)), file=sys.stderr)
    blank = blank_report(organ.strip(), year, carried)
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    write_bytes(output, writer(blank), (previous,) if previous else ())
    return CLEAN


def _writer(output: str) -> Writer:
    writer = writers().get(Path(output).suffix.lower().removeprefix("."))
    if writer is None:
        raise click.UsageError(f"-o {output}：只能写成 .docx、.html 或 .md（must be one of these）")
    return writer
