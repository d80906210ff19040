"""A template is told once, in the words of a report that has it."""

from __future__ import annotations

from prose_reports import FIRST, OTHER, prose_report

from govreport_lint.likeness.many.copies import find_copies
from govreport_lint.likeness.many.digests import digest_of
from govreport_lint.likeness.many.template_texts import template_texts
from govreport_lint.report import Report


def _reports() -> dict[str, Report]:
    having = {
        f"甲{number}": prose_report((FIRST[0], f"第{number}处水渠由第{number}组看管。"), OTHER[:2])
        for number in range(6)
    }
    return having | {f"乙{number}": prose_report((), (OTHER[2 + number % 2],)) for number in range(6)}


def test_templates_are_told_once_with_who_has_them() -> None:
    reports = _reports()
    digests = {name: digest_of(report, ()) for name, report in reports.items()}
    templates = find_copies(digests).templates
    told = template_texts(digests, templates, reports.__getitem__, lambda _: ())
    texts = {one.text: one for one in told}
    assert {FIRST[0], *OTHER[:2]} <= set(texts)
    assert len(texts) == len(told)
    assert texts[FIRST[0]].section == 1 and texts[OTHER[0]].section == 5
    assert texts[FIRST[0]].units == tuple(f"甲{number}" for number in range(6))


def test_without_templates_nothing_is_told() -> None:
    assert (
        template_texts({"甲": digest_of(prose_report(), ())}, (), {"甲": prose_report()}.__getitem__, lambda _: ())
        == ()
    )
