"""The page of an audit: one file that loads nothing, in which text is never markup and everything can be read."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from made_audits import form, made_audit, units
from made_items import items_of
from msgspec.structs import replace

from govreport_lint.auditing.audited import (
    Audit,
    Decision,
    NotJudged,
    Piece,
    PieceCell,
    Progress,
    Template,
    Verdict,
    WorkbookCheck,
)
from govreport_lint.auditing.papers.page.page import page, write
from govreport_lint.auditing.papers.page.signs import signed, written
from govreport_lint.finding import Evidence, Place
from govreport_lint.language import same
from govreport_lint.likeness.alike import AlikePassage, Likeness
from govreport_lint.output.page.markup import el
from govreport_lint.output.words.problems import Problem

SCRIPT = "</td><script>alert(1)</script><img src=http://x.example/a onerror=alert(2)>\"'\u202e\x1b[31m"
VOID = {"meta", "link", "input", "br"}


@pytest.fixture(scope="module")
def audit() -> Audit:
    return made_audit()


@pytest.fixture(scope="module")
def html(audit: Audit) -> str:
    return page(audit)


class Tags(HTMLParser):
    """The start tags of a page with their attributes; ``wrong`` are end tags that close nothing."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def starts(html: str) -> list[tuple[str, dict[str, str]]]:
    """The start tags with their attributes."""
    return Tags(html).found


def hostile(text_of_reports: str = SCRIPT) -> Audit:
    """Every text that comes from reports, files and people is an attack, or another text."""
    audit = made_audit(count=12)
    first = audit.units[0]
    assert first.unit and first.entry and audit.sums and audit.workbook
    unit = replace(first.unit, name=text_of_reports)
    text = same(text_of_reports)
    item = replace(
        first.items[0], unit=text_of_reports, title=text, code="X001", quote=text_of_reports, message=text, suggestion=text, basis=text,
        where=text, also=(text,), source=text_of_reports, number="01-001", decision=Decision(text_of_reports, text_of_reports, text_of_reports),
        piece=Piece(text_of_reports, (text_of_reports,), ((text_of_reports, (PieceCell(text_of_reports, "wrong", text_of_reports),)),)),
    )  # fmt: skip
    passage = AlikePassage(1, text_of_reports, text_of_reports, ((2, 9), (5, 400)), 3)
    bad = replace(
        first, unit=unit, entry=replace(first.entry, path=text_of_reports, signed=text_of_reports), items=(item,),
        filing=replace(first.filing, unit=text_of_reports, by=text_of_reports, unreadable=(text_of_reports,), nearest=(text_of_reports,)),
        alike=(Likeness(text_of_reports, 20, 18, (passage,)),),
        not_judged=tuple(replace(one, where=text, reason=text) for one in first.not_judged),
    )  # fmt: skip
    cells = tuple(replace(one, missing=(text_of_reports,), unusable=(text_of_reports,)) for one in audit.sums.cells)
    return replace(
        audit, place=text_of_reports, date=text_of_reports, units=(bad, *audit.units[1:]),
        sums=replace(audit.sums, cells=cells, missing=(text_of_reports,), counted=(text_of_reports,)),
        workbook=replace(audit.workbook, path=text_of_reports, layout=text_of_reports, unknown=(text_of_reports,), absent=(text_of_reports,)),
        templates=(Template(text_of_reports, (text_of_reports,)),), passed_over={text_of_reports: 1}, remarks=(text,),
        unread=tuple(replace(one, path=text_of_reports, problem=Problem(text_of_reports, text)) for one in audit.unread),
    )  # fmt: skip


def test_text_is_never_markup() -> None:
    """However often the attack is printed, the page has one script, no image, no handler and no strange address."""
    made = page(hostile())
    tags = starts(made)
    assert unescape(made).count("<script>alert(1)</script>") > 30
    assert [name for name, _ in tags].count("script") == 1
    assert not {"img", "iframe", "object", "embed", "base"} & {name for name, _ in tags}
    for _, attributes in tags:
        assert not [key for key in attributes if key.startswith("on")]
        assert attributes.get("href", "#").startswith(("#", "data:,"))
    assert "\u202e" not in made and "\x1b" not in made


def test_every_element_is_closed_where_it_was_opened() -> None:
    for made in (page(hostile()), page(made_audit())):
        tags = Tags(made)
        assert (tags.open, tags.wrong) == ([], [])


def test_nothing_is_loaded_and_the_policy_knows_the_two_that_are_within(html: str) -> None:
    policy = next(a["content"] for n, a in starts(html) if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (within,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(within.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
        assert f"</{tag}" not in within
    assert not re.search(r"(?:src|srcset|action)=|url\(|@import|https?://", html)
    assert not any("style" in attributes for _, attributes in starts(html))


def test_no_name_stands_twice_and_every_link_leads_somewhere(html: str) -> None:
    names = [attributes["id"] for _, attributes in starts(html) if "id" in attributes]
    assert len(names) == len(set(names))
    links = {attributes["href"][1:] for name, attributes in starts(html) if name in ("a", "use")}
    assert links <= set(names)


def test_all_items_are_there_to_be_read_without_the_script(audit: Audit, html: str) -> None:
    every = [item for one in (*audit.units, *audit.unlisted) for item in one.items]
    for item in every:
        assert f'id="{item.number}"' in html
    assert (
        html.count('<details class="item') - html.count("item sum") - html.count("item pair") - html.count("item plain")
        == len(every) + 1
    )


def test_two_megabytes_are_enough_for_sixty_units(audit: Audit) -> None:
    extra = [
        replace(one, unit=replace(one.unit, number=45 + at, name=f"{one.unit.name}{at}"), items=())
        for at, one in enumerate(audit.units[:15], 1)
        if one.unit
    ]
    many = tuple(
        replace(
            one,
            items=tuple(replace(item, number=f"{at:02d}-{n:03d}") for n, item in enumerate(items_of(units()[0]) * 2)),
        )
        for at, one in enumerate((*audit.units, *extra), 1)
    )
    assert sum(len(one.items) for one in many) >= 600
    assert len(page(replace(audit, units=many)).encode()) < 2_000_000


def test_the_head_counts_what_the_units_came_to(audit: Audit, html: str) -> None:
    head = html[html.index('<header class="head"') : html.index("<nav")]
    text = re.sub(r"<[^>]+>", " ", head)
    assert re.search(r"示范县\s+2024 年", text) and "第 2 轮 · 2025-01-22" in text
    assert re.search(r"已报 / 应报\s+43\s+/ 44\s+1 个缺报，1 个不可读", text)
    told = [one.conclusion for one in audit.units]
    for word in ("退回修改", "请核实", "通过"):
        assert re.search(rf"{word}\s+{sum(one == word for one in told)}\s", text)
    assert "已改仍不符" in text
    assert "整改情况" not in page(replace(audit, round=1))[: html.index("<nav")]


def test_items_that_are_settled_are_shown_and_not_counted(audit: Audit) -> None:
    item = replace(items_of(units()[0], ("A301",))[0], progress=Progress.NEW, decision=Decision())
    mended = replace(item, number="01-900", progress=Progress.MENDED)
    quiet = replace(item, number="01-901", decision=Decision("不属实", "有依据"))
    only = replace(audit, units=(replace(audit.units[0], items=(mended, quiet)),), unlisted=(), county=None)
    made = page(only)
    row = made[made.index('<tr role="row" data-unit="u-01"') : made.index("</tbody>")]
    assert "aria-label" not in row and "通过" in row
    assert made.count('class="item done"') == 2 and "不属实 · 有依据" in made


def test_items_mended_since_the_last_round_stand_with_their_unit(audit: Audit) -> None:
    item = replace(items_of(units()[1], ("A301",))[0], number="02-777", progress=Progress.MENDED)
    made = page(replace(audit, mended=(item, item)))
    unit = made[made.index('id="u-02"') : made.index('id="u-03"')]
    assert 'id="02-777"' in unit
    assert page(replace(audit, mended=audit.units[0].items)) == page(audit)


def test_both_sides_of_a_piece_are_marked_in_words_too(html: str) -> None:
    piece = html[html.index('<figure class="piece"') :]
    piece = piece[: piece.index("</figure>")]
    assert "表三 收到和处理政府信息公开申请情况" in piece
    assert 'class="wrong"' in piece and 'class="held"' in piece
    assert "（有问题）" in piece and "（对照）" in piece and "<ins>" in piece


def test_the_figures_of_the_other_paper_stand_beneath_those_of_the_report(audit: Audit) -> None:
    first = audit.units[0]
    columns = ("自然人", "总计")
    piece = Piece("applications", columns, (("一、新收", (PieceCell("15"), PieceCell("26", "wrong"))),))
    total = Evidence(Place(3, "applications", "received", "total"), "33", "workbook")
    elsewhere = Evidence(Place(4, "remedies", "review", "total"), "9", "workbook")
    item = replace(first.items[0], quote="26", piece=piece, source="workbook", evidence=(total, elsewhere))
    made = page(replace(audit, units=(replace(first, items=(item,)),)))
    shown = made[made.index('<figure class="piece"') : made.index("</figure>")]
    assert re.findall(r'<th scope="row">(.*?)</th>', shown) == ["一、新收", "汇总表 一、新收"]
    assert '<td></td><td class="held"><b>33</b>' in shown and "<b>9</b>" not in shown
    assert "<blockquote>" not in made[: made.index("</figure>")]


def test_reasons_of_one_rule_stand_together(audit: Audit) -> None:
    first = audit.units[0]
    told = tuple(NotJudged("A301", same(f"第{at}列"), same(f"原因{at}"), 2) for at in (1, 2))
    made = page(replace(audit, units=(replace(first, not_judged=told),)))
    part = re.sub(r"<[^>]+>", " ", made[made.index('id="not-judged"') : made.index('id="unread"')])
    assert re.search(r"2 种原因\s+4 次 · 1 个单位\s+原因1\s+示范县青云镇人民政府\s+第1列\s+× 2\s+原因2", part)


def test_the_roll_up_tells_differences_first_and_who_contributes(audit: Audit, html: str) -> None:
    part = html[html.index('<section id="sums"') : html.index('<section id="alike"')]
    verdicts = re.findall(r"</svg>(一致|县级少于已报合计|县级多|无法判定)</span>", part)
    assert verdicts[:4] == ["县级少于已报合计", "县级少于已报合计", "县级多", "无法判定"]
    assert set(verdicts[4:]) == {"一致"} and audit.sums
    assert part.index("无法判定的 1 格") < part.index("一致的 203 格")
    assert sum(cell.verdict is Verdict.EQUAL for cell in audit.sums.cells) == 203
    first = part[part.index('class="item sum"') :]
    assert "示范县公安局</b>8" in first and "没有计入的单位：示范县清河镇人民政府" in first
    assert "疑漏计“示范县水利局”，说明 2 格" in part and "同样说得通：疑重复计入“示范县大坪镇人民政府”" in part
    assert "−4" in part and "+3" in part


def test_equal_runs_are_marked_on_both_sides(html: str) -> None:
    part = html[html.index('class="beside"') :]
    row = part[part.index("<tbody>") : part.index("</tr>", part.index("<tbody>"))]
    own, other = row.split("</td>")[:2]
    assert "<mark>条。</mark>" in own and "<mark>条。</mark>" in other
    assert re.findall(r"</mark>(\d+)<mark>", own) == ["060"] and re.findall(r"</mark>(\d+)<mark>", other) == ["050"]


def test_what_was_not_judged_and_not_read_is_told(html: str) -> None:
    assert "65 次 · 32 个单位" in html and "不等于通过" in html
    text = re.sub(r"<[^>]+>", " ", html[html.index('<section id="unread"') :])
    assert "2024/县直部门/21交通.pdf" in text and "文件是空的" in text and ".jpg 3 个" in text


def test_parts_without_anything_to_say_are_left_out(audit: Audit) -> None:
    bare = replace(
        audit, units=tuple(replace(one, alike=(), not_judged=()) for one in audit.units), sums=None, workbook=None,
        templates=(), unread=(), passed_over={}, remarks=(),
    )  # fmt: skip
    assert re.findall(r'<section id="([a-z-]+)"', page(bare)) == ["units", "findings"]
    nothing = replace(bare, units=(), unlisted=(), county=None, place="", year=None)
    assert "各单位" in page(nothing)


def test_a_workbook_that_was_refused_says_why(audit: Audit) -> None:
    refused = replace(audit, workbook=WorkbookCheck(path="汇总表.xlsx", refused=same("表三!D7 是合并单元格")))
    assert "汇总表.xlsx 无法读取：表三!D7 是合并单元格" in page(refused)


def test_what_is_printed_is_every_item_as_a_row(html: str) -> None:
    part = html[html.index('<section class="printed"') :]
    assert (
        part.count("<tr>")
        == html.count('<div id="', html.index('<section id="findings"'), html.index('<section id="sums"')) + 1
    )
    assert "问题清单" in part and '<th scope="col">复核结论</th>' in part


def test_numbers_of_people_are_struck_out(audit: Audit) -> None:
    first = audit.units[0]
    item = replace(first.items[0], quote="联系人电话13912345678")
    passage = AlikePassage(1, "联系人电话13912345678咨询", "电话13912345678", ((0, 9),))
    person = replace(first, items=(item,), alike=(Likeness("previous", 20, 18, (passage,)),))
    assert "13912345678" not in page(replace(audit, units=(person,)))


def test_the_same_page_each_time_and_written_whole(audit: Audit, html: str, tmp_path: Path) -> None:
    (path,) = write(audit, tmp_path)
    assert path.read_text("utf-8") == html and [one.name for one in tmp_path.iterdir()] == ["audit.html"]


def test_figures_and_differences() -> None:
    from decimal import Decimal

    assert [written(one) for one in (1234, Decimal("12375.0"), Decimal("0.50"), 0)] == ["1,234", "12,375", "0.5", "0"]
    assert [signed(one) for one in (3, -3, 0, Decimal("-0.5"))] == ["+3", "−3", "0", "−0.5"]


def test_an_element_escapes_what_it_is_given() -> None:
    assert el("a", "<b>", el("i", "&"), None, 3, href='"x"', title=None, hidden=True) == (
        '<a href="&quot;x&quot;" hidden>&lt;b&gt;<i>&amp;</i>3</a>'
    )


def _light(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_their_ground_by_day_and_by_night(html: str) -> None:
    """WCAG AA: 4.5 to 1 for every colour of words on every ground that they stand on."""
    themes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", part)) for part in re.findall(r":root \{(.*?)\}", html, re.DOTALL)
    ]
    assert len(themes) == 2
    for theme in themes:
        grounds = {
            "ink": ["error-soft", "warning-soft", "accent-soft"],
            "pass": ["error-soft"],
            "accent": ["accent-soft"],
        }
        for words in ("ink", "soft", "accent", "error", "warning", "pass", "none"):
            for ground in ("paper", "sheet", "faint", *grounds.get(words, [])):
                low, high = sorted((_light(theme[words]), _light(theme[ground])))
                assert (high + 0.05) / (low + 0.05) >= 4.5, (words, ground)


def test_of_a_city_the_largest_units_are_told_and_the_rest_summed(audit: Audit) -> None:
    first = audit.units[0]
    assert first.unit and first.entry and first.entry.values and audit.sums
    many = tuple(
        replace(first, unit=replace(first.unit, number=at, name=f"示范市第{at}局"), items=(), alike=())
        for at in range(1, 231)
    )
    names = tuple(one.unit.name for one in many if one.unit)
    made = page(replace(audit, units=many, sums=replace(audit.sums, counted=names)))
    assert '<main class="many">' in made
    number = first.entry.values.number(form(), ("applications", "received", "natural_person"))
    assert number
    cell = made[made.index('class="item sum"') :]
    cell = cell[: cell.index("</details>")]
    assert f"另有 130 个单位，合计 {written(130 * number)}" in cell and cell.count("<li>") == 101


def test_an_item_without_a_number_is_shown_without_a_link(audit: Audit) -> None:
    first = audit.units[0]
    made = page(replace(audit, units=(replace(first, items=(replace(first.items[0], number=""),)),)))
    assert 'id=""' not in made and 'href="#"' not in made and first.items[0].message.zh in made
