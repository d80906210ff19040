"""The rules on wording, on the standard report with a paragraph of its own."""

from __future__ import annotations

import pytest
from placing import place

from govreport_lint import Finding, lint_text
from govreport_lint.rulebook.pages import Replacement, standard_report


def said(code: str, text: str, target: str = "paragraph （四）") -> tuple[Finding, ...]:
    report = place(standard_report(), [Replacement(target, text)])
    return lint_text(report, select=[code]).findings


FOUND = [
    ("L901", "（四）按月检查专栏,更新办事指南;公布电话。", ","),
    ("L901", "（四）按月检查专栏，未收到反映事项.", "."),
    ("L902", "（四）按月检查（专栏，更新办事指南。", "（"),
    ("L902", "（四）按月检查专栏），更新办事指南。", "）"),
    ("L902", "（四）按月检查（专栏)，更新办事指南。", "（专栏)"),
    ("L902", "（四）落实“三审三校制度，更新办事指南。", "“"),
    ("L902", "（四）印发《公开办法，更新办事指南。", "《"),
    ("L903", "（四）更新公开的的专栏。", "的的"),
    ("L903", "（四）按月检查检查审核审核专栏。", "审核审核"),
    ("L903", "（四）按月检查专栏，，更新指南。", "，，"),
    ("L903", "（四）按月检查专栏。。", "。。"),
    ("L905", "（四）截止2024年12月31日，更新专栏。", "截止"),
    ("L905", "（四）截止到目前，更新专栏。", "截止"),
    ("L905", "（四）落实《付政府信息公开条例》。", "付政府信息公开"),
    ("L905", "（四）县人民付办公室更新专栏。", "人民付"),
    ("L905", "（四）申请转结1件，已答复。", "转结"),
    ("L906", "（四）申请人李某（13800138000）的申请已答复。", "138******00"),
    ("L906", "（四）申请人身份证号11010519491231002X，已答复。", "110*************2X"),
    ("L906", "（四）申请人身份证号110105194912310021，已答复。", "110*************21"),
    ("L906", "（四）申请人532486198711234561，已答复。", "532*************61"),
    ("L906", "（四）申请人李某（138 0013 8000）的申请已答复。", "138********00"),
    ("L906", "（四）申请人身份证号110105 19491231 002X，已答复。", "110***************2X"),
    ("L906", "（四）身份证１１０１０５１９４９１２３１００２Ｘ，已答复。", "１１０*************２Ｘ"),
    ("L906", "（四）申请人李某（138 00138000）的申请已答复。", "138*******00"),
    ("L906", "（四）如110105194912310021的申请已答复。", "110*************21"),
    ("L906", "（四）申请人张建国向我镇申请公开征地批文，已答复。", "张**"),
    ("L907", "（四）电子版可以下载，网址：。", "网址："),
    ("L909", "（四）访问http://，查看专栏。", "http://"),
    ("L909", "（四）访问http：//www.example.gov.cn查看。", "http：//www.example.gov.cn"),
    ("L909", "（四）访问https:www.example.gov.cn查看。", "https:www.example.gov.cn"),
    ("L909", "（四）访问htttp://www.example.gov.cn查看。", "htttp://www.example.gov.cn"),
    ("L909", "（四）访问wwww.example.gov.cn查看。", "wwww.example.gov.cn"),
    ("L909", "（四）访问www.example，gov.cn查看。", "www.example，gov"),
    ("L909", "（四）访问[县政府门户网站]()查看。", "县政府门户网站"),
    ("L909", "（四）访问<a href=''>门户网站</a>查看。", "门户网站"),
    ("L907", "（四）地址：中街1号，联系电话：，邮编：617200。", "联系电话："),
    ("L907", "（四）按月检查专栏，电话：传真：0812-8170000。", "电话："),
    ("L908", "（四）学习党的十九届四中全会精神，更新专栏。", "十九届四中全会"),
]


@pytest.mark.parametrize(("code", "text", "quote"), FOUND)
def test_found(code: str, text: str, quote: str) -> None:
    (finding,) = said(code, text)
    assert finding.quote == quote
    assert finding.severity == ("warning" if code == "L906" else "info")
    assert finding.family == "language"


CLEAN = [
    ("L901", "（四）访问www.example.gov.cn, 12:30发布，增长3.5%，10,000余次。"),
    ("L901", "（四）使用 Word,WPS 编辑，按月检查。"),
    ("L902", "（四）1）检查专栏；2）更新指南（按月）；“三审”制度《办法》。"),
    ("L902", "（四）(一)检查专栏（按月），更新“指南”。"),
    ("L903", "（四）为了了解目的的表述，总和和比例，涉及及时更新，现在在线办理。"),
    ("L903", "（四）进一步规范规范性文件管理，区政府政府信息公开工作工作要点，各部门部门预算，2024年度年度报告。"),
    ("L903", "（四）逐项研究研究，一件一件办。"),
    ("L904", "（四）按月检查专栏，更新办事指南和联系方式，保证信息有序发布。\n\n按季度通报更新情况。"),
    (
        "L904",
        "（四）按月检查示范镇专栏、更新办事指南和联系方式等平台建设工作情况\n\n全年按季度通报更新情况，效果良好。",
    ),
    ("L905", "（四）运转结果良好，公布署名文章，流转结束。"),
    (
        "L905",
        "（四）截止日期为2024年12月31日，报名时间截止到2024年6月，截至2024年底，人民付出辛劳，支付政府信息公开经费。",
    ),
    ("L906", "（四）公布电话0812-8170000，统一编码20240131000123，采购金额13575394432.52元。"),
    ("L906", "（四）编号110105194912310021，已归档。"),
    ("L906", "（四）申请人向我镇申请公开，申请人张某不服，申请人陈述意见，申请人严格按规定提交。"),
    ("L909", "（四）访问http://www.example.gov.cn/、https://example.gov.cn:8080/a.html，查看。"),
    ("L909", "（四）访问[门户网站](http://www.example.gov.cn)，<a href='http://a.cn/'>专栏</a>，使用http协议。"),
    ("L909", "（四）访问www.example.gov.cn，查看专栏。"),
    ("L907", "（四）电话：0812-8170000，传真：无，邮箱：a@b.cn。"),
    ("L908", "（四）学习党的十九届四中、五中、六中全会和党的二十大精神。"),
    ("L908", "（四）学习党的二十大精神。"),
]


@pytest.mark.parametrize(("code", "text"), CLEAN)
def test_clean(code: str, text: str) -> None:
    assert [finding.message.zh for finding in said(code, text)] == []


def test_half_width_marks_are_told_once_with_their_number() -> None:
    (finding,) = said("L901", "（四）按月检查,更新指南,公布电话,落实制度。")
    assert "3 处" in finding.message.zh
    assert "检查,更新指南" in finding.message.zh


def test_a_mark_is_quoted_with_what_stands_around_it() -> None:
    (finding,) = said("L902", "（四）按月检查（专栏，更新办事指南。")
    assert "按月检查（专栏，更新办事" in finding.message.zh


def test_a_contact_number_that_is_a_mobile_is_a_hint() -> None:
    (finding,) = said("L906", "（四）联系电话：13800138000。")
    assert finding.severity == "info"
    assert "13800138000" not in finding.message.zh
    assert "138******00" in finding.message.zh


def test_a_broken_paragraph() -> None:
    text = "（四）平台建设。按月检查示范镇专栏，更新办事指南和联系方式，保证栏目\n\n信息有序发布，按季度通报。"
    (finding,) = said("L904", text)
    assert "保证栏目" in finding.message.zh
    assert "信息有序发布" in finding.message.zh


def test_outdated_phrases_go_by_the_year() -> None:
    text = (
        standard_report()
        .replace("2024", "2020")
        .replace("2025", "2021")
        .replace("（四）", "（四）贯彻十九届五中全会精神，", 1)
    )
    assert lint_text(text, select=["L908"]).findings == ()


def test_the_reader_of_a_glued_table_takes_no_number_for_a_mobile() -> None:
    assert said("L906", "（四）政府集中采购13575394432.52元。") == ()


def test_the_word_to_write_is_that_word_alone() -> None:
    (found,) = said("L905", "（四）截止2024年12月31日，更新专栏。")
    assert "“截止”疑为“截至”之误" in found.message.zh and "截至20" not in found.message.zh


def test_no_output_holds_a_personal_number_in_full() -> None:
    text = "（四）申请人身份证号110105194912310021、手机13800138000。已答复,归档。"
    report = place(standard_report(), [Replacement("paragraph （四）", text)])
    result = lint_text(report)
    written = result.to_json()
    assert {"L901", "L906"} <= {finding.code for finding in result.findings}
    assert "110105194912310021" not in written and "13800138000" not in written
    assert "110*************21" in written and "138******00" in written
