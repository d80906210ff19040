"""The shell in Chromium, with answers that are made up here: what is asked, what is shown, what is kept."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from conftest import HANGS

from govreport_lint.output.page.markup import Markup
from govreport_lint.web.guard.gate import POLICY
from govreport_lint.web.pages.audit_place import audit_place
from govreport_lint.web.pages.looks import look
from govreport_lint.web.pages.start import start_page
from govreport_lint.web.pages.surroundings import Surroundings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page, Route

HOME = "http://127.0.0.1:9/token/"
AMEND = "document.dispatchEvent(new CustomEvent('report:amend', {detail: %s}))"
CELL = {"table": "applications", "row": "granted", "column": "total", "text": "6"}
OTHER = {"table": "remedies", "row": "review", "column": "total", "text": "2"}


class Stand:
    """Stands in for the server: keeps what it was asked, answers what it is told to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.told: list[str] = []
        self.fails: str | None = None
        self.reports = 1
        self.audit: Markup | None = audit_place("zh")
        self.headers: dict[str, str] = {}
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        path, query = address.path.removeprefix("/token/"), parse_qs(address.query)
        language = "en" if query.get("lang") == ["en"] else "zh"
        headers = {"content-security-policy": POLICY}
        assert route.request.url.startswith(HOME), route.request.url
        if path == "":
            page = start_page(Surroundings(language, "1.2.3", may_quit=True, largest=1000), self.audit)
            route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=headers)
        elif path.startswith("look/"):
            data, media = look(path[5:]) or (b"", "")
            route.fulfill(body=data, headers={**headers, "content-type": media})
        else:
            self.asked.append((path, fields(route.request.post_data_buffer or b"")))
            self.reply(route, path, query, language)

    def reply(self, route: Route, path: str, query: dict[str, list[str]], language: str) -> None:
        if self.fails:
            body = {"error": {"code": "unreadable", "message": self.fails}}
            route.fulfill(json=body, status=422)
        elif path == "page/view":
            route.fulfill(json=self.view(self.asked[-1][1], language))
        else:
            name = quote(f"结果.{query.get('kind', ['docx'])[0]}")
            disposition = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
            route.fulfill(body=b"made", headers={**disposition, **self.headers})

    def view(self, sent: dict[str, str], language: str) -> dict[str, Any]:
        amendments = json.loads(sent.get("amendments", "[]"))
        printed = {(each["table"], each["row"]): each["text"] for each in amendments}
        cell = (
            '<td tabindex="0" data-table="applications" data-row="granted" data-column="total">'
            f"{printed.get(('applications', 'granted'), '5')}</td>"
        )
        tall = "<p>正文</p>" * 80
        reports = [
            {"key": f"r{number}", "title": f"<h1>{language} {number}</h1>", "summary": "<p>核验</p>",
             "report": f"<table><tr>{cell}</tr></table>{tall}", "items": "<p>项</p>",
             "counts": {"error": 1, "warning": 0, "info": 0}}
            for number in range(1, self.reports + 1)
        ]  # fmt: skip
        edited = {"suffix": ".docx" if amendments else None, "reason": None}
        return {
            "name": "x", "format": "docx", "reports": reports, "edited": edited,
            "annotated": {"suffix": ".docx", "reason": None}, "refused": [], "notes": [],
        }  # fmt: skip

    def amendments(self) -> list[Any]:
        _, sent = [each for each in self.asked if each[0] == "page/view"][-1]
        found: list[Any] = json.loads(sent.get("amendments", "[]"))
        return found

    def do(self, script: str) -> None:
        """Run a script of which the page asks for a view, and wait for that view."""
        with self.page.expect_response("**/page/view*"):
            self.page.evaluate(script)
        self.page.wait_for_selector("#shown:not([aria-busy])")

    def until(self, script: str) -> None:
        """Wait until a script is true; asked from outside, for the page's policy lets nothing be evaluated in it."""
        end = time.monotonic() + 10
        while not self.page.evaluate(script):
            assert time.monotonic() < end, script
            self.page.wait_for_timeout(20)

    def open(self, name: str = "年报.docx") -> None:
        self.page.set_input_files("#files", payload(name))
        self.page.wait_for_selector("#report:not([hidden])")


def fields(body: bytes) -> dict[str, str]:
    """The fields of a form, of a file its name."""
    found = {}
    for part in re.split(rb"--+[\w-]*Boundary\w+", body):
        head, _, value = part.partition(b"\r\n\r\n")
        name = re.search(rb'name="([^"]*)"', head)
        file = re.search(rb'filename="([^"]*)"', head)
        if name:
            found[name[1].decode()] = file[1].decode() if file else value[:-2].decode()
    return found


def payload(name: str, data: bytes = b"report") -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


@pytest.fixture
def stand(chromium: Browser) -> Iterator[Stand]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(HANGS * 1000)
    page = context.new_page()
    standing = Stand(page)
    page.goto(HOME)
    page.wait_for_selector("body[data-at=start]")
    yield standing
    if not standing.fails:
        assert standing.told == []
    context.close()


def test_one_file_leads_to_its_report(stand: Stand) -> None:
    stand.open()
    assert stand.asked == [("page/view", {"file": "年报.docx"})]
    assert stand.page.inner_text("#file-name") == "年报.docx"
    assert stand.page.locator("#start").is_hidden() and stand.page.locator("#tabs").is_hidden()
    assert stand.page.locator("[data-file=edited]").is_disabled()
    stand.page.click("#bar [data-do=start]")
    stand.page.wait_for_selector("#start", state="visible")
    # The report is forgotten.
    assert stand.page.inner_text("#shown-report") == ""


def test_a_change_is_checked_again_and_the_reader_stays_where_they_were(stand: Stand) -> None:
    stand.open()
    stand.page.focus("td[data-row=granted]")
    stand.page.evaluate("window.scrollTo(0, 300)")
    stand.do(AMEND % json.dumps([CELL]))
    assert stand.amendments() == [CELL] and stand.page.inner_text("td[data-row=granted]") == "6"
    assert stand.page.evaluate("[document.activeElement.dataset.row, window.scrollY]") == ["granted", 300]
    assert stand.page.locator("[data-file=edited]").is_enabled()
    stand.do(AMEND % json.dumps([{**CELL, "text": "7"}, OTHER]))
    assert stand.amendments() == [{**CELL, "text": "7"}, OTHER]
    stand.do(AMEND.replace("amend", "revert") % json.dumps([OTHER]))
    assert stand.amendments() == [{**CELL, "text": "7"}]


def test_every_step_can_be_taken_back_and_done_again(stand: Stand) -> None:
    stand.open()
    stand.do(AMEND % json.dumps([CELL]))
    stand.do(AMEND % json.dumps([OTHER]))
    for keys, left in (
        ("Control+z", [CELL]),
        ("Control+z", []),
        ("Control+y", [CELL]),
        ("Control+Shift+Z", [CELL, OTHER]),
    ):
        with stand.page.expect_response("**/page/view*"):
            stand.page.keyboard.press(keys)
        stand.page.wait_for_selector("#shown:not([aria-busy])")
        assert stand.amendments() == left, keys
    assert stand.page.locator("[data-do=redo]").is_disabled() and stand.page.locator("[data-do=undo]").is_enabled()


def test_what_cannot_be_done_changes_nothing_and_says_why(stand: Stand) -> None:
    stand.open()
    stand.fails = "程序忙，请稍后再试"
    stand.do(AMEND % json.dumps([CELL]))
    assert stand.page.inner_text("#said") == stand.fails
    assert stand.page.inner_text("td[data-row=granted]") == "5" and stand.page.locator("[data-do=undo]").is_disabled()


def test_the_latest_change_wins_and_one_that_fails_leaves_what_is_shown(stand: Stand) -> None:
    stand.open()
    stand.do(f"{AMEND % json.dumps([CELL])}; {AMEND % json.dumps([OTHER])}")
    stand.until("document.querySelector('#revised').textContent.startsWith('改动 2 处')")
    assert stand.amendments() == [CELL, OTHER]
    stand.fails = "程序忙，请稍后再试"
    stand.do(f"{AMEND % json.dumps([{**CELL, 'text': '7'}])}; {AMEND % json.dumps([{**CELL, 'text': '8'}])}")
    stand.until("document.querySelector('#said')?.textContent === '程序忙，请稍后再试'")
    # The change that was overtaken goes with the one that failed.
    stand.fails = None
    stand.do("document.querySelector('[data-do=undo]').click()")
    assert stand.amendments() == [CELL]
    stand.told.clear()


def test_a_file_that_cannot_be_read_says_why_and_another_may_be_chosen(stand: Stand) -> None:
    stand.fails = "<b>坏.docx</b>：不是年报"
    stand.page.set_input_files("#files", payload("坏.docx"))
    stand.page.wait_for_selector("#failed:not([hidden])")
    assert stand.page.inner_text("#failed-why") == stand.fails
    assert stand.page.evaluate("document.activeElement.id") == "failed-head"
    with stand.page.expect_file_chooser():
        stand.page.click("#failed [data-do=choose]")


@pytest.mark.parametrize(("data", "told"), [(b"", "0 字节"), (b"x" * 1001, "上限")])
def test_what_cannot_be_a_report_is_not_even_sent(stand: Stand, data: bytes, told: str) -> None:
    stand.page.set_input_files("#files", payload("年报.docx", data))
    stand.page.wait_for_selector("#failed:not([hidden])")
    assert told in stand.page.inner_text("#failed-why") and stand.asked == []


def test_several_files_and_a_folder_lead_to_the_audit(stand: Stand, tmp_path: Path) -> None:
    listen = "window.got = []; addEventListener('audit:files', e => got.push(e.detail.files.map(f => f.path)), true)"
    stand.page.evaluate(listen)
    stand.page.set_input_files("#files", [payload("甲.docx"), payload("乙.docx"), payload("~$甲.docx")])
    stand.page.wait_for_selector("#audit:not([hidden])", state="attached")
    folder = tmp_path / "示范县"
    (folder / "镇").mkdir(parents=True)
    for name in ("丙.docx", "镇/丁.docx", "镇/Thumbs.db"):
        (folder / name).write_bytes(b"report")
    stand.page.set_input_files("#folder", folder)
    stand.until("got.length === 2")
    stand.page.set_input_files("#files", payload("全县.ZIP"))
    stand.until("got.length === 3")
    got = stand.page.evaluate("got")
    assert got[0] == ["甲.docx", "乙.docx"] and sorted(got[1]) == ["示范县/丙.docx", "示范县/镇/丁.docx"]
    assert got[2] == ["全县.ZIP"] and stand.asked == []


def test_where_there_is_no_audit_no_more_than_one_report_is_asked_for(stand: Stand) -> None:
    stand.audit = None
    stand.page.goto(HOME)
    stand.page.wait_for_selector("body[data-at=start]")
    assert stand.page.locator("#folder").count() == 0 and "汇总审核" not in stand.page.inner_text("#drop")
    stand.page.set_input_files("#files", payload("全县.zip"))
    stand.page.wait_for_selector("#failed:not([hidden])")
    assert "govreport-lint audit" in stand.page.inner_text("#failed-why") and stand.asked == []


def test_a_folder_is_dropped_and_walked_through(stand: Stand, tmp_path: Path) -> None:
    stand.page.evaluate(
        "window.got = []; addEventListener('audit:files', e => got.push(e.detail.files.map(f => f.path)), true)"
    )
    # A reader of entries gives a hundred at a time.
    folder = tmp_path / "示范县"
    (folder / "镇").mkdir(parents=True)
    for number in range(150):
        (folder / "镇" / f"{number:03}.docx").write_bytes(b"report")
    (folder / ".DS_Store").write_bytes(b"x")
    pointer = stand.page.context.new_cdp_session(stand.page)
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        pointer.send("Input.dispatchDragEvent", {"type": kind, "x": 640, "y": 500, "data": data})
        assert stand.page.evaluate("document.body.hasAttribute('data-over')") == (kind != "drop")
    stand.until("got.length === 1")
    assert sorted(stand.page.evaluate("got[0]")) == [f"示范县/镇/{number:03}.docx" for number in range(150)]


def test_a_file_is_dropped_anywhere_and_last_years_on_its_place(stand: Stand) -> None:
    drop = """([selector, name]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['report'], name));
        for (const type of ['dragenter', 'dragover', 'drop'])
            document.querySelector(selector).dispatchEvent(
                new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }"""
    stand.page.evaluate(drop, ["h1", "今年.docx"])
    stand.page.wait_for_selector("#report:not([hidden])")
    assert not stand.page.evaluate("document.body.hasAttribute('data-over')")
    with stand.page.expect_response("**/page/view*"):
        stand.page.evaluate(drop, ["#previous-slot label", "去年.docx"])
    assert stand.asked[-1][1] == {"file": "今年.docx", "previous": "去年.docx"}
    stand.page.wait_for_selector("#previous-slot[data-filled]")
    with stand.page.expect_response("**/page/view*"):
        stand.page.click("[data-do=no-previous]")
    assert stand.asked[-1][1] == {"file": "今年.docx"}


def test_the_language_changes_and_the_report_with_its_changes_stays(stand: Stand) -> None:
    stand.open()
    stand.do(AMEND % json.dumps([CELL]))
    with stand.page.expect_response("**/page/view?lang=en"):
        stand.page.click("a[data-language]")
    stand.page.wait_for_selector("#shown-title >> text=en 1")
    assert stand.amendments() == [CELL] and stand.page.evaluate("document.documentElement.lang") == "en"
    assert stand.page.inner_text("#file-name") == "年报.docx" and stand.page.locator("#report").is_visible()
    assert stand.page.evaluate("[location.search, {...localStorage}]") == ["?lang=en", {"language": "en"}]
    # What comes without a language in its address is shown in the one that was chosen.
    stand.page.on("dialog", lambda dialog: dialog.accept())
    stand.page.goto(HOME)
    stand.page.wait_for_url("**/?lang=en")


def test_changes_are_not_lost_unasked(stand: Stand) -> None:
    stand.open()
    stand.do(AMEND % json.dumps([CELL]))
    stand.page.click("#bar [data-do=start]")
    stand.page.keyboard.press("Escape")
    assert stand.page.locator("#report").is_visible()
    stand.page.click("#downloads summary")
    with stand.page.expect_download() as download:
        stand.page.click("[data-file=edited]")
    assert download.value.suggested_filename == "结果.edited"
    assert stand.asked[-1][0] == "page/file" and json.loads(stand.asked[-1][1]["amendments"]) == [CELL]
    stand.until("!document.querySelector('#revised').textContent.includes('尚未')")
    stand.page.click("#bar [data-do=start]")
    stand.page.wait_for_selector("#start", state="visible")
    assert stand.page.locator("#leaving").is_hidden()


def test_several_reports_in_a_file_are_tabs_and_a_change_says_which_it_is_in(stand: Stand) -> None:
    stand.reports = 2
    stand.open()
    assert stand.page.locator("[role=tab]").count() == 2
    stand.page.focus("#tab-0")
    stand.page.keyboard.press("ArrowRight")
    assert stand.page.inner_text("#shown-title") == "zh 2" and stand.page.get_attribute("#shown", "data-part") == "2"
    stand.do(AMEND % json.dumps(CELL))
    assert stand.amendments() == [{**CELL, "part": 2}]
    assert stand.page.get_attribute("#tab-1", "aria-selected") == "true"


def test_a_blank_report_is_asked_for_with_a_form(stand: Stand) -> None:
    stand.page.click("[data-do=blank]")
    # The first field is ready to be written in.
    stand.page.keyboard.press("Enter")
    assert "机关全称" in stand.page.inner_text("#blank-said") and stand.asked == []
    stand.page.fill("#blank-organ", "示例县示范镇人民政府")
    stand.page.set_input_files("#blank-previous", payload("去年.docx"))
    stand.headers = {"x-notes": quote("请核实上年结转")}
    with stand.page.expect_download():
        stand.page.click("#blank-form button.main")
    sent = stand.asked[-1]
    assert sent[0] == "page/template" and sent[1]["previous"] == "去年.docx" and sent[1]["format"] == "docx"
    stand.until("document.querySelector('#blank-said').textContent === '请核实上年结转'")


def test_the_keyboard_alone_reaches_everything(stand: Stand) -> None:
    reached = []
    for _ in range(9):
        stand.page.keyboard.press("Tab")
        reached.append(stand.page.evaluate("document.activeElement.id || document.activeElement.dataset.do || ''"))
    assert {"files", "folder", "blank", "sample", "quit"} <= set(reached), reached


def test_back_leads_to_the_start_and_the_program_can_be_ended(stand: Stand) -> None:
    stand.open()
    stand.page.go_back()
    stand.page.wait_for_selector("#start", state="visible")
    stand.page.go_forward()
    stand.page.wait_for_selector("#report", state="visible")
    stand.page.click("[data-do=quit]")
    stand.page.wait_for_selector("#ended:not([hidden])")
    assert stand.asked[-1][0] == "page/quit"
