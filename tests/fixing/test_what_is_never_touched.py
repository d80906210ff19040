"""The guard in the kernel: whatever a check proposes, no number and no title of a document is changed."""

from __future__ import annotations

import pytest
from layouts import as_html
from planted import GOOD

from govreport_lint import fix_text, lint_text
from govreport_lint.checks.subject.mending.changes import Change, Mending, rewritten
from govreport_lint.document import Location, Passage, Run
from govreport_lint.engine.facts import changed, harmless, numbers
from govreport_lint.language import same


def passage(text: str) -> Passage:
    return Passage(text, (Run(0, Location(0, len(text))),))


def mending(text: str, wanted: str, **options: bool) -> Mending:
    whole = passage(text)
    return Mending(same("改"), rewritten(whole, 0, len(text), wanted), **options)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公开3件", "公开4件"),
        ("公开 3 件", "公开 30 件"),
        ("公开1,095件", "公开1，095件"),
        ("公开12.5%", "公开125%"),
        ("占5%", "占5"),
        ("公开三件", "公开四件"),
        ("三、四件", "三四件"),
        ("共12，3件", "共123件"),
        ("共12，，3件", "共12，3件"),
        ("共公开", "共3公开"),
        ("公开①②", "公开①"),
        ("依据《某某办法,试行》", "依据《某某办法，试行》"),
        ("依据《办法》", "依据《条例》"),
        ("依据〈办法》", "依据《办法》"),
    ],
)
def test_a_change_of_a_fact_is_dropped(text: str, wanted: str) -> None:
    assert harmless(mending(text, wanted)) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公开3件,办结", "公开3件，办结"),
        ("2024年,全镇", "2024年，全镇"),
        ("（一)主动", "（一）主动"),
    ],
)
def test_a_change_of_form_stays(text: str, wanted: str) -> None:
    kept = harmless(mending(text, wanted))
    assert changed(text, kept) == wanted


def test_a_heading_may_get_another_number_and_nothing_else_may() -> None:
    assert harmless(mending("（二）主动公开", "（三）主动公开", numbering=True))
    assert not harmless(mending("（二）主动公开", "（三）主动公开"))
    assert not harmless(mending("公开二件", "公开三件", numbering=True))
    assert not harmless(mending("（2）主动公开", "（3）主动公开", numbering=True))


def test_of_changes_that_stand_apart_the_harmless_ones_stay() -> None:
    text = "甲,乙《丙,丁》"
    whole = passage(text)
    changes = tuple(Change(whole, at, at + 1, "，") for at, mark in enumerate(text) if mark == ",")
    assert changed(text, harmless(Mending(same("改"), changes, apart=True))) == "甲，乙《丙,丁》"
    assert harmless(Mending(same("改"), changes)) == ()


def test_numbers_are_those_that_a_person_reads() -> None:
    assert numbers("共3,095件，占12.5%，十一项；１２件。") == ["3,095", "12.5%", "十一", "１２"]


@pytest.mark.parametrize(
    ("printed", "slip"),
    [
        # another year, a missing word that turns the meaning, another document, another list
        ("## 一、总体情况", "## 一、2024年总体情况"),
        ("（三）不予公开", "（三）予以公开"),
        ("〔2021〕30号", "〔2021〕31号"),
        ("本年制发件数", "上年制发件数"),
    ],
)
@pytest.mark.parametrize("write", [str, as_html])
def test_what_is_in_doubt_is_left(write: type[str], printed: str, slip: str) -> None:
    bad = write(GOOD.replace(printed, slip))
    form = "html" if "<html" in bad else "markdown"
    assert fix_text(bad, form) == bad


def test_a_number_that_is_left_out_is_no_matter_of_form() -> None:
    bad = GOOD.replace("（二）", "（三）", 1)
    assert [f.code for f in lint_text(bad).findings if f.code == "S111"] == ["S111", "S111"]
    assert fix_text(bad) == bad
