"""audit.duckdb and records.parquet: the audit as tables, for questions that no paper answers (extra ``data``).

The rows go through CSV, which DuckDB reads hundreds of times faster than it takes them one by one. The same audit
gives the same rows in the same order; the bytes of a DuckDB file differ each time, those of the Parquet file do not.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ....errors import ReadError
from ....language import Text
from ....result import Result
from ...audited import Audit
from ...entry import Entry
from ..whole_file import whole_file
from ..writing import own_place
from .tables import (
    COLUMNS,
    Row,
    Value,
    claim_rows,
    everyone,
    figure_rows,
    finding_rows,
    name_in_data,
    report_rows,
    unit_rows,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DATABASE, RECORDS = "audit.duckdb", "records.parquet"
_VIEWS = "views.sql"
_MISSING = Text(
    '写出数据文件（--data）需要另外安装组件：pip install "govreport-lint[data]"',
    'writing data files (--data) needs another package: pip install "govreport-lint[data]"',
)
# Nothing is fetched, and one thread keeps the order of the rows.
_SETTINGS: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}


def need_duckdb() -> None:
    """Raises ``ReadError`` where DuckDB is not installed; to be asked before the reports are read."""
    if find_spec("duckdb") is None:
        raise ReadError("--data", _MISSING.zh, _MISSING.en)


def recorded_entries(audit: Audit) -> tuple[Entry, ...]:
    """The reports of this year and of last year whose results the data are made of, in their order."""
    every = (entry for one in everyone(audit) for entry in (one.entry, one.previous) if entry)
    return tuple(sorted(every, key=lambda entry: (entry.role, entry.path, entry.sha256)))


def write(
    audit: Audit, results: Iterable[tuple[Entry, Result]], out: Path, known: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write both files into a folder. ``results`` are those of ``recorded_entries``, taken one at a time; ``known`` as
    in ``own_place``.

    Raises ``ReadError`` without DuckDB, and ``OSError``.
    """
    need_duckdb()
    import duckdb

    database, records = own_place(out / DATABASE, known), own_place(out / RECORDS, known)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="govreport-lint-")))
        beside = [stack.enter_context(whole_file(path)) for path in (database, records)]
        _write_csv(audit, results, folder)
        with duckdb.connect(str(beside[0]), config=_SETTINGS) as connection:
            for name in COLUMNS:
                _load(connection, name, folder / f"{name}.csv")
            connection.execute(resources.files(__package__).joinpath(_VIEWS).read_text("utf-8"))
            connection.execute(f"COPY (FROM records) TO {_quoted(str(beside[1]))} (FORMAT parquet, COMPRESSION zstd)")
    return database, records


def _load(connection: DuckDBPyConnection, name: str, path: Path) -> None:
    columns = ", ".join(f"{_quoted(key)}: {_quoted(kind)}" for key, kind in COLUMNS[name].items())
    options = (
        "header=false, auto_detect=false, delim=',', quote='\"', escape='\"', nullstr='', allow_quoted_nulls=false"
    )
    # One row may hold a whole quotation; the usual limit is 2 MB a line.
    read = f"read_csv({_quoted(str(path))}, columns={{{columns}}}, {options}, parallel=false, max_line_size=16777216)"
    connection.execute(f'CREATE TABLE "{name}" AS FROM {read} ORDER BY ALL')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _write_csv(audit: Audit, results: Iterable[tuple[Entry, Result]], folder: Path) -> None:
    owners = {
        (entry.role, entry.path): name_in_data(one, audit)
        for one in everyone(audit)
        for entry in (one.entry, one.previous)
        if entry is not None
    }
    _table(folder, "units", unit_rows(audit))
    _table(folder, "reports", report_rows(audit))
    _table(folder, "findings", finding_rows(audit))
    with ExitStack() as stack:
        figures, claims = (stack.enter_context(_opened(folder, name)) for name in ("figures", "claims"))
        for entry, result in results:
            unit = owners[entry.role, entry.path]
            figures.writelines(_lines(figure_rows(unit, entry, result)))
            claims.writelines(_lines(claim_rows(unit, entry, result)))


def _table(folder: Path, name: str, rows: Iterator[Row]) -> None:
    with _opened(folder, name) as stream:
        stream.writelines(_lines(rows))


def _opened(folder: Path, name: str) -> TextIO:
    """The file of a table; half characters (from file names that are not UTF-8) become question marks."""
    return (folder / f"{name}.csv").open("w", encoding="utf-8", errors="replace", newline="")


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    return (",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: Value) -> str:
    """A cell between quotes; nothing at all for None, so that an empty text stays one."""
    if value is None:
        return ""
    text = str(value).replace("\x00", "")
    return '"' + text.replace('"', '""') + '"'
