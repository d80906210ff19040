"""What is typed into a Word file is a tracked change: accepted it says what was typed, rejected what was printed."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from amended_reports import TOTAL, amended, changes, paragraph, read
from conftest import HANGS
from word_files import p, part, r, zipped

from govreport_lint.editing.amendments import Amended, Amendment
from govreport_lint.office.libreoffice import find_libreoffice
from govreport_lint.web.pages.sample import sample_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORT = sample_report()
NAME = "年报.docx"


def tree(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(part(data, "word/document.xml"))


def settled(data: bytes, gone: str) -> list[list[tuple[str, str]]]:
    """The paragraphs with every change accepted (``del`` gone) or rejected (``ins`` gone): the texts of their runs and
    the looks of each, runs that look alike put together."""
    found: list[list[tuple[str, str]]] = []
    for each in tree(data).iter(f"{W}p"):
        lost = {id(run) for change in each.iter(f"{W}{gone}") for run in change.iter(f"{W}r")}
        runs: list[tuple[str, str]] = []
        for run in (run for run in each.iter(f"{W}r") if id(run) not in lost):
            looks = "".join(ElementTree.tostring(one, "unicode") for one in run.findall(f"{W}rPr"))
            text = "".join(
                (one.text or "") if one.tag in (f"{W}t", f"{W}delText") else "\n" if one.tag == f"{W}br" else ""
                for one in run.iter()
            )
            if runs and runs[-1][0] == looks:
                looks, before = runs.pop()
                text = before + text
            runs.append((looks, text))
        found.append([run for run in runs if run[1]])
    return found


def accepted(data: bytes) -> list[str]:
    return ["".join(text for _, text in runs) for runs in settled(data, "del")]


def rejected(data: bytes) -> list[list[tuple[str, str]]]:
    return settled(data, "ins")


def body(*content: str) -> bytes:
    """The sample with paragraphs of one's own before its end."""
    document = part(REPORT, "word/document.xml").decode()
    at = document.rindex("<w:sectPr") if "<w:sectPr" in document else document.rindex("</w:body>")
    own = f"{document[:at]}{''.join(content)}{document[at:]}"
    with zipfile.ZipFile(io.BytesIO(REPORT)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, "word/document.xml": own})


def some(data: bytes) -> Sequence[Amendment]:
    document = read(data, NAME)
    first = paragraph(document, "一、总体情况") + 1
    return [
        Amendment("99", *TOTAL),
        Amendment("", "applications", "granted", "total"),
        Amendment("本机关全年“没有”<新增>&事项。", block=first),
    ]


def test_accepted_it_says_what_was_typed_and_rejected_it_is_the_file_as_it_was() -> None:
    found = amended(REPORT, NAME, *some(REPORT))
    assert found.data is not None and not found.refused
    assert rejected(found.data) == rejected(REPORT), "texts and looks"
    before = ["".join(text for _, text in runs) for runs in rejected(REPORT)]
    new = [other for one, other in zip(before, accepted(found.data), strict=True) if one != other]
    assert new == ["本机关全年“没有”<新增>&事项。", "99", ""]
    with zipfile.ZipFile(io.BytesIO(REPORT)) as one, zipfile.ZipFile(io.BytesIO(found.data)) as other:
        assert one.namelist() == other.namelist()
        same = [name for name in one.namelist() if one.read(name) == other.read(name)]
    assert set(one.namelist()) - set(same) == {"word/document.xml"}


def test_amended_again_and_again_rejecting_all_gives_the_first_file() -> None:
    """A file that comes back with changes is amended elsewhere; changed places belong to whoever settles them."""
    once = amended(REPORT, NAME, Amendment("99", *TOTAL)).data
    assert once is not None
    twice = amended(once, NAME, Amendment("98", *TOTAL), Amendment("7", "applications", "granted", "total"))
    assert twice.data is not None and [each.amendment.text for each in twice.refused] == ["98"]
    assert "修订" in twice.refused[0].reason.zh
    assert rejected(twice.data) == rejected(REPORT)


def test_revisions_are_told_of_the_file_that_was_given_and_not_of_what_is_typed() -> None:
    def told(found: Amended) -> list[str]:
        return [str(note) for note in found.document.notes if "修订" in str(note)]

    once = amended(REPORT, NAME, Amendment("99", *TOTAL))
    assert once.data is not None and not told(once)
    twice = amended(once.data, NAME, Amendment("7", "applications", "granted", "total"))
    assert len(told(twice)) == 1 and "2 处修订" in told(twice)[0]


LINK = '<w:hyperlink w:anchor="top">{}</w:hyperlink>'
PARAGRAPHS = {
    "runs": p(r("附注甲说明", "<w:b/>"), r("，乙说明"), r("，丙说明。", "<w:i/>")),
    "tab": p(r("附注甲说明"), "<w:r><w:tab/></w:r>", r("，乙说明，丙说明。")),
    "link": p(r("附注甲说明"), LINK.format(r("，乙说明")), r("，丙说明。")),
    "a run each": p(*map(r, "附注甲说明，乙说明，丙说明。")),
    "spaces": p(r("附注甲说明"), r("  "), r("，乙说明，丙说明。")),
}


@pytest.mark.parametrize("kind", PARAGRAPHS)
@pytest.mark.parametrize(
    "text",
    [
        "附注甲说明，乙改了，丙说明。",
        "附注，乙说明，丙说明。",
        "前附注甲说明，乙说明，丙说明。后",
        "附注甲说，说明。",
        "全新的一段。",
        "附注乙说明，甲说明，丙说明",
    ],
)
def test_a_paragraph_of_several_runs_says_what_was_typed(kind: str, text: str) -> None:
    data = body(PARAGRAPHS[kind])
    document = read(data, NAME)
    found = amended(data, NAME, Amendment(text, block=paragraph(document, "附注")))
    assert not found.refused and found.data is not None
    assert [new for _, new in changes(document, read(found.data, NAME))] == [text]
    before = ["".join(text for _, text in runs) for runs in rejected(data)]
    new = [other for one, other in zip(before, accepted(found.data), strict=True) if one != other]
    assert ["".join(each.split()) for each in new] == [text]
    assert rejected(found.data) == rejected(data)


def test_what_cannot_be_tracked_is_refused_and_the_others_are_made() -> None:
    changed = f'<w:ins w:id="1" w:author="某">{r("附注甲说明。")}</w:ins>'
    data = body(p(changed), p(r("另附说明。")))
    document = read(data, NAME)
    wrong = Amendment("附注改了。", block=paragraph(document, "附注"))
    found = amended(data, NAME, wrong, Amendment("另附改了。", block=paragraph(document, "另附")))
    assert [each.amendment for each in found.refused] == [wrong] and found.data is not None
    assert [new for _, new in changes(document, read(found.data, NAME))] == ["另附改了。"]


def test_a_line_break_in_a_paragraph_stays_where_it_is() -> None:
    data = body(p(r("附注甲说明；"), "<w:r><w:br/></w:r>", r("又附乙说明。")))
    document = read(data, NAME)
    found = amended(data, NAME, Amendment("又附丙的说明。", block=paragraph(document, "又附")))
    assert not found.refused and found.data is not None
    assert "附注甲说明；\n又附丙的说明。" in accepted(found.data) and rejected(found.data) == rejected(data)


def test_libreoffice_knows_what_was_typed_from_what_was_printed(tmp_path: Path) -> None:
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    found = amended(REPORT, NAME, *some(REPORT))
    assert found.data is not None
    (tmp_path / "a.docx").write_bytes(found.data)
    command = [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")],
                   check=True, capture_output=True, timeout=HANGS)  # fmt: skip
    saved = (tmp_path / "out" / "a.docx").read_bytes()
    assert accepted(saved) == accepted(found.data)
    assert ["".join(text for _, text in runs) for runs in rejected(saved)] == [
        "".join(text for _, text in runs) for runs in rejected(REPORT)
    ]


def test_the_same_amendments_make_the_same_bytes_and_the_file_given_is_what_it_was() -> None:
    given = bytes(REPORT)
    assert amended(given, NAME, *some(given)).data == amended(given, NAME, *some(given)).data
    assert given == REPORT
