"""Sentences about results, applicants, documents and decisions, and the claims that they make or do not make."""

from __future__ import annotations

import pytest
from test_claims import NONE, SAID, claims_in, whole

A = "收到政府信息公开申请30件，"
MADE: list[tuple[str, dict[str, object]]] = [
    # 办理结果
    ("予以公开政府信息公开申请5件，不予公开政府信息公开申请2件。", {"granted": 5, "refused": 2}),
    (A + "予以公开12件。", {"received": 30, "granted": 12}),
    (A + "同意公开的12件。", {"received": 30, "granted": 12}),
    (A + "12件予以公开，8件部分公开，10件不予公开。",
     {"received": 30, "granted": 12, "partly_granted": 8, "refused": 10}),
    (A + "予以公开12件，部分公开3件，不予公开4件，无法提供6件，不予处理2件，其他处理3件。",
     {"received": 30, "granted": 12, "partly_granted": 3, "refused": 4, "unavailable": 6, "declined": 2,
      "other_handling": 3}),
    (A + "其中予以公开十二件、无法提供两件。", {"received": 30, "granted": 12, "unavailable": 2}),
    (A + "予以公开及部分公开15件，占50%。", {"received": 30, "granted_or_partly": 15}),
    (A + "予以公开和部分公开共15件。", {"received": 30, "granted_or_partly": 15}),
    (A + "予以公开、部分公开15件，其他处理1件。", {"received": 30, "granted_or_partly": 15, "other_handling": 1}),
    (A + "予以公开12件、部分公开3件、作其他处理（含申请人撤回）1件、转下年度办理2件。",
     {"received": 30, "granted": 12, "partly_granted": 3, "other_handling": 1, "carried_out": 2}),
    (A + "区分处理后公开3件。", {"received": 30, "partly_granted": 3}),
    (A + "予以部分公开3件。", {"received": 30, "partly_granted": 3}),
    (A + "因本机关不掌握等原因无法提供7件。", {"received": 30, "unavailable": 7}),
    (A + "7件因本机关不掌握无法提供。", {"received": 30, "unavailable_not_held": 7}),
    (A + "不予处理的申请2件。", {"received": 30, "declined": 2}),
    (A + "其它处理：4件。", {"received": 30, "other_handling": 4}),
    (A + "不同意公开４件。", {"received": 30, "refused": 4}),
    (A + "予以公开0件。", {"received": 30, "granted": 0}),
    ("依申请公开方面，予以公开1,012件，不予公开十件。", {"granted": 1012, "refused": 10}),
    ("（二）依申请公开。同意公开答复9件，部分公开答复0件，不予公开答复2件。",
     {"granted": 9, "partly_granted": 0, "refused": 2}),
    ("依申请公开办结20件：予以公开15件；无法提供5件。", {"handled": 20, "granted": 15, "unavailable": 5}),
    # 申请人
    (A + "其中自然人28件，法人或其他组织2件。", {"received": 30, "natural_person": 28, "organisation": 2}),
    (A + "其中，自然人申请28件，法人或者其他组织申请2件。", {"received": 30, "natural_person": 28, "organisation": 2}),
    (A + "涉及自然人28件、商业企业2件。", {"received": 30, "natural_person": 28, "business": 2}),
    (A + "自然人提出的申请28件、法人和其他组织提出的2件。",
     {"received": 30, "natural_person": 28, "organisation": 2}),
    ("自然人政府信息公开申请28件，法人或其他组织政府信息公开申请2件。",
     {"natural_person": 28, "organisation": 2}),
    ("收到申请情况：政府信息公开申请均由自然人提出，自然人共28件。", {"natural_person": 28}),
    (A + "自然人二十八件。", {"received": 30, "natural_person": 28}),
    (A + "自然人近28件。", {"received": 30, "natural_person": (None, 28)}),
    # 规范性文件
    ("全年制发行政规范性文件3件。", {"document_issued": 3}),
    ("全年制定行政规范性文件三件，废止1件，现行有效12件。",
     {"document_issued": 3, "document_repealed": 1, "document_in_force": 12}),
    ("出台规范性文件2件。", {"document_issued": 2}),
    ("新制发行政规范性文件1份。", {"document_issued": 1}),
    ("本年制定印发3件规范性文件。", {"document_issued": 3}),
    ("行政规范性文件制发数量2件。", {"document_issued": 2}),
    ("废止行政规范性文件5件。", {"document_repealed": 5}),
    ("宣布废止规范性文件5件，均已公布。", {"document_repealed": 5}),
    ("集中公开现行有效行政规范性文件35件。", {"document_in_force": 35}),
    ("公开现行有效的规范性文件共35件。", {"document_in_force": 35}),
    ("制定规范性文件0条、更新0条、作废0条。", {"document_issued": 0, "document_repealed": 0}),
    ("动态更新本年度制发的规范性文件8件。", {"document_issued": 8}),
    # 处理决定、收费
    ("全年作出行政许可决定126件。", {"licences": 126}),
    ("作出行政许可126件、行政处罚8件。", {"licences": 126, "penalties": 8}),
    ("作出126件行政许可决定，作出行政处罚决定8件。", {"licences": 126, "penalties": 8}),
    ("实施行政处罚8起，实施行政强制措施2件。", {"penalties": 8, "coercion": 2}),
    ("作出行政许可处理决定2764.2万宗。", {"licences": (27641500, 27642500)}),
    ("作出行政许可决定1.2万余件。", {"licences": (12000, None)}),
    ("行政事业性收费金额35.6万元。", {"charges": (355500, 356500)}),
    ("收取行政事业性收费共计3560元。", {"charges": 3560}),
    # 主动公开
    ("全年主动公开政府信息86条。", {"published": 86}),
    ("通过县政府网站公开政府信息1,095条。", {"published": 1095}),
    ("主动公开各类信息共计２３条。", {"published": 23}),
    ("全市共向社会主动公开政府信息18万余条。", {"published": (180000, None)}),
    ("主动公开86条政府信息。", {"published": 86}),
    ("公开政务信息一百零三条。", {"published": 103}),
    # 收到、结转、复议：更多的写法
    ("截至2024年12月31日，共收到依申请公开12件。", {"received": 12}),
    ("2024年度，本机关收到公民、法人和其他组织政府信息公开申请共40件。", {"received": 40}),
    ("政府信息公开申请共收到五件。", {"received": 5}),
    ("依申请公开方面，全年登记12件，办复12件。", {"received": 12, "handled": 12}),
    ("收悉政府信息公开申请3件。", {"received": 3}),
    ("收到政府信息公开申请两千零五件。", {"received": 2005}),
    ("收到政府信息公开申请超过300件。", {"received": (300, None)}),
    ("收到政府信息公开申请300件左右。", {"received": (270, 330)}),
    ("收到政府信息公开申请1.2万件。", {"received": (11500, 12500)}),
    ("收到政府信息公开申请40件，较上年增长5.3%。", {"received": 40}),
    ("收到政府信息公开申请40件，较上年增加3件。", {"received": 40}),
    ("较上年结转2件，收到政府信息公开申请40件。", {"carried_in": 2, "received": 40}),
    ("收到政府信息公开申请40件，结转下年度继续办理1件。", {"received": 40, "carried_out": 1}),
    ("收到政府信息公开申请40件，均在法定期限内答复。", {"received": 40, "all_handled": SAID}),
    ("收到政府信息公开申请40件，已于当年全部办结。", {"received": 40, "all_handled": SAID}),
    ("依法答复政府信息公开申请39份，延期答复2份。", {"handled": 39}),
    ("因政府信息公开引发行政复议3件、行政诉讼1件，均获维持。",
     {"review": 3, "litigation": 1, "review_upheld": SAID, "litigation_upheld": SAID}),
    ("政府信息公开行政复议案件3件，行政诉讼案件零。", {"review": 3}),
    ("被申请政府信息公开行政复议三起。", {"review": 3}),
    ("全年政府信息公开行政诉讼1起。", {"litigation": 1}),
    ("今年没有收到政府信息公开申请。", {"no_application": NONE}),
    ("全年未发生政府信息公开申请。", {"no_application": NONE}),
    ("未收到要求公开政府信息的申请，未收取信息处理费。", {"no_fee": NONE}),
    ("政府信息公开工作未引发行政诉讼。", {"no_litigation": NONE}),
    ("收取信息处理费１２０元。", {"fee": 120}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), MADE, ids=[text[-24:] for text, _ in MADE])
def test_claims_that_are_made(text: str, claims: dict[str, object]) -> None:
    assert {key: str(value) for key, value in whole(text).items()} == {k: str(v) for k, v in claims.items()}


NOT_MADE = [
    "对外公开办事指南12件。",
    "全部公开事项12项。",
    "不予公开的情形有三类。",
    "予以公开的范围包括四类信息。",
    "公开行政许可结果126件。",
    "公示行政处罚信息8条。",
    "录入行政处罚决定8件。",
    "办理行政许可事项25项。",
    "规范性文件审查12件。",
    "清理规范性文件12件。",
    "起草规范性文件1件。",
    "牵头制定规范性文件备案办法。",
    "转发省、市规范性文件12件。",
    "自然人、法人和其他组织均可申请。",
    "公民、法人或其他组织12人到访。",
    "减免行政事业性收费35万元。",
    "落实政府信息公开申请办理“三个一”机制。",
    "12件（次）以上的，按规定处理。",
    "依据第12条、第三十六条，不予公开。",
    "政策解读信息公开在网上第12期。",
    "公开发布3000余字的解读。",
    "会议公开率100%，申请答复率100%。",
    "信息处理费按件计收：每件100元。",
    "予以公开、部分公开、不予公开分别为5件、3件、2件。",
    "依申请公开工作培训2次，参训60人。",
]


@pytest.mark.parametrize("text", NOT_MADE, ids=[text[:24] for text in NOT_MADE])
def test_no_claims(text: str) -> None:
    assert claims_in(text) == ()


NOT_COMPARED = [
    ("2023年主动公开政府信息90条。", "previous"),
    ("2023年收到政府信息公开申请40件，其中自然人38件。", "previous"),
    ("县公安局收到政府信息公开申请40件，予以公开30件。", "part"),
    ("市本级制发行政规范性文件3件。", "part"),
    ("上半年主动公开政府信息40条。", "part"),
    ("其中网站公开政府信息40条。", "part"),
    ("上年度作出行政许可决定126件。", "previous"),
    ("各乡镇收到政府信息公开申请12件，予以公开8件。", "part"),
    ("近三年制发行政规范性文件6件。", "previous"),
    ("去年收取信息处理费120元。", "previous"),
    ("网络收到政府信息公开申请12件。", "part"),
    ("第一季度主动公开政府信息20条，第一季度收到政府信息公开申请2件。", "part"),
]


@pytest.mark.parametrize(("text", "scope"), NOT_COMPARED, ids=[text[:24] for text, _ in NOT_COMPARED])
def test_claims_about_something_else(text: str, scope: str) -> None:
    assert {claim.scope for claim in claims_in(text, organ="示例县人民政府")} == {scope}
