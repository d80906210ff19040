"""The pages: markup that is whole, that nothing is run from and nothing is loaded into, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import product

import pytest
from conftest import ROOT

from govreport_lint.api import extract, lint_bytes, read_bytes
from govreport_lint.finding import Severity
from govreport_lint.output.page.markup import el
from govreport_lint.web.pages.api.api_page import api_page
from govreport_lint.web.pages.looks import look, names
from govreport_lint.web.pages.sample import NAME, sample_report
from govreport_lint.web.pages.start import start_page
from govreport_lint.web.pages.surroundings import Surroundings

EMPTY = {"meta", "link", "input"}
HOSTILE = 'x"><script>alert(1)</script>\u202e\x1b[31m'
LOOK = ROOT / "govreport_lint" / "web" / "pages" / "look"


class Read(HTMLParser):
    """What a page is made of; every element must be closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        assert len(attrs) == len({name for name, _ in attrs}), (tag, attrs)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        # A script has a source and nothing inside.
        assert self._open[-1:] not in (["script"], ["style"]), data
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def about(language: str = "zh", *, local: bool = True, may_quit: bool = False, version: str = "1.2.3") -> Surroundings:
    return Surroundings(language, version, local, may_quit)


def pages(language: str) -> dict[str, str]:
    return {
        "start": start_page(about(language)),
        "quit": start_page(about(language, local=False, may_quit=True), el("p", "audit")),
        "api": api_page(about(language), "http://127.0.0.1:8321/token/"),
    }


CASES = list(product(("zh", "en"), ("start", "quit", "api")))


@pytest.mark.parametrize(("language", "name"), CASES)
def test_nothing_is_run_from_the_markup_and_nothing_is_loaded_from_elsewhere(language: str, name: str) -> None:
    page = Read(pages(language)[name])
    for tag, key, value in page.attributes:
        assert not key.startswith("on") and key not in ("style", "action", "formaction", "target"), (tag, key, value)
        if key in ("href", "src") and not value.startswith(("#", "data:image/svg+xml,")):
            assert not re.match(r"[a-z]+:|/", value), value
    assert set(page.tags).isdisjoint({"iframe", "object", "embed", "base", "style", "img"})


@pytest.mark.parametrize(("language", "name"), CASES)
def test_ids_are_one_of_a_kind_and_whatever_leads_to_one_finds_it(language: str, name: str) -> None:
    page = Read(pages(language)[name])
    ids = Counter(page.values("id"))
    assert ids.most_common(1)[0][1] == 1, ids.most_common(3)
    for key in ("for", "aria-labelledby", "aria-controls", "aria-describedby"):
        assert set(page.values(key)) <= set(ids), key
    assert {value[1:] for value in page.values("href") if value.startswith("#")} <= set(ids)


@pytest.mark.parametrize(("language", "name"), CASES)
def test_every_field_has_a_name_that_is_read_out(language: str, name: str) -> None:
    page = Read(pages(language)[name])
    labelled = set(page.values("for")) | {"blank-organ", "blank-year"}
    fields = {value for tag, key, value in page.attributes if tag == "input" and key == "id"}
    assert fields <= labelled


def test_a_page_speaks_one_language() -> None:
    chinese, english = (pages(language) for language in ("zh", "en"))
    for name in chinese:
        assert Read(chinese[name]).values("lang")[0] == "zh-CN" and Read(english[name]).values("lang")[0] == "en"
        told = " ".join(word for word in Read(english[name]).words if word not in ("中文",))
        # The names of files in a call that is copied.
        told = re.sub(r"@[^\s\"]+", "", told)
        assert not re.search(r"[\u4e00-\u9fff]", told), re.findall(r".{9}[\u4e00-\u9fff]+", told)
        marks = [
            value for tag, key, value in Read(english[name]).attributes
            if key in ("title", "aria-label") or (tag == "div" and key.startswith("data-"))
        ]  # fmt: skip
        assert [one for one in marks if re.search(r"[\u4e00-\u9fff]", one.replace("示例县示范镇人民政府", ""))] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_leaves_the_machine_is_said(language: str) -> None:
    local, remote = (start_page(about(language, local=local)) for local in (True, False))
    here = {"zh": "文件不出这台电脑", "en": "Files stay on this computer"}[language]
    assert here in local and here not in remote


def test_the_program_can_be_ended_only_where_it_was_started_for_one_person() -> None:
    assert 'data-do="quit"' not in start_page(about()) and "data-may-quit" not in start_page(about())
    assert 'data-do="quit"' in start_page(about(may_quit=True)) and "data-may-quit" in start_page(about(may_quit=True))


def test_text_from_outside_stays_text() -> None:
    for page in (start_page(about(version=HOSTILE)), api_page(about(version=HOSTILE), f"http://{HOSTILE}/")):
        assert "<script>" not in page and "\u202e" not in page and "\x1b" not in page
        Read(page)


def test_looks_are_a_fixed_list_and_never_a_path() -> None:
    for name in names():
        data, media = look(name) or (b"", "")
        assert data and media.split(";")[0] in ("text/css", "text/javascript")
    for name in ("", ".", "..", "../start.py", "look.css", "app.js/", "APP.JS", "ground.css\0", "start.py", "%2e%2e"):
        assert look(name) is None, name


@pytest.mark.parametrize("name", names())
def test_a_look_loads_nothing_and_a_script_evaluates_nothing(name: str) -> None:
    text = (look(name) or (b"", ""))[0].decode()
    assert not re.search(r"url\(|@import|https?://|\beval\(|new Function|document\.write|\.cookie\b", text)


def test_only_fragments_of_the_program_are_put_in_as_markup() -> None:
    shell = [name for name in names() if name.endswith(".js") and not name.startswith(("report", "audit"))]
    used = {name: (LOOK / name).read_text("utf-8").count("innerHTML") for name in shell}
    # Both in templates, of the fields that the contract says are markup.
    assert {name: count for name, count in used.items() if count} == {"shown.js": 2}


def test_every_word_that_a_script_asks_for_is_in_the_page_and_every_word_is_asked_for() -> None:
    page = Read(start_page(about()))
    held = {key[5:] for tag, key, _ in page.attributes if tag == "div" and key.startswith("data-")}
    shell = [name for name in names() if name.endswith(".js") and not name.startswith(("report", "audit"))]
    text = "\n".join((LOOK / name).read_text("utf-8") for name in shell)
    asked = set(re.findall(r'words\(\s*"([a-z-]+)"', text)) | set(re.findall(r'\? "([a-z-]+)" : "[a-z-]+"', text))
    asked |= set(re.findall(r'\? "[a-z-]+" : "([a-z-]+)"', text))
    told = held - {"place", "most"}
    assert told <= asked, told - asked
    assert set(re.findall(r'words\(\s*"([a-z-]+)"', text)) <= held


def test_every_act_of_the_page_is_done_by_the_script() -> None:
    acts = set(Read(start_page(about(may_quit=True))).values("data-do"))
    script = (LOOK / "app.js").read_text("utf-8")
    known = script.split("const ACTS = {")[1].split("};")[0]
    assert {act for act in acts if not re.search(rf'^  "?{act}"?[:,]', known, re.M)} == set()


def test_the_sample_shows_what_the_program_finds() -> None:
    data = sample_report()
    assert data == sample_report() and NAME.endswith(".docx")
    assert extract(read_bytes(data, NAME)).year == 2024
    result = lint_bytes(data, NAME)
    severities = Counter(each.severity for each in result.findings)
    assert severities[Severity.ERROR] == 3 and severities[Severity.WARNING] == 2 and severities[Severity.INFO] == 1
    assert any(repair.unique for repair in result.repairs)
