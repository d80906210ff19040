"""A file that is wrong is told in the file itself: line, column, what is meant, a mark under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from configured import configure, found, mistake, put

pytestmark = pytest.mark.usefixtures("faulty_folder")

Capture = pytest.CaptureFixture[str]

ENTRY = '[[suppress]]\nrule = "A303"\nfiles = ["*"]\nplace = "四"\nreason = "已核对"\n'

WRONG = [
    ('ignroe = ["A"]\n', "1:1：ignroe：没有名为“ignroe”的键；是不是 ignore", "ignroe"),
    ('lang = "en"\nfail-one = "error"\n', "2:1：fail_one：没有名为“fail_one”的键；是不是 fail_on", "fail-one"),
    ('[[per_file]]\nfiles = ["*"]\nignroe = ["A"]\n', "3:1：per_file.ignroe：没有名为“ignroe”的键；是不是 ignore", "ignroe"),
    (
        f'{ENTRY}{ENTRY}untill = "2025-01-01"\n',
        "11:1：suppress.untill：没有名为“untill”的键；是不是 until",
        "untill",
    ),
    ("[audit]\nsimilarty = 0.5\n", "2:1：audit.similarty：没有名为“similarty”的键；是不是 similarity", "similarty"),
    ('jobs = "2"\n', "1:8：jobs：应为整数，写成了带引号的文字", '"2"'),
    ("jobs = 300\n", "1:8：jobs：", "300"),
    ("jobs = -1\n", "1:8：jobs：", "-1"),
    ('ignore = "A"\n', "1:10：ignore：应为清单 […]，写成了带引号的文字", '"A"'),
    ("lang = 'fr'\n", "1:8：lang：没有名为“fr”的取值；可用的有 en、zh", "'fr'"),
    ("strict_files = 1\n", "1:16：strict_files：应为true 或 false，写成了整数", "1"),
    ("audit = 1\n", "1:9：audit：应为表 { 键 = 值 }，写成了整数", "1"),
    ("per_file = 1\n", "1:12：per_file：应为清单 […]，写成了整数", "1"),
    ('[[per_file]]\nignore = ["A"]\n', "1:1：per_file：缺少键“files”", "[[per_file]]"),
    ('ignore = ["A301", "A3O3"]\n', "1:20：ignore：没有名为“A3O3”的规则；是不是 A303", "A3O3"),
    ('select = [\n  "A301",\n  "Q1",\n]\n', "3:4：select：没有名为“Q1”的规则", "Q1"),
    ('extend_select = ["Q1"]\n', "1:19：extend_select：没有名为“Q1”的规则", "Q1"),
    ('extend-ignore = ["Q1"]\n', "1:19：extend_ignore：没有名为“Q1”的规则", "Q1"),
    ('locked = ["colum-balance"]\n', "1:12：locked：没有名为“colum-balance”的规则；是不是 column-balance", "colum-balance"),
    ('[severity]\nA301 = "info"\nA3O3 = "off"\n', "3:1：severity.A3O3：没有名为“A3O3”的规则；是不是 A303", "A3O3"),
    ('[severity]\nA303 = "of"\n', "2:8：severity.A303：没有名为“of”的取值；是不是 off", '"of"'),
    ('[[per_file]]\nfiles=["*"]\nignore=["Q1"]\n', "3:10：per_file.ignore：没有名为“Q1”的规则", "Q1"),
    (
        '[[per_file]]\nfiles=["*"]\n[per_file.severity]\nQ1="off"\n',
        "4:1：per_file.severity.Q1：没有名为“Q1”的规则",
        "Q1",
    ),
    ('packs = ["no.toml"]\n', "1:11：packs：没有这个文件：", "no.toml"),
    ('extends = ["no.toml"]\n', "1:13：extends：没有这个文件：", "no.toml"),
    ('previous = "no"\n', "1:13：previous：没有这个文件：", "no"),
    ('format = ["text", "sariff=a"]\n', "1:20：format：没有名为“sariff”的输出；是不是 sarif", "sariff"),
    ('fail_on = "error"\nfail-on = "never"\n', "2:1：fail-on：“fail-on”写了两次（- 和 _ 相同）", "fail-on"),
    ('[audit]\nreturn_by="a"\nreturn-by="b"\n', "3:1：return-by：“return-by”写了两次", "return-by"),
    ("lang = \n", "1:7：不是有效的 TOML：", None),
    ('a = 1\na = 2\n', "2:", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "marked"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_mistake(text: str, expected: str, marked: str | None, capsys: Capture) -> None:
    path = configure(text).absolute()
    place, _, shown, mark = mistake(capsys)
    assert place.startswith(f"{path}:{expected}"), place
    line = int(expected.partition(":")[0])
    assert shown == f"{line} | {text.splitlines()[line - 1]}".rstrip()
    if marked:
        at = mark.index("^")
        # The mark is counted in cells of a terminal, the line here holds none that takes two before it.
        assert shown[at : at + mark.count("^")] == marked


def test_the_words_are_english_where_that_is_asked_for(capsys: Capture) -> None:
    configure('ignroe = ["A"]\n')
    assert "ignroe: there is no key “ignroe”; did you mean ignore" in mistake(capsys, "--lang", "en")[0]


def test_a_mistake_in_a_pyproject_is_told_there(capsys: Capture) -> None:
    put("pyproject.toml", '[tool.other]\nignroe = 1\n\n[tool.govreport-lint]\nignroe = ["A"]\n')
    assert f"{Path('pyproject.toml').absolute()}:5:1：ignroe：" in mistake(capsys)[0]
    put("pyproject.toml", '[tool.govreport-lint]\nignore = ["A", "Q1"]\n')
    assert "pyproject.toml:2:17：ignore：" in mistake(capsys)[0]
    put("pyproject.toml", "[tool]\ngovreport-lint = 1\n")
    assert "没有 [tool.govreport-lint] 这张表" in mistake(capsys)[0]


def test_a_mistake_in_a_file_that_is_extended_is_told_there(capsys: Capture) -> None:
    configure('extends = ["县/county.toml"]\n')
    configure('ignore = ["A"]\nignroe = ["A"]\n', "县/county.toml")
    assert f"{Path('县/county.toml').absolute()}:2:1：ignroe" in mistake(capsys)[0]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_mark_of_utf8_and_line_ends_of_windows(mark: str, end: str, capsys: Capture) -> None:
    Path("govreport-lint.toml").write_bytes(f'{mark}ignore = ["A"]{end}lang = "en"{end}'.encode())
    assert not any(code.startswith("A") for code in found())
    Path("govreport-lint.toml").write_bytes(f'{mark}ignore = ["A"]{end}ignroe = ["A"]{end}'.encode())
    place, _, shown, below = mistake(capsys)
    assert ":2:1：ignroe：" in place
    assert (shown, below) == ('2 | ignroe = ["A"]', "  | ^^^^^^")


def test_another_encoding_is_told(capsys: Capture) -> None:
    Path("govreport-lint.toml").write_bytes('exclude = ["旧"]\n'.encode("gb18030"))
    assert "govreport-lint.toml" in mistake(capsys)[0]


def test_the_two_ways_to_write_a_key_are_the_same() -> None:
    configure('extend-ignore = ["A"]\nfail-on = "never"\n[[per-file]]\nfiles = ["*"]\nignore = ["T"]\n')
    left = found()
    assert left
    assert not any(code[0] in "AT" for code in left)


def test_names_of_rules_keep_their_hyphens() -> None:
    configure('[severity]\nrow-total = "info"\n')
    assert found()["A303"] == "info"


def test_paths_are_told_from_the_folder_of_their_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport_lint.configuration.reading import read_configuration

    put("县/p.toml", "")
    put("县/去年.md", "")
    path = configure('packs = ["p.toml"]\nprevious = "去年.md"\nbaseline = "known.json"\n', "县/c.toml").absolute()
    monkeypatch.chdir("县")
    says = read_configuration(path).says
    assert says.packs == (str(path.parent / "p.toml"),)
    assert says.previous == str(path.parent / "去年.md")
    assert says.baseline == str(path.parent / "known.json"), "which the program may make itself"


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff"])
def test_an_empty_file_says_nothing(text: str) -> None:
    configure(text)
    assert found() == found("--isolated")
