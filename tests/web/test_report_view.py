"""One report as it is shown: every figure with its keys, every mark with its item, nothing that could be run."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from conftest import SAMPLES

from govreport_lint import api
from govreport_lint.editing.amendments import Amendment
from govreport_lint.output.run import Run
from govreport_lint.output.words.causes import remarks_of
from govreport_lint.report import State
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.web.pages.sample import sample_report
from govreport_lint.web.view.report_view import ReportView, report_view

TEXTS = {path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.is_file()}
FILES = {**TEXTS, "sample.docx": sample_report()}


class Marks(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def view(data: bytes, name: str, language: str = "zh", amended: tuple[Amendment, ...] = ()) -> ReportView:
    linter = api.linter()
    document = linter.reports(linter.open(data, name).document)[0]
    return report_view(document, linter.check(document), Run(linter.rulebook, language, "1", ""), "r1", amended)


@pytest.mark.parametrize("name", FILES)
def test_every_figure_stands_once_with_its_keys(name: str) -> None:
    result = api.lint_bytes(FILES[name], name)
    cells = [each for _, each in Marks(view(FILES[name], name).report).found if "data-table" in each]
    found = [(each["data-table"], each["data-row"], each["data-column"]) for each in cells]
    assert len(found) == len(set(found))
    unread = {table.key for table in result.report.tables if table.unreadable}
    printed = {
        (each.table, each.row, each.column)
        for each in result.report.figures
        if each.state is not State.MISSING and each.table not in unread
    }
    assert printed <= set(found)


@pytest.mark.parametrize("name", FILES)
def test_every_cause_has_an_item_and_every_mark_leads_to_one(name: str) -> None:
    result, shown = api.lint_bytes(FILES[name], name), view(FILES[name], name)
    items = {each["data-cause"]: each for _, each in Marks(shown.items).found if "data-cause" in each}
    assert len(items) == len(remarks_of(result))
    causes = {one for _, each in Marks(shown.report).found for one in each.get("data-causes", "").split()}
    assert causes <= set(items)
    assert all(each["id"] == f"r1-{number}" and each["data-severity"] for number, each in items.items())
    counts = (shown.counts.error, shown.counts.warning, shown.counts.info)
    # One number for one thing: the bar, the buttons that choose and the items count causes.
    assert sum(counts) == len(items)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_in_it_is_run_or_styled_by_itself(language: str) -> None:
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    text = standard_report().replace("## 二、", f"{escape(hostile)}20XX年。\n\n## 二、", 1)
    text = text.replace("示例", escape(hostile), 1)
    shown = view(text.encode(), f"{hostile}.md", language, (Amendment(hostile, block=3),))
    for markup in (shown.title, shown.summary, shown.report, shown.items):
        for tag, attributes in Marks(markup).found:
            assert tag not in ("img", "script", "style", "iframe", "link")
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert "alert(1)" in shown.report


def test_what_is_tried_by_a_button_mends_what_it_says() -> None:
    import msgspec

    shown = view(FILES["sample.docx"], "sample.docx")
    told = re.findall(r'data-amendments="([^"]*)"', shown.items)
    assert told
    first = msgspec.json.decode(told[0].replace("&quot;", '"'), type=tuple[Amendment, ...])
    linter = api.linter()
    from govreport_lint.editing.amending import amend

    before, after = linter.lint_bytes(FILES["sample.docx"], "a.docx"), None
    after = amend(linter, FILES["sample.docx"], "a.docx", first).results[0]
    assert len(after.findings) < len(before.findings)


def test_what_was_changed_is_told_with_a_way_back() -> None:
    change = Amendment("99", "applications", "received", "total")
    shown = view(FILES["sample.docx"], "sample.docx", amended=(change, Amendment("新的一段", block=4)))
    assert "已改 2 处" in shown.summary and "改为 99" in shown.summary
    # One for each change, one for all.
    assert len(re.findall("data-revert", shown.summary)) == 3
    assert "核" in shown.summary or "检查" in shown.summary


def test_where_nothing_is_found_the_items_do_not_claim_more_than_was_checked() -> None:
    whole = standard_report()
    cut = whole.partition("## 二、")[0] + "## 三、收到和处理政府信息公开申请情况\n\n![](表.png)\n"
    for text, said in ((whole, "未发现问题"), (cut, "没有一项检查能够作出判断")):
        linter = api.linter(select=["A301"])
        document = linter.open(text.encode(), "a.md").document
        run = Run(linter.rulebook, "zh", "1", "")
        shown = report_view(document, linter.check(document), run, "r1")
        assert said in shown.summary and said in shown.items


def test_the_report_is_shown_in_its_own_words_and_a_wrong_label_is_marked() -> None:
    text = standard_report()
    assert text.count("商业企业") == 1
    shown = view(text.replace("商业企业", "商业单位").encode(), "a.md")
    marked = re.search(r"<th[^>]*><mark[^>]*data-causes=\"(\d+)\"[^>]*>商业单位<", shown.report)
    assert marked and "商业企业" not in shown.report
    assert f'id="r1-{marked[1]}"' in shown.items


def test_what_the_form_does_not_have_is_shown_too() -> None:
    lines = standard_report().splitlines()
    row = next(index for index, line in enumerate(lines) if "规范性文件" in line and line.startswith("|"))
    lines.insert(row + 1, "| 备注行 | 本年另有说明 | 0 | 0 |")
    assert "备注行" in view("\n".join(lines).encode(), "a.md").report


def test_of_lines_without_columns_the_rows_of_its_own_are_listed_below_the_table() -> None:
    path = next(path for path in SAMPLES.iterdir() if path.suffix == ".txt")
    text = path.read_text(encoding="utf-8")
    own = "\t".join(["外省来件", *"0000000"])
    assert text.count("四、结转下年度继续办理") == 1
    shown = view(text.replace("四、结转下年度继续办理", own + "\n四、结转下年度继续办理").encode(), "a.txt")
    assert "外省来件" in shown.report


def test_what_is_missing_is_told_where_it_should_stand_or_said_to_have_no_place() -> None:
    text = standard_report()
    for name, shown in (
        ("a section", view(text.replace("## 五、", "五", 1).encode(), "a.md")),
        ("all tables", view(text.partition("## 二、")[0].encode(), "a.md")),
    ):
        causes = {one for _, each in Marks(shown.report).found for one in each.get("data-causes", "").split()}
        cards = re.findall(r"<article.*?</article>", shown.items, re.DOTALL)
        assert cards, name
        for card in cards:
            number = re.search(r'data-cause="(\d+)"', card)
            assert number and (number[1] in causes) != ("无具体位置" in card)


@pytest.mark.parametrize("name", FILES)
def test_no_link_leads_nowhere(name: str) -> None:
    shown = view(FILES[name], name)
    found = [*Marks(shown.report).found, *Marks(shown.items).found]
    anchors = {each["id"] for _, each in found if "id" in each}
    links = {each["href"][1:] for tag, each in found if tag == "a"}
    assert links <= anchors
