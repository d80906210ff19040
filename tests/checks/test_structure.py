"""What the S rules say, and where they keep silent: changes to the standard report."""

from __future__ import annotations

import re

import pytest
from layouts import LAYOUTS

from govreport_lint import lint_text
from govreport_lint.finding import Finding
from govreport_lint.rulebook.pages import standard_report

REVIEWS = "## 四、政府信息公开行政复议、行政诉讼情况"
PROBLEMS = "## 五、存在的主要问题及改进情况"


def section(number: str) -> str:
    found = re.search(rf"## {number}、.*?(?=## |示例县示范镇人民政府\n\n2025|\Z)", standard_report(), re.S)
    assert found
    return found[0]


def body(number: str, text: str) -> tuple[str, str]:
    """A replacement of a section's text, its title kept."""
    title = section(number).split("\n")[0]
    return section(number), f"{title}\n\n{text}\n\n"


def findings(*changes: tuple[str, str], select: tuple[str, ...] = ("S",)) -> tuple[Finding, ...]:
    text = standard_report()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return lint_text(text, select=select).findings


def codes(*changes: tuple[str, str], select: tuple[str, ...] = ("S",)) -> list[str]:
    return sorted(finding.code for finding in findings(*changes, select=select))


@pytest.mark.parametrize("number", "一二三四五六")
def test_each_missing_section_is_one_finding(number: str) -> None:
    found = findings((section(number), ""), ("由总体情况", "有总体情况"))
    assert [(f.code, f.place.section) for f in found] == [("S101", "一二三四五六".index(number) + 1)]
    assert f"第{number}部分" in found[0].message.zh


def test_a_lost_title_is_a_missing_section_and_its_table_is_not_misplaced() -> None:
    assert codes((REVIEWS, "")) == ["S101"]


def test_one_section_out_of_order_is_named() -> None:
    moved = (section("四"), ""), (section("三"), section("四") + section("三"))
    found = findings(*moved)
    assert [f.code for f in found if f.code == "S102"] == ["S102"]
    assert "之后" in found[0].message.zh or "之前" in found[0].message.zh


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("政府信息公开行政复议、行政诉讼情况", []),
        ("政府信息公开行政复议 行政诉讼情况", []),
        ("政府信息公开行政法复议、行政诉讼情况", ["S103"]),
        ("政府信息公开行政复议和行政诉讼情况", ["S103"]),
        ("因政府信息公开工作被申请行政复议、提起行政诉讼情况", ["S103"]),
    ],
)
def test_titles_are_compared_by_their_words(title: str, expected: list[str]) -> None:
    assert codes((REVIEWS, f"## 四、{title}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["S104"]),
        ("无。", ["S104"]),
        ("暂无", ["S104"]),
        ("公开不及时。已整改。", []),
        ("| 问题 | 改进 |\n|---|---|\n| 更新慢 | 已改 |", []),
        ("![问题清单](a.png)", []),
    ],
)
def test_section_five_has_to_say_something(text: str, expected: list[str]) -> None:
    assert [code for code in codes(body("五", text)) if code == "S104"] == expected


def test_section_six_may_say_that_there_is_nothing() -> None:
    assert codes(body("六", "无。")) == ["S109"]


def test_a_missing_table_silences_the_empty_section() -> None:
    assert codes(body("四", "")) == ["S105"]
    assert codes(body("四", "没有发生行政复议和行政诉讼。")) == ["S105"]


def test_a_picture_in_place_of_a_table_is_said_so() -> None:
    (found,) = findings(body("四", "![表四](table.png)"))
    assert (found.code, found.place.table) == ("S105", "remedies")
    assert "图片" in found.message.zh


def test_a_table_in_another_section_is_misplaced_not_missing() -> None:
    table = "\n".join(line for line in section("四").splitlines() if line.startswith("|"))
    found = findings(body("四", "见后。"), (PROBLEMS, f"{PROBLEMS}\n\n{table}\n"))
    assert [f.code for f in found] == ["S106"]
    assert "存在的主要问题及改进情况" in found[0].message.zh


def test_a_misplaced_table_does_not_hide_another_empty_section() -> None:
    report = standard_report()
    start, end = report.index("| 行政复议 |"), report.index("## 五、")
    moved = report[:start] + report[end:].replace("## 六、", report[start:end] + "## 六、")
    assert [f.code for f in lint_text(moved, select=["S"]).findings] == ["S106"]
    empty = re.sub(r"(?s)(## 一、总体情况\n).*?(?=## 二、)", r"\1\n", moved)
    assert [f.code for f in lint_text(empty, select=["S104", "S106"]).findings] == ["S104", "S106"]


@pytest.mark.parametrize("fees", ["0", ""])
def test_mixed_forms_are_one_finding(fees: str) -> None:
    header = (
        "本年制发件数 | 本年废止件数 | 现行有效件数",
        "本年新制作数量 | 本年新公开数量 | 对外公开总数量",
    )
    changes = (header, ("| 行政事业性收费 | 0 |", f"| 行政事业性收费 | {fees} |"))
    assert [f.code for f in findings(*changes, select=("S", "T"))] == ["S107"]


def test_the_old_form_in_a_new_year_is_one_finding() -> None:
    header = (
        "本年制发件数 | 本年废止件数 | 现行有效件数",
        "本年新制作数量 | 本年新公开数量 | 对外公开总数量",
    )
    found = findings(header, select=("S", "T"))
    assert "S107" in [f.code for f in found]
    assert not {"T201", "T202", "T203", "T209"} & {f.code for f in found}
    assert [f.code for f in findings(header, ("2024年", "2020年"), select=("S107",))] == []


def test_both_forms_in_one_report_are_said_to_be_mixed() -> None:
    row = "| 行政强制 | 0 | | |"
    header = "| 第二十条第（九）项 | | | |\n| 信息内容 | 采购项目数量 | 采购总金额 | |"
    new = f"{row}\n{header}\n| 政府集中采购 | 3 | 20 | |"
    (found,) = findings((row, new), select=("S107",))
    assert "混用" in found.message.zh


def test_missing_parts_of_the_overview_are_one_finding() -> None:
    (found,) = findings(body("一", "示范镇通过网站发布信息86条，接受社会评议。"), select=("S108",))
    assert "依申请公开" in found.message.zh and "监督保障" not in found.message.zh


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("示范镇人民政府", "组织培训2次。", ["S110"]),
        ("示范镇人民政府", "纳入年度考核。", []),
        ("示范镇人民政府", "没有发生责任追究情形。", []),
        ("示例县民政局", "组织培训2次。", []),
        ("示范街道办事处", "组织培训2次。", []),
    ],
)
def test_only_governments_report_their_assessment(kind: str, text: str, expected: list[str]) -> None:
    fifth = re.search(r"（五）监督保障情况。.*", standard_report())
    assert fifth
    change = (fifth[0], f"（五）监督保障情况。{text}")
    assert codes(change, ("# 示例县示范镇人民政府", f"# {kind}"), select=("S110",)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("## 五、", "## 四、")], ["四、"]),
        ([("## 五、", "## 六、"), ("## 六、其他", "## 七、其他")], ["六、"]),
        (
            [
                ("## 五、", "## 五、政府信息公开收费情况\n\n没有收费。\n\n## 六、"),
                ("## 六、其他", "## 七、其他"),
            ],
            [],
        ),
        (
            [
                ("（三）政府", "（四）政府"),
                ("（四）政府信息公开平台", "（五）政府信息公开平台"),
                ("（五）监督", "（六）监督"),
            ],
            ["（四）"],
        ),
        ([("（三）政府", "（二）政府")], ["（二）", "（四）"]),
        ([("单一，图解和问答少；二是", "单一，图解和问答少；三是")], ["三是"]),
        ([("单一，图解和问答少；二是", "单一；二是培训少；二是")], ["二是"]),
        ([("单一，图解和问答少；二是", "单一；第二，培训少；三是")], []),
        ([("存在的主要问题：一是", "存在的主要问题：一是更新慢。改进情况：一是")], []),
    ],
)
def test_numbering(changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert [finding.quote.strip() for finding in findings(*changes, select=("S111",))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("问题：\n\n1.公开慢。\n\n2.培训少。\n\n2.力量弱。", ["2."]),
        ("问题：\n\n1．公开慢。\n\n3．培训少。", ["3."]),
        ("问题：1.公开慢；2.培训少；4.力量弱。", ["4."]),
        ("问题：①公开慢；③培训少。改进：①加强；②督查。", ["③"]),
        ("问题：①公开慢；②培训少；②力量弱。", ["②"]),
        ("问题：（1）公开慢；（3）培训少。", ["（3）"]),
        ("问题：(1)公开慢；(2)培训少；(3)力量弱。", []),
        ("问题：\n\n1.公开慢。\n\n2.培训少。\n\n改进：\n\n1.加强。\n\n2.督查。", []),
        ("问题：1.公开慢，2.培训少；3.力量弱。", []),
        ("办结率98.5%，比上年提高。3.2万人参加，12.5万人次。", []),
        ("2024.1.5开会。3.落实责任。", []),
        ("（一）1.公开慢。2.培训少。（二）1.加强。", []),
    ],
)
def test_numbers_of_lists_in_figures(text: str, expected: list[str]) -> None:
    found = findings(body("五", f"存在的问题和改进措施。{text}"), select=("S111",))
    assert [finding.quote.strip() for finding in found if finding.place.section == 5] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由六部分组成", []),
        ("由六个部分组成", []),
        ("全文包括6个部分", []),
        ("全文由七部分组成", ["S112"]),
        ("内容共5个部分", ["S112"]),
        ("由以下部分组成", []),
        ("按照三个部分推进工作", []),
    ],
)
def test_the_stated_number_of_parts(text: str, expected: list[str]) -> None:
    preamble = re.search(r"本报告依据.*", standard_report())
    assert preamble
    assert codes((preamble[0], f"本报告依据条例编制，{text}。"), select=("S112",)) == expected


def test_the_six_parts_stated_are_right_where_one_is_missing() -> None:
    assert codes((section("四"), "")) == ["S101"]


@pytest.mark.parametrize(
    "text",
    [
        "XX县人民政府通过网站发布信息。",
        "全年公开信息××条。",
        "20XX年主动公开信息。",
        "＊＊年主动公开信息。",
        "该部分以表格形式报告。表格如下：",
        "（文字描述，收取信息处理费情况在此处报告。）",
        "( 文字描述 )",
        "全年公开信息____条。",
        "共收到申请XXX件。",
        "（填写机关名称）发布信息。",
        "（请填写具体数字）条。",
        "（请填写）",
        "按照《20XX年工作要点》发布。",
    ],
)
def test_template_words_are_found(text: str) -> None:
    found = findings(body("六", f"没有收取信息处理费。{text}"), select=("S113",))
    assert len(found) == 1
    assert "".join(found[0].quote.split()) in "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "网址：http://www.example.gov.cn/XX县/xxgk/××条.html",
        "邮箱：XX@example.cn",
        "申请人王××撤回申请。",
        "长3×宽5的公示栏",
        "实行“1+X”新闻发布",
        "**2024**年没有收取。",
        "出版物为XXL号",
        "2×2种渠道",
        "使用Xx平台年审",
        "网上可申请（填写申请表即可）。",
        "网上可申请（请填写《申请表》）。",
        "网上可申请（请填写政府信息公开申请表）。",
        "网上可申请（填写信息后提交）。",
        "公开《×××办法》。",
        "公开《示范镇××村规划》和《××××局工作规则》。",
    ],
)
def test_other_crosses_are_no_template_words(text: str) -> None:
    assert codes(body("六", f"没有收取信息处理费。{text}"), select=("S113",)) == []


def test_a_mask_in_a_quoted_title_is_residue_beside_other_residue() -> None:
    text = "没有收取信息处理费。公开《×××办法》××件。"
    assert codes(body("六", text), select=("S113",)) == ["S113", "S113"]


SIGNATURES = [
    "示例县示范镇人民政府\n\n2025年1月20日",
    "2025年1月20日",
    "示例县示范镇人民政府",
    "示例县示范镇人民政府　2025年1月20日",
    "示例县示范镇人民政府（盖章）\n\n二〇二五年一月二十日（此件主动公开）",
    "２０２５年１月２０日\n\n示例县示范镇人民政府",
    "",
]


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_signature_is_no_content_of_the_last_section(layout: str, signature: str) -> None:
    report = standard_report()
    start = report.index("## 六")
    kind, change = LAYOUTS[layout]
    text = change(f"{report[:start]}## 六、其他需要报告的事项\n\n{signature}\n")
    assert sorted(finding.code for finding in lint_text(text, kind, select=["S"]).findings) == ["S104"]
    text = change(f"{report[:start]}## 六、其他需要报告的事项\n\n没有收取信息处理费。\n\n{signature}\n")
    assert lint_text(text, kind, select=["S"]).findings == ()


def test_template_words_in_a_row_are_told_once() -> None:
    change = ("| 规章 |", "| 规章（设区的市、自治州人民政府应提供相关数据） |")
    assert codes(change, select=("S", "T")) == ["S113"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("解读形式单一，更新不够及时，主动性有待加强。", ["S114"]),
        ("解读形式单一。下一步丰富形式。", []),
        ("针对解读形式单一的问题，新增了图解。", []),
        ("更新不够及时。我镇将按月检查。", []),
        ("全年工作平稳。", []),
    ],
)
def test_problems_want_measures(text: str, expected: list[str]) -> None:
    assert codes(body("五", text), select=("S114",)) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("主动公开政府信息X条。", True),
        ("主动公开政府信息（）条，解读3件。", True),
        ("本年度共受理申请      件。", True),
        ("全年共主动公开条，其中政策6条。", True),
        ("联系电话：×××。", True),
        ("（请补充数据）", True),
        ("办结情况：待补充。", True),
        ("主动公开政府信息86条（条目见附件）。", False),
        ("主动公开政府信息 86 条，申请 件数见表三。", False),
        ("发布政府信息公开条例解读3件。", False),
        ("一次性告知申请人待补充的材料。", False),
    ],
)
def test_numbers_that_were_forgotten(text: str, told: bool) -> None:
    sentence = re.search(r"按月检查县政府.*", standard_report())
    assert sentence
    assert [f.code for f in findings((sentence[0], text), select=("S113",))] == ["S113"] * told
