"""Sentences and the claims that they make, or do not make."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from govreport_lint.document import Location, Passage, Run
from govreport_lint.extraction.prose.claims.claims import find_claims
from govreport_lint.report import Section
from govreport_lint.rulebook.claim_patterns import ClaimPattern, load_patterns
from govreport_lint.told import Claim


def claims_in(text: str, section: int = 1, year: int | None = 2024, organ: str | None = None) -> tuple[Claim, ...]:
    passages = tuple(Passage(line, (Run(0, Location(0, len(line))),)) for line in text.split("\n"))
    held = Section(section, "", section, Location(), passages)
    return find_claims((held,), (), year, load_patterns(), organ)


def whole(text: str, section: int = 1, year: int | None = 2024, organ: str | None = None) -> dict[str, object]:
    """Subject → value of the claims about the whole report; bounds as a pair; a zero phrase as "none"."""
    return {
        claim.subject: "none"
        if claim.zero_phrase
        else claim.value
        if claim.value is not None
        else (claim.low, claim.high)
        for claim in claims_in(text, section, year, organ)
        if claim.scope == "whole"
    }


NONE = "none"
SAID = (None, None)
MADE = [
    # 收到
    ("全年收到政府信息公开申请12件。", {"received": 12}),
    ("本年度我局共受理依申请公开申请 1,095 件。", {"received": 1095}),
    ("新收政府信息公开申请３宗。", {"received": 3}),
    ("我镇共接收到依申请公开件一百零三件。", {"received": 103}),
    ("全年共收办政府信息公开申请案件35件（县政府12件、各部门23件）。", {"received": 35}),
    ("2024年受理政府信息公开8件。", {"received": 8}),
    ("收到公民、法人和其他组织提出的政府信息公开申请共计9份。", {"received": 9}),
    ("本机关收到的政府信息公开申请数量为7件。", {"received": 7}),
    ("收到依申请信息公开26件，及时回复申请人。", {"received": 26}),
    ("（二）依申请公开情况。全年共受理12件。", {"received": 12}),
    ("（二）依申请公开情况\n全年共收到15件申请。", {"received": 15}),
    ("政府信息公开申请方面，共收到18件。", {"received": 18}),
    ("县政府办公室代表县政府受理政府信息公开申请35件，申请数量较上年回落3.1%。", {"received": 35}),
    ("共收到政府信息公开申请20件，其中网上申请15件、信函申请5件。", {"received": 20}),
    ("收到有关征地补偿的政府信息公开申请材料12份，受理10件。", {"received": 10}),
    ("收到政府信息公开申请100余件。", {"received": (100, None)}),
    ("收到政府信息公开申请约200件。", {"received": (180, 220)}),
    ("收到政府信息公开申请近30件。", {"received": (None, 30)}),
    ("收到政府信息公开申请十余件。", {"received": (10, None)}),
    ("收到政府信息公开申请30件以上。", {"received": (30, None)}),
    ("对收到的12件政府信息公开申请逐件登记。", {"received": 12}),
    ("公开政府信息21条，依申请公开0件。", {"published": 21, "application_count": 0}),
    ("全年政府信息公开申请5件。", {"application_count": 5}),
    ("去年收到政府信息公开申请85件，今年收到92件。", {"received": 92}),
    # 上年结转、办结、结转下年
    ("共收到70件政府信息公开申请，依法办结69件，1件结转下年度继续办理。",
     {"received": 70, "handled": 69, "carried_out": 1}),
    ("受理政府信息公开申请95件，答复98件（含上年度转结8件，另有5件转结下年）。",
     {"received": 95, "handled": 98, "carried_in": 8, "carried_out": 5}),
    ("答复政府信息公开申请80件（含上年度结转申请3件，另有7件申请按照《条例》顺延到下年度答复）。",
     {"handled": 80, "carried_in": 3, "carried_out": 7}),
    ("2023年结转3件，2024年新收到政府信息公开申请9件，办结10件，结转2025年2件。",
     {"carried_in": 3, "received": 9, "handled": 10, "carried_out": 2}),
    ("依申请公开答复15件（含结转上年度申请2件）。", {"handled": 15, "carried_in": 2}),
    ("收到政府信息公开申请 34 件，上年结转政府信息公开申请 2 件。", {"received": 34, "carried_in": 2}),
    ("受理依申请公开事项13件，办结12件，转下一年度办理答复的有1件。",
     {"received": 13, "handled": 12, "carried_out": 1}),
    ("共接收政府信息公开申请12件、办结12件、结转0件。", {"received": 12, "handled": 12, "carried": 0}),
    ("收到政府信息公开申请8件，其中自然人6件、企业2件，均已按期办结。",
     {"received": 8, "natural_person": 6, "all_handled": SAID}),
    ("（二）依申请公开。全年受理12件，已全部办结。", {"received": 12, "all_handled": SAID}),
    ("办理依申请公开事项15件，其中上年结转2件。", {"handled": 15, "carried_in": 2}),
    # 没有收到申请
    ("经核查，2024年我镇未收到政府信息公开申请。", {"no_application": NONE}),
    ("本年度未收到依申请公开来信，无意见投诉情况。", {"no_application": NONE}),
    ("全年无政府信息公开申请。", {"no_application": NONE}),
    ("本局没有收到公民、法人或者其他组织的依申请公开请求；政务公开有序。", {"no_application": NONE}),
    ("依申请公开零申请。", {"no_application": NONE}),
    ("政府信息公开申请数量为零。", {"no_application": NONE}),
    ("全年没有公民、法人或其他组织申请公开政府信息的情况。", {"no_application": NONE}),
    ("本年度我局无依申请公开事项。", {"no_application": NONE}),
    ("未收到依申请公开事项.", {"no_application": NONE}),
    ("收到若干件政府信息公开申请，均依法答复。", {"some_application": (1, None)}),
    # 行政复议、行政诉讼
    ("因政府信息公开被申请行政复议2件、被提起行政诉讼1件。", {"review": 2, "litigation": 1}),
    ("信息公开类行政复议7件，诉讼9件，均获维持。",
     {"review": 7, "litigation": 9, "review_upheld": SAID, "litigation_upheld": SAID}),
    ("信息公开行政复议4件均维持，行政诉讼2件。", {"review": 4, "review_upheld": SAID, "litigation": 2}),
    ("有 1 件涉及政府信息公开工作的行政复议。涉及的行政诉讼数为 0 件。", {"review": 1, "litigation": 0}),
    ("政府信息公开方面共有行政诉讼案件1件、行政复议案件2起，均已结案。", {"review": 2, "litigation": 1}),
    ("政府信息公开未经复议直接起诉2件，复议后起诉1件。",
     {"litigation_direct": 2, "litigation_after_review": 1}),
    ("政府信息公开行政复议和行政诉讼案件共5件。", {"remedies": 5}),
    ("信息公开行政复议、行政诉讼均为0件。", {"review": 0, "litigation": 0}),
    ("因政府信息公开被申请行政复议3件（含上年结转1件）。", {"review": 3}),
    ("无因政府信息公开申请提出的行政复议、行政诉讼、情况。", {"no_review": NONE, "no_litigation": NONE}),
    ("没有发生因政府信息公开工作引发举报、投诉、行政复议或行政诉讼等事件。",
     {"no_review": NONE, "no_litigation": NONE}),
    ("政府信息公开工作没有被申请行政复议、提起行政诉讼的情况。", {"no_review": NONE, "no_litigation": NONE}),
    ("未发生因政府信息公开提起的行政诉讼案件。", {"no_litigation": NONE}),
    ("依申请公开工作未引发行政复议。", {"no_review": NONE}),
    ("全年无政府信息公开申请结转办理情况及政府信息公开行政复议、诉讼处理情况等。",
     {"no_review": NONE, "no_litigation": NONE}),
    # 规范性文件、信息处理费
    ("全年未制发行政规范性文件。", {"no_document_issued": NONE}),
    ("本年没有制定和废止规范性文件。", {"no_document_issued": NONE, "no_document_repealed": NONE}),
    ("未新制定规章和规范性文件。", {"no_regulation_issued": NONE, "no_document_issued": NONE}),
    ("2024年，我乡没有行政规范性文件制发。", {"no_document_issued": NONE}),
    ("全年未废止规范性文件。", {"no_document_repealed": NONE}),
    ("没有收取政府信息公开信息处理费。", {"no_fee": NONE}),
    ("无依据《政府信息公开信息处理费管理办法》收取信息处理费的情况。", {"no_fee": NONE}),
    ("未对公众依申请公开政府信息收取任何费用。", {"no_fee": NONE}),
    ("我局政府信息公开未发生收费情况。", {"no_fee": NONE}),
    ("暂未开展信息处理费收取工作。", {"no_fee": NONE}),
    ("对3件政府信息公开申请收取了信息处理费380元。其中，县公安局1件，收取100元。", {"fee": 380}),
    ("全年收取政府信息公开信息处理费0 元。", {"fee": 0}),
    ("收取420元信息处理费。", {"fee": 420}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), MADE, ids=[text[:24] for text, _ in MADE])
def test_claims_that_are_made(text: str, claims: dict[str, object]) -> None:
    assert whole(text) == claims


NOT_MADE = [
    "办理人大代表建议12件、政协提案8件，现已全部办结。",
    "收到群众诉求348件，现场解决162件，办结率100%。",
    "全年受理网络问政182件。",
    "收到行政许可申请126件，办结126件。",
    "（二）依申请公开。规范流程。受理12345热线工单30件，答复30件。",
    "征集意见建议，收到意见35条。",
    "如收到政府信息公开申请，应当自收到之日起20个工作日内答复。",
    "信息公开申请答复时限压缩至15个工作日。",
    "政府信息公开申请数量比上年减少12件。",
    "司法局全年受理行政复议案件125件，审结120件。",
    "信息公开行政复议、行政诉讼案件分别为3件、2件。",
    "未发生行政复议败诉案件，政府信息公开有序。",
    "未发生信息公开行政复议、行政诉讼被撤销或者纠错的情况。",
    "没有发生因政府信息公开引起的行政复议、行政诉讼及败诉情况。",
    "依申请公开工作无正当理由大量反复申请的，依法处理。",
    "无依申请公开超期办理情况。",
    "未收到对政府信息公开申请答复不满的投诉。",
    "未制定规章制度，规范性文件管理办法另行印发。",
    "没有需要废止的规范性文件。",
    "申请人逾期未缴纳信息处理费。",
    "按照规定不收取信息处理费。",
    "未违规收取信息处理费。",
    "对申请人减免信息处理费200元。",
    "依申请公开受理渠道畅通，三类信息、第三方意见均按规定办理。",
    "全年收到申请1 2件。",
    "落实国办公开办函〔2021〕30号文件，规范政府信息公开申请办理。",
    "二、上年结转政府信息公开申请数量0000000三、本年度办理结果",
    "政府信息公开申请共收到百件。",
    "收到上级转发的《关于做好2024年政府信息公开申请12件办理工作的通知》。",
    "上年结转项目建设资金3项，结转下年2项。",
    "本年度公开行政许可决定12件。",
]


@pytest.mark.parametrize("text", NOT_MADE, ids=[text[:24] for text in NOT_MADE])
def test_no_claims(text: str) -> None:
    assert claims_in(text) == ()


NOT_COMPARED = [
    ("2023年收到政府信息公开申请2909件，同比下降5%。", "previous"),
    ("去年收到政府信息公开申请85件。", "previous"),
    ("自2008年条例施行以来，累计收到政府信息公开申请500件。", "previous"),
    ("近三年共收到政府信息公开申请300件。", "previous"),
    ("2022年没有收取信息处理费。", "previous"),
    ("上半年未收到政府信息公开申请。", "part"),
    ("未收到法人或者其他组织对依申请公开政府信息的申请。", "part"),
    ("各县区收到政府信息公开申请2836件。", "part"),
    ("市本级收到政府信息公开申请1200件。", "part"),
    ("网上收到政府信息公开申请15件。", "part"),
    ("其中县公安局收到政府信息公开申请60件。", "part"),
    ("收到县政府办转来政府信息公开申请3件。", "part"),
    ("除信函外，未收到其他形式的政府信息公开申请。", "part"),
    ("自然人向我局提出，收到企业提出的政府信息公开申请3件。", "part"),
]


@pytest.mark.parametrize(("text", "scope"), NOT_COMPARED, ids=[text[:24] for text, _ in NOT_COMPARED])
def test_claims_about_something_else(text: str, scope: str) -> None:
    assert {claim.scope for claim in claims_in(text)} == {scope}


def test_a_named_body_is_a_part_unless_it_reports() -> None:
    text = "县水利局收到政府信息公开申请5件。"
    assert whole(text, organ="示例县水利局") == {"received": 5}
    assert whole(text, organ="示例县人民政府") == {}
    assert whole("全县行政机关收到政府信息公开申请5件。", organ="示例县人民政府") == {"received": 5}
    assert whole("我县共收到政府信息公开申请5件。", organ="示例县") == {"received": 5}


def test_a_denial_of_an_unknown_body_is_qualified() -> None:
    assert [claim.qualified for claim in claims_in("县水利局未收到政府信息公开申请。")] == [True]
    assert [claim.qualified for claim in claims_in("我局未收到政府信息公开申请。")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "未收到有效的政府信息公开申请。",
        "截至目前，我局未收到政府信息公开申请。",
        "暂未收到依申请公开事项。",
        "未收到符合要求的政府信息公开申请。",
    ],
)
def test_limited_denials(text: str) -> None:
    (claim,) = claims_in(text)
    assert (claim.subject, claim.scope, claim.qualified) == ("no_application", "whole", True)


def test_a_whole_year_limits_nothing() -> None:
    (claim,) = claims_in("截至2024年12月31日，未收到政府信息公开申请。")
    assert not claim.qualified


def test_section_five_is_careful() -> None:
    assert whole("收到政府信息公开申请3件。", section=5) == {}
    assert whole("收到政府信息公开申请3件。", section=6) == {"received": 3}


def test_sections_three_and_four_need_no_words() -> None:
    assert whole("全年受理12件，办结12件。", section=3) == {"received": 12, "handled": 12}
    assert whole("行政复议2件，行政诉讼1件。", section=4) == {"review": 2, "litigation": 1}
    assert whole("行政复议2件，行政诉讼1件。", section=1) == {}


def test_the_year_of_the_report_decides() -> None:
    assert whole("2023年收到政府信息公开申请9件。", year=2023) == {"received": 9}
    assert whole("2023年收到政府信息公开申请9件。", year=None) == {"received": 9}
    assert [claim.year for claim in claims_in("2023年收到政府信息公开申请9件。")] == [2023]


def test_half_width_and_spaced_text() -> None:
    assert whole("全年 收到 政府信息 公开申请 １２ 件,办结 12 件;上年结转 1 件。") == {
        "received": 12,
        "handled": 12,
        "carried_in": 1,
    }


def test_the_place_is_that_of_the_number() -> None:
    text = "概况。 全年收到政府信息公开申请 1,095 件，办结 95 件。"
    received, handled = claims_in(text)
    for claim, number in ((received, "1,095"), (handled, "95")):
        assert text[claim.location.start : claim.location.end] == number == claim.number
        assert claim.text == "全年收到政府信息公开申请 1,095 件，办结 95 件。"
        assert claim.unit == "件"


def test_the_place_of_a_phrase() -> None:
    text = "经核查，我镇未收到政府信息公开申请。"
    (claim,) = claims_in(text)
    assert text[claim.location.start : claim.location.end] == "未收到政府信息公开申请" == claim.number


@pytest.mark.parametrize(
    "unit",
    [
        "收到政府信息公开申请12件，",
        "未收到",
        "（收到申请",
        "1",
        "一万",
        "结转下",
        "未发生行政复议",
        "《申请",
        "向我提出",
        "、个人",
        "未收到公民、个人",
        "公开政府信息",
        "符合的",
        "网络、信函等",
        "1月至",
        "各村（社区）",
    ],
)
def test_a_long_paragraph_is_read(unit: str) -> None:
    text = "申请" + unit * (400_000 // len(unit))
    assert all(claim.location.end <= len(text) for claim in claims_in(text))


def test_the_preamble_has_no_section() -> None:
    text = "全年收到政府信息公开申请12件。"
    passage = Passage(text, (Run(0, Location(0, len(text))),))
    (claim,) = find_claims((), (passage,), 2024, load_patterns())
    assert (claim.section, claim.value) == (None, 12)


def test_a_county_adds_a_phrase_of_its_own() -> None:
    text = "本年共承接公开请求件12件。"
    patterns = load_patterns()
    form = "承接公开请求件{fill}{0,3}{count}"
    own = ClaimPattern(subjects=("received",), forms=(form,), needs=("承接公开",), not_after=("未", "不"))
    passages = (Passage(text, (Run(0, Location(0, len(text))),)),)
    held = (Section(1, "", 1, Location(), passages),)
    assert find_claims(held, (), 2024, patterns) == ()
    (claim,) = find_claims(
        held, (), 2024, replace(patterns, claims=(own, *patterns.claims), keywords=(*patterns.keywords, "承接"))
    )
    assert (claim.subject, claim.value, claim.scope) == ("received", 12, "whole")
