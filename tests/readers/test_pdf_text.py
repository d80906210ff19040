"""Text out of a PDF: labels wrapped over lines, figures on one line, pages in between; never a wrong figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from layouts import Row, parts

from govreport_lint import lint_text
from govreport_lint.result import Result
from govreport_lint.rulebook.pages import standard_report

FURNITURE = ("— 3 —", "示例县示范镇人民政府年报 第3页", "1含补正后公开的。", "续表", "3", "\x0c")


def laid(report: str, table: Callable[[list[Row]], Iterator[str]]) -> str:
    lines: list[str] = []
    for part in parts(report):
        lines += [part.lstrip("# ")] if isinstance(part, str) else table(part)
    return "\n".join(lines)


def is_figure(cell: str) -> bool:
    return cell.isdigit()


def one_line(rows: list[Row]) -> Iterator[str]:
    """Every row on one line, its cells parted by blanks."""
    for row in rows:
        yield " ".join(cell for cell in row if cell)


def wrapped(width: int, last: bool, between: str = "") -> Callable[[list[Row]], Iterator[str]]:
    """Labels wrapped to a width; the figures of a row stand behind the first or the last line of its label."""

    def lay(rows: list[Row]) -> Iterator[str]:
        for row in rows:
            labels = [cell for cell in row if cell and not is_figure(cell)]
            figures = " ".join(cell for cell in row if is_figure(cell))
            lines = [label[at : at + width] for label in labels for at in range(0, len(label), width)]
            own = len(range(0, len(labels[-1]), width)) if labels else 0
            at = len(lines) - 1 if last else len(lines) - own
            if figures and lines:
                lines[at] += " " + figures
            yield from lines or [figures]
            if between and figures:
                yield between

    return lay


def beside(width: int) -> Callable[[list[Row]], Iterator[str]]:
    """The labels of a row beside each other, each wrapped, as ``pdftotext -layout`` prints them."""

    def lay(rows: list[Row]) -> Iterator[str]:
        for row in rows:
            labels = [cell for cell in row if cell and not is_figure(cell)]
            figures = "   ".join(cell for cell in row if is_figure(cell))
            columns = [[label[at : at + width] for at in range(0, len(label), width)] for label in labels]
            for line in range(max((len(column) for column in columns), default=1)):
                texts = [column[line] if line < len(column) else "" for column in columns]
                yield "    ".join([text for text in texts if text] + ([figures] if figures and not line else []))

    return lay


def by_columns(rows: list[Row]) -> Iterator[str]:
    """Column after column, as ``pdftotext`` prints what it takes for columns of text."""
    width = max(len(row) for row in rows)
    for column in range(width):
        for row in rows:
            if column < len(row) and row[column]:
                yield row[column]
        yield ""


def values(result: Result) -> dict[tuple[str, str, str], object]:
    return {(one.table, one.row, one.column): one.value for one in result.report.figures if one.value is not None}


def errors(result: Result) -> list[str]:
    return [f"{found.code} {found.message.zh}" for found in result.findings if found.severity == "error"]


TRUTH = lint_text(standard_report())

READ = {
    "one line": one_line,
    **{f"wrapped {width} {last}": wrapped(width, last) for width in (3, 4, 7, 12) for last in (False, True)},
    **{f"beside {width}": beside(width) for width in (4, 8, 40)},
}


@pytest.mark.parametrize("layout", READ)
def test_figures_are_read_or_told_unread(layout: str) -> None:
    result = lint_text(laid(standard_report(), READ[layout]), format="text")
    assert errors(result) == []
    assert set(values(result).items()) <= set(values(TRUTH).items())
    unread = {found.place.table for found in result.findings if found.code == "T213"}
    assert {key[0] for key in values(TRUTH).keys() - values(result).keys()} <= unread


@pytest.mark.parametrize("layout", ["one line", "wrapped 4 False", "wrapped 4 True", "wrapped 12 True"])
def test_wrapped_labels_are_put_together(layout: str) -> None:
    result = lint_text(laid(standard_report(), READ[layout]), format="text")
    assert values(result) == values(TRUTH)


@pytest.mark.parametrize("between", FURNITURE)
@pytest.mark.parametrize("last", [False, True])
def test_what_stands_between_the_rows_changes_no_figure(between: str, last: bool) -> None:
    result = lint_text(laid(standard_report(), wrapped(40, last, between)), format="text")
    assert errors(result) == []
    assert set(values(result).items()) <= set(values(TRUTH).items())
    assert not any(found.code in ("T201", "T202", "T204") for found in result.findings)


def test_tables_torn_into_columns_are_told_unread() -> None:
    result = lint_text(laid(standard_report(), by_columns), format="text")
    assert errors(result) == []
    assert values(result) == {}
    assert {found.place.table for found in result.findings if found.code == "T213"} == {
        "disclosure",
        "applications",
        "remedies",
    }


@pytest.mark.parametrize(("printed", "glued"), [("27 ", "271 "), ("17 5", "717 52"), ("17 ", "172 ")])
def test_marks_glued_to_figures_are_no_error(printed: str, glued: str) -> None:
    text = laid(standard_report(), one_line)
    row = next(line for line in text.splitlines() if "予以公开" in line and line.split()[-1].isdigit())
    head, figures = row.split("公开 ")
    first, *rest, total = figures.split()
    changed = [f"7{first}" if glued[0] == "7" else first, *rest, total if glued[0] == "7" else f"{total}1"]
    result = lint_text(text.replace(row, f"{head}公开 {' '.join(changed)}"), format="text")
    assert errors(result) == []
    assert ("applications", "granted", "total") not in values(result)


def with_header(lines: str) -> str:
    """The report one line a row, with other lines for the header of the applications."""
    text = laid(standard_report(), one_line)
    start, end = text.index("（本列数据的勾稽关系"), text.index("一、本年新收政府信息公开申请数量")
    return f"{text[:start]}{lines}\n{text[end:]}"


def test_the_lines_of_a_wrapped_header_tell_no_order() -> None:
    header = "申请人情况\n法人或其他组织\n社会 法律\n自然人 公益 服务 其他 总计\n商业 科研\n组织 机构\n企业 机构"
    result = lint_text(with_header(header), format="text")
    assert values(result) == values(TRUTH)


def test_a_header_of_whole_lines_tells_the_order() -> None:
    header = "申请人情况\n商业企业\n自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计"
    result = lint_text(with_header(header), format="text")
    first, second = (values(result)["applications", "received", column] for column in ("business", "natural_person"))
    assert (second, first) == tuple(
        values(TRUTH)["applications", "received", key] for key in ("business", "natural_person")
    )


def test_a_misspelt_label_before_figures_is_a_row() -> None:
    text = laid(standard_report(), one_line).replace("2.其他法律行政法规禁止公开", "2.其他法律行政止公开")
    result = lint_text(text, format="text")
    assert [(found.code, found.place.row) for found in result.findings] == [("T203", "refused_law")]
    assert values(result) == values(TRUTH)


def test_rows_that_every_page_repeats_count_once() -> None:
    lines = laid(standard_report(), one_line).splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("第二十条第（六）项"))
    first = next(index for index, line in enumerate(lines) if line.startswith("第二十条第（一）项"))
    text = "\n".join([*lines[:at], "— 2 —", *lines[first : first + 3], *lines[at:]])
    result = lint_text(text, format="text")
    assert [found.code for found in result.findings] == []
    assert values(result) == values(TRUTH)
