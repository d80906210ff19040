"""Word files put into form by tracked changes, which Word and LibreOffice can open, accept and reject."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as Built
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import GOOD, SLIPS, planted
from word_layouts import as_docx

from govreport_lint import fix_text
from govreport_lint.api import linter
from govreport_lint.fixing.files import Fixed, fix_file
from govreport_lint.office.libreoffice import find_libreoffice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FEW = settings(max_examples=3, suppress_health_check=list(HealthCheck))


def body(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read("word/document.xml"))


def printed(data: bytes, leaving_out: str) -> list[str]:
    """The paragraphs of a Word file with all changes accepted (``del`` left out) or rejected (``ins`` left out)."""
    found = []
    for paragraph in body(data).iter(f"{W}p"):
        gone = {id(text) for change in paragraph.iter(f"{W}{leaving_out}") for text in change.iter()}
        texts = (each for each in paragraph.iter() if each.tag in (f"{W}t", f"{W}delText") and id(each) not in gone)
        found.append("".join(each.text or "" for each in texts))
    return found


def fixed(data: bytes) -> Fixed:
    return fix_file(linter(), data, "年报.docx")


@pytest.mark.parametrize(("printed_words", "slip"), SLIPS)
def test_accepting_all_gives_what_is_right_and_rejecting_all_what_was(printed_words: str, slip: str) -> None:
    good, bad = as_docx(GOOD), as_docx(planted(GOOD, printed_words, slip))
    made = fixed(bad)
    assert made.data is not None
    accepted, rejected = printed(made.data, "del"), printed(made.data, "ins")
    assert rejected == printed(bad, "ins")
    assert [text.replace(" ", "") for text in accepted] == [text.replace(" ", "") for text in printed(good, "del")]
    assert not [finding for result in made.results for finding in result.findings]
    assert docx.Document(io.BytesIO(made.data)).paragraphs


@_FEW
@given(st.lists(st.tuples(st.sampled_from(SLIPS), st.integers(0, 40)), min_size=1, max_size=5))
def test_word_comes_to_what_markdown_comes_to(slips: list[tuple[tuple[str, str], int]]) -> None:
    report = GOOD
    for (words, slip), at in slips:
        report = planted(report, words, slip, at)
    made = fixed(as_docx(report))
    data = made.data or as_docx(report)
    wanted = printed(as_docx(fix_text(report)), "del")
    assert [text.replace(" ", "") for text in printed(data, "del")] == [text.replace(" ", "") for text in wanted]
    assert printed(data, "ins") == printed(as_docx(report), "ins")
    assert fixed(data).data is None


def test_changes_bear_the_author_and_the_date_of_the_file_and_runs_keep_their_looks() -> None:
    def bold(built: Built) -> None:
        for paragraph in built.paragraphs:
            for run in paragraph.runs:
                run.bold = True

    bad = as_docx(planted(GOOD, "，", ","), change=bold)
    made = fixed(bad)
    assert made.data is not None
    changes = [each for each in body(made.data).iter() if each.tag in (f"{W}ins", f"{W}del")]
    assert len(changes) == 2
    assert {each.get(f"{W}author") for each in changes} == {"govreport-lint"}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each.get(f"{W}date") or "") for each in changes)
    assert len({each.get(f"{W}id") for each in changes}) == 2
    assert all(each.find(f"{W}r/{W}rPr/{W}b") is not None for each in changes)
    assert made.data == fixed(bad).data


def test_a_sentence_in_runs_of_a_character_each_is_mended() -> None:
    """WPS cuts text like that."""

    def split(built: Built) -> None:
        for paragraph in built.paragraphs:
            text = paragraph.text
            if "," in text:
                for run in paragraph.runs:
                    run.text = ""
                for character in text:
                    paragraph.add_run(character)

    bad = as_docx(planted(GOOD, "，", ","), change=split)
    made = fixed(bad)
    assert made.data is not None
    assert printed(made.data, "ins") == printed(bad, "ins")
    assert printed(made.data, "del") == printed(as_docx(GOOD), "del")


def test_text_in_an_open_change_of_somebody_is_left_and_told() -> None:
    def insert(built: Built) -> None:
        for paragraph in built.paragraphs:
            if "," in paragraph.text:
                element = paragraph.runs[0]._r
                change = element.makeelement(f"{W}ins", {f"{W}id": "1", f"{W}author": "某"})
                element.addprevious(change)
                change.append(element)

    made = fixed(as_docx(planted(GOOD, "，", ","), change=insert))
    assert made.data is None
    assert [("修订" in each.reason.zh, each.step.finding.code) for each in made.refused] == [(True, "L901")]


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    made = fixed(as_docx(planted(planted(GOOD, "，", ","), "## 六、其他需要报告的事项", "## 六、其他需要说明的事项")))
    assert made.data is not None
    (tmp_path / "a.docx").write_bytes(made.data)
    command = [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True)
    text = (tmp_path / "a.txt").read_text("utf-8-sig")
    assert "其他需要报告的事项" in text
