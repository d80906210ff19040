"""What the D rules say, and where they keep silent: changes to the standard report."""

from __future__ import annotations

import re

import pytest
from judging import rules
from layouts import as_html

from govreport_lint import fix_text, lint_text
from govreport_lint.checks.subject.beside import Beside, NameClash
from govreport_lint.checks.subject.identity.same_organ import same_organ
from govreport_lint.finding import Finding
from govreport_lint.linter import Config, Linter
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.shipped import shipped_rulebook

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
        ("2023年，共制定规范性文件3件。", "2023"),
        ("按照条例要求，我镇2023年主动公开政府信息86条。", "2023"),
        ("加强学习，2023年全年召开会议4次。", "2023"),
        ("2023年，我镇坚持以人民为中心，公开工作有序开展。", "2023"),
        ("2023年主动公开信息80条。2024年收到申请12件。", "2023"),
        ("2023年收到申请10件。2024年收到申请12件。", None),
        ("2023年收到申请10件，已办结；2024年未收到申请。", None),
        ("2023年收到的申请中有1件于2023年审结。", None),
        ("2023年结转的1件申请已答复。", None),
        ("该申请于2023年12月29日收到，已答复。", None),
        ("自2021年至2023年收到申请30件。", None),
        ("对2023年受理情况进行了回头看。", None),
        ("2023年制定的制度，共发布3项。", None),
        ("2023年收到申请10件，今年12件。", None),
        ("落实2023年政务公开工作要点，公开信息86条。", None),
        ("根据2023年第三方评估反馈，公开信息更加完整。", None),
        ("按要求发布2023年度年报，共公开附件2个。", None),
        ("2023年我镇认真落实条例，主动公开信息80条。", "2023"),
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
        ("自２０２４年１月１日起至２０２４年１１月３０日止", ["D604"]),
        ("自２０２４年１月１日起至２０２４年１２月３１日止", []),
    ],
)
def test_the_period_is_the_report_year(period: str, expected: list[str]) -> None:
    assert codes(preamble(f"本报告所列数据的统计期限{period}。")) == expected


@pytest.mark.parametrize(
    "stated", ["的统计期限自2023年1月1日起至2023年12月31日止", "截至2023年12月31日", "的统计期限为2023年1月至12月"]
)
def test_last_years_period_says_that_the_text_was_kept(stated: str) -> None:
    (found,) = findings(preamble(f"本报告所列数据{stated}。"), select=("D604",))
    assert "沿用了上年" in found.message.zh


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("本报告统计期限为1月至11月。", "1月至11月"),
        ("统计期限为1-11月。", "1-11月"),
        ("所列数据截至2024年11月30日。", "截至2024年11月30日"),
        ("本报告所列数据截至2024年11月底。", "截至2024年11月底"),
        ("本年报数据截止到11月30日。", "截止到11月30日"),
        ("统计数据时间段为1月1日至11月30日。", "1月1日至11月30日"),
        ("所列数据的统计期限为上年11月至本年10月。", "上年11月至本年10月"),
        ("统计期限为2023年12月至2024年11月。", "2023年12月至2024年11月"),
        ("所列数据截至２０２４年１１月３０日。", "截至２０２４年１１月３０日"),
        ("所列数据截至2023年12月31日。", "截至2023年12月31日"),
    ],
)
def test_a_period_stated_in_part(sentence: str, printed: str) -> None:
    for change in (preamble(sentence), preamble(f"依据条例编制本报告，{sentence}如有疑问，请联系。")):
        (found,) = findings(change, select=("D",))
        assert (found.code, found.quote) == ("D604", printed)
        assert printed in found.message.zh and "2024年1月1日至2024年12月31日" in found.message.zh


@pytest.mark.parametrize(
    "sentence",
    [
        "截至2024年12月31日，共主动公开政府信息86条。",
        "所列数据截至2024年12月31日。",
        "所列数据截至2024年12月底。",
        "所列数据截至2024年底。",
        "本报告统计期限为1月至12月。",
        "统计期限为1月1日至12月31日。",
        "截至2024年11月30日，共主动公开政府信息86条。",
        "据统计，截至11月底，专栏共发布信息86条。",
        "统计数据显示，截至2024年11月底，公众号有粉丝3000人。",
        "3月至5月，组织了一次业务培训。",
        "2023年11月至2024年10月开展专项清理，并统计信息数量。",
        "本报告数据公开时间为1月至3月。",
        "所列数据截至2025年1月10日。",
        "统计期限为2024年度，报告于2025年1月至2月编制。",
    ],
)
def test_other_spans_are_no_period_of_the_figures(sentence: str) -> None:
    second = re.search(r"（二）依申请公开情况。.*", standard_report())
    assert second
    assert codes(preamble(sentence), select=("D604",)) == []
    assert codes(preamble("依据条例编制。"), (second[0], second[0] + sentence), select=("D604",)) == []


def test_a_period_within_the_prose_of_another_matter_is_silent() -> None:
    second = re.search(r"（二）依申请公开情况。.*", standard_report())
    assert second
    said = "公众号统计数据截至2024年11月底，粉丝3000人。"
    assert codes(preamble("依据条例编制。"), (second[0], second[0] + said), select=("D604",)) == []


@pytest.mark.parametrize("organ", ["示例县示范镇人民政府", "示例县民政局"])
@pytest.mark.parametrize("stated", [None, "依据条例编制。"])
def test_a_wrong_year_in_the_title_is_one_finding(organ: str, stated: str | None) -> None:
    changes = [(TITLE, TITLE.replace("2024", "2023")), ("示例县示范镇人民政府", organ)]
    (found,) = findings(*changes, *([preamble(stated)] if stated else []))
    assert (found.code, found.quote) == ("D603", f"{organ}2023年政府信息公开工作年度报告")
    assert "标题写的是2023年" in found.message.zh and "落款日期都是2024年" in found.message.zh
    assert ("统计期限" in found.message.zh) == (stated is None)


def test_one_other_year_is_no_proof_against_the_title() -> None:
    assert codes(("2025年1月20日", "2024年1月20日")) == ["D605"]


@pytest.mark.parametrize("code", ["D603", "D604", "D605", "D611"])
def test_a_town_is_not_told_of_the_law_on_departments(code: str) -> None:
    rule = next(rule for rule in rules() if rule.code == code)
    assert "四十九" not in rule.basis.zh and "49" not in rule.basis.en


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
        ("示例县示范镇人民政府", "２０２４年１２月２０日", ["D605"]),
        ("示例县民政局", "２０２５年２月９日", ["D606"]),
    ],
)
def test_the_date_of_signature(title: str, signature: str, expected: list[str]) -> None:
    changes = (("示例县示范镇人民政府", title), ("2025年1月20日", signature))
    assert codes(*changes, select=("D605", "D606", "D607", "D608")) == expected


def test_no_message_tells_a_town_of_the_law_on_departments() -> None:
    late = next(rule for rule in rules() if rule.code == "D606")
    assert all(
        unit not in deadline.units for deadline in late.check.options.deadlines for unit in ("township", "subdistrict")
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
    endings = next(rule for rule in rules() if rule.code == "D608").check.options.endings
    assert same_organ(left, right, endings) is same
    assert same_organ(right, left, endings) is same


def test_a_foreign_signature_shows_both_names() -> None:
    (found,) = findings((SIGNED, SIGNED.replace("示范镇", "模范镇")))
    assert found.code == "D608"
    assert "示例县示范镇人民政府" in found.message.zh and "示例县模范镇人民政府" in found.message.zh


FORMAT = "《中华人民共和国政府信息公开工作年度报告格式》"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"依据{FORMAT}（国办公开办函〔2021〕30号）编制。", []),
        (f"依据{FORMAT}（国办公开办函[2021]30号）编制。", ["D609"]),
        (f"依据{FORMAT}（国办公开办函〔2021〕第30号）编制。", ["D609"]),
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
        ("依据《条例》和国办发〔2021〕30号文件要求编制本年度报告。", ["D609"]),
        ("依据《中华人民共和国政府信息公开条例》和国办函〔2021〕30号文件要求，编制本年报。", ["D609"]),
        ("按照国办公开办函〔2021〕60号要求编制本报告。", ["D609"]),
        ("按照国办公开办函〔2020〕30号要求编制2024年政府信息公开工作年度报告。", ["D609"]),
        ("依据国办函〔2021〕30号《关于印发〈政府信息公开工作年度报告格式〉的通知》编制。", ["D609"]),
        ("依据《条例》（国务院令第712号）编制本报告。", ["D609"]),
        ("依据《条例》（国务院令第711号）编制本报告。", []),
        ("依据《条例》和国办公开办函〔2021〕30号文件要求编制本年度报告。", []),
        ("落实国办发〔2021〕30号文件，优化服务。编制本年度报告。", []),
        ("依据《2020年政务公开工作要点》（国办发〔2020〕17号）编制本年度报告。", []),
        ("依据《2020年政务公开工作要点》（国办发〔2020〕17号）和年度报告格式编制本报告。", []),
        ("编制本年度报告，依据《关于服务保障工作的意见》（国办发〔2021〕30号）公开事项。", []),
        (
            "依据《公开平台规范》（国办公开办函〔2019〕61号）和《公开解读办法》（国办公开办函〔2020〕30号）编制年报。",
            [],
        ),
        ("依据示办发〔2021〕30号文件编制本年度报告。", []),
        ("依据国税办发〔2021〕30号文件编制本年度报告。", []),
        ("依据《复议法实施条例》（以下简称《条例》）（国务院令第499号）编制本报告。", []),
        ("落实《条例》（国务院令第722号）优化营商环境。", []),
    ],
)
def test_cited_documents(text: str, expected: list[str]) -> None:
    assert codes(preamble(text), select=("D609", "D610")) == expected


def test_the_right_number_is_that_of_the_form_in_use() -> None:
    (found,) = findings(preamble("按照国办公开办函〔2021〕60号要求编制本报告。"), select=("D609",))
    assert (found.quote, found.expected) == ("国办公开办函〔2021〕60号", "国办公开办函〔2021〕30号")
    (found,) = findings(preamble("依据《条例》和国办发〔2021〕30号要求编制本年度报告。"), select=("D609",))
    assert (found.quote, found.expected) == ("国办发〔2021〕30号", "国办公开办函〔2021〕30号")


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
        ([("2025年1月20日", "２０２５年１月９日")], []),
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
        ("示例市示范镇人民政府", "我市主动公开政府信息86条。", ["D612"]),
        ("示例市示范镇人民政府", "我市政务公开工作会议后，我镇主动公开政府信息86条。", []),
        ("示例市民政局", "我市共受理政府信息公开申请12件。", ["D612"]),
        ("示例市政务服务局", "我市共受理政府信息公开申请12件。", []),
        ("示例市", "我市主动公开政府信息86条。", []),
        ("示例县示范镇人民政府", "落实全市政务公开工作会议精神。", []),
        ("示例县示范镇人民政府", "我镇主动公开政府信息86条。", []),
    ],
)
def test_words_of_another_unit(organ: str, sentence: str, expected: list[str]) -> None:
    second = re.search(r"（二）依申请公开情况。.*", standard_report())
    assert second
    assert codes(("示例县示范镇人民政府", organ), (second[0], sentence), select=("D612",)) == expected


def test_a_title_without_organ_under_a_menu_is_told_as_such() -> None:
    body = as_html(standard_report().replace(f"# {TITLE}", "# 2024年政府信息公开工作年度报告"))
    menu = "<ul><li><a>首页</a></li><li><a>政府信息公开</a></li><li><a>政府信息公开年报</a></li></ul>"
    result = lint_text(body.replace("<body>", f"<body>{menu}"), "html", select=["D"])
    assert [finding.code for finding in result.findings] == ["D601"]


@pytest.mark.parametrize(
    ("organ", "sentence", "expected"),
    [
        ("示例县农业农村局", "我局、我镇及时更新栏目。", "又写成“我镇”（共 1 处）"),
        ("示例县农业农村局", "我镇及时更新栏目。", "称作“我镇”（共 1 处）"),
        ("示例县示范镇人民政府", "我局及时更新栏目，我局公开信息。", "“我局”（共 2 处）"),
        ("示例县示范街道办事处", "我镇及时更新栏目。", "“我镇”"),
        ("示例县", "我局及时更新栏目。", "“我局”"),
        ("示例县卫生健康委员会", "我委员工及时更新栏目，我镇也是。", "“我镇”"),
        ("示例县农业农村局", "我县、我局及时更新栏目，我委托第三方评估。", None),
        ("示例县示范乡", "我乡镇村三级及时更新栏目。", None),
        ("示例县农业农村局", "开展“我镇我来说”活动。", None),
        ("示例县政府办公室", "我局及时更新栏目。", None),
    ],
)
def test_how_an_office_calls_itself(organ: str, sentence: str, expected: str | None) -> None:
    third = re.search(r"（三）政府信息管理情况。.*", standard_report())
    assert third
    said = findings(("示例县示范镇人民政府", organ), (third[0], sentence), select=("D613",))
    assert [expected in finding.message.zh for finding in said if expected] == [True] * bool(expected)
    assert len(said) == bool(expected)


@pytest.mark.parametrize(
    ("title", "signature", "sentence", "expected"),
    [
        ("示例县农业农村局", "示例县农业局", "", ["D614"]),
        ("示例县农业局", "示例县农业局", "", ["D614"]),
        ("示例县自然资源和规划局", "示例县国土资源局", "", ["D614"]),
        ("示例县应急管理局", "示例县应急管理局", "示例县安全生产监督管理局公开信息。", ["D614"]),
        ("示例县应急管理局", "示例县应急管理局", "原示例县安全生产监督管理局公开信息。", []),
        ("示例县农业农村局", "示例县农业农村局", "县水利局、县农业局公开信息。", []),
        ("示例县农业农村局", "示例县水利局", "", ["D608"]),
    ],
)
def test_names_from_before_the_reform(title: str, signature: str, sentence: str, expected: list[str]) -> None:
    third = re.search(r"（三）政府信息管理情况。.*", standard_report())
    assert third
    signed = ("示例县示范镇人民政府\n\n2025年1月20日", f"{signature}\n\n2025年1月20日")
    changes = (signed, (f"# {TITLE}", f"# {title}2024年政府信息公开工作年度报告"), (third[0], third[0] + sentence))
    assert codes(*changes, select=("D608", "D614")) == expected
    if expected == ["D614"]:
        assert codes(*changes, ("2024年政府", "2018年政府"), select=("D614",)) == []


def test_a_file_called_by_another_units_name_is_told_beside_the_audit_alone() -> None:
    linter = Linter(shipped_rulebook(), Config(select=("D612",)))
    report = linter.lint_text(standard_report(), "markdown", "示范县水利局.md")
    clash = NameClash("示范县民政局", "文件名", "示范县水利局2024年年报", "示范县水利局")
    (told,) = linter.check_beside(report, Beside(clashes=(clash,))).findings
    assert report.findings == () and (told.code, told.severity.value) == ("D612", "warning")
    assert "示范县民政局" in told.message.zh and "文件名却是“示范县水利局2024年年报”" in told.message.zh
    assert linter.check_beside(report, Beside()).findings == ()


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025年1月20日", []),
        ("2025年1月20号", ["D615"]),
        ("2025 年 1 月 20 号", ["D615"]),
        ("二〇二五年一月二十日", []),
    ],
)
def test_the_date_of_signature_ends_in_its_official_word(date: str, expected: list[str]) -> None:
    text = standard_report().replace("2025年1月20日", date)
    linter = Linter(shipped_rulebook(), Config(select=("D615",)))
    assert [finding.code for finding in linter.lint_text(text, "markdown", "a.md").findings] == expected
    assert "号" not in fix_text(text).splitlines()[-1]
