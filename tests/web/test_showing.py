"""A file as the page shows it, as it comes back from the process that read it."""

from __future__ import annotations

import msgspec

from govreport_lint.auditing.choice import Choice
from govreport_lint.editing.amendments import Amendment
from govreport_lint.web.pages.sample import NAME, sample_report
from govreport_lint.web.work.records import Asked, Paper, Refusal, Shown
from govreport_lint.web.work.showing import show


def shown(*amendments: Amendment) -> Shown:
    asked = Asked(choice=Choice(), file=Paper(NAME, sample_report()), amendments=amendments)
    answer: Shown | Refusal = msgspec.msgpack.decode(show(msgspec.msgpack.encode(asked)), type=Shown | Refusal)
    assert isinstance(answer, Shown)
    return answer


def test_the_sample_travels_as_fragments_and_a_change_takes_its_faults_away() -> None:
    before = shown()
    (report,) = before.reports
    assert report.counts.error > 0 and "<" in report.report and report.items and before.edited.suffix is None
    after = shown(Amendment("6", "applications", "granted", "total"))
    assert after.reports[0].counts.error < report.counts.error
    assert after.edited.suffix == ".docx" and after.refused == ()
