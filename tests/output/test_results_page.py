"""The page of results: one file that loads nothing, in which text is never markup and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from conftest import SAMPLES
from hand_made import make_claim_finding, make_finding, make_report, make_result
from msgspec.structs import replace
from runs import written_text

from govreport_lint import api
from govreport_lint.document import Location
from govreport_lint.finding import Context, Edit, Evidence, Fix, Place, SettledBy, Suppressed
from govreport_lint.language import Text, same
from govreport_lint.output.words.problems import Problem
from govreport_lint.result import Result

SCRIPT = "</td><script>alert(1)</script><img src=http://x.example/a onerror=alert(2)>\"'\u202e\x1b[31m"
EMPTY = {"meta", "link", "br"}
KNOWN = {
    "a", "article", "b", "blockquote", "body", "code", "dd", "del", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "head", "header", "html", "ins", "li", "main", "mark", "nav", "ol", "p",
    "path", "section", "small", "span", "style", "summary", "sup", "svg", "symbol", "table", "tbody", "td", "th", "thead",
    "title", "tr", "ul", "use", *EMPTY,
}  # fmt: skip


class Read(HTMLParser):
    """What a page is made of; every element must be closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.codes: Counter[str | None] = Counter()
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.codes.update(value for name, value in attrs if name == "data-code")
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    @property
    def links(self) -> list[str]:
        return [value or "" for name, value in self.attributes if name in ("href", "src")]


def page(*values: Result | Problem, language: str = "zh", remarks: tuple[str, ...] = ()) -> Read:
    return Read(written_text("html", *values, language=language, remarks=remarks))


def hostile() -> Result:
    text = SCRIPT
    edit = Edit(Location(0, 1), text, text)
    finding = make_claim_finding(
        message=same(text),
        suggestion=same(text),
        basis=same(text),
        expected="1<b>",
        actual="2<i>",
        context=Context(text, text, text),
        evidence=(Evidence(Place(3, "applications", "received", "total"), text, text),),
        fix=Fix(same(text), (edit,)),
        fingerprint=text,
    )
    figures = tuple(one._replace(raw=text) for one in make_report().figures)
    result = make_result(finding, make_finding(), report=make_report(organ=text, figures=figures), path=text)
    settled = (Suppressed(make_finding(message=same(text)), text, text),)
    return replace(result, suppressed=settled, source=replace(result.source, notes=(text,)))


def samples() -> list[Result]:
    linter = api.linter()
    return [one for path in sorted(SAMPLES.iterdir()) if path.is_file() for one in linter.lint_each(path)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_is_never_markup(language: str) -> None:
    read = page(hostile(), Problem(SCRIPT, same(SCRIPT)), language=language, remarks=(SCRIPT,))
    assert set(read.tags) <= KNOWN
    assert all(link.startswith("#") or link == "data:," for link in read.links)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert "\u202e" not in read.text and "\x1b" not in read.text
    assert read.text.count("<script>alert(1)</script>") > 10


def test_nothing_is_loaded_and_only_its_own_style_is_used() -> None:
    text = unescape(written_text("html", *samples()))
    assert not re.search(r"https?://", text)
    assert "<script" not in text and " style=" not in text and "@import" not in text and "url(" not in text
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_leads_to_one_place(language: str) -> None:
    read = page(*samples(), Problem("坏.md", same("空")), language=language)
    anchors = Counter(read.ids)
    assert max(anchors.values()) == 1
    assert [link for link in read.links if link != "data:," and link[1:] not in anchors] == []


def test_every_finding_stands_on_it_once() -> None:
    found = samples()
    assert page(*found).codes == Counter(finding.code for result in found for finding in result.findings)


def test_every_cell_of_the_tables_is_drawn_and_the_wrong_one_marked() -> None:
    text = written_text("html", make_result(make_finding()))
    cell = re.findall(r'<td[^>]*id="r1-applications-granted-total"[^>]*>.*?</td>', text)
    assert cell == [
        '<td class="wrong" id="r1-applications-granted-total"><b>11</b><span class="unseen">（有问题）</span>'
        '<ins><span class="unseen">应为</span>12</ins><sup><a href="#r1-1">1</a></sup></td>'
    ]
    held = re.findall(r'<td class="held" id="r1-applications-granted-(\w+)"', text)
    assert held == ["natural_person", "business", "research", "social", "legal_service", "other"]
    drawn = re.findall(r'id="r1-applications-([\w-]+)"', text)
    assert len(drawn) == len([figure for figure in make_report().figures if figure.table == "applications"])


def test_a_card_says_what_is_wrong_both_sides_and_what_to_do() -> None:
    text = page(make_result(make_finding(fingerprint="f9"))).text
    for words in (
        "总计(11)，各列之和＝12，相差 1。",
        "现为11",
        "应为12",
        "相差1",
        "请对照台账核实。",
        "年报格式表三",
        "f9",
    ):
        assert words in text


def test_a_fix_shows_what_is_printed_and_what_is_to_stand_there() -> None:
    fix = Fix(Text("改为全角", "full width"), (Edit(Location(0, 1), "(", "（"),))
    text = written_text("html", make_result(make_claim_finding(fix=fix)))
    assert '<span>改为全角</span><span class="edit"><del>(</del><ins>（</ins></span>' in text


def test_a_fix_that_only_strikes_out_has_nothing_behind_it() -> None:
    fix = Fix(same("删去"), (Edit(Location(0, 2), "公开", ""),))
    text = written_text("html", make_result(make_claim_finding(fix=fix)))
    assert '<span class="edit"><del>公开</del></span>' in text


def test_what_was_not_assessed_is_told_and_what_is_settled() -> None:
    settled = (Suppressed(make_finding(), "台账如此", "已说明.toml"),)
    text = page(replace(make_result(), suppressed=settled), remarks=("另有 2 个文件",)).text
    for words in ("无法判定的检查2", "有 2 个空白单元格", "不等于通过", "台账如此", "已说明.toml", "另有 2 个文件"):
        assert words in text
    assert "已检查的部分未发现问题" in text


def test_what_is_in_the_baseline_is_only_counted() -> None:
    known = (Suppressed(make_finding(message=same("早就知道")), "", "baseline.json", SettledBy.BASELINE),)
    text = page(replace(make_result(), suppressed=known)).text
    assert "另有 1 项已列入基线" in text
    assert "早就知道" not in text


def test_a_table_that_was_not_read_says_why() -> None:
    tables = tuple(
        replace(one, unreadable=Text("行名印成了文字", "labels are text")) if one.key == "applications" else one
        for one in make_report().tables
    )
    figures = tuple(one for one in make_report().figures if one.table != "applications")
    result = make_result(report=make_report(tables=tables, figures=figures))
    assert "行名印成了文字" in page(result).text


def test_of_several_files_each_has_a_line_and_one_without_a_result_its_reason() -> None:
    text = written_text("html", make_result(make_finding()), Problem("坏.md", same("文件是空的")))
    assert '<a href="#r1">米易县普威镇</a>' in text
    assert "<b>坏.md</b><small>文件是空的</small>" in text.replace("<small>  ", "<small>")


def test_english() -> None:
    text = page(make_result(make_finding()), language="en").text
    assert "Findings in information disclosure reports" in text
    assert "total (11), the columns make 12, apart by 1." in text
    assert not re.search(r"错误|建议|依据|无法判定", text)
