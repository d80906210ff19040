"""The rules on categories, documents, breakdowns, percentages and what is told twice."""

from __future__ import annotations

import time
from typing import Any

import pytest
from conftest import HANGS
from hand_built import build, judged
from msgspec.structs import replace

from govreport_lint import lint_text
from govreport_lint.document import Location, Passage, Run
from govreport_lint.engine.judging import Judged
from govreport_lint.extraction import find_counted_texts
from govreport_lint.extraction.prose.claims.claims import find_claims
from govreport_lint.extraction.prose.claims.compiled_patterns import units_of
from govreport_lint.extraction.prose.lists.breakdowns import find_breakdowns
from govreport_lint.extraction.prose.lists.growths import find_growths, find_rates
from govreport_lint.extraction.prose.lists.shares import find_shares
from govreport_lint.extraction.prose.sentences.plain_text import PlainTexts
from govreport_lint.finding import Finding
from govreport_lint.report import Report, Section, TableReading
from govreport_lint.rulebook.claim_patterns import load_patterns
from govreport_lint.rulebook.pages import standard_report

APPLICATIONS = {
    "received": "25|3|0|0|0|2|30",
    "carried_in": "2|0|0|0|0|0|2",
    "granted": "10|2|0|0|0|0|12",
    "partly_granted": "3|0|0|0|0|0|3",
    "refused_internal": "3|0|0|0|0|0|3",
    "refused_process": "1|0|0|0|0|0|1",
    "unavailable_not_held": "4|1|0|0|0|0|5",
    "unavailable_to_create": "1|0|0|0|0|0|1",
    "declined_petition": "2|0|0|0|0|0|2",
    "other_other": "3|0|0|0|0|0|3",
    "handled_total": "27|3|0|0|0|0|30",
    "carried_out": "0|0|0|0|0|2|2",
}
DISCLOSURE = {
    "normative_documents": "4|1|9", "licences": "126", "penalties": "8", "coercion": "0", "fees": "0.35",
}  # fmt: skip


def report(*texts: str, section: int = 1, **changes: Any) -> Report:
    built = build(**({"applications": APPLICATIONS, "disclosure": DISCLOSURE} | changes))
    passages = tuple(Passage(text, (Run(0, Location(0, len(text))),)) for text in texts)
    sections = (Section(section, "总体情况", section, Location(), passages),)
    patterns = load_patterns()
    counted = find_counted_texts(sections, (), PlainTexts(built.year, units_of(patterns)), patterns)
    return replace(
        built,
        sections=sections,
        claims=find_claims(sections, (), built.year, patterns, built.organ),
        breakdowns=tuple(one for part in counted for one in find_breakdowns(part, patterns.lists)),
        growths=tuple(one for part in counted for one in find_growths(part, patterns.lists)),
        rates=tuple(one for part in counted for one in find_rates(part, patterns.lists)),
        shares=tuple(one for part in counted for one in find_shares(part, patterns.lists)),
    )


def outcome(code: str, *texts: str, **changes: Any) -> Judged:
    return judged(report(*texts, **changes), code)


def finding(code: str, *texts: str, **changes: Any) -> Finding:
    (only,) = outcome(code, *texts, **changes).findings
    assert only.code == code
    assert only.quote
    assert only.severity == "warning"
    return only


def counts(result: Judged) -> tuple[int, int, int]:
    return result.coverage.passed, result.coverage.failed, result.coverage.not_assessable


A = "收到政府信息公开申请30件，"
AGREES = [
    ("N505", A + "予以公开12件，部分公开3件，不予公开4件，无法提供6件，不予处理2件，其他处理3件。", 6),
    ("N505", A + "予以公开及部分公开15件。", 1),
    ("N505", A + "同意公开15件。", 1),
    ("N505", A + "予以公开15件（含部分公开3件）。", 2),
    ("N505", A + "无法提供5余件。", 1),
    ("N508", "全年制发行政规范性文件4件，废止1件，现行有效9件。", 3),
    ("N509", "全年作出行政许可决定126件，作出行政处罚决定8件，实施行政强制0件。", 3),
    ("N509", "行政事业性收费金额0.35万元。", 1),
    ("N509", "行政事业性收费3500元。", 1),
    ("N509", "收取信息处理费3540元。", 1),
    ("N509", "收取信息处理费380元。", 1),
    ("N510", A + "其中自然人25件、法人或其他组织5件。", 2),
    ("N510", A + "上年结转2件，自然人27件，法人或其他组织5件。", 2),
    ("N511", "公开政府信息86条，其中政策6条，财政12条，其他68条。", 1),
    ("N511", "公开政府信息86条（其中：政策6条；财政12条；其他68条）。", 1),
    ("N511", "公开政府信息86条。其中，政策6条，财政12条，其他68条。", 1),
    ("N511", "公开政府信息八十六条，分别为政策六条、财政十二条、其他六十八条。", 1),
    ("N511", "公开预决算197条（政府32条、部门165条），政策2条。", 1),
    ("N511", A + "其中自然人28件、企业2件；予以公开12件、无法提供18件。", 1),
    ("N512", A + "予以公开12件，占40%；不予公开4件，占13.3%；无法提供6件，占20%。", 3),
    ("N512", A + "不予公开4件，占13.33%；无法提供6件，占比20.00%。", 2),
    ("N512", "2023年收到政府信息公开申请20件。2024年收到政府信息公开申请30件，同比增长50%。", 1),
    ("N512", "2023年收到政府信息公开申请40件。2024年收到政府信息公开申请30件，同比下降25%。", 1),
    ("N511", "政策6条、财政12条、其他68条，共计86条。", 1),
    ("N511", "1.政策6条；2.财政12条；3.其他68条。以上共86条。", 1),
    ("N511", "公开政府信息86条，较上年增加20条，其中政策18条，财政68条。", 1),
    ("N512", "公开政府信息86条，比上年增加6条，增长7.5%。", 1),
    ("N512", "公开政府信息86条，与上年持平（2023年86条）。", 1),
    ("N512", A + "其中网上申请18件，占60%。", 1),
    ("N512", "办结率100%。", 1),
    ("N513", "全年主动公开政府信息86条。", 0),
    ("N513", "全年主动公开政府信息86条。", 0),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "passed"), AGREES)
def test_what_agrees_passes(code: str, text: str, passed: int) -> None:
    result = outcome(code, text)
    assert [found.message.zh for found in result.findings] == []
    assert counts(result) == (passed, 0, 0)


DIFFERS = [
    ("N505", A + "予以公开11件。", "12", "“予以公开”总计(12)"),
    ("N505", A + "予以公开及部分公开13件。", "15", "“予以公开”总计(12)＋“部分公开”总计(3)＝15"),
    ("N505", A + "予以公开及部分公开12件。", "15", "与表三“予以公开”总计(12)相同"),
    ("N505", A + "予以公开及部分公开13件，均为自然人提出。", "15", "“部分公开”自然人(3)＝13相同"),
    ("N505", A + "无法提供5件。", "6", "“本机关不掌握相关政府信息”总计(5)＋“没有现成信息需要另行制作”总计(1)＝6"),
    ("N505", A + "不予公开2件。", "4", "相差 2"),
    ("N508", "全年制发行政规范性文件9件，全部有效。", "4", "“行政规范性文件”现行有效(9)相同"),
    ("N508", "全年制发行政规范性文件4件，废止2件。", "1", "“行政规范性文件”本年废止(1)"),
    ("N508", "公开现行有效行政规范性文件12件。", "9", "相差 3"),
    ("N509", "全年作出行政许可决定8件，公开处罚信息。", "126", "“行政处罚”处理决定(8)相同"),
    ("N509", "行政事业性收费金额3.5万元。", "0.35", "“行政事业性收费”收费金额(0.35万元)"),
    ("N509", "收取信息处理费3900元。", "0.35", "信息处理费属于行政事业性收费"),
    ("N510", A + "其中自然人28件。", "25", "“新收”自然人(25)"),
    ("N510", A + "其中法人或其他组织4件。", "5", "“新收”商业企业(3)＋“新收”其他(2)＝5"),
    ("N511", "公开政府信息90条，其中政策6条，财政12条，其他68条。", "86", "政策6＋财政12＋其他68＝86"),
    ("N511", "公开政府信息80条（其中政策6条、财政12条、其他68条）。", "86", "“政策6条”相同"),
    ("N511", A + "予以公开12件，部分公开3件，不予公开4件，无法提供6件，不予处理2件，其他处理9件。", "36", "＝36"),
    ("N511", "收到政府信息公开申请90件（县政府12件、各部门20件、各镇50件）。", "82", "县政府12＋各部门20＋各镇50＝82"),
    ("N511", "政策6条、财政12条、其他69条，共计86条。", "87", "政策6＋财政12＋其他69＝87"),
    ("N511", "1.政策6条；2.财政12条；3.其他69条。以上共86条。", "87", "政策6＋财政12＋其他69＝87"),
    ("N511", "公开政府信息86条：政策6条、财政12条、其他69条。", "87", "政策6＋财政12＋其他69＝87"),
    ("N511", "公开政府信息86条，其中政策6条、财政12条、民生67条。", "85", "相差 1"),
    ("N511", "收到意见86条，采纳60条，未采纳36条。", "96", "采纳60＋未采纳36＝96"),
    ("N511", "公开政府信息86条，其中政策18条、财政68条、其他9条。", "95", "政策18＋财政68＋其他9＝95"),
    ("N511", "收到的86条意见中，县本级40条、乡镇56条。", "96", "县本级40＋乡镇56＝96"),
    ("N512", "公开政府信息86条，较2023年的80条增加16条。", "6", "86－80＝6"),
    ("N512", "公开政府信息86条，与上年持平（2023年80条）。", "80", "86－80＝6"),
    ("N512", "公开政府信息由80条增至86条，增长17.5%。", "7.5%", "(86－80)÷80＝7.5%"),
    ("N512", A + "其中网上申请18件，占70%。", "60%", "18÷30＝60%"),
    ("N512", A + "予以公开12件，占43%。", "40%", "12÷30＝40%"),
    ("N512", "按时办结率达103%。", "100%", "不会超过100%"),
    ("N512", A + "予以公开12件，占40%；不予公开4件，占15%；无法提供6件，占20%。", "13%", "4÷30＝13%"),
    ("N512", A + "予以公开12件，占40.0%；不予公开4件，占13.5%；无法提供6件，占20%。", "13.3%", "4÷30＝13.3%"),
    ("N512", "2023年收到政府信息公开申请20件。2024年收到政府信息公开申请30件，同比增长33.3%。", "50.0%",
     "(30－20)÷20＝50.0%"),
    ("N512", "2023年收到政府信息公开申请40件。2024年收到政府信息公开申请30件，同比增长25%。", "25%", "＝－25%"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected", "words"), DIFFERS)
def test_what_differs_is_a_warning(code: str, text: str, expected: str, words: str) -> None:
    found = finding(code, text)
    assert found.expected == expected
    assert words in found.message.zh
    assert "【" in found.message.zh
    assert found.evidence
    assert found.place.section == 1
    assert text[found.location.start : found.location.end].startswith(found.actual or "?")


SILENT = [
    ("N505", "县公安局收到政府信息公开申请40件，予以公开30件。"),
    ("N508", "清理规范性文件30件，审查规范性文件5件。"),
    ("N509", "公开行政许可决定30件，公示行政处罚30件。"),
    ("N510", "2023年收到政府信息公开申请40件，其中自然人38件。"),
    ("N511", "公开政府信息86条，其中政策6条，财政12条。"),
    ("N511", "公开政府信息86条，其中政策6条，财政12条，民生90条。"),
    ("N511", "公开政府信息86条，其中政策6条、财政12条、其他信息8条等。"),
    ("N511", "公开政府信息86条，其中门户网站公开80条、微信公众号30条、其他渠道20条。"),
    ("N511", "公开政府信息86条，其中财政6条、教育12条、其他重点领域信息8条。"),
    ("N511", "收到申请30件，征收类11件、规划类7件、其他类12件。"),
    ("N511", "收到申请30件，其中自然人25件，网上申请20件。"),
    ("N511", "2023年结转5件。其中，予以公开10件，不予公开2件，其他6件。"),
    ("N512", "公开政府信息86条，同比增长17.5%。"),
    ("N512", "公开政府信息86条，增长率达到120%。"),
    ("N511", "公开政府信息86条，其中主要有政策6条、财政12条、其他8条。"),
    ("N511", "公开政府信息86条，其中政策16条，含规范性文件6条，财政12条，其他58条。"),
    ("N511", "公开政府信息86条，其中网上72条，其中政策6条、财政12条、其他8条等。"),
    ("N511", "公开政府信息100余条，其中政策6条、财政12条、其他8条。"),
    ("N511", "收到政府信息公开申请90件（含上年结转12件、当场答复20件、另有5件）。"),
    ("N511", "收到政府信息公开申请90件（办结12件、答复20件、结转5件）。"),
    ("N512", A + "予以公开12件，占比约41%。"),
    ("N512", A + "予以公开12件，占网上申请的43%。"),
    ("N512", "收到政府信息公开申请30件，同比增长70.3%。"),
    ("N512", "办结率100%，满意率95%。"),
    ("N513", "全年主动公开政府信息86条。网站专栏公开信息40条。"),
    ("N513", "全年主动公开政府信息86条。其中财政领域公开信息40条。"),
    ("N513", "2023年主动公开政府信息90条。2024年主动公开政府信息86条。"),
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_cannot_be_compared_is_not(code: str, text: str) -> None:
    assert outcome(code, text).findings == ()


def test_blank_totals_are_the_sum_of_their_parts() -> None:
    blank = APPLICATIONS | {"granted": "10|2|||||", "partly_granted": "3||||||"}
    found = finding("N505", A + "予以公开及部分公开10件。", applications=blank)
    assert "(空，各列之和12)" in found.message.zh
    assert found.expected == "15"
    assert counts(outcome("N505", A + "予以公开及部分公开15件。", applications=blank)) == (1, 0, 0)
    assert counts(outcome("N505", A + "予以公开及部分公开19件。", applications=blank)) == (0, 0, 1)


def test_told_twice_differently() -> None:
    found = finding("N513", "全年主动公开政府信息86条。", "2024年主动公开政府信息90条。")
    assert (found.expected, found.actual) == ("86条", "90条")
    assert "86条" in found.message.zh and "90条" in found.message.zh
    same = outcome("N513", "全年主动公开政府信息86条。", "2024年主动公开政府信息86条。")
    assert counts(same) == (1, 0, 0)


def test_what_a_table_counts_is_told_twice_only_where_it_was_not_read() -> None:
    texts = ("全年收到政府信息公开申请30件。", "2024年共收到政府信息公开申请35件。")
    assert counts(outcome("N513", *texts)) == (0, 0, 0)
    missing = {"applications": TableReading(key="applications", location=Location(), found=False)}
    found = finding("N513", *texts, readings=missing)
    assert (found.expected, found.actual) == ("30件", "35件")


def test_a_gap_that_equals_another_number_excuses_nothing() -> None:
    found = finding("N513", "全年主动公开政府信息86条，制定文件4件。", "2024年主动公开政府信息90条。")
    assert found.actual == "90条"


def test_the_english_messages() -> None:
    texts = ("公开政府信息90条，其中政策6条，财政12条，其他68条。", A + "予以公开11件。")
    messages = [f.message.en for f in judged(report(*texts), "N505", "N511").findings]
    assert any("The parts make 政策6 + 财政12 + 其他68 = 86" in message for message in messages)
    assert any("but Table 3" in message for message in messages)


@pytest.mark.parametrize(
    "piece",
    [
        "收到政府信息公开申请13件，均已办结。",
        "收到政府信息公开申请12件，其中自然人3件，占3%；",
        "2023年收到政府信息公开申请40件。2024年收到政府信息公开申请30件，同比下降20%。",
    ],
)
def test_a_long_paragraph_is_judged_in_linear_time(piece: str) -> None:
    started = time.perf_counter()
    judged(report(piece * (60_000 // len(piece))), "N", "Z")
    assert time.perf_counter() - started < HANGS


@pytest.mark.parametrize(
    ("shares", "codes"),
    [
        ("政策文件60条，占55%，民生信息40条，占40%。", ["N512"]),
        ("政策文件60条，占60%，民生信息40条，占40%。", []),
        ("政策文件60条，占60%，民生信息30条，占30%。", []),
        ("政策文件34条，占34%，财政信息33条，占33%，民生信息33条，占33%。", []),
        ("政策文件34条，占34%，财政信息33条，占43%，民生信息33条，占33%。", ["N512"]),
    ],
)
def test_the_shares_of_a_whole_list_come_to_a_hundred(shares: str, codes: list[str]) -> None:
    report = standard_report()
    start, end = report.index("主动公开政府信息86条"), report.index("\n\n（二）依申请公开情况")
    text = f"{report[:start]}主动公开政府信息100条，其中{shares}{report[end:]}"
    assert [finding.code for finding in lint_text(text, select=["N512"]).findings] == codes


def test_a_list_that_its_total_closes_need_not_be_joined_by_enumeration_commas() -> None:
    quarters = "一季度发布信息{}条，二季度发布信息38条，三季度发布信息30条，四季度发布信息29条，合计138条。"
    assert outcome("N511", quarters.format(41)).findings == ()
    assert finding("N511", quarters.format(49)).expected == "146"
    few = "涉及征地58件、规划31件、社保20件，共{}件。"
    assert outcome("N511", few.format(109)).findings == ()
    assert finding("N511", few.format(119)).expected == "109"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("予以公开3件，占办结总数的{}。", "25.0%"),
        ("3件申请予以公开，占办结总数的{}。", "25.0%"),
        ("予以公开3件，占收到申请总数的{}。", "21.4%"),
    ],
)
def test_a_share_of_a_whole_that_is_named_is_held_against_the_table(text: str, right: str) -> None:
    totals = {"received": "14||||||14", "handled_total": "12||||||12"}
    assert outcome("N512", text.format(right), applications=totals).findings == ()
    assert finding("N512", text.format("35.0%"), applications=totals).expected == right


def test_a_share_of_something_else_is_not_of_the_applications() -> None:
    assert outcome("N512", "办理许可35218件，其中网上办理30000件，占办结总数的80%。").findings == ()


@pytest.mark.parametrize(
    ("text", "unassessed"),
    [
        ("公开政府信息18430条，较上年增加2318条。", 1),
        ("收到政府信息公开申请30件，同比增长20%。", 1),
        ("公开政府信息86条，占全县的12%。", 1),
        ("公开政府信息18430条，较上年16112条增加2318条。", 0),
        ("公开政府信息86条，其中政策43条，占50%。", 0),
        ("办结率100%。", 0),
    ],
)
def test_what_cannot_be_recomputed_is_not_assessable(text: str, unassessed: int) -> None:
    result = judged(report(text), "N512")
    assert result.findings == ()
    assert result.coverage.not_assessable == unassessed
    assert all("无法核对" in item.reason.zh for item in result.coverage.unassessed)


def test_a_decline_is_told_with_its_sign() -> None:
    (found,) = judged(report("公开政府信息120条，比上年的200条减少90条。"), "N512").findings
    assert "120－200＝－80" in found.message.zh and "120 - 200 = -80" in found.message.en
