"""What the processes do, asked as a process is asked: bytes in, bytes out."""

from __future__ import annotations

import msgspec
import pytest
from conftest import SAMPLES

from govreport_lint import Result
from govreport_lint.auditing.choice import Choice
from govreport_lint.editing.amendments import Amendment
from govreport_lint.output.words.problems import Problem
from govreport_lint.web.pages.sample import sample_report
from govreport_lint.web.work.blank import FORMS, blank
from govreport_lint.web.work.files import KINDS, file
from govreport_lint.web.work.linting import lint, write
from govreport_lint.web.work.records import Asked, AskedBlank, AskedOutput, Made, Paper, Refusal

WORD = Paper("样例.docx", sample_report())
PAGE = Paper("office.html", (SAMPLES / "office-2019.blank-totals.html").read_bytes())
NOTHING = Paper("menu.md", "买菜".encode() * 50)
CHANGE = Amendment("99", "applications", "received", "total")


def made(kind: str, paper: Paper, *amendments: Amendment) -> Made | Refusal:
    asked = Asked(choice=Choice(), file=paper, previous=WORD, amendments=amendments, kind=kind)
    found: Made | Refusal = msgspec.msgpack.decode(file(msgspec.msgpack.encode(asked)), type=Made | Refusal)
    return found


@pytest.mark.parametrize("paper", [WORD, PAGE], ids=lambda paper: paper.name)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_made(kind: str, paper: Paper) -> None:
    found = made(kind, paper, CHANGE)
    assert isinstance(found, Made) and found.data
    assert found.name.rpartition(".")[0].startswith(paper.name.rpartition(".")[0])


def test_what_cannot_be_made_is_refused_with_the_reason() -> None:
    unchanged = made("edited", WORD)
    assert isinstance(unchanged, Refusal) and unchanged.reason == "没有改动"
    none = made("json", NOTHING)
    assert isinstance(none, Refusal) and "不是政府信息公开工作年度报告" in none.reason


def test_results_and_problems_are_written_together() -> None:
    asked = [Asked(choice=Choice(), file=paper) for paper in (WORD, NOTHING)]
    files = tuple(lint(msgspec.msgpack.encode(one)) for one in asked)
    kinds = [type(msgspec.msgpack.decode(each, type=tuple[Result, ...] | Problem)) for each in files]
    assert kinds == [tuple, Problem]
    wanted = AskedOutput(choice=Choice(), form="json", files=files, language="en")
    answer = msgspec.msgpack.decode(write(msgspec.msgpack.encode(wanted)), type=Made | Refusal)
    assert isinstance(answer, Made)
    told = msgspec.json.decode(answer.data)
    assert [each["path"] for each in told["files"]] == [WORD.name, NOTHING.name] and told["summary"]["files"] == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_report_is_made_in_every_form(form: str) -> None:
    asked = AskedBlank(organ="示例县水利局", year=2025, form=form, previous=WORD, language="en")
    answer = msgspec.msgpack.decode(blank(msgspec.msgpack.encode(asked)), type=Made | Refusal)
    assert isinstance(answer, Made) and answer.data and answer.notes, "last year's is that of another organ"
