"""What the H rules say of a report beside last year's, and where they keep silent."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hand_built import build
from judging import NOTHING, rules
from msgspec.structs import replace

from govreport_lint import Result, Severity, lint, lint_text
from govreport_lint.checks import subject_of
from govreport_lint.checks.subject.beside import Beside, Bounds, paper
from govreport_lint.engine.judging import Judged, judge
from govreport_lint.finding import Finding, Place
from govreport_lint.likeness.alike import AlikePassage, Likeness
from govreport_lint.report import Report, TableReading
from govreport_lint.rulebook.pages import standard_previous, standard_report
from govreport_lint.rulebook.selection import choose
from govreport_lint.shipped import shipped_rulebook

ZEROS = "0|0|0|0|0|0|0"
Change = tuple[str, str]


def changed(text: str, changes: Sequence[Change]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def both(now: Sequence[Change] = (), before: Sequence[Change] = (), *, select: str = "H") -> Result:
    """This year's standard report held against last year's, each changed."""
    previous = lint_text(changed(standard_previous(), before)).report
    return lint_text(changed(standard_report(), now), select=[select], previous=previous)


def judged(this: Report, last: Report, *codes: str, **beside: object) -> Judged:
    """What the rules say of two reports put together by hand."""
    rulebook = shipped_rulebook()
    last = replace(last, year=2023) if last.year == 2024 else last
    papers = Beside(previous=paper(last, rulebook.form(last.form)), **beside)  # type: ignore[arg-type]
    subject = subject_of(this, NOTHING, rulebook.form(this.form), rulebook.checks, papers)
    return judge(subject, choose(rules(), codes or ("H",), ()))


def carried(this: str, last: str) -> Judged:
    """H701 of two rows of seven cells."""
    return judged(build(applications={"carried_in": this}), build(applications={"carried_out": last}), "H701")


def reasons(found: Judged | Result) -> dict[str, str]:
    return {item.rule: item.reason.zh for item in found.coverage.unassessed}


def one(found: Judged | Result) -> Finding:
    (finding,) = found.findings
    return finding


def test_without_last_year_no_rule_about_it_is_asked() -> None:
    result = lint_text(standard_report(), select=["H"])
    assert result.findings == () and result.coverage.passed == result.coverage.not_assessable == 0


def test_beside_last_year_alone_no_rule_about_the_county_is_asked() -> None:
    previous = lint_text(standard_previous()).report
    result = lint_text(standard_report(), previous=previous)
    assert result.coverage.not_assessable == 0 and result.findings == ()


# H701


def test_what_is_carried_in_is_what_last_year_carried_out() -> None:
    assert carried("2|1|0|0|0|0|3", "2|1|0|0|0|0|3").findings == ()


def test_a_total_that_differs_is_one_error_that_tells_both_sides_and_the_columns() -> None:
    found = carried("2|1|0|0|0|0|3", "4|1|0|0|0|0|5")
    told = one(found)
    assert told.severity is Severity.ERROR and found.coverage.passed == 5
    assert told.place == Place(3, "applications", "carried_in", "total")
    assert "本年“上年结转”总计 3，上年年报“结转下年度继续办理”总计 5，相差 2" in told.message.zh
    assert "“自然人”（2、4）" in told.message.zh
    assert (told.actual, told.expected) == ("3", "5")
    sides = [(item.source, item.place.row, item.place.column, item.value) for item in told.evidence]
    assert ("report", "carried_in", "total", "3") in sides and ("previous", "carried_out", "total", "5") in sides


def test_columns_that_differ_under_an_equal_total_are_one_doubt() -> None:
    told = one(carried("2|1|0|0|0|0|3", "1|2|0|0|0|0|3"))
    assert told.severity is Severity.WARNING and told.place.column == "natural_person"
    assert "“商业企业”（1、2）" in told.message.zh


def test_many_columns_are_counted_not_listed() -> None:
    told = one(carried("1|1|1|1|1|1|6", "2|2|2|2|2|2|12"))
    assert "等 6 处" in told.message.zh and "6 in all" in told.message.en


def test_blanks_pass_as_nothing_and_fail_only_where_no_figure_could_help() -> None:
    assert carried("||||||", ZEROS).findings == ()
    open_one = carried("2|1|0|0|0|0|", "2|1|0|0|0|0|3")
    assert open_one.findings == () and "空白" in reasons(open_one)["H701"]
    assert carried("2|1|0|0|0|0|3", "2|1|0|0|0|0|").findings == ()


def test_what_is_no_number_cannot_be_compared() -> None:
    this = carried("2|1|0|0|0|0|3件", "2|1|0|0|0|0|3")
    assert this.findings == () and "不是数字" in reasons(this)["H701"]
    last = carried("2|1|0|0|0|0|3", "2|1|0|0|0|0|三件")
    assert last.findings == () and reasons(last)["H701"].startswith("上年年报：")


def test_a_missing_table_is_told_once_and_whose_it_is() -> None:
    lost = {"applications": TableReading(key="applications", location=build().tables[1].location, found=False)}
    found = judged(build(), build(readings=lost), "H701")
    assert reasons(found)["H701"] == "上年年报：没有找到表三" and found.coverage.not_assessable == 1
    assert reasons(judged(build(readings=lost), build(), "H701"))["H701"] == "没有找到表三"


def test_a_slip_in_the_row_is_one_cause_with_what_last_year_says() -> None:
    row = "| 二、上年结转政府信息公开申请数量 | | | {} | 0 | 0 | 0 | 0 | 0 | {} |"
    previous = lint_text(standard_previous()).report
    result = lint_text(changed(standard_report(), [(row.format(1, 1), row.format(1, 7))]), previous=previous)
    told = next(finding for finding in result.findings if finding.code == "H701")
    (repair,) = result.repairs
    assert told.expected == repair.cells[0].suggested == "1" and told.fingerprint in repair.explains


# H702


def stock(last: str, this: str, text: str = "") -> Judged:
    report = lint_text(changed(standard_report(), [("均已公开并标注有效性", text or "均已公开")])).report
    figures = tuple(
        figure for figure in build(disclosure={"normative_documents": this}).figures if figure.table == "disclosure"
    )
    own = replace(report, figures=(*figures, *(f for f in report.figures if f.table != "disclosure")))
    return judged(own, build(disclosure={"normative_documents": last}), "H702")


def test_the_stock_follows_from_last_years() -> None:
    assert stock("2|1|4", "1|0|5").findings == ()
    assert stock("2|1|4", "1|2|3").findings == ()


def test_a_stock_that_does_not_follow_is_a_doubt() -> None:
    told = one(stock("2|1|6", "1|0|5"))
    assert told.severity is Severity.WARNING
    assert told.place == Place(2, "disclosure", "normative_documents", "in_force")
    assert "本年“现行有效”(5)，上年“现行有效”(6)＋“本年制发”(1)－“本年废止”(0)＝7，相差 2" in told.message.zh


@pytest.mark.parametrize("words", ["对文件作了集中清理", "有2件自动失效", "继续有效5件"])
def test_it_is_a_hint_where_the_text_tells_why(words: str) -> None:
    told = one(stock("2|1|6", "1|0|5", words))
    assert told.severity is Severity.INFO and "清理、失效" in told.message.zh


def test_stocks_of_different_forms_are_no_chain() -> None:
    found = judged(build(), replace(build(form="2019"), year=2023), "H702")
    assert found.findings == () and "2019年格式" in reasons(found)["H702"]
    assert judged(build(form="2019"), build(form="2019"), "H702").coverage.passed == 0


# H703, H706


def section(text: str, number: str) -> str:
    found = re.search(rf"^## {number}、.*?(?=^## )", text, re.S | re.M)
    assert found
    return found[0]


def kept(*numbers: str) -> Result:
    """This year's report beside one of last year that has the same sections."""
    before = [(section(standard_previous(), number), section(standard_report(), number)) for number in numbers]
    return both(before=before)


def test_a_text_of_its_own_year_is_no_copy() -> None:
    assert both().findings == () and both().coverage.not_assessable == 0


def test_a_text_kept_from_last_year_is_a_doubt_that_tells_the_share_and_the_passages() -> None:
    told = one(kept("一", "五"))
    assert told.code == "H703" and told.severity is Severity.WARNING
    assert "基本照搬上年年报：重复率 100%" in told.message.zh and "其中的数字也相同" in told.message.zh
    assert {item.source for item in told.evidence} == {"report", "previous"}
    assert told.place.section in (1, 5) and told.location.end > told.location.start


def test_half_a_copy_is_no_whole_one() -> None:
    told = one(kept("一"))
    assert told.code == "H703" and told.message.zh.startswith("正文与上年年报的重复率为 6")


def test_the_same_problems_alone_are_a_hint() -> None:
    told = one(kept("五"))
    assert (told.code, told.severity, told.place.section) == ("H706", Severity.INFO, 5)


def test_what_was_measured_before_is_not_measured_again() -> None:
    previous = lint_text(standard_previous()).report
    report = lint_text(standard_report()).report
    measured = Likeness("previous", 1000, 640, (AlikePassage(1, "没有这一段", "那一段"),))
    told = one(judged(report, previous, "H703", repeated=measured))
    assert "重复率为 64%（可比对的 1000 字中有 640 字" in told.message.zh and told.place.section == 1


def test_too_little_text_is_not_judged() -> None:
    previous, report = lint_text(standard_previous()).report, lint_text(standard_report()).report
    assert "本报告可比对的文字只有 0 字" in reasons(judged(build(), previous, "H703"))["H703"]
    assert "上年年报可比对的文字只有 0 字" in reasons(judged(report, build(), "H703"))["H703"]


def test_without_what_compares_texts_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == "rapidfuzz":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    found = kept("一", "五")
    assert found.findings == () and "govreport-lint[audit]" in reasons(found)["H703"]


# H704


def rows(values: Sequence[int]) -> dict[str, str]:
    """One row of 表三 for each number."""
    keys = ("received", "granted", "partly_granted", "refused_internal", "declined_petition", "handled_total")
    return {key: f"{value}|0|0|0|0|0|{value}" for key, value in zip(keys, values, strict=False)}


def test_last_years_tables_again_are_a_doubt() -> None:
    found = judged(build(applications=rows([9, 4, 2, 1, 1, 8])), build(applications=rows([9, 4, 2, 1, 1, 8])), "H704")
    told = one(found)
    assert told.severity is Severity.WARNING and "12 格中，有 12 格（100%）" in told.message.zh
    assert {item.source for item in told.evidence} == {"report", "previous"}


def test_a_few_equal_figures_are_honest() -> None:
    found = judged(build(applications=rows([9, 4, 2, 1, 1, 8])), build(applications=rows([7, 3, 2, 0, 2, 6])), "H704")
    assert found.findings == () and found.coverage.passed == 1


def test_the_cells_of_both_years_are_counted() -> None:
    """Ten cells that stayed are not four fifths of eighteen."""
    this, last = rows([9, 4, 2, 1, 1]), {**rows([9, 4, 2, 1, 1]), "unavailable_not_held": "1|1|1|1|1|1|6"}
    assert judged(build(applications=this), build(applications=last), "H704").findings == ()


def test_few_figures_are_no_proof() -> None:
    found = judged(build(applications=rows([1, 1])), build(applications=rows([1, 1])), "H704")
    assert found.findings == () and "不足10个" in reasons(found)["H704"]


def test_stocks_stay_and_do_not_count() -> None:
    this = build(disclosure={"normative_documents": "0|0|5"}, applications=rows([9, 4, 2, 1]))
    last = build(disclosure={"normative_documents": "0|0|5"}, applications=rows([9, 4, 2, 1]))
    assert "只有8个" in reasons(judged(this, last, "H704"))["H704"]


# H705


def licences(this: str, last: str, **beside: object) -> Judged:
    return judged(build(disclosure={"licences": this}), build(disclosure={"licences": last}), "H705", **beside)


@pytest.mark.parametrize(
    ("this", "last", "jumps"),
    [
        ("1260", "97", True),
        ("97", "1260", True),
        ("150", "0", True),
        ("0", "150", True),
        ("60", "2", False),
        ("970", "97", False),
        ("10690", "2293", False),
        ("", "1260", False),
        ("不详", "1260", False),
    ],
)
def test_ten_times_and_a_hundred_apart(this: str, last: str, jumps: bool) -> None:
    found = licences(this, last)
    assert [finding.severity for finding in found.findings] == [Severity.INFO] * jumps


def test_a_jump_is_told_in_words() -> None:
    assert "本年 1260，上年 97，是上年的 13 倍" in one(licences("1260", "97")).message.zh
    assert "只有上年的 13 分之一" in one(licences("97", "1260")).message.zh
    assert "上年为 0" in one(licences("150", "0")).message.zh


def test_a_row_is_told_once_by_its_total() -> None:
    this, last = (
        build(applications={"received": "300|0|0|0|0|0|300"}),
        build(applications={"received": "3|0|0|0|0|0|3"}),
    )
    assert one(judged(this, last, "H705")).place.column == "total"
    part = build(applications={"received": "300|2000|0|0|0|0|2300"})
    many = build(applications={"received": "2000|3|0|0|0|0|2003"})
    assert one(judged(part, many, "H705")).place.column == "business"


def test_where_other_units_tell_how_much_figures_change_they_decide() -> None:
    bounds = {("disclosure", "licences", "decisions"): Bounds(Decimal("50"), Decimal("200.5"), 37)}
    told = one(licences("250", "97", bounds=bounds))
    assert "按 37 个单位两年的变化，一般在 50 至 200.5 之间" in told.message.zh
    assert licences("150", "2", bounds=bounds).findings == ()


# H707, H708


def items(this: str, last: str) -> Judged:
    now = replace(build(form="2019", disclosure={"licences": this}), year=2020)
    return judged(now, replace(build(form="2019", disclosure={"licences": last}), year=2019), "H707")


def test_items_of_last_year_are_those_of_its_report_and_their_change() -> None:
    assert items("50|-3|9", "48|2|7").findings == ()
    assert items("46|0|9", "48|-2|7").findings == ()
    told = one(items("48|0|9", "48|2|7"))
    assert told.severity is Severity.WARNING
    assert "“上一年项目”(48)，上年“上一年项目”(48)＋上年“本年增减”(2)＝50，相差 2" in told.message.zh


def test_the_form_of_2021_has_no_such_items() -> None:
    assert judged(build(), build(), "H707").coverage == judged(build(), build(), "H707").coverage
    assert judged(build(), build(), "H707").coverage.passed == 0


def test_cases_pending_last_year_are_counted_this_year() -> None:
    last = build(remedies={"review": "0|0|0|4|4", "litigation_direct": "0|0|0|1|1"})
    found = judged(build(remedies={"review": "1|0|0|0|1", "litigation_direct": "1|0|0|0|1"}), last, "H708")
    told = one(found)
    assert told.severity is Severity.INFO and told.place.row == "review" and found.coverage.passed == 2
    assert "上年“尚未审结”(4)，多于本年“总计”(1)，多出 3 件" in told.message.zh


# Whether it is last year's report


def test_a_unit_may_be_exempt_with_a_reason() -> None:
    previous = lint_text(standard_previous()).report
    found = judged(build(), previous, exempt="2024年新设立")
    assert found.findings == () and set(reasons(found).values()) == {"免比上年：2024年新设立"}


def test_another_year_is_not_last_year() -> None:
    result = lint_text(standard_report(), select=["H"], previous=lint_text(standard_report()).report)
    assert result.findings == ()
    assert set(reasons(result).values()) == {"作为上年年报给出的是2024年度的年报，应为2023年度的"}


def test_a_title_whose_year_was_left_over_does_not_hide_the_year_that_is_meant() -> None:
    title = ("示例县示范镇人民政府2024年政府信息公开", "示例县示范镇人民政府2023年政府信息公开")
    assert reasons(both([title])) == {}


def test_the_report_of_another_organ_is_not_last_years() -> None:
    result = both(before=[("示范镇", "模范镇")])
    assert result.findings == ()
    (reason,) = set(reasons(result).values())
    assert reason == "作为上年年报给出的是“示例县模范镇人民政府”的年报，不是“示例县示范镇人民政府”的"


@pytest.mark.parametrize(
    ("this", "last", "same"),
    [
        ("示例县发展和改革局", "示例县发改局", True),
        ("示例区示范街道", "示例区示范街道办事处", True),
        ("示例县人民政府", "示例县人民政府办公室", False),
        ("示例县人民政府", "示例县示范镇人民政府", False),
        ("示例县民政局", None, True),
    ],
)
def test_names_of_the_same_organ(this: str, last: str | None, same: bool) -> None:
    found = judged(build(organ=this), build(organ=last), "H701")
    assert bool(reasons(found)) is not same


def test_a_list_of_units_vouches_for_a_former_name() -> None:
    assert reasons(judged(build(organ="示例县自然资源局"), build(organ="示例县国土局"), "H701", listed=True)) == {}


def test_where_no_year_is_printed_nothing_speaks_against_the_file_that_was_given() -> None:
    assert reasons(judged(replace(build(), year=None), build(), "H701")) == {}
    assert reasons(judged(build(), replace(build(), year=None), "H701")) == {}


# Several reports, and real ones


def test_of_several_reports_in_a_file_that_of_the_organ_is_taken(tmp_path: Path) -> None:
    other = changed(
        standard_previous(),
        [("示范镇", "模范镇"), ("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n\n", f"| {ZEROS.replace('|', ' | ')} |\n\n")],
    )
    file = tmp_path / "2023.md"
    file.write_text(f"{other}\n\n{standard_previous()}", encoding="utf-8")
    assert lint_text(standard_report(), select=["H"], previous=file).findings == ()
    third = changed(standard_report(), [("示范镇", "榜样镇")])
    result = lint_text(third, select=["H"], previous=file)
    assert set(reasons(result).values()) == {"给出的上年年报中没有“示例县榜样镇人民政府”的"}


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_honest_years_are_silent(corpus: Path, year: int) -> None:
    def file(of: int) -> Path:
        derived = corpus / f"pingtan-{of}.derived.html"
        return derived if derived.is_file() else corpus / f"pingtan-{of}.txt"

    result = lint(file(year), select=["H"], previous=file(year - 1))
    assert [(finding.code, finding.message.zh) for finding in result.findings] == []
    assert result.coverage.passed or year == 2020
