"""Packs of one's own: what they may hold, how they join what is shipped, and every mistake shown where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport_lint.errors import RuleError
from govreport_lint.linter import Linter
from govreport_lint.rulebook.files.positions import spot_at
from govreport_lint.rulebook.own.codes import OWN_CODE
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.rulebook import Rulebook
from govreport_lint.shipped import rulebook_with, shipped_rulebook

PACK = """\
title = "本县规则"
family = "language"
keywords = ["承接"]

[[rules]]
code = "X101"
name = "our-words"
severity = "warning"
title = { zh = "不用的提法", en = "words not used" }
message = "“{word}”在本县词表里。"
suggestion = "请改。"
basis = "本县要求"
silences = [{ codes = ["L905"], same = "sentence" }]
bad = [{ replaces = "title", text = "某某提法" }]
[rules.check]
kind = "word-list"
words = [{ word = "某某提法" }]

[[rules]]
code = "XMY102"
name = "our-carry"
family = "arithmetic"
severity = "error"
title = "结转多于三件"
message = "“{column}”列：{left}，{right}。"
suggestion = "请核实。"
basis = "本县要求"
[rules.check]
kind = "equation"
table = "applications"
each = "column"
only = ["total"]
expression = "结转下年度 <= 3"

[[rules]]
code = "X103"
name = "our-count"
severity = "info"
title = "收到件数"
message = "正文写“{stated}”，{cells}。"
suggestion = "请核实。"
basis = "本县要求"
[rules.check]
kind = "claimed-count"
table = "applications"
compared = [{ subjects = ["received"], equals = "新收.总计" }]

[options.L904]
shortest = 30

[drop.L905]
words = ["布署"]

[add.wrong-words]
words = [{ word = "示范县", instead = "示范镇" }]

[[words]]
name = "our_things"
words = ["公开请求件", "公开请求函"]

[[claims]]
subjects = ["received"]
forms = ["承接{our_things}{fill}{0,3}{count}"]
needs = ["承接公开"]

[scopes]
part = ["开发区代办"]

[names]
our_subject = "本县说法"
"""


def load(folder: Path, text: str, name: str = "our-county.toml") -> Rulebook:
    pack = folder / name
    pack.write_text(text, encoding="utf-8")
    return rulebook_with([pack])


def codes_in(rulebook: Rulebook, words: str) -> list[str]:
    """The codes found in the standard report with these words in it."""
    report = standard_report().replace("按月检查", words + "按月检查", 1)
    return [finding.code for finding in Linter(rulebook).lint_text(report, "markdown", "report").findings]


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return load(tmp_path_factory.mktemp("own"), PACK)


def test_rules_of_several_families_stand_in_one_pack(rulebook: Rulebook) -> None:
    families = {rule.code: rule.family for rule in rulebook.rules if rule.code.startswith("X")}
    assert families == {"X101": "language", "XMY102": "arithmetic", "X103": "language"}
    assert rulebook.packs[-1].title.zh == rulebook.packs[-1].title.en == "本县规则"


def test_a_text_may_be_written_once(rulebook: Rulebook) -> None:
    rule = rulebook.by_name["our-words"]
    assert rule.title.en == "words not used"
    assert rule.message.zh == rule.message.en == "“{word}”在本县词表里。"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("", []),
        ("落实某某提法，", ["X101"]),
        ("示范县，", ["L905"]),
        ("布署，", []),
        ("部份，", ["L905"]),
        ("承接公开请求函99件，", ["N501", "X103"]),
        ("承接公开请求件12件，", []),
        ("开发区代办承接公开请求件99件，", []),
    ],
)
def test_it_judges_by_the_pack(rulebook: Rulebook, words: str, codes: list[str]) -> None:
    assert sorted(codes_in(rulebook, words)) == codes


def test_an_option_takes_the_place_of_the_shipped_one_and_the_shipped_rulebook_stays(rulebook: Rulebook) -> None:
    assert rulebook.checks["L904"].options.shortest == 30
    assert shipped_rulebook().checks["L904"].options.shortest == 20
    assert codes_in(shipped_rulebook(), "布署，") == ["L905"]


def test_equal_packs_are_one_rulebook_and_a_changed_one_another(tmp_path: Path) -> None:
    first = load(tmp_path, PACK)
    assert load(tmp_path, PACK) is first
    assert load(tmp_path, PACK.replace("shortest = 30", "shortest = 31")) is not first


def test_a_pack_extends_another_by_its_path_from_it(tmp_path: Path) -> None:
    (tmp_path / "province").mkdir()
    (tmp_path / "province" / "province.toml").write_text(
        'extends = "more.toml"\n[options.L904]\nshortest = 40\n', "utf-8"
    )
    (tmp_path / "province" / "more.toml").write_text('[drop.L905]\nwords = ["部份"]\n', "utf-8")
    rulebook = load(tmp_path, 'extends = ["province/province.toml"]\n[add.L905]\nwords = [{ word = "示范县" }]\n')
    assert rulebook.checks["L904"].options.shortest == 40
    assert codes_in(rulebook, "部份，") == [] and codes_in(rulebook, "示范县，") == ["L905"]
    over = load(tmp_path, 'extends = ["province/province.toml"]\n[options.L904]\nshortest = 50\n', "over.toml")
    assert over.checks["L904"].options.shortest == 50


def test_a_pack_named_twice_is_read_once(tmp_path: Path) -> None:
    load(tmp_path, PACK)
    path = tmp_path / "our-county.toml"
    assert len([rule for rule in rulebook_with([path, str(path)]).rules if rule.code == "X101"]) == 1


def test_no_shipped_code_is_one_that_packs_may_use() -> None:
    import re

    assert not [rule.code for rule in shipped_rulebook().rules if re.match(OWN_CODE[0], rule.code)]


MISTAKES: dict[str, tuple[str, str, str, str]] = {
    # what is replaced, by what, what is marked in that line, what is said
    "key of the pack": ('keywords = ["承接"]', 'keyword = ["承接"]', "keyword", "是不是 keywords"),
    "family": ('family = "language"', 'family = "langauge"', '"langauge"', "language"),
    "family of a rule": ('family = "arithmetic"', 'family = "arithmetics"', '"arithmetics"', "arithmetic"),
    "no family": ('family = "language"\n', "", "[[rules]]", "缺少键“family”"),
    "code of a shipped family": ('"X101"', '"L951"', '"L951"', "X101"),
    "code without digits": ('"X101"', '"X1"', '"X1"', "三位数字"),
    "code twice": ('"X103"', '"X101"', '"X101"', "our-county.toml:6"),
    "name in Chinese": ('"our-words"', '"本县词表"', '"本县词表"', "小写字母"),
    "name of a shipped rule": ('"our-words"', '"wrong-words"', '"wrong-words"', "language.toml"),
    "no basis": ('basis = "本县要求"\nsilences', "silences", "[[rules]]", "缺少键“basis”"),
    "severity": ('severity = "error"', 'severity = "fatal"', '"fatal"', "error、info、warning"),
    "text that is a number": ('title = "收到件数"', "title = 5", "5", "整数"),
    "key of a rule": ('suggestion = "请改。"', 'sugestion = "请改。"', "sugestion", "suggestion"),
    "key of a text": ('en = "words not used"', 'eng = "words not used"', "eng", "是不是 en"),
    "placeholder in a text written once": ("“{word}”在", "“{wrd}”在", "{wrd}", "word"),
    "brace that is alone": ("“{word}”在", "“{word”在", "{", "花括号"),
    "placeholder of another kind": ("{left}，{right}。", "{stated}。", "{stated}", "占位符"),
    "kind": ('kind = "word-list"', 'kind = "wordlist"', '"wordlist"', "word-list"),
    "no kind": ('kind = "word-list"\n', "", "[rules.check]", "check.kind"),
    "option of a kind": ('only = ["total"]', 'onyl = ["total"]', "onyl", "only"),
    "option within": ('words = [{ word = "某某提法" }]', 'words = [{ wort = "某某提法" }]', "wort", "word"),
    "table": ('table = "applications"\neach', 'table = "aplications"\neach', "aplications", "applications"),
    "each": ('each = "column"', 'each = "collumn"', '"collumn"', "column"),
    "row in an equation": ("结转下年度 <= 3", "结转下年 <= 3", "结转下年", "结转下年度"),
    "syntax of an equation": ("结转下年度 <= 3", "结转下年度 =< 3", "=< 3", "写法有误"),
    "arithmetic of an equation": ("结转下年度 <= 3", "结转下年度 * 2 <= 3", "结转下年度 * 2 <= 3", "整数之和"),
    "empty equation": ('"结转下年度 <= 3"', '""', '""', "不能为空"),
    "empty key in a list": ('only = ["total"]', 'only = [""]', '""', "不能为空"),
    "column of a cell": ("新收.总计", "新收.总记", "总记", "总计"),
    "claim": ('compared = [{ subjects = ["received"]', 'compared = [{ subjects = ["recieved"]', "recieved", "received"),
    "silenced rule": ('codes = ["L905"]', 'codes = ["L950"]', '"L950"', "L90"),
    "range of a silence": ('same = "sentence"', 'same = "sentense"', '"sentense"', "sentence"),
    "key of an example": ("replaces =", "replace =", "replace", "replaces"),
    "paper of an example": ('text = "某某提法" }]', 'text = "某某提法", paper = "last" }]', '"last"', "previous"),
    "place of an example": ('replaces = "title"', 'replaces = "titel"', '"titel"', "title"),
    "rule whose option is changed": ("[options.L904]", "[options.L994]", "L994", "L904"),
    "own rule whose option is changed": ("[options.L904]", "[options.X101]", "X101", "自己的规则"),
    "option that is changed": ("shortest = 30", "shortets = 30", "shortets", "shortest"),
    "type of a changed option": ("shortest = 30", 'shortest = "三十"', '"三十"', "整数"),
    "equation of a shipped rule": ("[options.L904]\nshortest = 30", '[options.A301]\nexpression = "新收 == 1"', "expression", "另写一条"),
    "kind of a shipped rule": ("[options.L904]\nshortest = 30", '[options.L904]\nkind = "doubled"', "kind", "另写一条"),
    "item that is not there": ('words = ["布署"]', 'words = ["布暑"]', '"布暑"', "布署"),
    "add to what is no list": ("[add.wrong-words]\nwords = [{ word", "[add.L904]\nshortest = [{ word", "shortest", "[options]"),
    "added item": ('words = [{ word = "示范县", instead', 'words = [{ word = "示范县", insted', "insted", "instead"),
    "added items that are no list": ('words = [{ word = "示范县", instead = "示范镇" }]', 'words = "示范县"', '"示范县"', "清单"),
    "word list of a claim": ("{our_things}", "{our_thing}", "{our_thing}", "our_things"),
    "expression of a claim": ("承接{our_things}", "承接({our_things}", '"承接({our_things}{fill}{0,3}{count}"', "正则表达式"),
    "words that name themselves": ('["公开请求件", "公开请求函"]', '["公开{our_things}"]', '"公开{our_things}"', "没有尽头"),
    "subject of a claim": ('subjects = ["received"]\nforms', 'subjects = ["receive"]\nforms', '"receive"', "[names]"),
    "kind of a claim": ("needs = [", 'kind = "number"\nneeds = [', '"number"', "count"),
    "topic of a claim": ("needs = [", 'topic = ["topic_aplication"]\nneeds = [', '"topic_aplication"', "topic_application"),
    "words that a claim is about": ("needs = [", 'about = "our_thigs"\nneeds = [', '"our_thigs"', "our_things"),
    "needs of a claim": ('needs = ["承接公开"]', "needs = []", "[[claims]]", "needs"),
    "scope": ("part = [", "parts = [", "parts", "part"),
    "extended pack": ('title = "本县规则"', 'extends = ["no.toml"]', '"no.toml"', "没有这个文件"),
    "extends that is no text": ('title = "本县规则"', "extends = [1]", "[1]", "文件名"),
    "pack that extends itself": ('title = "本县规则"', 'extends = ["our-county.toml"]', '"our-county.toml"', "引用了自己"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_shown_where_it_stands(tmp_path: Path, mistake: str) -> None:
    right, wrong, marked, said = MISTAKES[mistake]
    assert PACK.count(right) == 1
    at = PACK.index(right)
    text = PACK.replace(right, wrong)
    with pytest.raises(RuleError) as caught:
        load(tmp_path, text)
    error = caught.value
    assert error.spot, str(error)
    start = error.spot.column - 1
    assert error.spot.source[start : start + error.spot.width] == marked, str(error)
    assert error.path.endswith("our-county.toml") and said in error.reason, str(error)
    assert error.english != error.reason
    if marked.startswith(("[[", "[rules")):
        assert error.spot.source == marked
    elif mistake != "code twice":
        assert spot_at(text, at, at + 1).line <= error.spot.line <= spot_at(text, at + len(wrong), at + len(wrong)).line


def test_a_mistake_that_two_packs_make_together_is_shown_in_the_second(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    text = PACK.partition("[options")[0]
    other.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"our-county\.toml:6:8.*other\.toml:6"):
        rulebook_with([other, load_path(tmp_path, text)])


def test_a_wrong_item_is_shown_though_others_were_added_or_taken_out_before(tmp_path: Path) -> None:
    first = load_path(
        tmp_path, '[drop.L905]\nwords = ["布署", "部份"]\n[add.L905]\nwords = [{ word = "甲" }]\n', "a.toml"
    )
    later = load_path(tmp_path, '[add.L905]\nwords = [\n  { word = "乙" },\n  { wort = "丙" },\n]\n', "b.toml")
    with pytest.raises(RuleError, match=r"b\.toml:4:5.*wort"):
        rulebook_with([first, later])


def load_path(folder: Path, text: str, name: str = "our-county.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_circle_of_packs(tmp_path: Path) -> None:
    load_path(tmp_path, 'extends = "b.toml"\n', "a.toml")
    load_path(tmp_path, 'extends = "a.toml"\n', "b.toml")
    with pytest.raises(RuleError, match=r"b\.toml:1:11.*引用了自己"):
        rulebook_with([tmp_path / "a.toml"])


@pytest.mark.parametrize(
    ("what", "said"), [("folder", "文件夹"), ("missing", "没有这个文件"), ("large", "太大")], ids=lambda word: word
)
def test_what_is_no_pack_is_told(tmp_path: Path, what: str, said: str) -> None:
    path = tmp_path / "pack.toml"
    if what == "folder":
        path.mkdir()
    elif what == "large":
        path.write_bytes(b"# \n" * 3_000_000)
    with pytest.raises(RuleError, match=rf"pack\.toml：.*{said}"):
        rulebook_with([path])


def test_whatever_stands_in_a_line_the_pack_is_taken_or_told(tmp_path: Path) -> None:
    lines, values = PACK.splitlines(), (None, '""', '[{ zh = "{" }]', "5")
    report = standard_report().replace("按月检查", "某某提法，承接公开请求函99件，按月检查", 1)
    taken = 0
    for number, line in enumerate(lines):
        if number % 2:
            continue
        value = values[number // 2 % len(values)]
        other = [] if value is None else [f"{line.partition('=')[0]}= {value}"]
        try:
            rulebook = load(tmp_path, "\n".join([*lines[:number], *other, *lines[number + 1 :]]))
        except RuleError as error:
            assert error.spot and error.reason != error.english
        else:
            taken += 1
            Linter(rulebook).lint_text(report, "markdown", "report")
    assert taken < len(lines) / 4
