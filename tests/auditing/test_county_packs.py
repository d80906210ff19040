"""A county's own rules in its audit: every process judges by them, and nothing kept outlives a change of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handed_in import reports, written

from govreport_lint.auditing.audit import audit
from govreport_lint.auditing.choice import Choice
from govreport_lint.auditing.intake.judged_by import judged_by
from govreport_lint.auditing.request import Request
from govreport_lint.cli import run
from govreport_lint.document import Document
from govreport_lint.linter import Linter
from govreport_lint.rulebook.own.pack_files import pack_files

PACK = """\
family = "arithmetic"
[[rules]]
code = "X101"
name = "our-received"
severity = "warning"
title = "新收多于一千件"
message = "{left}，多于一千件。"
suggestion = "请核实。"
basis = "本县要求"
[rules.check]
kind = "equation"
table = "applications"
each = "column"
only = ["total"]
expression = "新收 >= 1000"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    written(tmp_path / "2024", reports(2))
    path = tmp_path / "our-county.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def found(pack: Path, jobs: int = 1) -> list[list[str]]:
    """The messages of the own rule, unit by unit."""
    request = Request(
        reports=(pack.parent / "2024",),
        out=pack.parent / "out",
        date="2025-01-22",
        choice=Choice(pack_files([pack])),
        jobs=jobs,
        letters=False,
    )
    made, _ = audit(request)
    units = (*made.units, *made.unlisted)
    return [[item.message.zh for item in one.items if item.code == "X101"] for one in units]


def test_the_rules_of_a_pack_are_judged_in_every_process(pack: Path) -> None:
    assert all(len(messages) == 1 and "多于一千件" in messages[0] for messages in found(pack, jobs=2))


def test_a_changed_pack_gives_no_stale_results(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []
    judge_once = Linter.judge

    def counted(linter: Linter, document: Document, *given: object) -> object:
        opened.append(document.name.encode())
        return judge_once(linter, document, *given)

    monkeypatch.setattr(Linter, "judge", counted)
    found(pack)
    assert len(opened) == 2
    found(pack)
    assert len(opened) == 2, "nothing has changed, nothing is read again"
    pack.write_text(PACK.replace("多于一千件。", "多于一千件（新）。"), encoding="utf-8")
    assert all("（新）" in messages[0] for messages in found(pack))
    assert len(opened) == 4
    pack.write_text(PACK.replace(">= 1000", ">= 0"), encoding="utf-8")
    assert found(pack) == [[], []]


def test_what_reports_are_judged_by_is_the_content_of_the_packs_and_their_order(pack: Path) -> None:
    other = pack.with_name("same.toml")
    other.write_bytes(pack.read_bytes())
    assert judged_by(Choice(pack_files([pack]))) == judged_by(Choice(pack_files([other]))) != judged_by()
    other.write_text(PACK.replace("X101", "X102").replace("our-received", "other"), encoding="utf-8")
    assert judged_by(Choice(pack_files([pack, other]))) != judged_by(Choice(pack_files([other, pack])))


def test_the_command_takes_packs(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = pack.parent / "out"
    run(
        ["audit", str(pack.parent / "2024"), "--pack", str(pack), "-o", str(out), "--jobs", "1", "--date", "2025-01-22"]
    )
    page = json.loads((out / "audit.json").read_text("utf-8"))
    assert "X101" in json.dumps(page)
    assert "新收多于一千件" in (out / "audit.html").read_text("utf-8")
    pack.write_text(PACK.replace("新收 >=", "新受 >="), encoding="utf-8")
    assert run(["audit", str(pack.parent / "2024"), "--pack", str(pack), "-o", str(out)]) == 2
    assert "our-county.toml:15:15" in capsys.readouterr().err
