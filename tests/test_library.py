"""What whoever builds on the library is promised: frozen typed records, plain rows, the README's own example."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

import govreport_lint
from govreport_lint import ReadError, extract, lint, lint_text, read
from govreport_lint.shipped import shipped_rulebook

SAMPLE = SAMPLES / "town-2024.faulty.md"


def test_four_steps_agree() -> None:
    result = lint(SAMPLE)
    report = extract(read(SAMPLE))
    assert result.report.figures == report.figures
    text = lint_text(SAMPLE.read_text("utf-8"), name=str(SAMPLE))
    assert text.findings == result.findings


def test_records_are_frozen() -> None:
    finding = lint(SAMPLE).findings[0]
    with pytest.raises(AttributeError):
        finding.code = "X000"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        lint(SAMPLE).report.figures[0].value = 1  # type: ignore[misc]


def test_a_text_is_never_taken_for_a_path_nor_a_path_for_a_text() -> None:
    with pytest.raises(ReadError) as error:
        lint("# 示例县示范镇人民政府2024年政府信息公开工作年度报告")
    assert error.value.path.startswith("# ") and error.value.reason


def test_select_and_ignore_take_the_longest_prefix() -> None:
    codes = {finding.code for finding in lint(SAMPLE).findings}
    assert {"A302", "A303", "A304"} <= codes
    assert {f.code for f in lint(SAMPLE, select=["A"]).findings} == {"A302", "A303", "A304"}
    assert {f.code for f in lint(SAMPLE, select=["A"], ignore=["A30"]).findings} == set()
    assert {f.code for f in lint(SAMPLE, select=["A304"], ignore=["A"]).findings} == {"A304"}


def test_english() -> None:
    result = lint(SAMPLE)
    assert all(re.search("[A-Za-z]{3}", finding.message.en) for finding in result.findings)
    chinese, english = result.to_json(), result.to_json("en")
    assert chinese != english and '"message": "' in english
    with pytest.raises(ValueError, match="zh、en"):
        result.to_json("fr")


def test_figures_are_plain_rows_for_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    result = lint(SAMPLE)
    frame = pandas.DataFrame(result.report.to_rows())
    row = frame.query("table == 'applications' and row == 'received' and column == 'total'")
    assert row["value"].tolist() == [12]
    assert frame["value"].dtype == "float64"
    assert (frame["state"] == "blank").sum() == 1
    findings = pandas.DataFrame(result.to_rows())
    assert findings["code"].tolist() == [finding.code for finding in result.findings]
    assert findings.query("code == 'A303'")["line"].tolist() == [
        f.span.line for f in result.findings if f.span and f.code == "A303"
    ]


def test_figures_are_plain_rows_for_polars(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    rows = lint(SAMPLE).report.to_rows()
    frame = polars.DataFrame(rows, infer_schema_length=None)
    frame.write_parquet(tmp_path / "figures.parquet")
    again = polars.read_parquet(tmp_path / "figures.parquet")
    assert again.equals(frame)
    total = again.filter(polars.col("row") == "received").filter(polars.col("column") == "total")
    assert total["value"].to_list() == [12]
    assert polars.DataFrame(lint(SAMPLE).to_rows(), infer_schema_length=None).height == len(lint(SAMPLE).findings)


def test_figures_are_plain_rows_for_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    pandas = pytest.importorskip("pandas")
    figures = pandas.DataFrame(lint(SAMPLE).report.to_rows(), dtype=object)
    with duckdb.connect() as base:
        base.register("figures", figures)
        found = base.execute("select value from figures where row = 'received' and \"column\" = 'total'").fetchall()
    assert found == [(12.0,)]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "docs/guides/programmer.md", "docs/en/programmer.md"])
def test_the_example_of_the_pages_runs(page: str) -> None:
    pytest.importorskip("pandas")
    code = re.search(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.S)
    assert code
    run = subprocess.run([sys.executable, "-c", code[1]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "A303" in run.stdout


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(govreport_lint.__file__).parent / "py.typed").is_file()
    assert all(hasattr(govreport_lint, name) for name in govreport_lint.__all__)


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], ["markdown_it", "rich", "tomli", "govreport_lint.api"]),
        (["rules"], ["markdown_it", "govreport_lint.readers", "govreport_lint.extraction"]),
        (["explain", "A301"], ["markdown_it", "govreport_lint.readers", "govreport_lint.extraction"]),
    ],
)
def test_what_needs_no_parser_loads_none(arguments: list[str], unwanted: list[str]) -> None:
    code = (
        "import sys; from govreport_lint.cli import run; status = run(sys.argv[1:]);"
        "print('LOADED', *sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = done.stderr.split("LOADED", 1)[1].split()
    assert [name for name in unwanted if name in loaded] == []


@pytest.mark.parametrize("page", ["docs/index.md", "docs/en/index.md"])
def test_the_first_pages_name_the_codes_that_there_are(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    codes = sorted(shipped_rulebook().codes)
    for family in dict.fromkeys(code[0] for code in codes):
        own = [code for code in codes if code.startswith(family)]
        assert f"{own[0]}–{own[-1]}" in text
