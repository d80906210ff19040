"""What grows without end in a file ends in a refusal, or is kept within bounds: found by damaging files."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from conftest import HANGS
from layouts import as_html, as_lines, as_tabs
from msgspec.structs import replace
from reviews import review
from runs import run

from govreport_lint import ReadError, Result, api, lint_bytes, lint_text
from govreport_lint.checks import kinds
from govreport_lint.document import Location, Table
from govreport_lint.errors import RuleError
from govreport_lint.extraction.prose.sentences.sentences import sentences
from govreport_lint.output.annotated.annotated_html import annotate_html
from govreport_lint.output.annotated.marked_places import MarkedPlaces
from govreport_lint.output.terminal.findings import TerminalWriter
from govreport_lint.output.words.causes import Remark
from govreport_lint.output.words.problems import Totals
from govreport_lint.readers.html.reader import read_html
from govreport_lint.repairing.evidence import _exact
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.rulebook import load_rulebook
from govreport_lint.told import Claim, Words


@pytest.mark.parametrize("text", ["# 年报\n" + "1\n" * 20_001, "<html><body>" + "<td>1" * 100_001])
def test_a_file_of_nothing_but_pieces_is_refused_with_their_number(text: str) -> None:
    with pytest.raises(ReadError, match="过于零碎"):
        lint_bytes(text.encode(), "a")


def test_a_number_in_a_text_without_full_stops_keeps_little_of_it() -> None:
    text = standard_report().replace("## 二、", "收到政府信息公开申请12件，" * 3000 + "\n\n## 二、", 1)
    result = lint_text(text, select=["N501"])
    assert len(msgspec.msgpack.encode(result)) < 20_000_000


def test_a_sentence_without_end_is_cut_at_its_clauses_and_nothing_is_lost() -> None:
    text = "收到政府信息公开申请12件，" * 1000 + "字" * 5000 + "。完。"
    spans = list(sentences(text))
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert max(span.end - span.start for span in spans) <= 2000
    assert text[spans[0].start : spans[0].end].endswith("件，")


def test_a_finding_of_which_only_a_long_element_is_known_has_no_context() -> None:
    words = "20XX年&nbsp;" + "按月检查专栏&#8203;" * 400
    page = f"<html><body><h1>某县2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>{words}</p></body></html>"
    for finding in lint_text(page, "html", select=["S113"]).findings:
        assert finding.context is None or len(finding.context.words) <= 200


def test_the_same_sentence_a_thousand_times_weighs_once() -> None:
    said = "收到政府信息公开申请5件"
    claims = tuple(
        Claim(subject="received", value=5, unit="件", section=1, words=Words(said, 10, 11, Location(at, at + 1)))
        for at in range(1000)
    )
    assert len(_exact(claims, 100)) == 1
    told = [replace(claim, value=at) for at, claim in enumerate(claims)]
    assert len(_exact(told, 100)) == 100


def test_a_remark_is_found_at_every_place_that_it_touches() -> None:
    whole, part, other = Location(0, 90), Location(10, 12), Location(40, 44)
    remarks = [Remark((), None, place, None, (place,)) for place in (other, whole, part)]
    near = MarkedPlaces(remarks).near
    assert [place for place, _ in near(Location(11, 12))] == [whole, part]
    assert [place for place, _ in near(Location(41, 50))] == [other, whole]
    assert [place for place, _ in near(Location(60, 61))] == [whole]
    assert near(Location(91, 99)) == []


def test_a_copy_of_a_report_with_hundreds_of_remarks_has_each_of_them() -> None:
    text = standard_report().replace("## 二、", "20XX年更新专栏。\n\n" * 400 + "## 二、", 1)
    made = review(api.linter(select=["S113"]).open(text.encode(), "a.md"))
    page = annotate_html(made)
    assert page.count("<a id=") >= len(made.remarks) > 390


def test_a_remark_about_a_whole_table_is_told_in_some_of_its_cells_and_seen_in_all() -> None:
    text = standard_report().replace("\n## 四、", "| 甲 | 乙 | 丙 |\n" * 400 + "\n## 四、", 1)
    made = review(api.linter(select=["T202"]).open(text.encode(), "a.md"))
    table = max((b for b in made.document.blocks if isinstance(b, Table)), key=lambda block: len(block.rows))
    vars(made)["remarks"] = (Remark(made.result.findings[:1], None, table.location, None, (table.location,)),)
    page = annotate_html(made)
    assert page.count("title=") < 110
    assert page.count("data-govreport-mark=") > 1000


def test_a_text_of_empty_lines_is_known_in_one_look() -> None:
    start = time.process_time()
    for text in ("年报\n" + "\n" * 65_000, "|\n" * 32_000, "年报" + " \n" * 32_000):
        with pytest.raises(ReadError, match="过于零碎"):
            lint_bytes(text.encode(), "a")
    assert time.process_time() - start < HANGS


@pytest.mark.parametrize("digits", [16, 20, 24, 5000, 25_000])
@pytest.mark.parametrize("printed", [str, as_lines, as_tabs, as_html])
def test_a_giant_number_is_text_and_its_result_is_stored(printed: Callable[[str], str], digits: int) -> None:
    text = "\n".join(re.sub(r"\| 0 \|$", f"| {'9' * digits} |", line) for line in standard_report().split("\n"))
    result = lint_text(printed(text.replace("## 二、", f"收到申请{'9' * 15}亿件，{'9' * digits}件。\n\n## 二、", 1)))
    assert any(finding.code in ("T206", "T213") for finding in result.findings)
    for codec in (msgspec.json, msgspec.msgpack):
        assert codec.decode(codec.encode(result), type=Result) == result


def test_an_altered_header_above_a_column_of_noughts_is_drawn() -> None:
    text = re.sub(r"(?m)^(\|.*?)\d+( \| \d+ \| \d+ \| \d+ \| \d+ \|)$", r"\g<1>0\2", standard_report())
    result = lint_text(text.replace("科研机构", "科研机构们", 1), select=["T209"])
    shown = io.StringIO()
    writer = TerminalWriter(shown, run())
    writer.start()
    writer.result(result)
    writer.close(Totals().plus(result), ())
    assert "科研" in shown.getvalue() and any(finding.code == "T209" for finding in result.findings)


def test_rows_are_not_filled_up_to_the_width_of_a_row_without_end() -> None:
    cells = "<td>1" * 20_000
    page = f"<table>{'<tr><td>甲<td>1' * 40}<tr>{cells}</table>"
    (table,) = read_html(page, "a").blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2] * 40 + [20_000]


def test_a_table_of_labels_without_end_is_read_in_little_time() -> None:
    rows = "".join(f"| 结果维持 | 其他{number} | 总计 |\n" for number in range(3000))
    before, _, after = standard_report().partition("| 结果维持")
    start = time.process_time()
    lint_text(f"{before}{rows}| 结果维持{after}")
    assert time.process_time() - start < HANGS


@pytest.mark.parametrize(
    "row", ["| 申请人情况 | 申请人情况 |\n", "| 法人或其他组织 |\n", "| | 法人或其他组织 | 自然人 |\n"]
)
def test_header_rows_without_end_are_read_as_far_as_a_form_goes(row: str) -> None:
    mark = row.count("|") * "|---" + "|\n"
    table = f"{row}{mark}{row * 1500}| 一、本年新收政府信息公开申请数量 |1|2|3|4|5|6|21|\n"
    result = lint_text(
        f"# 示例县示范镇人民政府2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n{table}"
    )
    assert result.findings


@pytest.mark.parametrize(
    "content",
    [
        "[a]\n" + "a." * 3000 + "b = 1\n",
        "a = " + "[" * 3000 + "]" * 3000 + "\n",
        f"a = {'7' * 5000}\n",
        "[[rules]]\nmessage = " + "{ a = " * 300 + "1" + " }" * 300 + "\n",
    ],
)
def test_a_pack_of_keys_and_lists_without_end_is_no_toml(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(RuleError, match=r"pack\.toml"):
        load_rulebook(kinds(), [path])
