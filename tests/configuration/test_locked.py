"""What a county has locked stays as it is, whatever is tried below it, and who tries is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from configured import configure, found, mistake, put

from govreport_lint.cli import run

pytestmark = pytest.mark.usefixtures("faulty_folder")
Capture = pytest.CaptureFixture[str]

LOCK = 'locked = ["A303", "N"]\n'
ON_TOP = 'extends = ["county.toml"]\n'
ENTRY = '[[suppress]]\nrule = "A303"\nfiles = ["*"]\nplace = "四"\nreason = "已核对"\n'


def locked(text: str, lock: str = LOCK) -> None:
    configure(lock, "county.toml")
    configure(ON_TOP + text)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('ignore = ["A303"]\n', "2:12：ignore：A303", "设为不查"),
        ('ignore = ["T", "A"]\n', "2:17：ignore：A303", "设为不查"),
        ('extend_ignore = ["row-total"]\n', "2:19：extend_ignore：A303", "设为不查"),
        ('[severity]\nA303 = "off"\n', "3:8：severity.A303：A303", "设为不查"),
        ('[severity]\nA3 = "warning"\n', "3:6：severity.A3：A303", "降级"),
        ('[severity]\nrow-total = "info"\n', "3:13：severity.row-total：A303", "降级"),
        ('[[per_file]]\nfiles = ["旧/*"]\nignore = ["N5"]\n', "4:12：per_file.ignore：N5", "设为不查"),
        ('[[per_file]]\nfiles = ["*"]\nseverity = { A303 = "info" }\n', "4:21：per_file.severity.A303：A303", "降级"),
        (ENTRY, "3:8：suppress.rule：A303", "写说明不报"),
    ],
)
def test_it_is_refused_and_told(text: str, place: str, what: str, capsys: Capture) -> None:
    locked(text)
    told, _, shown, mark = mistake(capsys)
    assert f"govreport-lint.toml:{place}" in told
    assert "county.toml 锁定，不能" in told and told.endswith(what)
    assert shown and mark.endswith("^")


def test_ignore_of_the_command_line(capsys: Capture) -> None:
    locked("")
    for word in ("A303", "A", "row-total"):
        assert run(["faulty.md", "--ignore", word]) == 2
        assert "--ignore：A303 由" in capsys.readouterr().err
    assert "A302" not in found("--ignore", "A302")


def test_select_does_not_drop_them() -> None:
    locked("")
    assert {code[0] for code in found("--select", "T")} == {"T", "A", "N"}
    locked('select = ["T"]\n')
    left = found()
    assert "A303" in left and "A302" not in left


def test_stricter_is_fine() -> None:
    locked('[severity]\nN = "error"\n')
    assert found()["N501"] == "error"


def test_as_strict_as_the_county_is_fine_and_milder_is_not(capsys: Capture) -> None:
    lock = LOCK + '[severity]\nA303 = "warning"\nN501 = "error"\n'
    locked('[severity]\nA303 = "warning"\n', lock)
    assert found()["A303"] == "warning"
    locked('[severity]\nN501 = "warning"\n', lock)
    assert "N501 由" in mistake(capsys)[0]


def test_the_county_itself_may_settle_what_it_locks() -> None:
    configure('locked = ["A303"]\n[severity]\nA303 = "info"\n')
    assert found()["A303"] == "info"


def test_the_first_lock_is_told(capsys: Capture) -> None:
    configure('locked = ["A"]\n', "city.toml")
    configure('extends = ["city.toml"]\nlocked = ["A303"]\n', "county.toml")
    configure(ON_TOP + 'ignore = ["A303"]\n')
    assert "city.toml 锁定" in mistake(capsys)[0]


def test_comments_do_not_settle_them() -> None:
    text = "\n<!-- govreport-lint: disable-file A303, A302 已核对 -->\n"
    with Path("faulty.md").open("a", encoding="utf-8") as report:
        report.write(text)
    assert not {"A302", "A303"} & found().keys()
    locked("")
    assert {"A302", "A303"} & found().keys() == {"A303"}


def test_isolated_and_another_configuration_are_free_of_it() -> None:
    locked("")
    assert "A303" not in found("--isolated", "--ignore", "A303")
    put("own/govreport-lint.toml", "")
    shutil.copy("faulty.md", "own/faulty.md")
    assert "A303" not in found("--ignore", "A303", file="own/faulty.md")
