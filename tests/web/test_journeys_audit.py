"""Many reports in Chromium: from the dropped folder to the papers of the audit."""

from __future__ import annotations

from conftest import SAMPLES
from journeying import Visit

COUNTY = SAMPLES / "county"


def audited(visit: Visit) -> None:
    """The county's reports, audited against its list of units."""
    visit.give(*sorted((COUNTY / "2024").iterdir()))
    visit.page.click("#audit-form summary")
    visit.give(COUNTY / "units.csv", to="#audit-form [name=units]")
    visit.page.click("#audit-form [type=submit]")
    visit.page.wait_for_selector("#audit-matrix table")


def test_a_folder_is_audited_and_its_papers_are_taken_away(visit: Visit) -> None:
    audited(visit)
    assert "示范县青山镇人民政府" in visit.page.inner_text("#audit-matrix table")
    saved = visit.taken(lambda: visit.page.click("[data-paper='out.zip']"))
    assert saved.path().stat().st_size > 10_000
    visit.page.fill("#audit-search", "青山")
    assert visit.page.locator("#audit-matrix tr[data-conclusion]:visible").count() == 1
