"""The list outside the reports: entries validated whole, applied by file and fingerprint or place, over after a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from settled_reports import FAULTY, asking, codes, faults, settled, with_lines

from govreport_lint import Config, Linter, Result, lint_text
from govreport_lint.directive import FaultKind
from govreport_lint.finding import Place, SettledBy
from govreport_lint.rulebook.mistakes import Mistake
from govreport_lint.shipped import shipped_rulebook
from govreport_lint.suppressing.listed.applying import apply_list, listed
from govreport_lint.suppressing.listed.entry import Suppression
from govreport_lint.suppressing.listed.place_names import place_meant
from govreport_lint.suppressing.listed.suppression import Listed, MeantPlace

RULES = shipped_rulebook()
FORMS = RULES.forms
PLAIN = lint_text(FAULTY)
A303 = next(finding for finding in PLAIN.findings if finding.code == "A303")
CELL = "applications/granted/total"


def entry(**said: object) -> Suppression:
    given = {"rule": "A303", "files": ["*.md"], "place": CELL, "reason": "已与台账核对"} | said
    return msgspec.convert({key: value for key, value in given.items() if value is not None}, Suppression)


def ready(one: Suppression, base: str = "", by: str = "govreport-lint.toml:12") -> Listed:
    found = listed(one, RULES, by, base)
    assert isinstance(found, Listed), found
    return found


def checked(*entries: Listed, text: str = FAULTY, name: str = "镇/年报.md") -> Result:
    return Linter(RULES, Config(suppress=entries)).lint_text(text, "markdown", name)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"rule": "row-total"},
        {"rule": "A"},
        {"place": None, "fingerprint": A303.fingerprint},
        {"place": None, "fingerprint": f" {A303.fingerprint.upper()} "},
        {"place": "表三 · （一）予以公开 · 总计"},
        {"place": "表三 · 予以公开 · 总计"},
        {"place": "表三·予以公开"},
        {"place": "表三"},
        {"place": "三"},
        {"files": ["镇/"]},
        {"files": ["/镇/年报.md"]},
        {"files": ["别的.md", "镇/**"]},
        {"until": "2099-12-31"},
    ],
)
def test_an_entry_settles_the_finding_that_it_means(said: dict[str, object]) -> None:
    result = checked(ready(entry(**said)))
    assert "A303" in settled(result) and "A303" not in codes(result)
    one = next(one for one in result.suppressed if one.finding.code == "A303")
    assert (one.reason, one.by, one.means) == ("已与台账核对", "govreport-lint.toml:12", SettledBy.LIST)
    assert len(result.findings) + len(result.suppressed) == len(PLAIN.findings)
    assert result.coverage.failed == len(result.findings)


@pytest.mark.parametrize(
    "said",
    [
        {"rule": "A304"},
        {"files": ["别的.md"]},
        {"files": ["/年报.md"]},
        {"files": ["*.md", "!年报.md"]},
        {"place": None, "fingerprint": "0" * 16},
        {"place": "表三 · 部分公开"},
        {"place": "表四"},
        {"place": "四"},
    ],
)
def test_any_other_finding_stays(said: dict[str, object]) -> None:
    result = checked(ready(entry(**said)))
    assert "A303" in codes(result)


def test_files_are_told_from_the_folder_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "镇" / "年报.md"
    assert "A303" in settled(checked(ready(entry(files=["/镇/年报.md"]), str(tmp_path)), name=str(path)))
    assert "A303" in codes(checked(ready(entry(files=["/镇/年报.md"]), str(tmp_path / "镇")), name=str(path)))


def test_after_its_last_day_an_entry_no_longer_counts_and_that_is_told() -> None:
    one = ready(entry(until="2025-06-30"))
    last = apply_list("年报.md", PLAIN.findings, [one], lambda: date(2025, 6, 30))
    assert len(last.suppressed) == 1 and last.faults == ()
    after = apply_list("年报.md", PLAIN.findings, [one], lambda: date(2025, 7, 1))
    assert after.suppressed == {}
    assert [fault.kind for fault in after.faults] == [FaultKind.EXPIRED]
    assert "govreport-lint.toml:12" in after.faults[0].reason.zh and "2025-06-30" in after.faults[0].reason.zh
    assert apply_list("别的.txt", PLAIN.findings, [one], lambda: date(2025, 7, 1)).faults == ()


def test_a_comment_comes_before_the_list() -> None:
    text = with_lines((1, asking("disable-file A303 文中说明")))
    result = checked(ready(entry()), text=text)
    assert [one.reason for one in result.suppressed] == ["文中说明"]
    assert faults(result) == []


@pytest.mark.parametrize(
    ("said", "key", "told"),
    [
        ({"rule": "A3O3"}, "rule", "是不是 A303"),
        ({"rule": ""}, "rule", "没有名为“”的规则"),
        ({"files": []}, "files", "不能为空"),
        ({"files": [" "]}, "files", "不能为空"),
        ({"reason": " "}, "reason", "不能为空"),
        ({"fingerprint": "0" * 16}, "place", "只写一个"),
        ({"place": None}, "", "写明其中一个"),
        ({"place": None, "fingerprint": "0" * 15}, "fingerprint", "不是指纹"),
        ({"place": None, "fingerprint": "g" * 16}, "fingerprint", "不是指纹"),
        ({"place": ""}, "place", "没有名为“”的表"),
        ({"place": "表五"}, "place", "没有名为“表五”的表"),
        ({"place": "表三 · 予以公布"}, "place", "是不是 予以公开"),
        ({"place": "表三 · 予以公开 · 自然"}, "place", "是不是 自然人"),
        ({"place": "表三 · 自然人 · 予以公开"}, "place", "自然人"),
        ({"place": "表三 · 予以公开 · 总计 · 总计"}, "place", "最多"),
        ({"place": "七"}, "place", "表"),
        ({"place": "表四 行政复议"}, "place", "可用的有 applications"),
    ],
)
def test_a_wrong_entry_is_told_with_its_key(said: dict[str, object], key: str, told: str) -> None:
    found = listed(entry(**said), RULES, "govreport-lint.toml:12", "")
    assert isinstance(found, Mistake)
    assert found.key == key and told in found.reason.zh


@pytest.mark.parametrize(
    ("words", "holds", "not_holds"),
    [
        ("表三 · 总计", Place(3, "applications", None, "total"), Place(3, "applications", "granted", "other")),
        ("表三 · 总计", Place(3, "applications", "handled_total", "other"), Place(4, "remedies", "review", "total")),
        (
            "表三 · （七）总计 · 总计",
            Place(3, "applications", "handled_total", "total"),
            Place(3, "applications", None, "total"),
        ),
        (
            "表三 · 不予公开",
            Place(3, "applications", "refused_law", "total"),
            Place(3, "applications", "granted", "total"),
        ),
        ("Table 3 · granted", Place(3, "applications", "granted", "other"), Place(3, "applications", None, None)),
        (
            "表二 · 规章 · 现行有效件数",
            Place(2, "disclosure", "regulations", "in_force"),
            Place(2, "disclosure", "regulations"),
        ),
        (
            "表二 · 本年增/减",
            Place(2, "disclosure", "licences", "change"),
            Place(2, "disclosure", "licences", "decisions"),
        ),
        (
            "remedies/litigation_direct/total",
            Place(4, "remedies", "litigation_direct", "total"),
            Place(4, "remedies", "review", "total"),
        ),
        ("第三部分", Place(3), Place(4)),
        ("3", Place(3, "applications", "granted", "total"), Place(2, "disclosure")),
        ("六、其他需要报告的事项", Place(6), Place()),
        ("section 6", Place(6), Place(5)),
    ],
)
def test_places_are_read_in_the_words_of_people(words: str, holds: Place, not_holds: Place) -> None:
    found = place_meant(words, FORMS)
    assert isinstance(found, MeantPlace), found
    assert found.holds(holds) and not found.holds(not_holds)


def test_every_place_as_it_is_shown_is_read_back() -> None:
    from govreport_lint.output.words.places import place_words

    for form in FORMS:
        for table in form.tables:
            for row in table.rows:
                for column in (None, *table.columns_of(row.key)):
                    place = Place(table.section, table.key, row.key, column)
                    for width in (200, 24):
                        for language in ("zh", "en"):
                            words = place_words(form, place, language, width)
                            if "…" in words:
                                continue
                            found = place_meant(words, FORMS)
                            assert isinstance(found, MeantPlace), (words, found)
                            assert found.holds(place), words
