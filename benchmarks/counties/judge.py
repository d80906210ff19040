"""Hold what an audit found against what was planted: everything found, and nothing that nobody planted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .places import COUNTY

_GRAVE = ("error", "warning")


def judge(county: Path, out: Path) -> Iterator[str]:
    """What is wrong with the audit, a line each."""
    manifest = json.loads((county / "planted.json").read_text("utf-8"))
    audit = json.loads((out / "audit.json").read_text("utf-8"))
    wanted = [(unit, what) for unit, what in manifest["planted"]]
    expected = {*wanted, *((unit, what) for unit, what in manifest["allowed"])}
    found = {unit: set(codes) for unit, codes in _found(audit)}
    for unit, what in wanted:
        if what not in found.get(unit, set()):
            yield f"not found: {what} of {unit or 'no unit'}"
    alone = {unit: set(codes) for unit, codes in manifest["alone"].items()}
    for unit, record in _units(audit):
        for code in sorted(_grave(record, audit)):
            if (unit, code) not in expected and code not in alone.get(unit, set()):
                yield f"nobody planted: {code} of {unit or record.get('file')}"


def _units(audit: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The units, the reports of none, the county, each by the name that the manifest has."""
    yield from ((unit["name"], unit) for unit in audit["units"])
    yield from (("", unit) for unit in audit["unlisted"])
    if audit["county"]:
        yield COUNTY, audit["county"]


def _found(audit: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    for name, unit in _units(audit):
        yield name, {unit["status"], *_codes(unit, audit, ("error", "warning", "info"))}


def _grave(unit: Mapping[str, Any], audit: Mapping[str, Any]) -> set[str]:
    return _codes(unit, audit, _GRAVE)


def _codes(unit: Mapping[str, Any], audit: Mapping[str, Any], severities: tuple[str, ...]) -> set[str]:
    """The codes of a unit's items and of the findings in its file."""
    own = {item["code"] for item in unit["items"] if item["severity"] in severities}
    files = [file for file in audit["files"] if file["path"] == unit.get("file") and "findings" in file]
    return own | {one["code"] for file in files for one in file["findings"] if one["severity"] in severities}
