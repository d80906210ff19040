"""The rules that hold the prose against the tables, on reports put together by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hand_built import build, judged
from msgspec.structs import replace

from govreport_lint.document import Location, Passage, Run
from govreport_lint.engine.judging import Judged
from govreport_lint.extraction.prose.claims.claims import find_claims
from govreport_lint.finding import Finding
from govreport_lint.report import Report, Section, TableReading
from govreport_lint.rulebook.claim_patterns import load_patterns

ZEROS = "0|0|0|0|0|0|"
APPLICATIONS = {
    "received": "10|2|0|0|0|0|12",
    "carried_in": "2|1|0|0|0|0|3",
    "granted": "7|2|0|0|0|0|9",
    "partly_granted": "3|1|0|0|0|0|4",
    "handled_total": "10|3|0|0|0|0|13",
    "carried_out": "2|0|0|0|0|0|2",
}
REMEDIES = {
    "review": "3|1|0|2|6",
    "litigation_direct": "2|0|0|0|2",
    "litigation_after_review": "1|0|0|1|2",
}
DISCLOSURE = {"normative_documents": "4|1|9"}


def report(*texts: str, section: int = 1, **changes: Any) -> Report:
    tables = {"applications": APPLICATIONS, "remedies": REMEDIES, "disclosure": DISCLOSURE} | changes
    built = build(**tables)
    passages = tuple(Passage(text, (Run(0, Location(0, len(text))),)) for text in texts)
    sections = (Section(section, "总体情况", section, Location(), passages),)
    claims = find_claims(sections, (), built.year, load_patterns(), built.organ)
    return replace(built, sections=sections, claims=claims)


def outcome(code: str, *texts: str, **changes: Any) -> Judged:
    return judged(report(*texts, **changes), code)


def finding(code: str, *texts: str, **changes: Any) -> Finding:
    (only,) = outcome(code, *texts, **changes).findings
    assert only.code == code
    return only


def counts(result: Judged) -> tuple[int, int, int]:
    return result.coverage.passed, result.coverage.failed, result.coverage.not_assessable


AGREES = [
    ("N501", "收到政府信息公开申请12件。"),
    ("N501", "受理政府信息公开申请15件，含上年结转3件。"),
    ("N501", "收到政府信息公开申请10余件。"),
    ("N501", "收到政府信息公开申请约12件。"),
    ("N501", "公开信息21条，依申请公开9件。"),
    ("N501", "公开信息21条，依申请公开13件。"),
    ("N501", "收到政府信息公开申请12件，其中网上收到5件。"),
    ("N501", "收到政府信息公开申请12件。收到信息公开申请4件的单位有三家。"),
    ("N502", "收到政府信息公开申请12件，上年结转3件。"),
    ("N503", "收到政府信息公开申请12件，答复13件。"),
    ("N503", "收到政府信息公开申请12件，办结10件。"),
    ("N503", "共办理政府信息公开申请15件。"),
    ("N503", "答复政府信息公开申请15件（含结转下年2件）。"),
    ("N504", "收到政府信息公开申请12件，2件结转下年度继续办理。"),
    ("N504", "收到政府信息公开申请12件，结转2件。"),
    ("N504", "依申请公开办结13件，均已办结。"),
    ("N506", "因政府信息公开被申请行政复议6件。"),
    ("N506", "政府信息公开行政复议审结情况：行政复议4件，已结案。"),
    ("N506", "政府信息公开行政复议和行政诉讼共10件。"),
    ("N507", "因政府信息公开被提起行政诉讼4件。"),
    ("N507", "政府信息公开未经复议直接起诉2件。"),
    ("N507", "政府信息公开复议后起诉2件。"),
]


@pytest.mark.parametrize(("code", "text"), AGREES)
def test_what_agrees_passes(code: str, text: str) -> None:
    result = outcome(code, text)
    assert result.findings == ()
    assert counts(result) == (1, 0, 0)


DIFFERS = [
    ("N501", "收到政府信息公开申请17件。", "12"),
    ("N501", "收到政府信息公开申请20余件。", "12"),
    ("N501", "收到政府信息公开申请0件。", "12"),
    ("N502", "收到政府信息公开申请12件，上年结转2件。", "3"),
    ("N503", "收到政府信息公开申请12件，答复11件。", "13"),
    ("N503", "依法答复政府信息公开申请15件。", "13"),
    ("N504", "收到政府信息公开申请12件，5件结转下年度继续办理。", "2"),
    ("N506", "因政府信息公开被申请行政复议5件。", "6"),
    ("N506", "政府信息公开行政复议、行政诉讼案件共9件。", "10"),
    ("N507", "因政府信息公开被提起行政诉讼2件。", "4"),
    ("N507", "政府信息公开复议后起诉1件。", "2"),
]


@pytest.mark.parametrize(("code", "text", "expected"), DIFFERS)
def test_what_differs_is_a_warning(code: str, text: str, expected: str) -> None:
    found = finding(code, text)
    assert (found.severity, found.expected) == ("warning", expected)
    assert found.quote in text
    assert text in found.message.zh.replace("【", "").replace("】", "")
    assert "【" in found.message.zh
    assert found.suggestion.zh
    assert found.evidence
    assert found.place.section == 1
    assert text[found.location.start : found.location.end] == found.actual


SILENT = [
    ("N501", "2023年收到政府信息公开申请17件。"),
    ("N501", "各县区收到政府信息公开申请17件。"),
    ("N501", "收到群众诉求17件，办结17件。"),
    ("N503", "当场答复政府信息公开申请咨询17件。"),
    ("N506", "全年受理行政复议案件125件。"),
    ("Z401", "上半年未收到政府信息公开申请。"),
    ("Z401", "未收到法人或者其他组织的政府信息公开申请。"),
    ("Z404", "政府信息公开未发生行政复议败诉案件。"),
    ("Z407", "没有收取信息处理费。"),
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_cannot_be_compared_is_not(code: str, text: str) -> None:
    assert counts(outcome(code, text)) == (0, 0, 0)


# true of a report that received 12: only one kind of application is denied, or part of the year
NARROW = [
    "未收到重复申请", "第四季度未收到政府信息公开申请", "未收到重复申请和大量反复申请", "没有收到要求提供公开出版物的申请",
    "未收到法律服务机构提出的申请", "未收到社会公益组织的政府信息公开申请", "12月份未收到申请", "7至12月未收到政府信息公开申请",
    "各村（社区）未收到政府信息公开申请", "未收到要求减免费用的申请", "未收到信访举报投诉类申请", "未收到申请人撤回的申请",
    "未收到第三方提出的申请", "未收到电话申请", "未收到单位提出的政府信息公开申请", "未收到个人的申请", "未收到新的申请", "未收到通过互联网提出的申请",
    "未收到以电子邮件形式提出的申请", "未收到网络、信函申请",
    "截至2024年3月底未收到政府信息公开申请", "截至2024年3月31日，未收到政府信息公开申请", "未收到需要征求第三方意见的政府信息公开申请",
]  # fmt: skip


@pytest.mark.parametrize("text", NARROW)
@pytest.mark.parametrize("before", ["全年收到政府信息公开申请12件。", "（二）依申请公开情况。"])
def test_a_denial_of_one_kind_denies_nothing_else(before: str, text: str) -> None:
    assert outcome("Z401", f"{before}{text}。").findings == ()


def test_a_denial_beside_the_right_number_is_no_error() -> None:
    found = finding("Z401", "全年收到政府信息公开申请12件。", "我镇未收到政府信息公开申请。")
    assert found.severity == "warning"
    assert "另一处" in found.message.zh
    found = finding("Z404", "政府信息公开行政复议6件。", "未发生因政府信息公开引起的行政复议。")
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("Z404", "未发生因主动公开不及时引发的行政复议、行政诉讼。"),
        ("Z404", "未发生因主动公开引发的行政复议、行政诉讼，因依申请公开引发行政复议6件、诉讼4件。"),
        ("Z404", "未发生因信息处理费引发的行政复议，政府信息公开有序。"),
        ("Z404", "政府信息公开无行政赔偿诉讼案件。"),
        ("Z404", "政府信息公开无行政公益诉讼案件。"),
        ("Z406", "未出台应当公开而未公开的规范性文件。"),
        ("N506", "政府信息公开工作有序。上年度结转的行政复议案件3件已全部审结。"),
        ("N506", "政府信息公开工作中上年度结转的行政复议案件3件已全部审结。"),
        ("N506", "全年无一起政府信息公开行政复议案件被撤销。"),
        ("N506", "未发生一起因政府信息公开引发的行政复议案件。"),
        ("N506", "全年共发生行政复议案件15件，其中政府信息公开类6件。"),
        ("N506", "审理行政复议案件30件，其中行政处罚类20件，均与政府信息公开无关。"),
        ("N501", "通过网络、信函等渠道共收到政府信息公开申请10件，当面收到政府信息公开申请2件。"),
        ("N507", "全年共发生行政诉讼案件8件，其中因政府信息公开引发4件。"),
        ("N501", "1至6月受理政府信息公开申请5件，7至12月受理7件。"),
        ("N501", "1—6月收到政府信息公开申请5件。7月收到政府信息公开申请7件。"),
        ("N501", "第一季度收到政府信息公开申请2件，第二季度收到3件，第三季度收到3件，第四季度收到4件，全年共12件。"),
    ],
)
def test_other_cases_and_other_times_are_not_compared(code: str, text: str) -> None:
    assert outcome(code, text).findings == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("N501", "通过网络、信函等渠道共收到政府信息公开申请14件。"),
        ("N501", "线上线下共收到政府信息公开申请14件。"),
        ("N501", "全县各部门共收到政府信息公开申请20件。"),
        ("N501", "收到公民、企业等提出的政府信息公开申请共20件。"),
        ("N501", "1至12月收到政府信息公开申请20件。"),
        ("N501", "截至2024年12月底，收到政府信息公开申请20件。"),
        ("N501", "依申请公开数量为0。"),
        ("N501", "受理政府信息公开申请数为0。"),
        ("Z401", "未收到群众当面、邮寄、网络等各类方式的依申请公开申请。"),
        ("Z401", "未收到以当面、邮寄、电子邮件、网上等任何形式提出的政府信息公开申请。"),
        ("Z401", "未收到企业、群众的政府信息公开申请。"),
        ("Z401", "未收到公民和社会组织的政府信息公开申请。"),
        ("Z401", "依申请公开受理数为零。"),
        ("Z401", "无人申请政府信息公开。"),
        ("Z401", "未有申请信息公开的情况。"),
        ("Z401", "截至2024年12月31日，未收到公民、法人和其他组织向我镇提出的政府信息公开申请。"),
        ("Z404", "政府信息公开行政复议和行政诉讼：无。"),
    ],
)
def test_what_speaks_of_the_whole_is_compared(code: str, text: str) -> None:
    assert finding(code, text).code == code


def test_the_message_names_both_sides_and_the_place() -> None:
    found = finding("N501", "收到政府信息公开申请17件。")
    assert "“17件”" in found.message.zh
    assert "表三“新收”总计(12)" in found.message.zh
    assert "相差 5" in found.message.zh
    assert [(e.place.row, e.place.column, e.value) for e in found.evidence] == [("received", "total", "12")]


def test_the_message_says_what_the_number_is() -> None:
    assert "“（七）总计”总计(13)相同" in finding("N501", "收到政府信息公开申请13件，均已办结。").message.zh
    assert "“新收”自然人(10)相同" in finding("N501", "收到政府信息公开申请10件，多由自然人提出。").message.zh
    # What merely has the same number is no explanation.
    assert "相同" not in finding("N501", "收到政府信息公开申请13件。").message.zh
    sums = finding("N507", "政府信息公开被提起行政诉讼2件。").message.zh
    assert "“未经复议直接起诉”总计(2)＋“复议后起诉”总计(2)＝4" in sums


def test_the_english_message() -> None:
    result = judged(report("收到政府信息公开申请13件。"), "N501")
    (found,) = result.findings
    assert "but Table 3 has “1. received”, total (12), 1 fewer" in found.message.en


def test_of_several_numbers_every_wrong_one_is_shown() -> None:
    text = "收到政府信息公开申请20件。信函收到4件，收到政府信息公开申请5件的部门一家。"
    assert finding("N501", text).actual == "20"
    beside = outcome(
        "N501", "收到政府信息公开申请12件。", "全年共收到政府信息公开申请21件。", "新收政府信息公开申请20件。"
    )
    assert {found.actual for found in beside.findings} == {"21", "20"}
    assert beside.coverage.passed == 1


def test_a_wrong_number_told_again_is_one_finding() -> None:
    again = outcome("N501", "全年共收到政府信息公开申请21件。", "综上，全年收到政府信息公开申请21件。")
    assert len(again.findings) == 1


def test_the_sum_that_the_words_choose_is_shown() -> None:
    found = finding("N503", "共需办理政府信息公开申请18件。")
    assert (found.expected, "相差 3" in found.message.zh) == ("15", True)
    assert finding("N503", "依法答复政府信息公开申请18件。").expected == "13"


def test_a_total_that_is_wrong_itself_is_not_told_twice() -> None:
    broken = APPLICATIONS | {"received": "10|2|0|0|0|0|0"}
    assert outcome("N501", "收到政府信息公开申请12件。", applications=broken).findings == ()


def test_all_handled_against_what_is_carried_out() -> None:
    found = finding("N504", "收到政府信息公开申请12件，均已按时办结。")
    assert "均已按时办结" in found.message.zh
    assert "“结转下年度”总计(2)" in found.message.zh
    none_left = APPLICATIONS | {"carried_out": ZEROS + "0"}
    text = "收到政府信息公开申请12件，均已按时办结。"
    assert counts(outcome("N504", text, applications=none_left)) == (1, 0, 0)


def test_all_upheld_against_what_is_pending() -> None:
    text = "信息公开类行政复议6件，诉讼4件，均获维持。"
    assert "尚未审结(2)" in finding("N506", text).message.zh
    assert "“复议后起诉”尚未审结(1)" in finding("N507", text).message.zh
    upheld = {"review": "6|0|0|0|6", "litigation_direct": "4|0|0|0|4"}
    assert counts(outcome("N506", text, remedies=upheld)) == (2, 0, 0)


def test_no_application_claim() -> None:
    found = finding("Z401", "我镇未收到政府信息公开申请。")
    assert found.severity == "error"
    assert "“新收”总计(12)" in found.message.zh
    assert finding("Z401", "我镇未收到有效的政府信息公开申请。").severity == "warning"
    empty: dict[str, dict[str, str]] = {"applications": {}}
    assert counts(outcome("Z401", "我镇未收到政府信息公开申请。", **empty)) == (1, 0, 0)
    assert finding("Z401", "收到多件政府信息公开申请。", **empty).severity == "warning"


def test_a_zero_phrase_is_not_a_written_digit() -> None:
    for text in ("未收到政府信息公开申请。", "收到政府信息公开申请0件。"):
        codes = [found.code for found in judged(report(text), "Z401", "N501").findings]
        assert len(codes) == 1


def test_no_remedy_claim() -> None:
    text = "未发生因政府信息公开引起的行政复议、行政诉讼。"
    found = finding("Z404", text)
    assert (found.severity, found.expected) == ("error", "6、4")
    assert "“行政复议”总计(6)、表四“未经复议直接起诉”总计(2)＋" in found.message.zh
    only_reviews = {"review": "1|0|0|0|1"}
    assert counts(outcome("Z404", text, remedies=only_reviews)) == (1, 1, 0)


def test_no_document_claim() -> None:
    found = finding("Z406", "全年未制发行政规范性文件。")
    assert (found.severity, found.expected) == ("warning", "4")
    assert finding("Z406", "全年未废止行政规范性文件。").expected == "1"
    old = {"form": "2019", "disclosure": {"normative_documents": "4|4|9"}, "applications": {}}
    assert finding("Z406", "全年未制定规范性文件。", **old).expected == "4"


def test_a_part_of_the_applications_is_never_more_than_all_of_them() -> None:
    found = finding("N501", "依申请公开系统中收到942封申请。")
    assert (found.actual, found.quote) == ("942", "依申请公开系统中收到942封申请")
    assert outcome("N501", "依申请公开系统中收到2封申请。").findings == ()
    assert outcome("N501", "便民服务中心受理各类申请事项1860件。").findings == ()


def test_fee_statements_contradict_each_other() -> None:
    found = finding("Z407", "全年没有收取信息处理费。", "对2件申请收取信息处理费380元。")
    assert "没有收取信息处理费" in found.message.zh
    assert found.actual == "380元"
    for second in ("全年收取信息处理费0元。", "未收取信息处理费。"):
        assert counts(outcome("Z407", "没有收取信息处理费。", second)) == (1, 0, 0)
    assert counts(outcome("Z407", "收取信息处理费380元。", "收取信息处理费0.038万元。")) == (1, 0, 0)
    assert counts(outcome("Z407", "收取信息处理费380元。", "2023年没有收取信息处理费。")) == (0, 0, 0)


def test_what_cannot_be_assessed_says_why() -> None:
    blank = APPLICATIONS | {"received": "10|2|0|0|0|0|"}
    for code, text in (("N501", "收到政府信息公开申请17件。"), ("Z401", "未收到政府信息公开申请。")):
        (reason,) = outcome(code, text, applications=blank).coverage.unassessed
        assert "空白" in reason.reason.zh
    missing = {"applications": TableReading(key="applications", location=Location(), found=False)}
    for code, text in (
        ("N501", "收到政府信息公开申请17件。"),
        ("Z401", "未收到政府信息公开申请。"),
        ("N504", "收到政府信息公开申请17件，均已办结。"),
    ):
        result = outcome(code, text, readings=missing)
        assert result.findings == ()
        assert "没有找到表三" in result.coverage.unassessed[0].reason.zh


def test_a_long_sentence_is_quoted_around_its_number() -> None:
    text = "我镇" + "不断规范办理流程、" * 30 + "全年收到政府信息公开申请17件，" + "做好解释说明、" * 30 + "。"
    found = finding("N501", text)
    assert found.quote == "全年收到政府信息公开申请17件"
    assert len(found.message.zh) < 240
    assert "申请【17件】" in found.message.zh.partition("原句")[2]
