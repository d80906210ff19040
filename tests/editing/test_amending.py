"""What a person writes in the place of what is printed is what is read there afterwards, and nothing else changes."""

from __future__ import annotations

from functools import cache

import pytest
from amended_reports import quick
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layouts import as_html
from pdf_files import REPORTS

from govreport_lint import api
from govreport_lint.document import Heading, Paragraph
from govreport_lint.editing.amending import amend
from govreport_lint.editing.amendments import Amended, Amendment
from govreport_lint.linter import Linter
from govreport_lint.office.conversion import Converter, modern
from govreport_lint.opened import Opened
from govreport_lint.report import Figure, Report, State
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.web.pages.sample import sample_report

FILES = {
    "word.docx": sample_report(),
    "standard.md": standard_report().encode(),
    **{
        name: (SAMPLES / name).read_bytes()
        for name in ("town-2024.faulty.md", "office-2019.blank-totals.html", "zone-2020.form2019.html",
                     "town-2024.gb18030.txt", "district-2023.tabs.txt")
    },
}  # fmt: skip
SUFFIXES = {"docx": ".docx", "md": ".md", "html": ".html", "txt": ".txt"}
GOOD = REPORTS[0][1]
TOTAL = Amendment(text="99", table="applications", row="received", column="total")


@cache
def report_of(name: str) -> Report:
    return read_again(FILES[name], name)


def read_again(data: bytes, name: str) -> Report:
    return quick().extract(quick().open(data, name).document)


def amended(name: str, *amendments: Amendment) -> Amended:
    return amend(quick(), FILES[name], name, amendments)


def cells(report: Report) -> dict[tuple[str, str, str], object]:
    return {(each.table, each.row, each.column): each.value for each in report.figures}


def printed(name: str) -> list[Figure]:
    return [each for each in report_of(name).figures if each.state in (State.NUMBER, State.ZERO)]


@pytest.mark.parametrize("name", FILES)
def test_without_amendments_there_is_no_new_file(name: str) -> None:
    found = amended(name)
    assert (found.data, found.reason, found.refused) == (None, None, ())
    assert found.suffix == SUFFIXES[name.rpartition(".")[2]], "how it would be called is known before"
    assert found.results[0].report == report_of(name)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), number=st.integers(0, 99_999))
def test_a_figure_is_what_was_written_and_every_other_is_what_it_was(name: str, at: int, number: int) -> None:
    figures = printed(name)
    figure = figures[at % len(figures)]
    key = (figure.table, figure.row, figure.column)
    found = amended(name, Amendment(str(number), *key))
    now = cells(found.results[0].report)
    if found.refused:
        assert now == cells(report_of(name))
        return
    assert now == {**cells(report_of(name)), key: number}
    if found.data is not None:
        assert cells(read_again(found.data, name)) == now, "what is given back is what was read"
        assert found.suffix == SUFFIXES[name.rpartition(".")[2]]
        back = amend(quick(), found.data, name, [Amendment(figure.raw, *key)])
        # In Word the figure now stands in a tracked change, which belongs to whoever accepts it.
        assert cells(back.results[0].report) == (now if back.refused else cells(report_of(name)))


@pytest.mark.parametrize("name", FILES)
def test_a_paragraph_says_what_was_written(name: str) -> None:
    blocks = api.read_bytes(FILES[name], name).blocks
    texts = {index: block.text.text for index, block in enumerate(blocks) if isinstance(block, Paragraph)}
    longest = max(texts, key=lambda index: len(texts[index]))
    new = "本机关全年没有需要说明的其他事项，特此报告。"
    found = amended(name, Amendment(new, block=longest))
    assert not found.refused
    said = [block.text.text for block in found.document.blocks if isinstance(block, Heading | Paragraph)]
    assert new in said
    assert cells(found.results[0].report) == cells(report_of(name))


def test_a_blank_cell_of_a_word_file_is_filled_and_of_two_amendments_the_last_is_made() -> None:
    emptied = amended("word.docx", Amendment("", *TOTAL.place[2:]))
    assert emptied.data is not None
    first = Amendment("7", "applications", "received", "total")
    filled = amend(quick(), emptied.data, "word.docx", [first, TOTAL])
    assert not filled.refused
    assert cells(filled.results[0].report)["applications", "received", "total"] == 99


@pytest.mark.parametrize(
    "wrong",
    [
        Amendment("1", "applications", "no-such-row", "total"),
        Amendment("1", "no-such-table", "received", "total"),
        Amendment("1", block=99_999),
        Amendment("1", block=-1),
        Amendment("1", "applications", "received", "total", part=7),
        Amendment("9" * 201, "applications", "granted", "total"),
        Amendment("字" * 100_001, block=1),
    ],
)
def test_what_has_no_place_is_refused_with_the_reason_and_the_others_are_made(wrong: Amendment) -> None:
    found = amended("word.docx", wrong, TOTAL)
    assert [one.amendment for one in found.refused] == [wrong]
    assert found.refused[0].reason.zh and found.refused[0].reason.en
    assert cells(found.results[0].report)["applications", "received", "total"] == 99


@pytest.mark.parametrize("name", ["standard.md", "office-2019.blank-totals.html", "word.docx"])
@pytest.mark.parametrize(
    "text", ["<b>&amp;</b>", "甲|乙", "# 一", "\u202e\x00九", "第一行\n第二行", "*甲*_乙_`丙`[丁](戊)"]
)
def test_what_is_written_stays_text(name: str, text: str) -> None:
    """It becomes no markup: it is read as it was written, or it is refused and nothing changes."""
    blocks = api.read_bytes(FILES[name], name).blocks
    index = next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and len(block.text.text) > 30)
    found = amended(name, Amendment(f"本段{text}。", block=index))
    assert cells(found.results[0].report) == cells(report_of(name))
    if not found.refused:
        block = found.document.blocks[index]
        assert isinstance(block, Paragraph)
        wanted = f"本段{text}。".replace("\n", " ").translate({0: None, 0x202E: None})
        assert "".join(block.text.text.split()) == "".join(wanted.split())


def test_a_report_that_is_not_there_is_none_of_those_that_are() -> None:
    nowhere = Amendment("1", *TOTAL.place[2:], part=0)
    found = amended("standard.md", TOTAL, nowhere)
    assert [one.amendment for one in found.refused] == [nowhere]
    assert cells(found.results[0].report)["applications", "received", "total"] == 99


def test_two_digits_in_a_table_of_lines_are_what_was_typed_and_no_mark_of_a_note() -> None:
    """There a row that one digit unbalances is not read, as the digit may be a note's; who types it knows."""
    name, key = "city-2023.lines.txt", ("applications", "other_fee_unpaid", "business")
    data = (SAMPLES / name).read_bytes()
    found = amend(api.linter(), data, name, [Amendment("99", *key)])
    before = cells(read_again(data, name))
    assert not found.refused and cells(found.results[0].report) == {**before, key: 99}
    assert any(key[1] in finding.message.zh or "不平" in finding.message.zh for finding in found.results[0].findings)


@pytest.mark.parametrize("name", ["standard.md", "office-2019.blank-totals.html", "word.docx"])
def test_digits_that_stand_apart_are_not_digits_that_stand_together(name: str) -> None:
    found = amended(name, Amendment("4 1", *TOTAL.place[2:]))
    assert not found.refused and found.data is not None
    again = amend(quick(), found.data, name, [Amendment("41", *TOTAL.place[2:])])
    read = read_again(found.data, name)
    assert [each.raw for each in read.figures if (each.table, each.row, each.column) == TOTAL.place[2:]] == ["4 1"]
    now = cells(again.results[0].report)[TOTAL.place[2:]]
    assert now == (None if again.refused else 41)


def test_what_the_encoding_of_a_file_lacks_is_refused_and_the_others_are_made() -> None:
    source = FILES["office-2019.blank-totals.html"].decode().replace("charset='utf-8'", "charset='gb2312'")
    name, data = "年报.html", source.replace("\xa0", "&nbsp;").encode("gb2312")
    index = next(at for at, block in enumerate(api.read_bytes(data, name).blocks) if isinstance(block, Paragraph))
    rare = Amendment("𠮷年年报", block=index)
    found = amend(quick(), data, name, [rare, TOTAL])
    assert [one.amendment for one in found.refused] == [rare] and "UTF-8" in found.refused[0].reason.zh
    assert found.data is not None and found.data.decode("gb2312").count(">99<") == 1
    broken = data[:400] + b"\xff" + data[400:]
    whole = amend(quick(), broken, name, [TOTAL])
    assert whole.data is None and whole.suffix == "" and whole.reason and "编码" in whole.reason.zh
    assert cells(whole.results[0].report)["applications", "received", "total"] == 99


DRAWN = {"li": ("<ul>", "<li>{}</li>", "</ul>"), "p": ("<div>", "<p>{}</p>", "</div>")}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_figure_of_a_row_that_is_one_text_is_amended_and_its_like_beside_it_is_not(kind: str) -> None:
    """A table drawn with list items, whose cells wide gaps part: three alike stand in one element."""
    opened, row, closed = DRAWN[kind]
    rows = ["信息内容　本年制发件数　本年废止件数　现行有效件数", "规章　0　0　0", "行政规范性文件　3　&#49;　12"]
    table = opened + "".join(row.format(each) for each in rows) + closed
    page = f"<html><h1>甲镇2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年公开。</p><h2>二、主动公开政府信息情况</h2>{table}</html>"
    before = cells(read_again(page.encode(), "a.html"))
    for column in ("issued", "repealed", "in_force"):
        key = ("disclosure", "regulations", column)
        found = amend(quick(), page.encode(), "a.html", [Amendment("41", *key)])
        assert not found.refused and found.data is not None
        assert cells(read_again(found.data, "a.html")) == {**before, key: 41}
    # Where an entity stands in the row its places are not certain.
    entity = Amendment("41", "disclosure", "normative_documents", "issued")
    assert [one.amendment for one in amend(quick(), page.encode(), "a.html", [entity]).refused] == [entity]


@pytest.mark.parametrize("name", FILES)
def test_what_stands_there_already_changes_nothing(name: str) -> None:
    document = quick().open(FILES[name], name).document
    same = [
        Amendment(block.text.text, block=at) for at, block in enumerate(document.blocks) if isinstance(block, Paragraph)
    ]
    same += [Amendment(figure.raw, figure.table, figure.row, figure.column) for figure in printed(name)]
    found = amended(name, *same)
    assert (found.data, found.refused, found.document) == (None, (), document)


def test_a_cell_that_is_amended_twice_says_what_was_typed_last() -> None:
    first = Amendment("7", *TOTAL.place[2:])
    assert cells(amended("standard.md", first, TOTAL).results[0].report)[TOTAL.place[2:]] == 99
    back = amended("standard.md", TOTAL, Amendment(raw("standard.md", TOTAL.place[2:]), *TOTAL.place[2:]))
    assert back.data is None and not back.refused


def raw(name: str, key: tuple[str, str, str]) -> str:
    return next(each.raw for each in report_of(name).figures if (each.table, each.row, each.column) == key)


@pytest.mark.parametrize(
    "text", ["- 3", "+ 3", "* 3", "# 三", "> 三", "1. 三", "2) 三", "三 | 四", "---", "===", "``` 三", "    三"]
)
def test_signs_that_begin_something_in_markdown_are_typed_as_they_are(text: str) -> None:
    name = "standard.md"
    blocks = quick().open(FILES[name], name).document.blocks
    index = next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and len(block.text.text) > 30)
    found = amended(name, Amendment(text, block=index), Amendment(text, *TOTAL.place[2:]))
    assert not found.refused and found.data is not None
    block = quick().open(found.data, name).document.blocks[index]
    assert isinstance(block, Paragraph) and block.text.text == text.strip()
    now = read_again(found.data, name)
    assert [each.raw for each in now.figures if (each.table, each.row, each.column) == TOTAL.place[2:]] == [
        text.strip()
    ]


MARKED = {
    "a.md": ("| 行政许可 | 126 |", "| 行政许可 | 126{} |", ("①", "[^1]", "*", "²")),
    "a.html": (">126<", ">126{}<", ("①", "<sup>①</sup>", "<sup>[1]</sup>", "*")),
}


@pytest.mark.parametrize(("name", "mark"), [(name, mark) for name, (_, _, marks) in MARKED.items() for mark in marks])
def test_the_mark_of_a_note_stays_behind_a_number_that_is_typed_over_another(name: str, mark: str) -> None:
    old, new, _ = MARKED[name]
    data = {"a.md": GOOD, "a.html": as_html(GOOD)}[name].replace(old, new.format(mark))
    assert mark in data
    key = ("disclosure", "licences", "decisions")
    before = cells(read_again(data.encode(), name))
    assert before[key] == 126
    found = amend(quick(), data.encode(), name, [Amendment("127", *key)])
    assert not found.refused and found.data is not None
    assert found.data.decode() == data.replace(f"126{mark}", f"127{mark}")
    assert cells(read_again(found.data, name)) == {**before, key: 127}


class Counting(Linter):
    """Counts how often a file is read."""

    reads = 0

    def open(self, data: bytes, name: str, convert: Converter = modern) -> Opened:
        self.reads += 1
        return super().open(data, name, convert)


@pytest.mark.parametrize(("bad", "most"), [(200, 40), (1, 20)])
def test_many_amendments_of_which_some_cannot_be_made_are_tried_a_few_times(bad: int, most: int) -> None:
    """A blank in a table whose cells stand on lines of their own would be read as no cell."""
    name = "city-2023.lines.txt"
    data, linter = (SAMPLES / name).read_bytes(), Counting(quick().rulebook)
    figures = [each for each in read_again(data, name).figures if each.table == "applications"]
    keys = [(each.table, each.row, each.column) for each in figures if each.state is not State.MISSING]
    typed = [Amendment("" if at < bad else "5", *key) for at, key in enumerate(keys)]
    found = amend(linter, data, name, typed)
    assert linter.reads <= most
    assert [one.amendment for one in found.refused] == [each for each in typed if each.text != "5"]
    assert all("读出来" in one.reason.zh for one in found.refused)
    if bad < len(typed):
        now = cells(found.results[0].report)
        assert all(now[key] == 5 for key in keys[bad:])
