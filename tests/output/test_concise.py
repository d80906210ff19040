"""One line a finding: the place first, in the form that editors and grep know."""

from __future__ import annotations

import io

from hand_made import make_claim_finding, make_finding, make_result
from msgspec.structs import replace
from runs import run, written_text

from govreport_lint.document import Location
from govreport_lint.language import Text, same
from govreport_lint.output.formats import output_format
from govreport_lint.output.words.problems import Problem, Totals


def lines(*values: object, language: str = "zh", remarks: tuple[str, ...] = ()) -> list[str]:
    return written_text("concise", *values, language=language, remarks=remarks).splitlines()  # type: ignore[arg-type]


def test_a_line_is_path_line_column_code_severity_message() -> None:
    first, second, total = lines(make_result(make_finding(), make_claim_finding()))
    assert first == "report.md:3:37: A303 error 总计(11)，各列之和＝12，相差 1。"
    assert second == "report.md:2:17: N501 warning 正文与表三不一致。"
    assert total == "共 1 个文件：错误 1，疑点 1，提示 0；无法判定 2 项，未能检查 0 个文件"


def test_a_format_without_lines_has_the_place_in_words() -> None:
    finding = make_finding(location=Location(table=2, row=3, cell=8), span=None)
    assert lines(make_result(finding, path="年报.docx"))[0].startswith(
        "年报.docx 第 2 个表格 第 3 行 第 8 格: A303 error "
    )


def test_a_message_never_takes_a_second_line() -> None:
    broken = make_finding(message=same("a\nb\r\nc\u2028d\u0085e"))
    assert len(lines(make_result(broken))) == 2


def test_what_was_not_checked_is_told() -> None:
    unread, remark, total = lines(Problem("坏.md", Text("文件是空的", "the file is empty")), remarks=("略过 3 个",))
    assert unread == "坏.md: 未能检查: 文件是空的"
    assert remark == "略过 3 个"
    assert total.endswith("未能检查 1 个文件")


def test_quiet_says_nothing_but_findings() -> None:
    stream = io.StringIO()
    output = output_format("concise").open(stream, replace(run(), quiet=True))
    output.result(make_result(make_finding()))
    output.close(Totals(), ("略过 3 个",))
    assert len(stream.getvalue().splitlines()) == 1


def test_english() -> None:
    first, total = lines(make_result(make_finding()), language="en")
    assert first == "report.md:3:37: A303 error total (11), the columns make 12, apart by 1."
    assert total == "1 files: error 1, warning 0, info 0; 2 checks could not be assessed, 0 files not checked"
