"""The command line: which word is what, which files are read, the exit status; and no traceback, ever."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hand_made import make_claim_finding, make_document, make_finding, make_report, make_result
from judging import rules
from msgspec.structs import replace

from govreport_lint import Linter, api
from govreport_lint.cli import run
from govreport_lint.configuration import linters
from govreport_lint.document import Document
from govreport_lint.errors import ReadError, RuleError
from govreport_lint.language import same
from govreport_lint.office.conversion import Converter, modern
from govreport_lint.opened import Opened
from govreport_lint.report import Report
from govreport_lint.result import Result

ROOT = Path(__file__).parent.parent.parent
Capture = pytest.CaptureFixture[str]


def judge(text: str, name: str) -> Result:
    """What the words in a file ask for."""
    faults = {
        "fault": ZeroDivisionError("secret"),
        "pack": RuleError("a.toml", same("A301")),
        "stop": KeyboardInterrupt(),
    }
    if not text:
        raise ReadError(name, "文件是空的")
    if text in faults:
        raise faults[text]
    findings = [make_finding()] * text.count("error") + [make_claim_finding()] * text.count("warning")
    return make_result(*findings, path=name)


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """A checker that finds in a file what the file says; returns the options of its calls."""
    calls: list[dict[str, object]] = []

    real = api.linter

    class Checker(Linter):
        def open(self, data: bytes, name: str, convert: Converter = modern) -> Opened:  # noqa: ARG002
            calls.append({"select": self.config.select, "ignore": self.config.ignore})
            judge(data.decode(), name)
            return Opened(replace(make_document(), name=name, source=data.decode()), data)

        def check_each(self, document: Document, beside: object = None) -> tuple[Result, ...]:  # noqa: ARG002
            return (judge(document.source or "", document.name),)

        def extract(self, document: Document) -> Report:  # noqa: ARG002
            return make_report()

    def linter(select: Sequence[str] = (), ignore: Sequence[str] = (), **more: Any) -> Linter:
        known = real(select, ignore, **more)
        return Checker(known.rulebook, known.config)

    monkeypatch.setattr(api, "linter", linter)
    monkeypatch.setattr(linters, "Linter", Checker)
    return calls


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"good.md": "good", "bad.md": "error", "doubt.md": "warning", "empty.md": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def files_of(capture: Capture, *arguments: str) -> list[str]:
    run([*arguments, "--format", "json"])
    return [file["path"] for file in json.loads(capture.readouterr().out)["files"]]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["good.md"], 0),
        (["doubt.md"], 0),
        (["bad.md"], 1),
        (["empty.md"], 3),
        (["empty.md", "bad.md"], 3),
        (["missing.md"], 3),
        (["good.md", "missing.md"], 3),
        (["bad.md", "--fail-on", "never"], 0),
        (["empty.md", "--fail-on", "never"], 3),
        (["doubt.md", "--fail-on", "warning"], 1),
        (["doubt.md", "--fail-on", "info"], 1),
        (["bad.md", "--fail-on", "warning"], 1),
        (["--no-such"], 2),
        ([], 2),
        (["good.md", "--format", "xml"], 2),
        (["good.md", "--lang"], 2),
        (["good.md", "--select", "Q"], 2),
        (["good.md", "--ignore", "A301,Q9"], 2),
        (["explain", "A999"], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["rules"], 0),
        (["explain", "A301"], 0),
    ],
)
def test_exit_status(arguments: list[str], status: int, capsys: Capture) -> None:
    assert run(arguments) == status
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err


@pytest.mark.parametrize("arguments", ["bad.md --lang en", "--lang en bad.md", "--lang=en bad.md"])
def test_the_first_word_may_stand_anywhere(arguments: str, capsys: Capture) -> None:
    assert run(arguments.split()) == 1
    assert "error A303" in capsys.readouterr().out


def test_a_command_may_follow_its_options(capsys: Capture) -> None:
    assert run(["--lang", "en", "explain", "row-total"]) == 0
    assert capsys.readouterr().out.startswith("A303 ")


def test_a_file_called_like_a_command(folder: Path, capsys: Capture) -> None:
    (folder / "rules").write_text("good", encoding="utf-8")
    assert files_of(capsys, "./rules") == ["./rules"]
    assert run(["--", "rules"]) == 0
    assert "── rules" in capsys.readouterr().out


def test_select_and_ignore_are_lists(engine: list[dict[str, object]]) -> None:
    run(["good.md", "--select", "a,A30", "--select", "A301", "--ignore", "A302，A303"])
    assert engine[0]["select"] == ("a", "A30", "A301")
    assert engine[0]["ignore"] == ("A302", "A303")


def test_folders_are_searched_and_what_is_passed_over_is_said(folder: Path, capsys: Capture) -> None:
    inside = folder / "set" / "deep"
    inside.mkdir(parents=True)
    for name in ("b.HTML", "a.txt", "scan.jpg", "c.pptx", ".hidden.md", "~$c.md"):
        (inside / name).write_text("good", encoding="utf-8")
    (folder / "set" / ".git").mkdir()
    (folder / "set" / ".git" / "x.md").write_text("error", encoding="utf-8")
    (inside / "loop").symlink_to(folder / "set")
    assert run(["set"]) == 0
    captured = capsys.readouterr()
    assert "另有 2 个文件不是可读格式，未检查" in captured.out
    assert files_of(capsys, "set") == ["set/deep/a.txt", "set/deep/b.HTML"]


def test_the_same_file_is_checked_once(capsys: Capture) -> None:
    assert files_of(capsys, "good.md", "./good.md", "g*.md") == ["good.md"]


def test_patterns_that_the_shell_left(capsys: Capture) -> None:
    assert files_of(capsys, "*d.md") == ["bad.md", "good.md"]
    assert run(["*.pdf"]) == 3
    assert "没有与此匹配的文件" in capsys.readouterr().err


def test_a_folder_without_reports_is_an_error(folder: Path, capsys: Capture) -> None:
    (folder / "nothing").mkdir()
    assert run(["nothing", "good.md"]) == 3
    captured = capsys.readouterr()
    assert "nothing：文件夹中没有可读格式的文件" in captured.err
    assert "── good.md" in captured.out


def test_bad_files_are_named_and_the_others_are_checked(capsys: Capture) -> None:
    assert run(["empty.md", "missing.md", "bad.md"]) == 3
    captured = capsys.readouterr()
    assert "empty.md：文件是空的" in captured.err
    assert "missing.md：没有这个文件" in captured.err
    assert "未能检查：文件是空的" in captured.out
    assert "错误 A303" in captured.out


def test_an_internal_fault_is_told_without_a_traceback(folder: Path, capsys: Capture) -> None:
    (folder / "worse.md").write_text("fault", encoding="utf-8")
    assert run(["worse.md", "bad.md", "--format", "json"]) == 3
    captured = capsys.readouterr()
    data = json.loads(captured.out)
    assert data["files"][0]["error"]["code"] == "internal"
    assert "ZeroDivisionError" in data["files"][0]["error"]["message"]
    assert len(data["files"][1]["findings"]) == 1
    assert "Traceback" not in captured.err


def test_a_faulty_rule_pack_is_a_configuration_error(folder: Path, capsys: Capture) -> None:
    (folder / "rules.md").write_text("pack", encoding="utf-8")
    assert run(["rules.md"]) == 2
    assert "a.toml" in capsys.readouterr().err


def test_an_interrupt_is_quiet(folder: Path, capsys: Capture) -> None:
    (folder / "long.md").write_text("stop", encoding="utf-8")
    assert run(["long.md", "-o", "out.txt"]) == 130
    assert capsys.readouterr().err.strip() == ""
    assert not [path for path in folder.iterdir() if "out" in path.name or path.name.startswith(".govreport")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"error")))
    assert run(["-", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["files"][0]["path"] == "-"


def test_output_goes_to_a_file(folder: Path, capsys: Capture) -> None:
    assert run(["bad.md", "-o", "out.json", "--format", "json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    assert run(["bad.md", "-o", "out.txt"]) == 1
    text = (folder / "out.txt").read_text(encoding="utf-8")
    assert "错误 A303" in text
    assert "\x1b" not in text


def test_output_never_replaces_an_input(folder: Path, capsys: Capture) -> None:
    (folder / "link.md").symlink_to(folder / "bad.md")
    for target in ("bad.md", "./bad.md", "link.md"):
        assert run(["bad.md", "-o", target]) == 2
    assert run([".", "-o", "good.md"]) == 2
    assert (folder / "bad.md").read_text(encoding="utf-8") == "error"
    assert run(["bad.md", "-o", "no/such/out.txt"]) == 2
    assert "用法错误" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_extract(form: str, capsys: Capture) -> None:
    assert run(["extract", "good.md", "--format", form]) == 0
    assert "米易县普威镇" in capsys.readouterr().out
    assert run(["extract", "good.md", "empty.md", "--format", form]) == 3
    assert "empty.md：文件是空的" in capsys.readouterr().err


def test_extract_gives_one_object_or_a_list(folder: Path, capsys: Capture) -> None:
    run(["extract", "good.md", "--format", "json"])
    assert isinstance(json.loads(capsys.readouterr().out), dict)
    run(["extract", "good.md", "bad.md", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 2
    (folder / "one").mkdir()
    (folder / "one" / "a.md").write_text("good", encoding="utf-8")
    run(["extract", "one", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_explain_names_what_is_alike(capsys: Capture) -> None:
    assert run(["explain", "A3"]) == 2
    assert "A301" in capsys.readouterr().err


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "govreport_lint", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_no_locale_breaks_the_output(encoding: str) -> None:
    done = program("rules", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert "勾稽" in done.stdout.decode("gbk" if encoding == "gbk" else "utf-8")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--version",), {"rich", "tomllib", "markdown_it", "govreport_lint.api"}),
        (("rules",), {"markdown_it", "govreport_lint.api"}),
        (("explain", "A301"), {"markdown_it", "govreport_lint.api"}),
    ],
)
def test_commands_load_no_more_than_they_need(arguments: tuple[str, ...], unwanted: set[str]) -> None:
    code = (
        "import sys; before = set(sys.modules); from govreport_lint.cli import run; "
        f"status = run({list(arguments)!r}); print(*(sys.modules.keys() - before), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0
    assert not unwanted & set(done.stderr.decode().split())


def test_a_mistyped_command_is_told_before_any_file_is_read(capsys: Capture, engine: list[dict[str, object]]) -> None:
    for words, meant in (
        (["anotate", "a.md"], "annotate"),
        (["lint", "a.md"], "直接写文件名"),
        (["explian"], "explain"),
    ):
        assert run(words) == 2
        assert meant in capsys.readouterr().err
    assert run(["reports"]) == 3, "a word that is like no command is a path"
    assert not engine


def test_nothing_checked_is_no_success(tmp_path: Path, capsys: Capture) -> None:
    families = ",".join(sorted({rule.code[0] for rule in rules()}))
    (tmp_path / "a.md").write_text("", "utf-8")
    for arguments in (["--select", "A", "--ignore", "A"], ["--ignore", families]):
        assert run([*arguments, str(tmp_path / "a.md")]) == 2
        assert "没有剩下任何规则" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "govreport_lint", "rules"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, env=environment)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_annotated_copies_in_folders_are_passed_over_and_said(folder: Path, capsys: Capture) -> None:
    (folder / "good.checked.md").write_text("error", encoding="utf-8")
    (folder / "empty.md").unlink()
    (folder / "bad.md").unlink()
    assert run([str(folder)]) == 0
    assert "另有 1 个批注副本" in capsys.readouterr().out
    assert run([str(folder / "good.checked.md")]) == 1, "one that is named is meant"
