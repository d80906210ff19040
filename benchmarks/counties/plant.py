"""Write a county: last year's folder, this year's folder as it comes in, the list, the county's report, the manifest."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from random import Random

from msgspec.structs import replace

from govreport_lint import api
from govreport_lint.auditing.listing.units_file import units_table
from govreport_lint.auditing.unit import UnitList

from .county_report import county_draft, workbook
from .documents import Draft, as_docx, as_text
from .places import CITY, COUNTY, units_of
from .plans import YEAR, Plan, plan_of
from .planting import Cast, cast, draft_of_first_version

_NAME = "{organ}{year}年政府信息公开工作年度报告"


def plant(count: int, seed: int, out: Path) -> int:
    """Write a county of so many units; how many faults were planted."""
    made, draw = made_up(count, seed)
    for folder in (out / str(YEAR), out / str(YEAR - 1)):
        folder.mkdir(parents=True, exist_ok=True)
    _last_year(made, out / str(YEAR - 1))
    _this_year(made, out / str(YEAR), draw)
    listed = UnitList(tuple(plan.unit for plan in made.whole), COUNTY, CITY)
    (out / "units.csv").write_bytes(units_table(listed))
    (out / "county.docx").write_bytes(as_docx(county_draft(made, draw)))
    (out / "汇总表.xlsx").write_bytes(workbook(made))
    # The text of a copy stands in its original too.
    allowed = [[made.original.unit.name, "R805"]]
    planted = [[fault.unit, fault.what] for fault in made.planted]
    manifest = {"seed": seed, "planted": planted, "allowed": allowed, "alone": _alone(made, out)}
    (out / "planted.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
    return len(made.planted)


def made_up(count: int, seed: int) -> tuple[Cast, Random]:
    """The units of a county with their faults, and the draw to go on with."""
    draw = Random(seed)
    plans = [plan_of(unit, draw) for unit in units_of(count, draw)]
    made = cast(plans, draw)
    made.renamed.unit = replace(made.renamed.unit, former=(made.renamed.organ,))
    return made, draw


def _alone(made: Cast, out: Path) -> dict[str, list[str]]:
    """What ``lint`` alone says of the reports, by unit; those of no unit are under an empty name."""
    files = {plan.unit.name: as_docx(plan.draft(YEAR)) for plan in made.whole}
    files[COUNTY] = (out / "county.docx").read_bytes()
    files[""] = next((out / str(YEAR)).glob("邻县*.docx")).read_bytes()
    found = {name: api.lint_bytes(data, name).findings for name, data in files.items()}
    return {name: sorted({finding.code for finding in findings}) for name, findings in found.items()}


def _last_year(made: Cast, folder: Path) -> None:
    for plan in made.whole:
        draft = plan.draft(YEAR - 1)
        (folder / f"{_name(draft)}.docx").write_bytes(as_docx(draft))


def _this_year(made: Cast, folder: Path, draw: Random) -> None:
    """The folder as it is after two weeks: Word and text, drafts, an archive from Windows, junk."""
    archived: list[tuple[str, bytes]] = []
    together = made.together[0], made.together[1]
    for plan in made.whole:
        draft = plan.draft(YEAR)
        if plan in (*made.missing, *together):
            continue
        path = folder / f"{_name(draft)}.docx"
        if plan is made.unreadable:
            path.write_bytes(as_docx(draft)[:700])
        elif plan is made.foreign:
            path = folder / "补报" / f"{_name(made.foreign_name.draft(YEAR))}.docx"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(as_docx(draft))
        elif plan is made.nameless:
            (folder / f"{plan.unit.name}.docx").write_bytes(as_docx(draft))
        elif plan is made.twice:
            _twice(plan, draft, folder)
        elif draw.random() < 0.15:
            archived.append((f"{_name(draft)}.docx", as_docx(draft)))
        elif draw.random() < 0.15:
            path.with_suffix(".md").write_text(as_text(draft), "utf-8")
        else:
            path.write_bytes(as_docx(draft))
    both = "\n\n".join(as_text(plan.draft(YEAR)) for plan in together)
    (folder / "合订本.md").write_text(both, "utf-8")
    stranger = replace(
        draw.choice(made.whole).draft(YEAR), organ="邻县民政局", overview=("（一）主动公开情况。已按要求公开。",)
    )
    (folder / f"{_name(stranger)}.docx").write_bytes(as_docx(stranger))
    (folder / "乡镇打包.zip").write_bytes(_archive(archived))
    (folder / "关于报送年报的通知.md").write_text("# 关于报送年报的通知\n\n请各单位按时报送。\n", "utf-8")
    (folder / "Thumbs.db").write_bytes(b"\0" * 64)


def _twice(plan: Plan, draft: Draft, folder: Path) -> None:
    (folder / f"{_name(draft)}（初稿）.docx").write_bytes(as_docx(draft_of_first_version(plan).draft(YEAR)))
    (folder / f"{_name(draft)}（终稿）.docx").write_bytes(as_docx(draft))


def _name(draft: Draft) -> str:
    return _NAME.format(organ=draft.organ, year=draft.year)


def _archive(files: list[tuple[str, bytes]]) -> bytes:
    """A zip as Windows makes it: names in GBK, and nothing that says so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, data) in enumerate(files):
            archive.writestr(zipfile.ZipInfo(_held(at, name), (2025, 1, 20, 9, 0, 0)), data)
    made = stream.getvalue()
    for at, (name, _) in enumerate(files):
        made = made.replace(_held(at, name).encode(), _gbk(name))
    return made


def _gbk(name: str) -> bytes:
    return f"乡镇/{name}".encode("gbk")


def _held(at: int, name: str) -> str:
    """A name as long as the one in GBK that takes its place."""
    return f"{at:03d}-".ljust(len(_gbk(name)), "x")
