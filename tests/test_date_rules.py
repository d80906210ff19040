"""What the D rules say, and where they keep silent: changes to the standard report."""

from __future__ import annotations

import re

import pytest

from govreport_lint import lint_text
from govreport_lint.checks.organ_names import same_organ
from govreport_lint.finding import Finding
from govreport_lint.packs import rules, standard_report

TITLE = "示例县示范镇人民政府2024年政府信息公开工作年度报告"
SIGNED = "示例县示范镇人民政府\n\n2025年1月20日"


def preamble(text: str) -> tuple[str, str]:
    found = re.search(r"本报告依据.*", standard_report())
    assert found
    return found[0], text


def findings(*changes: tuple[str, str], select: tuple[str, ...] = ("D",)) -> list[Finding]:
    text = standard_report()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return list(lint_text(text, select=select).findings)


def codes(*changes: tuple[str, str], select: tuple[str, ...] = ("D",)) -> list[str]:
    return sorted(finding.code for finding in findings(*changes, select=select))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2024年政府信息公开工作年度报告", ["D601"]),
        ("2024年示范镇政府信息公开工作年度报告", []),
        ("示范镇 2024 年政府信息公开工作年度报告", []),
        ("示范镇2024年政府信息公开工作年度报告（图片版）", []),
        ("示范镇2024年度政府信息公开工作年度报告", ["D602"]),
        ("示范镇政府信息公开工作2024年度报告", ["D602"]),
        ("示范镇2024年政府信息公开年度报告", ["D602"]),
        ("示范镇关于2024年度政府信息公开情况的报告", ["D602"]),
        ("示范镇政府信息公开工作年度报告", ["D602"]),
    ],
)
def test_titles(title: str, expected: list[str]) -> None:
    assert codes((f"# {TITLE}", f"# {title}"), select=("D601", "D602")) == expected


def test_without_a_title_line_nothing_is_said_of_it() -> None:
    result = lint_text(standard_report().replace(f"# {TITLE}\n", ""), select=["D601", "D602", "D608"])
    assert result.findings == ()
    assert {entry.rule for entry in result.coverage.unassessed} == {"D601", "D602", "D608"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2023年，我镇收到政府信息公开申请12件。", "2023"),
        ("2023年度主动公开政府信息86条。", "2023"),
        ("（一）依申请公开情况 2022年全镇共受理申请3件。", "2022"),
        ("2024年，我镇收到政府信息公开申请12件。", None),
        ("2024年收到申请12件，2023年收到10件。", None),
        ("2023年收到申请10件，同比增长两成。", None),
        ("上年即2023年收到的申请已办结。", None),
        ("2023年以来共主动公开信息200条。", None),
        ("公开2023年度部门决算和2025年度部门预算。", None),
        ("2025年，我镇将主动公开更多信息。", None),
        ("《2023年政务公开工作要点》要求主动公开的均已公开。", None),
        ("按照示政办〔2023〕5号文件主动公开。", None),
        ("2023年版标准目录继续使用。", None),
    ],
)
def test_years_bound_to_what_was_done(sentence: str, found: str | None) -> None:
    second = re.search(r"（二）依申请公开情况。.*", standard_report())
    assert second
    said = findings((second[0], sentence), select=("D603",))
    assert [finding.actual for finding in said] == ([found] if found else [])


def test_a_year_in_the_introduction_that_names_the_report() -> None:
    assert codes(preamble("现将2023年度政府信息公开工作情况报告如下。"), select=("D603",)) == ["D603"]
    assert codes(preamble("现将2024年度政府信息公开工作情况报告如下。"), select=("D603",)) == []


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("自2024年1月1日起至2024年12月31日止", []),
        ("为2024年1月1日至12月31日", []),
        ("自2024年1月1日起至2024年11月30日止", ["D604"]),
        ("自2023年12月1日起至2024年11月30日止", ["D604"]),
        ("自2023年1月1日起至2023年12月31日止", ["D604"]),
        ("为2024年1月至11月", ["D604"]),
        ("自2024年1月1日起至202024年12月31日止", ["D607"]),
        ("为2024年度", []),
    ],
)
def test_the_period_is_the_report_year(period: str, expected: list[str]) -> None:
    assert codes(preamble(f"本报告所列数据的统计期限{period}。")) == expected


def test_a_wrong_year_in_the_title_is_told_by_the_period_not_by_every_sentence() -> None:
    found = codes((TITLE, TITLE.replace("2024", "2023")))
    assert found == ["D604"]


@pytest.mark.parametrize(
    ("title", "signature", "expected"),
    [
        ("示例县示范镇人民政府", "2025年1月1日", []),
        ("示例县示范镇人民政府", "2024年12月31日", ["D605"]),
        ("示例县示范镇人民政府", "2024年1月20日", ["D605"]),
        ("示例县示范镇人民政府", "2025年6月20日", []),
        ("示例县示范街道办事处", "2025年6月20日", []),
        ("示例县政务服务中心", "2025年6月20日", []),
        ("示例县民政局", "2025年1月31日", []),
        ("示例县民政局", "2025年2月1日", ["D606"]),
        ("示例县卫生健康委员会", "二〇二五年二月一日", ["D606"]),
        ("示例县人民政府", "2025年3月31日", []),
        ("示例县人民政府", "2025年4月1日", ["D606"]),
        ("示例县人民政府办公室", "2025年2月20日", []),
        ("示例县示范镇人民政府", "2025年2月30日", ["D607"]),
    ],
)
def test_the_date_of_signature(title: str, signature: str, expected: list[str]) -> None:
    changes = (("示例县示范镇人民政府", title), ("2025年1月20日", signature))
    assert codes(*changes, select=("D605", "D606", "D607", "D608")) == expected


def test_no_message_tells_a_town_of_the_law_on_departments() -> None:
    late = next(rule for rule in rules() if rule.code == "D606")
    assert all(
        unit not in deadline["units"]
        for deadline in late.check["deadlines"]
        for unit in ("township", "subdistrict")
    )


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("普新镇", "示例县普新镇", True),
        ("示例县普新镇", "示例县普新镇人民政府", True),
        ("普新镇人民政府", "普新镇党政办公室", True),
        ("示例县发展和改革局", "示例县发改局", True),
        ("示例市科学技术委员会", "示例市科委", True),
        ("示例县人民政府", "示例县人民政府办公室", True),
        ("示例实验区", "示例实验区管委会", True),
        ("示范街道办事处", "示例区示范街道", True),
        ("示例县 民政局", "示例县民政局", True),
        ("示范镇", "模范镇", False),
        ("示例县民政局", "示例县司法局", False),
        ("示例县人民政府", "示例县民政局", False),
        ("示例县示范镇", "示例县人民政府", False),
    ],
)
def test_names_of_one_organ(left: str, right: str, same: bool) -> None:
    endings = next(rule for rule in rules() if rule.code == "D608").check["endings"]
    assert same_organ(left, right, endings) is same
    assert same_organ(right, left, endings) is same


def test_a_foreign_signature_shows_both_names() -> None:
    (found,) = findings((SIGNED, SIGNED.replace("示范镇", "模范镇")))
    assert found.code == "D608"
    assert "示例县示范镇人民政府" in found.message and "示例县模范镇人民政府" in found.message


FORMAT = "《中华人民共和国政府信息公开工作年度报告格式》"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"依据{FORMAT}（国办公开办函〔2021〕30号）编制。", []),
        (f"依据{FORMAT}（国办公开办函[2021]30号）编制。", []),
        (f"依据{FORMAT}（国办发〔2021〕30号）编制。", ["D609"]),
        (f"依据{FORMAT}（国办函〔2021〕30号）编制。", ["D609"]),
        (f"依据{FORMAT}（示办函〔2021〕30号）编制。", []),
        ("依据《关于服务保障工作的意见》（国办发〔2021〕30号）编制。", []),
        ("依据《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）编制。", ["D609"]),
        ("依据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。", []),
        ("依据《中华人民共和国政府信息公开条例》（国令第711 号）编制。", []),
        ("依据《中华人民共和国政府信息公开条例》（国务院令第717号）编制。", ["D609"]),
        ("依据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。", ["D610"]),
        ("依据《政府信息公开条例》（国务院令第492号公布，第711号修订）编制。", []),
        ("依据国办公开办函〔2019〕60号文件编制。", ["D610"]),
        ("依据《关于政府信息公开工作年度报告有关事项的通知》编制。", ["D610"]),
        ("依据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号文件编制。", []),
    ],
)
def test_cited_documents(text: str, expected: list[str]) -> None:
    assert codes(preamble(text), select=("D609", "D610")) == expected


def test_the_notice_of_2019_was_in_force_for_2020() -> None:
    changes = (preamble("依据国办公开办函〔2019〕60号文件编制。"), (TITLE, TITLE.replace("2024", "2020")))
    assert codes(*changes, select=("D610",)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("\n\n2025年1月20日", "")], ["D611"]),
        ([(SIGNED, "")], ["D611"]),
        ([("\n\n2025年1月20日", ""), (f"# {TITLE}\n", f"# {TITLE}\n\n发布日期：2025-01-20\n")], []),
        ([("2025年1月20日", "二〇二五年一月二十日")], []),
        ([("2025年1月20日", "2025.1.20")], []),
    ],
)
def test_a_report_has_a_date(changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert codes(*changes, select=("D611",)) == expected


@pytest.mark.parametrize(
    ("organ", "sentence", "expected"),
    [
        ("示例县示范镇人民政府", "2024年，我市收到政府信息公开申请12件。", ["D612"]),
        ("示例县示范镇人民政府", "2024年，全市主动公开政府信息86条。", ["D612"]),
        ("示例县示范街道办事处", "全市共收到申请12件。", ["D612"]),
        ("示例县民政局", "我市主动公开政府信息86条。", ["D612"]),
        ("示例市民政局", "我市主动公开政府信息86条。", []),
        ("示例市示范镇人民政府", "我市主动公开政府信息86条。", []),
        ("示例市", "我市主动公开政府信息86条。", []),
        ("示例县示范镇人民政府", "落实全市政务公开工作会议精神。", []),
        ("示例县示范镇人民政府", "我镇主动公开政府信息86条。", []),
    ],
)
def test_words_of_another_unit(organ: str, sentence: str, expected: list[str]) -> None:
    second = re.search(r"（二）依申请公开情况。.*", standard_report())
    assert second
    assert codes(("示例县示范镇人民政府", organ), (second[0], sentence), select=("D612",)) == expected
