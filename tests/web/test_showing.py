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


def test_a_change_is_told_with_what_stood_there_and_what_it_solved() -> None:
    (report,) = shown(Amendment("6", "applications", "granted", "total")).reports
    assert "</span>5</del><b>6</b>" in report.report
    assert "已解决 2 项检查" in report.items and "现已通过" in report.items
    assert "改后：已解决 2 项，新出现 0 项" in report.summary


def test_what_a_change_brings_is_new() -> None:
    (report,) = shown(Amendment("70", "applications", "carried_out", "total")).reports
    assert 'data-fresh="新"' in report.items
    assert "原为" in report.report


def test_a_sentence_that_was_changed_keeps_its_old_words_beside_it() -> None:
    block = 4
    (report,) = shown(Amendment("全年没有需要说明的事项。", block=block)).reports
    assert "原文：" in report.report and "<del>" in report.report
