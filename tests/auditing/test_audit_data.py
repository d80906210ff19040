"""audit.duckdb and records.parquet: the rows of the audit, unchanged, whatever the texts hold."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hand_built import build
from hand_made import make_result
from made_audits import made_audit
from msgspec.structs import replace

from govreport_lint.auditing.audited import Audit
from govreport_lint.auditing.entry import Entry, Role
from govreport_lint.auditing.papers.data.duck import recorded_entries, write
from govreport_lint.auditing.papers.data.tables import COLUMNS, fitting
from govreport_lint.errors import ReadError
from govreport_lint.language import same
from govreport_lint.report import Figure
from govreport_lint.result import Result

HOSTILE = '\'; DROP TABLE units; --\n"引号",逗号\r\n\x00零\\N=1+1 \ud800半个'
MANY = 10**14


def result_of(entry: Entry) -> Result:
    """A report that was read: 12 received this year with 2 carried in; last year 5 were carried out."""
    received = "12|0|0|0|0|0|12" if entry.role is not Role.COUNTY else "500|0|0|0|0|0|500"
    carried_out = "5|0|0|0|0|0|5" if entry.role is Role.PREVIOUS else " |0|0|0|0|0|0"
    report = build(
        applications={"received": received, "carried_in": "2|0|0|0|0|0|2", "carried_out": carried_out},
        disclosure={"fees": "12.345"},
    )
    return replace(make_result(), report=replace(report, claims=make_result().report.claims))


def results(audit: Audit) -> Iterator[tuple[Entry, Result]]:
    """The result of each report."""
    for entry in recorded_entries(audit):
        yield entry, result_of(entry)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("it's data")
    assert [path.name for path in write(made_audit(), results(made_audit()), out)] == [
        "audit.duckdb",
        "records.parquet",
    ]
    return out


def ask(folder: Path, question: str) -> list[tuple[Any, ...]]:
    """The rows of an answer."""
    with duckdb.connect(str(folder / "audit.duckdb"), read_only=True) as connection:
        return connection.execute(question).fetchall()


def test_tables_have_their_columns_and_types(folder: Path) -> None:
    for name, columns in COLUMNS.items():
        assert {row[0]: row[1] for row in ask(folder, f"DESCRIBE {name}")} == columns
    assert ask(folder, "FROM units WHERE number = 9")[0][5:7] == ("缺报", "—")


def test_every_report_and_every_item_is_there(folder: Path) -> None:
    audit = made_audit()
    assert ask(folder, "SELECT count(*) FROM reports") == [(len(recorded_entries(audit)),)]
    items = sum(len(one.items) for one in (*audit.units, *audit.unlisted)) + 1
    assert ask(folder, "SELECT count(*) FROM findings") == [(items,)]
    assert ask(folder, "SELECT DISTINCT role FROM reports ORDER BY 1") == [("county",), ("current",), ("previous",)]
    assert ask(folder, "SELECT count(*) FROM claims WHERE subject = 'received' AND value = 7")[0][0] == 88


def test_a_blank_cell_is_no_zero_and_text_stays_as_printed(folder: Path) -> None:
    where = "WHERE unit = '示范县水利局' AND source = 'current'"
    question = f'SELECT value, raw, state FROM figures {where} AND "row" = '
    assert ask(folder, question + "'carried_out' AND \"column\" = 'natural_person'") == [(None, "", "blank")]
    assert ask(folder, question + "'fees'") == [(Decimal("12.3450"), "12.345", "number")]


def test_carry_over_sets_last_year_beside_this_year(folder: Path) -> None:
    rows = ask(folder, "SELECT carried_out_before, carried_in, difference FROM carry_over WHERE unit = '示范县水利局'")
    assert (Decimal(5), Decimal(2), Decimal(-3)) in rows and len(rows) == 7


def test_rollup_sums_the_units_that_count(folder: Path) -> None:
    question = "SELECT county, total, difference, units, without_value FROM rollup WHERE \"row\" = '{}' AND \"column\" = 'natural_person'"
    # 45 units but for the missing one, the unreadable one and the vertical one
    assert ask(folder, question.format("received")) == [(500, 12 * 42, 500 - 12 * 42, 42, 0)]
    assert ask(folder, question.format("carried_out"))[0][3:] == (0, 42)


def test_received_by_kind(folder: Path) -> None:
    rows = dict(ask(folder, "SELECT kind, received FROM received_by_kind WHERE \"column\" = 'total'"))
    assert rows["街道"] == 24 and rows["乡镇"] == 12 * 11 and "县级报告" not in rows


def test_parquet_holds_every_figure_with_its_report(folder: Path) -> None:
    path = str(folder / "records.parquet").replace("'", "''")
    rows = ask(folder, f"SELECT count(*), count(DISTINCT file) FROM '{path}'")
    assert rows == [(ask(folder, "SELECT count(*) FROM figures")[0][0], len(recorded_entries(made_audit())))]


def test_the_same_rows_and_the_same_parquet_each_time(folder: Path, tmp_path: Path) -> None:
    write(made_audit(), results(made_audit()), tmp_path)
    assert (tmp_path / "records.parquet").read_bytes() == (folder / "records.parquet").read_bytes()
    for name in (*COLUMNS, "carry_over", "rollup", "received_by_kind"):
        assert ask(tmp_path, f"FROM {name}") == ask(folder, f"FROM {name}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audit.duckdb", "records.parquet"]


def test_texts_are_kept_whatever_they_hold(tmp_path: Path) -> None:
    audit = made_audit(count=3)
    first = audit.units[0]
    assert first.unit and first.entry
    item = replace(first.items[0], quote=HOSTILE, message=same(HOSTILE), number="01-999")
    other = replace(first, unit=replace(first.unit, name=HOSTILE), items=(item,))
    audit = replace(audit, units=(other, *audit.units[1:]))
    write(audit, results(audit), tmp_path)
    kept = HOSTILE.replace("\x00", "").replace("\ud800", "?")
    assert ask(tmp_path, "SELECT unit, quote, message FROM findings WHERE number = '01-999'") == [(kept, kept, kept)]
    assert ask(tmp_path, "SELECT unit FROM units WHERE number = 1") == [(kept,)]


def test_an_audit_of_nothing_has_empty_tables(tmp_path: Path) -> None:
    empty = replace(made_audit(count=1), units=(), unlisted=(), county=None)
    write(empty, (), tmp_path)
    assert all(ask(tmp_path, f"SELECT count(*) FROM {name}") == [(0,)] for name in (*COLUMNS, "rollup", "carry_over"))


@pytest.mark.parametrize(
    ("number", "kept"),
    [(7, Decimal(7)), (None, None), (MANY - 1, Decimal(MANY - 1)), (MANY, None), (Decimal("0.00001"), None)],
)
def test_a_number_that_a_column_cannot_hold_is_never_changed(
    number: int | Decimal | None, kept: Decimal | None
) -> None:
    assert fitting(number) == kept


def test_a_figure_too_large_is_told_as_printed(tmp_path: Path) -> None:
    audit = made_audit(count=1)

    def large() -> Iterator[tuple[Entry, Result]]:
        for entry, result in results(audit):
            figures: tuple[Figure, ...] = (result.report.figures[0]._replace(value=10**30, raw="1" + "0" * 30),)
            yield entry, replace(result, report=replace(result.report, figures=figures))

    write(audit, large(), tmp_path)
    assert set(ask(tmp_path, "SELECT value, raw FROM figures")) == {(None, "1" + "0" * 30)}


def test_without_duckdb_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport_lint.auditing.papers.data.duck.find_spec", lambda _: None)
    assert importlib.util.find_spec("duckdb")
    with pytest.raises(ReadError, match=r"govreport-lint\[data\]"):
        write(made_audit(count=1), (), tmp_path)
    assert not list(tmp_path.iterdir())
