"""Tables as offices really print them: columns in another order, words for figures, copies, tables cut in two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from layouts import LAYOUTS, Row, parts

from govreport_lint import Result, State, lint_text
from govreport_lint.rulebook.pages import standard_report

Change = Callable[[list[Row]], list[Row]]


def report_with(number: int, change: Change) -> str:
    """The standard report with one of its tables (from 0) changed."""
    text, seen = "", 0
    for part in parts(standard_report()):
        if isinstance(part, str):
            text += part + "\n"
            continue
        rows = change([list(row) for row in part]) if seen == number else part
        seen += 1
        for index, row in enumerate(rows):
            text += "| " + " | ".join(row) + " |\n" + ("|---" * len(row) + "|\n" if not index else "")
        text += "\n"
    return text


def linted(text: str, layout: str) -> Result:
    kind, change = LAYOUTS[layout]
    return lint_text(change(text), kind)


def values(result: Result) -> dict[tuple[str, str, str], tuple[str, State]]:
    return {(f.table, f.row, f.column): (f.raw, f.state) for f in result.report.figures}


STANDARD = values(lint_text(standard_report()))
EVERY = pytest.mark.parametrize("layout", LAYOUTS)


def swapped(first: int, second: int) -> Change:
    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            row[first], row[second] = row[second], row[first]
        return rows

    return change


@EVERY
@pytest.mark.parametrize(("first", "second"), [(5, 6), (5, 8)])
def test_columns_of_organisations_in_another_order(first: int, second: int, layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        for row in rows[2:]:
            row[first], row[second] = row[second], row[first]
        return rows

    result = linted(report_with(1, change), layout)
    assert values(result) == STANDARD
    assert not result.findings


@pytest.mark.parametrize("layout", ["pipes", "tabs", "html"])
def test_total_before_the_applicants(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[0] = [*rows[0][:3], "总计", "申请人情况", "", "", "", "", ""]
        rows[1] = [*rows[1][:3], "", "自然人", "法人或其他组织", "", "", "", ""]
        rows[2] = ["", "", "", "", "", *rows[2][4:9], ""][:10]
        return [*rows[:3], *([*row[:3], row[9], *row[3:9]] for row in rows[3:])]

    result = linted(report_with(1, change), layout)
    assert not [f for f in result.findings if f.family == "arithmetic"]
    read = {key: raw for key, raw in values(result).items() if raw[0]}
    assert all(STANDARD[key] == raw for key, raw in read.items())


@EVERY
@pytest.mark.parametrize("at", [5, 10])
def test_a_subtotal_column_is_tolerated(at: int, layout: str) -> None:
    change = subtotal_first if at == 5 else subtotal_last
    result = linted(report_with(1, change), layout)
    assert values(result) == STANDARD
    assert not [f for f in result.findings if f.severity != "info"]


def subtotal_first(rows: list[Row]) -> list[Row]:
    """小计 before 商业企业."""
    made = [[*row[:5], "", *row[5:]] for row in rows[:2]]
    made.append([*rows[2][:4], "小计", *rows[2][4:]])
    return made + [[*row[:4], str(sum(map(int, row[4:9]))), *row[4:]] for row in rows[3:]]


def subtotal_last(rows: list[Row]) -> list[Row]:
    """小计 after 其他, before 总计."""
    made = [[*row[:9], "" if index < 2 else "小计", *row[9:]] for index, row in enumerate(rows[:3])]
    return made + [[*row[:9], str(sum(map(int, row[4:9]))), *row[9:]] for row in rows[3:]]


@EVERY
def test_outcomes_in_another_order(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        for row in rows[1:]:
            for start in (0, 5, 10):
                row[start], row[start + 1] = row[start + 1], row[start]
        rows[1][5], rows[1][6] = rows[1][6], rows[1][5]
        rows[1][10], rows[1][11] = rows[1][11], rows[1][10]
        return rows

    assert values(linted(report_with(2, change), layout)) == STANDARD


@EVERY
def test_documents_in_another_order(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        for row in rows[1:4]:
            row[2], row[3] = row[3], row[2]
        return rows

    result = linted(report_with(0, change), layout)
    assert values(result) == STANDARD


@EVERY
@pytest.mark.parametrize("words", ["待定", "见附件", "详见公告", "#REF!", "约10"])
def test_words_in_place_of_a_figure_are_no_missing_row(words: str, layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[6][1] = words
        return rows

    result = linted(report_with(0, change), layout)
    assert [f.code for f in result.findings] == ["T206"]
    assert values(result)["disclosure", "licences", "decisions"] == (words, State.TEXT)


@EVERY
@pytest.mark.parametrize("words", ["不涉及", "不适用", "暂无", "──", "/"])
def test_words_for_nothing_are_no_figure_and_no_missing_row(words: str, layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[6][1] = words
        return rows

    result = linted(report_with(0, change), layout)
    assert [f.code for f in result.findings] == ["T205"]
    assert values(result)["disclosure", "licences", "decisions"] == (words, State.DASH)


@EVERY
def test_words_in_the_first_cell_of_a_row(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[5][3] = "待定"
        return rows

    result = linted(report_with(1, change), layout)
    assert [f.code for f in result.findings] == ["T206"]


@EVERY
def test_a_table_printed_twice_is_told_once(layout: str) -> None:
    for number in (0, 1):
        result = linted(report_with(number, lambda rows: rows + [list(row) for row in rows]), layout)
        assert values(result) == STANDARD
        assert [f.code for f in result.findings] == ["S106"], number


@pytest.mark.parametrize("layout", ["lines", "lines in markdown"])
def test_a_blank_cell_leaves_no_trace_where_each_cell_is_a_line(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[6][1] = ""
        return rows

    result = linted(report_with(0, change), layout)
    assert [(f.code, f.place.row) for f in result.findings] == [("T213", "licences")]


@EVERY
def test_remedies_in_two_tables(layout: str) -> None:
    text = report_with(2, lambda rows: [["行政复议", "", "", "", ""], rows[1][:5], rows[3][:5]])
    rest = [["行政诉讼"] + [""] * 9, ["未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]]
    rows = next(part for part in list(parts(standard_report()))[::-1] if isinstance(part, list))
    rest += [rows[2][5:], rows[3][5:]]
    lines = ["| " + " | ".join(row) + " |" for row in rest]
    lines.insert(1, "|---" * 10 + "|")
    text = text.replace("## 五、", "\n".join(["（行政诉讼情况见下表。）", "", *lines, "", "## 五、"]))
    result = linted(text, layout)
    assert values(result) == STANDARD


def test_labels_without_any_figures_are_no_crash() -> None:
    lint_text(standard_report() + "1.属于国家秘密\n" * 50 + "行政许可\n行政处罚\n0\n", "text")


@pytest.mark.parametrize("layout", ["lines", "lines in markdown"])
def test_two_rows_that_were_left_blank(layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        for index in (9, 10):
            rows[index][3:] = [""] * 7
        return rows

    result = linted(report_with(1, change), layout)
    assert {f.code for f in result.findings} <= {"T213", "A302"}
    assert {f.place.row for f in result.findings if f.code == "T213"} == {"refused_safety", "refused_third_party"}


@EVERY
@pytest.mark.parametrize(
    ("official", "printed"),
    [
        ("本年收费金额（单位：万元）", "本年收费金额（单位：元）"),
        ("本年收费金额（单位：万元）", "本年收费金额（单位：亿元）"),
        ("本年废止件数", "上年废止件数"),
        ("本年制发件数", "本年制发数"),
        ("第二十条第（八）项", "第二十条第（七）项"),
        ("第二十条第（五）项", "第二十条第（四）项"),
        ("尚未审结", "尚未审理"),
        ("结果维持", "结果维护"),
    ],
)
def test_a_header_that_says_something_else_is_told(official: str, printed: str, layout: str) -> None:
    at = standard_report().rindex(official)
    text = standard_report()[:at] + printed + standard_report()[at + len(official) :]
    result = linted(text, layout)
    told = [finding for finding in result.findings if finding.code == "T209"]
    assert [(finding.actual, finding.expected) for finding in told] == [(printed, official)]
    assert values(result) == STANDARD


@pytest.mark.parametrize("layout", ["pipes", "tabs", "html"])
@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("first", [True, False])
def test_numbers_of_rows_and_remarks_are_no_figures(first: bool, number: int, layout: str) -> None:
    def change(rows: list[Row]) -> list[Row]:
        width = max(map(len, rows))
        made = []
        for index, row in enumerate(rows):
            figures = any(cell.isdigit() for cell in row)
            aside = (str(index + 1) if first else "已核 2 次") if figures else ""
            head = ("序号" if first else "备注") if index == 0 or row[0] == "信息内容" else aside
            full = [*row, *[""] * (width - len(row))]
            made.append([head, *full] if first else [*full, head])
        return made

    result = linted(report_with(number, change), layout)
    assert {key: state for key, (_, state) in values(result).items()} == {
        key: state for key, (_, state) in STANDARD.items()
    }
    assert not [finding for finding in result.findings if finding.severity != "info"]
