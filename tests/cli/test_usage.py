"""Usage errors: in Chinese first, and about what was really asked for."""

from __future__ import annotations

import pytest

from govreport_lint.cli import run

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "expected", "unwanted"),
    [
        (["explain"], "没有给出规则代码", "要检查的文件"),
        (["extract"], "没有给出要检查的文件或文件夹", "规则代码"),
        (["template", "--year", "2024", "-o", "a.md"], "缺少 --organ", "要检查的文件"),
        (["a.md", "--lang", "fr"], "--lang 的值不对：只能是 zh、en", "的值不对：'fr'"),
        (["a.md", "--fail-on", "all"], "--fail-on 的值不对：只能是 error、warning、info、never", "不对：'all'"),
        (["a.md", "--format", "xml"], "--format 的值不对：只能是 text、concise、json", "不对：'xml'"),
        (
            ["template", "--organ", "示范镇", "-o", "a.md", "--year", "99"],
            "--year 的值不对：应在 2019 至 2100 之间",
            "不对：99",
        ),
        (
            ["template", "--organ", "示范镇", "-o", "a.md", "--year", "今年"],
            "--year 的值不对：应在 2019 至 2100 之间",
            "不对：'今年'",
        ),
    ],
)
def test_the_words(arguments: list[str], expected: str, unwanted: str, capsys: Capture) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert expected in said
    assert unwanted not in said


@pytest.mark.parametrize("arguments", [["explain"], ["a.md", "--lang", "fr"], ["a.md", "--lang"]])
def test_english_follows(arguments: list[str], capsys: Capture) -> None:
    run(arguments)
    assert "（" in capsys.readouterr().err.splitlines()[0]
