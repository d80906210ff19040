"""A unit put together: what failed on one report is told of it and harms no other."""

from __future__ import annotations

from govreport_lint import Severity, api
from govreport_lint.auditing.assembling import deadline_of, put_together
from govreport_lint.auditing.audited import Conclusion
from govreport_lint.auditing.entry import Entry, Role
from govreport_lint.auditing.unit import Unit, UnitCategory
from govreport_lint.checks.subject.filing import Filing, FilingStatus, Version
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.language import same
from govreport_lint.output.words.problems import INTERNAL, Problem

UNIT = Unit(number=7, name="示范县水利局", category=UnitCategory.DEPARTMENT)
ENTRY = Entry(role=Role.CURRENT, path="水利局.docx", sha256="a", size=1)


def test_a_report_on_which_the_work_failed_counts_as_unreadable_and_never_passes() -> None:
    version = Version(ENTRY.path, ENTRY.sha256)
    filing = Filing(unit=UNIT.name, versions=(version,), chosen=version)
    problem = Problem(UNIT.name, same("进程意外终止"), INTERNAL)
    made = put_together(UNIT, filing, {"entry": ENTRY}, problem, api.linter())
    assert (made.filing.status, made.entry, made.conclusion) == (FilingStatus.UNREADABLE, None, Conclusion.NONE)
    assert [item.code for item in made.items] == ["R802"]
    assert "水利局.docx" in made.items[0].message.zh
    assert made.count(Severity.WARNING) == 1


def test_a_deadline_is_the_units_own_or_that_of_its_kind() -> None:
    settings = AuditSettings(deadline={"县直部门": "01-15"})
    assert deadline_of(UNIT, settings, 2024) == "2025-01-15"
    assert deadline_of(UNIT, settings, None) == ""
    assert deadline_of(UNIT, AuditSettings(), 2024) == ""
    own = Unit(number=1, name="甲", deadline="--01-20")
    assert deadline_of(own, settings, 2024) == "2025-01-20"
    assert deadline_of(Unit(number=1, name="甲", deadline="2025-02-01"), settings, 2024) == "2025-02-01"
