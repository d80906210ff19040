"""Comments, the list and the baseline from the command line: what is told, what is written, how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from conftest import SAMPLES
from layouts import as_html
from settled_reports import EVERYTHING, FAULTY, asking, with_lines

from govreport_lint import lint
from govreport_lint.cli import run
from govreport_lint.output.formats import output_formats

PLACE = 'place = "表三 · 予以公开"'
ENTRY = f'[[suppress]]\nrule = "A303"\nfiles = ["faulty.md"]\n{PLACE}\nreason = "已与台账核对"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "town-2024.faulty.md", "faulty.md")
    return tmp_path


def written(name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")


def found(*arguments: str) -> tuple[list[str], list[str], int]:
    """The codes of the findings, the notes and the status of a run."""
    status = run(["faulty.md", "--format", "json", "-o", "out.json", *arguments])
    (file,) = json.loads(Path("out.json").read_text("utf-8"))["files"]
    return [finding["code"] for finding in file["findings"]], file["notes"], status


def settle_everything() -> None:
    text = Path("faulty.md").read_text("utf-8")
    written("faulty.md", f"{text}\n{asking(f'disable-file {EVERYTHING} 全部另行核对')}\n")


def test_a_settled_finding_fails_no_run_and_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    settle_everything()
    assert run(["faulty.md", "--fail-on", "info"]) == 0
    told = capsys.readouterr().out
    assert "除已有说明的外，未发现问题" in told and "另有 10 项按说明不报：" in told
    assert "A303 表三 · （一）予以公开 · 总计：全部另行核对（第 " in told
    assert run(["faulty.md", "--lang", "en"]) == 0
    assert "10 more were settled:" in capsys.readouterr().out


def test_comments_may_be_refused() -> None:
    settle_everything()
    assert found("--no-inline")[2] == 1
    written("govreport-lint.toml", "inline-suppressions = false\n")
    codes, notes, status = found()
    assert "A303" in codes and status == 1
    assert any("按设置不予采用" in note for note in notes)


def test_what_settles_nothing_fails_where_it_is_to() -> None:
    settle_everything()
    written("govreport-lint.toml", 'unused-suppressions = "warning"\n')
    codes, notes, status = found()
    assert (codes, status) == ([], 0)
    assert sum("没有 L 的问题" in note for note in notes) == 1
    written("govreport-lint.toml", 'unused-suppressions = "error"\n')
    assert found()[2] == 1
    assert found("--exit-zero")[2] == 0
    written("govreport-lint.toml", 'unused-suppressions = "off"\n')
    codes, notes, status = found()
    assert status == 0 and not any("没有 L 的问题" in note for note in notes)


def test_the_list_settles_what_it_means() -> None:
    written("govreport-lint.toml", ENTRY)
    codes, notes, _ = found()
    assert "A303" not in codes and "A302" in codes
    (note,) = [note for note in notes if note.startswith("按说明不报")]
    assert "理由：已与台账核对；govreport-lint.toml:1" in note
    assert "A303" in found("--isolated")[0]


def test_a_fingerprint_out_of_the_json_names_a_finding() -> None:
    mark = next(one.fingerprint for one in lint("faulty.md").findings if one.code == "A304")
    written("govreport-lint.toml", ENTRY.replace("A303", "A304").replace(PLACE, f'fingerprint = "{mark}"'))
    assert "A304" not in found()[0]


def test_an_entry_counts_from_the_folder_of_its_own_file() -> None:
    Path("县").mkdir()
    shutil.copy("faulty.md", "县/faulty.md")
    written("县/govreport-lint.toml", ENTRY.replace("faulty.md", "/faulty.md"))
    assert "A303" in found("--config", "县/govreport-lint.toml")[0]
    run(["县/faulty.md", "--format", "json", "-o", "out.json"])
    assert '"A303"' not in Path("out.json").read_text("utf-8")


def test_entries_of_a_file_that_is_extended_count_too() -> None:
    written("county.toml", ENTRY)
    written(
        "govreport-lint.toml",
        'extends = ["county.toml"]\n' + ENTRY.replace("A303", "A304").replace(PLACE, 'place = "四"'),
    )
    assert not {"A303", "A304"} & set(found()[0])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (ENTRY.replace("A303", "A3O3"), ("govreport-lint.toml:2:", "是不是 A303")),
        (ENTRY.replace("予以公开", "予以公布"), ("govreport-lint.toml:4:", "是不是 予以公开")),
        (ENTRY.replace("已与台账核对", ""), ("govreport-lint.toml:5:", "不能为空")),
        (ENTRY.replace(PLACE + "\n", ""), ("fingerprint", "place")),
        (ENTRY.replace('reason = "已与台账核对"\n', ""), ("缺少键“reason”",)),
        (ENTRY + "until = 2025\n", ("govreport-lint.toml:6:",)),
        (ENTRY + 'untill = "2025-01-01"\n', ("是不是 until",)),
        ('unused-suppressions = "none"\n', ("warning",)),
    ],
)
def test_a_wrong_entry_is_shown_in_the_file(
    wrong: str, told: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    written("govreport-lint.toml", wrong)
    assert run(["faulty.md"]) == 2
    error = capsys.readouterr().err
    assert all(word in error for word in told), error


def test_a_locked_rule_is_settled_by_nobody_above_the_lock(capsys: pytest.CaptureFixture[str]) -> None:
    written("county.toml", 'locked = ["A303"]\n')
    written("govreport-lint.toml", 'extends = ["county.toml"]\n' + ENTRY)
    assert run(["faulty.md"]) == 2
    assert "锁定" in capsys.readouterr().err
    written("govreport-lint.toml", 'extends = ["county.toml"]\n')
    settle_everything()
    assert found("--baseline", "k.json", "--update-baseline")[0] == ["A303"]
    assert found("--baseline", "k.json")[0] == ["A303"]


def test_an_entry_that_settles_nothing_or_is_over_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    idle = ENTRY.replace("A303", "L901").replace(PLACE, 'place = "一"')
    over = ENTRY.replace("A303", "A304").replace(PLACE, 'place = "四"') + "until = 2025-01-31\n"
    elsewhere = ENTRY.replace("faulty.md", "别的.md")
    not_asked = ENTRY.replace("A303", "H701")
    written("govreport-lint.toml", idle + over + elsewhere + not_asked)
    run(["faulty.md"])
    told = capsys.readouterr().out.replace("\n", "").replace(" ", "")
    assert "govreport-lint.toml:1中不报L901的说明没有用处" in told
    assert "govreport-lint.toml:6中不报A304的说明已于2025-01-31到期" in told
    assert told.count("没有用处") == 1
    written("govreport-lint.toml", 'unused-suppressions = "error"\nfail-on = "never"\n' + idle)
    assert run(["faulty.md"]) == 0
    written(
        "govreport-lint.toml",
        'unused-suppressions = "error"\n' + ENTRY.replace("A303", "L").replace(PLACE, 'place = "一"'),
    )
    written("clean.md", (SAMPLES / "town-2024.pipes.md").read_text("utf-8"))
    assert run(["clean.md"]) == 0


def test_a_baseline_tells_only_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["faulty.md", "--baseline", "k.json"]) == 2
    assert "--update-baseline" in capsys.readouterr().err
    assert run(["faulty.md", "--update-baseline"]) == 2
    assert "--baseline" in capsys.readouterr().err
    assert run(["faulty.md", "--baseline", "k.json", "--update-baseline"]) == 0
    assert "新增 10 项，删去 0 项" in capsys.readouterr().err
    first = Path("k.json").read_bytes()
    assert run(["faulty.md", "--baseline", "k.json", "--fail-on", "info"]) == 0
    assert "另有 10 项已列入基线，不再报" in capsys.readouterr().out
    written("faulty.md", with_lines((10, "\n工作（完成。\n")))
    codes, notes, status = found("--baseline", "k.json")
    assert (codes, status) == (["L902"], 0)
    assert notes == ["另有 10 项已列入基线，不再报"]
    assert Path("k.json").read_bytes() == first


def test_what_is_mended_is_told_and_dropped_when_the_baseline_is_updated(capsys: pytest.CaptureFixture[str]) -> None:
    run(["faulty.md", "--baseline", "k.json", "--update-baseline"])
    shutil.copy(SAMPLES / "town-2024.pipes.md", "faulty.md")
    left = len(lint("faulty.md").findings)
    capsys.readouterr()
    assert run(["faulty.md", "--baseline", "k.json"]) == 0
    assert f"有 {10 - left} 项已不再出现" in capsys.readouterr().out.replace("\n", "")
    assert run(["faulty.md", "--baseline", "k.json", "--update-baseline"]) == 0
    assert f"删去 {10 - left} 项" in capsys.readouterr().err
    assert run(["faulty.md", "--baseline", "k.json"]) == 0
    assert "已不再出现" not in capsys.readouterr().out


def test_paths_in_a_baseline_do_not_depend_on_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["faulty.md", "--baseline", "k.json", "--update-baseline"])
    (folder / "里").mkdir()
    monkeypatch.chdir(folder / "里")
    assert run(["../faulty.md", "--baseline", "../k.json"]) == 0
    assert run([str(folder / "faulty.md"), "--baseline", str(folder / "k.json")]) == 0


def test_a_file_that_cannot_be_read_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy("faulty.md", "other.md")
    run(["faulty.md", "other.md", "--baseline", "k.json", "--update-baseline"])
    whole = json.loads(Path("k.json").read_text("utf-8"))["files"]
    Path("other.md").write_bytes(b"\0" * 100)
    assert run(["faulty.md", "other.md", "--baseline", "k.json", "--update-baseline"]) == 3
    assert json.loads(Path("k.json").read_text("utf-8"))["files"] == whole
    Path("other.md").unlink()
    assert run(["faulty.md", "--baseline", "k.json", "--update-baseline"]) == 0
    assert list(json.loads(Path("k.json").read_text("utf-8"))["files"]) == ["faulty.md"]
    capsys.readouterr()


@pytest.mark.parametrize("data", [b"", b"# report", b'{"schema": "x"}'])
def test_what_is_no_baseline_is_neither_used_nor_overwritten(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("k.json").write_bytes(data)
    for arguments in ([], ["--update-baseline"]):
        assert run(["faulty.md", "--baseline", "k.json", *arguments]) == 2
        assert "k.json" in capsys.readouterr().err
    assert Path("k.json").read_bytes() == data
    assert run(["faulty.md", "--baseline", "faulty.md", "--update-baseline"]) == 2


def test_the_configuration_may_name_the_baseline() -> None:
    written("govreport-lint.toml", 'baseline = "known/k.json"\n')
    Path("known").mkdir()
    assert found("--update-baseline")[2] == 0
    assert list(json.loads(Path("known/k.json").read_text("utf-8"))["files"]) == ["../faulty.md"]
    assert found()[0] == []


def test_settling_everything_and_then_the_baseline_leave_nothing_over_all_samples() -> None:
    for path in SAMPLES.iterdir():
        if path.is_file():
            shutil.copy(path, path.name)
    settle_everything()
    assert run([".", "--baseline", "k.json", "--update-baseline", "-q"]) == 0
    assert run([".", "--baseline", "k.json", "--fail-on", "info", "-q"]) == 0
    known = Path("k.json").read_text("utf-8")
    assert '"faulty.md"' not in known and '"town-2024.faulty.md"' in known


def test_the_files_of_the_run_itself_are_no_junk_among_the_reports(capsys: pytest.CaptureFixture[str]) -> None:
    written("govreport-lint.toml", 'baseline = "k.json"\n' + ENTRY)
    run([".", "--update-baseline"])
    capsys.readouterr()
    assert run(["."]) == 0
    assert "不是可读格式" not in capsys.readouterr().out
    written("other.json", "{}")
    run(["."])
    assert "另有 1 个文件不是可读格式" in capsys.readouterr().out


def test_every_way_to_check_settles_the_same() -> None:
    settle_everything()
    shutil.copy(SAMPLES / "town-2024.faulty.md", "other.md")
    written("govreport-lint.toml", ENTRY.replace("faulty.md", "other.md"))
    run(["other.md", "--baseline", "k.json", "--update-baseline", "--select", "A302"])
    told = []
    for jobs in ("1", "2"):
        run(["faulty.md", "other.md", "--baseline", "k.json", "--jobs", jobs, "--format", "json", "-o", "out.json"])
        told.append(Path("out.json").read_text("utf-8"))
    assert told[0] == told[1]
    assert "按说明不报：A303" in told[0] and "已列入基线" in told[0]


HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script> [a](http://b) \x1b[31m红\u202e 13012345678 | `c`'


@pytest.mark.parametrize("form", [known.name for known in output_formats()])
def test_a_reason_becomes_neither_markup_nor_a_command_in_any_output(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written("faulty.md", with_lines((1, asking(f"disable-file A303 {HOSTILE}")), (2, asking(f"disable {HOSTILE}"))))
    run(["faulty.md", "--format", f"{form}=out.xlsx"])
    told = capsys.readouterr().err + (
        Path("out.xlsx").read_bytes().decode("utf-8", "replace") if form != "xlsx" else ""
    )
    assert "\x1b[" not in told and "\u202e" not in told and "13012345678" not in told
    if form == "html":
        assert "<script>alert" not in told and '="http://x' not in told
    if form == "xlsx":
        book = openpyxl.load_workbook("out.xlsx")
        assert not any(cell.data_type == "f" or cell.hyperlink for sheet in book for row in sheet for cell in row)


def test_what_is_wrong_with_a_comment_is_told_beside_outputs_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    written("faulty.md", with_lines((3, asking("disable-file A303"))))
    run(["faulty.md", "--format", "github"])
    assert "faulty.md：第 3 行的注释：没有写明不报 A303 的理由" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_annotated_copies_mark_no_settled_finding(suffix: str) -> None:
    text = FAULTY if suffix == "md" else as_html(FAULTY)
    written(f"a.{suffix}", text + asking("disable-file A303 已与台账核对"))
    assert run(["annotate", f"a.{suffix}", "-o", "copy.html"]) == 0
    copy = Path("copy.html").read_text("utf-8")
    assert "A302" in copy and "govreport-lint: disable" not in copy
    assert copy.count("A303") == copy.count("按说明不报：A303") == 1
