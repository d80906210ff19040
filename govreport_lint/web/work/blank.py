"""Work: a blank report in the official form, 上年结转 filled from last year's."""

from __future__ import annotations

from ...auditing.choice import Choice, linter_of
from ...template.blank_report import blank_report
from ...template.carried import carried_over, remarks_on
from ...template.writers import writers
from .answering import answered
from .records import AskedBlank, Made

FORMS = tuple(writers())


def blank(data: bytes) -> bytes:
    """Answer an ``AskedBlank`` with ``Made`` or ``Refusal``."""
    return answered(data, AskedBlank, _made)


def _made(asked: AskedBlank) -> Made:
    organ, previous = asked.organ.strip(), asked.previous
    carried: dict[str, str] | None = None
    notes: tuple[str, ...] = ()
    if previous is not None:
        linter = linter_of(Choice())
        report = linter.extract(linter.open(previous.data, previous.name).document)
        carried = carried_over(report)
        told = remarks_on(previous.name, report, carried, organ=organ, year=asked.year)
        notes = tuple(text.in_language(asked.language) for text in told)
    written = writers()[asked.form](blank_report(organ, asked.year, carried))
    return Made(f"{organ}{asked.year}年政府信息公开工作年度报告.{asked.form}", written, notes)
