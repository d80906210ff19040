"""Two rounds of an audit, a run that is killed, runs in other ways: what lasts, and what has to be the same bytes.

    python benchmarks/rounds.py [seed]

Of units whose tables are wrong in the first round ten hand in a right report, three another wrong one, two nothing,
one is taken off the list; two decisions are typed into the workbook between. Then the same audit is killed half-way
and run again, run with one process and with four beside busy loops, from the cache and without it, and on a Dask
cluster: the papers have to be equal byte for byte. Exits with 1 where anything is not as it should be.
"""

from __future__ import annotations

import filecmp
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import openpyxl
from counties.documents import as_docx
from counties.plans import YEAR, Plan
from counties.plant import made_up, plant
from msgspec.structs import replace

from govreport_lint.auditing.listing.units_file import read_units, units_table
from govreport_lint.auditing.unit import UnitList

UNITS = 45
MENDED, WRONG_AGAIN, UNTOUCHED = 10, 3, 2


def main(seed: int) -> int:
    """Both proofs; prints what fails."""
    with tempfile.TemporaryDirectory(prefix="rounds-") as name:
        folder = Path(name)
        plant(UNITS, seed, folder / "c")
        faults = [*_two_rounds(folder, seed), *_same_bytes(folder)]
    print("\n".join(faults) or "two rounds as planted; the same bytes in every way")
    return bool(faults)


def _two_rounds(folder: Path, seed: int) -> Iterator[str]:
    """The second round against what was done between the two."""
    out, county = folder / "o", folder / "c"
    _audit(county, county / str(YEAR), county / "units.csv", out)
    first = _items(out)
    made, _ = made_up(UNITS, seed)
    wrong = [fault.unit for fault in made.planted if fault.what == "A303"]
    wrong += [fault.unit for fault in made.planted if fault.what == "N501"]
    plans = {plan.unit.name: plan for plan in made.whole}
    count = MENDED + WRONG_AGAIN + UNTOUCHED
    mended, again = wrong[:MENDED], wrong[MENDED : MENDED + WRONG_AGAIN]
    untouched, withdrawn = wrong[MENDED + WRONG_AGAIN : count], wrong[count]
    second = folder / "second"
    second.mkdir()
    for unit in mended:
        _write(_right(plans[unit]), second)
    for unit in again:
        _write(_still_wrong(plans[unit]), second)
    _take_off(county / "units.csv", folder / "units.csv", withdrawn)
    decided = _decide(out / "audit.xlsx", [items[0]["number"] for name, items in first.items() if name in untouched])
    _audit(county, second, folder / "units.csv", out)
    now = _items(out)
    expected = dict.fromkeys(mended, "已整改") | dict.fromkeys(again, "已改仍不符")
    expected |= dict.fromkeys(untouched, "未整改") | {withdrawn: "不再适用"}
    for unit, progress in expected.items():
        own = {item["number"]: item["progress"] for item in now.get(unit, ())}
        planted = [item["number"] for item in first[unit] if item["code"] in ("A302", "A303", "N501")]
        if not planted:
            yield f"{unit}: nothing was found in the first round"
        for number in planted:
            if own.get(number) != progress:
                yield f"{unit} {number}: {own.get(number)}, not {progress}"
    known = {item["number"]: item["decision"] for items in now.values() for item in items}
    for number, verdict in decided.items():
        if not known.get(number) or known[number]["verdict"] != verdict:
            yield f"the decision {verdict} on {number} is lost: {known.get(number)}"


def _right(plan: Plan) -> Plan:
    plan.printed, plan.told = {}, None
    return plan


def _still_wrong(plan: Plan) -> Plan:
    if plan.told is not None:
        plan.told += 2
    else:
        (cell, printed), *_ = plan.printed.items()
        plan.printed = {cell: str(int(printed) + 3)}
    return plan


def _write(plan: Plan, folder: Path) -> None:
    draft = plan.draft(YEAR)
    (folder / f"{draft.organ}{YEAR}年政府信息公开工作年度报告（修改稿）.docx").write_bytes(as_docx(draft))


def _take_off(path: Path, target: Path, unit: str) -> None:
    """The list without the duty of a unit to report."""
    listed = read_units(path)
    units = tuple(replace(each, due=each.due and each.name != unit) for each in listed.units)
    target.write_bytes(units_table(UnitList(units, listed.place, listed.above)))


def _decide(path: Path, numbers: list[str]) -> dict[str, str]:
    """Type two decisions into the workbook as a person would."""
    book = openpyxl.load_workbook(path)
    sheet = book["问题清单"]
    rows = list(sheet.iter_rows())
    header = next(row for row in rows if any(cell.value == "编号" for cell in row))
    columns = {cell.value: cell.column for cell in header}
    decided = dict(zip(numbers[:2], ("不属实", "属实"), strict=True))
    for row in rows:
        number = row[columns["编号"] - 1].value
        if number in decided:
            row[columns["复核结论"] - 1].value = decided[number]
            row[columns["复核说明"] - 1].value = "与台账核对过"
    book.save(path)
    return decided


def _same_bytes(folder: Path) -> Iterator[str]:
    """One audit run in many ways."""
    county = folder / "c"
    reports, units = county / str(YEAR), county / "units.csv"
    _audit(county, reports, units, folder / "one", "--jobs", "1")
    yield from _compared(folder, "again, from the cache", lambda: _audit(county, reports, units, folder / "one"), "one")
    _audit(county, reports, units, folder / "fresh", "--jobs", "1", "--fresh")
    yield from _differences(folder / "one", folder / "fresh", "without the cache")
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4)]
    try:
        _audit(county, reports, units, folder / "four", "--jobs", "4")
    finally:
        for process in busy:
            process.kill()
            process.wait()
    yield from _differences(folder / "one", folder / "four", "four processes beside busy loops")
    yield from _killed(county, folder / "killed")
    yield from _differences(folder / "one", folder / "killed", "killed and run again")
    yield from _on_dask(folder, county)


def _compared(folder: Path, way: str, run: Any, name: str) -> Iterator[str]:
    import shutil

    before = folder / f"{name}-before"
    shutil.copytree(folder / name, before)
    run()
    yield from _differences(before, folder / name, way)


def _killed(county: Path, out: Path) -> Iterator[str]:
    """Killed when some files are in the cache; the second run reads those no more."""
    process = _start(county, county / str(YEAR), county / "units.csv", out, "--jobs", "2")
    while process.poll() is None and len(list(out.glob(".cache/*/entries/*/*"))) < 20:
        time.sleep(0.05)
    if process.poll() is not None:
        yield "the audit was over before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    kept = {path: path.stat().st_mtime_ns for path in out.glob(".cache/*/entries/*/*.msgpack")}
    _audit(county, county / str(YEAR), county / "units.csv", out, "--jobs", "2")
    read_again = [path.name for path, time_ in kept.items() if path.stat().st_mtime_ns != time_]
    if not kept or read_again:
        yield f"of {len(kept)} files in the cache {len(read_again)} were read again"


def _on_dask(folder: Path, county: Path) -> Iterator[str]:
    try:
        from distributed import LocalCluster
    except ImportError:
        yield "distributed is not installed: Dask was not tried"
        return
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1") as cluster:
        _audit(
            county, county / str(YEAR), county / "units.csv", folder / "dask", "--scheduler", cluster.scheduler_address
        )
    yield from _differences(folder / "one", folder / "dask", "on a Dask cluster")


def _differences(one: Path, other: Path, way: str) -> Iterator[str]:
    """The papers that are not the same; the cache is nobody's paper."""
    names = [sorted(_papers(folder)) for folder in (one, other)]
    if names[0] != names[1]:
        yield f"{way}: other papers, {set(names[0]) ^ set(names[1])}"
    for name in names[0]:
        if (other / name).is_file() and not filecmp.cmp(one / name, other / name, shallow=False):
            yield f"{way}: {name} differs"


def _papers(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(".cache/"):
            yield name


def _items(out: Path) -> dict[str, list[dict[str, Any]]]:
    audit = json.loads((out / "audit.json").read_text("utf-8"))
    return {unit["name"]: unit["items"] for unit in audit["units"]}


def _audit(county: Path, reports: Path, units: Path, out: Path, *more: str) -> None:
    process = _start(county, reports, units, out, *more)
    _, words = process.communicate()
    if process.returncode not in (0, 1):
        raise SystemExit(f"the audit ended with {process.returncode}: {words}")


def _start(county: Path, reports: Path, units: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "govreport_lint", "audit", reports, "--previous", county / str(YEAR - 1)]
    command += ["--units", units, "--county", county / "county.docx", "--workbook", county / "汇总表.xlsx"]
    command += ["-o", out, "--date", "2025-01-20", *more]
    words = [str(word) for word in command]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
