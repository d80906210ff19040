"""A Word file handed back with comments: each where it belongs, everything else as it was."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from faulty_layouts import report_with
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import review_of_bytes
from word_files import W, document, p, part, r, tbl, tc, tr, word_file, zipped
from word_layouts import as_docx

from govreport_lint.cli import run
from govreport_lint.document import Location
from govreport_lint.output.annotated.docx_comments import annotate_docx
from govreport_lint.output.annotated.review import Review
from govreport_lint.word.marking.anchors import anchor
from govreport_lint.word.marking.marks import with_marks
from govreport_lint.word.opened_document import read_text
from govreport_lint.word.package.archive import open_package

FAULTY = Path(__file__).parent.parent.parent / "samples" / "town-2024.faulty.md"
NAME = f"{{{W}}}"
MARKS = {f"{NAME}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")}


def faulty() -> bytes:
    return as_docx(FAULTY.read_text(encoding="utf-8"))


def annotated(data: bytes, language: str = "zh") -> tuple[Review, bytes]:
    review = review_of_bytes(data, "报告.docx", language)
    return review, annotate_docx(review)


def comments(data: bytes) -> dict[str, list[str]]:
    """The comments by their ids: their paragraphs."""
    root = ElementTree.fromstring(part(data, "word/comments.xml"))
    return {
        comment.get(f"{NAME}id", ""): [
            "".join(t.text or "" for t in line.iter(f"{NAME}t")) for line in comment.iter(f"{NAME}p")
        ]
        for comment in root
    }


def anchored(xml: bytes, number: str) -> str:
    """The text between the marks of a comment."""
    source = xml.decode()
    pattern = rf'<w:commentRangeStart[^>]*w:id="{number}"/>(.*?)<w:commentRangeEnd[^>]*w:id="{number}"/>'
    found = re.findall(pattern, source, re.S)
    assert len(found) == 1
    inner = re.sub(r"<w:(?:delText|instrText)\b.*?</w:(?:delText|instrText)>", "", found[0])
    return "".join(
        ElementTree.fromstring(f"<x>{text}</x>").text or "" for text in re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", inner)
    )


def printed(xml: bytes) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Every paragraph: its properties, and each character with its formatting; the marks of comments left out."""
    found = []
    for paragraph in ElementTree.fromstring(xml).iter(f"{NAME}p"):
        characters = []
        for stretch in paragraph.iter(f"{NAME}r"):
            own = stretch.find(f"{NAME}rPr")
            formatting = "" if own is None else ElementTree.tostring(own, encoding="unicode").strip()
            characters += [(each, formatting) for text in stretch.iter(f"{NAME}t") for each in text.text or ""]
        properties = paragraph.find(f"{NAME}pPr")
        found.append(
            (
                str(paragraph.attrib),
                "" if properties is None else ElementTree.tostring(properties, encoding="unicode"),
                characters,
            )
        )
    return found


def skeleton(xml: bytes) -> list[str]:
    """The elements that are no runs, texts or marks."""
    parts = {f"{NAME}{name}" for name in ("r", "t", "rPr")} | MARKS
    root = ElementTree.fromstring(xml)
    inside = {id(each) for stretch in root.iter(f"{NAME}r") for each in stretch.iter()}
    return [each.tag + str(each.attrib) for each in root.iter() if each.tag not in parts and id(each) not in inside]


def test_every_cause_is_a_comment_and_the_first_is_the_summary() -> None:
    review, data = annotated(faulty())
    found = comments(data)
    assert list(found) == [str(number) for number in range(len(review.remarks) + 1)]
    assert found["0"][0] == "审核小结"
    assert found["0"][1] == "示例县示范镇人民政府，2024 年度"
    assert found["0"][2] == "问题 10 个：错误 4，疑点 3，提示 3。"
    for remark, words in zip(review.remarks, list(found.values())[1:], strict=True):
        for finding in remark.findings:
            assert finding.code in words[0]
            assert any(finding.message.zh in line for line in words[1:])
            assert f"依据：{finding.basis.zh}" in words
            assert remark.repair or f"建议：{finding.suggestion.zh}" in words
        # Cells that a repair names are checked first: what each equation would have one check is not said besides.
        assert not remark.repair or sum(line.startswith("建议：") for line in words) == 1
    authors = set(re.findall(r'w:author="([^"]*)"', part(data, "word/comments.xml").decode()))
    assert authors == {"govreport-lint"}


def test_comments_stand_at_the_cell_and_the_words() -> None:
    review, data = annotated(faulty())
    xml = part(data, "word/document.xml")
    where = {each.code: anchored(xml, str(n)) for n, remark in review.numbered() for each in remark.findings}
    assert anchored(xml, "0") == "示例县示范镇人民政府2024年政府信息公开工作年度报告"
    assert where["D604"] == "2024年1月1日起至2024年11月30日"
    assert where["N501"] == "21"
    assert where["A303"] == "5"
    assert where["T203"] == "2.其他法律行政法规禁止公开公开"
    assert where["Z403"] == ""
    assert where["S103"] == "五、存在问题及改进措施"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_else_stays_as_it_was(language: str) -> None:
    before = faulty()
    _, after = annotated(before, language)
    assert printed(part(after, "word/document.xml")) == printed(part(before, "word/document.xml"))
    assert skeleton(part(after, "word/document.xml")) == skeleton(part(before, "word/document.xml"))
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        changed = {name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)}
        assert set(old.namelist()) <= set(new.namelist())
    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    assert annotated(before, language)[1] == after


def test_annotated_file_gives_the_same_findings_and_can_be_annotated_again() -> None:
    first, data = annotated(faulty())
    second, again = annotated(data)
    prints = [[finding.fingerprint for finding in one.result.findings] for one in (first, second)]
    assert prints[0] == prints[1]
    assert [lines[1:] for lines in list(comments(again).values())[1:]] == [
        lines[1:] for lines in list(comments(data).values())[1:]
    ]
    xml = part(again, "word/document.xml").decode()
    assert sorted(map(int, re.findall(r'commentReference[^>]*w:id="(\d+)"', xml))) == sorted(map(int, comments(again)))
    assert annotated(again)[1] == annotated(data)[1] == again
    read = docx.Document(io.BytesIO(again))
    assert [p.text for p in read.paragraphs] == [p.text for p in docx.Document(io.BytesIO(faulty())).paragraphs]


def test_only_its_own_remarks_are_replaced() -> None:
    def remark(built: docx.document.Document) -> None:
        runs = built.paragraphs[1].runs
        built.add_comment(runs, text="请补充", author="审核人", initials="审")
        built.add_comment(runs, text="另一个程序", author="govreport-lint", initials="x")

    _, once = annotated(as_docx(report_with("review"), change=remark))
    review, twice = annotated(once)
    found = list(comments(twice).values())
    assert ["请补充"] in found and ["另一个程序"] in found
    assert len(found) == 2 + 1 + len(review.remarks)
    ElementTree.fromstring(part(twice, "word/document.xml"))


def test_a_part_that_stands_in_the_file_twice_is_written_once() -> None:
    stream = io.BytesIO(faulty())
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/styles.xml", archive.read("word/styles.xml"))
    _, data = annotated(stream.getvalue())
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert len(names) == len(set(names))


def test_earlier_comments_are_kept() -> None:
    def remark(built: docx.document.Document) -> None:
        paragraph = built.paragraphs[1]
        built.add_comment(paragraph.runs, text="请补充", author="张三", initials="张")

    data = as_docx(report_with("review"), change=remark)
    old = part(data, "word/comments.xml")
    review, after = annotated(data)
    new = part(after, "word/comments.xml")
    end = old.rindex(b"</")
    assert new.startswith(old[:end]) and new.endswith(old[end:])
    assert len(comments(after)) == 2 + len(review.remarks)
    assert "文件中还有 1 条批注，报送前请删除" in list(comments(after).values())[1]


def test_marks_in_tracked_changes_boxes_and_odd_places() -> None:
    box = f"<w:txbxContent>{p('框内12件')}</w:txbxContent>"
    body = (
        p(
            "<w:ins w:id='5'>"
            + r("全年12件", "<w:b/>")
            + "</w:ins><w:del w:id='6'><w:r><w:delText>9</w:delText></w:r></w:del>"
        )
        + p("外", f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")
        + "<w:p/><w:p><w:pPr/><w:r><w:rPr/></w:r><w:r/></w:p>"
        + tbl(tr(tc(), tc(p("甲") + p("乙"))))
    )
    text = read_text(open_package(word_file(body), "x"))
    ins, outer, inner, empty, hollow, cell, first, second = text.paragraphs
    places = [
        ins.location,
        Location(2, 4, paragraph=1),
        inner.location,
        empty.location,
        hollow.location,
        cell.location,
        first.location.until(second.location),
        Location(10**9, 10**9),
    ]
    xml = with_marks(text, [(number, anchor(text, place)) for number, place in enumerate(places)])
    ElementTree.fromstring(xml)
    assert [anchored(xml, str(n)) for n in range(8)] == ["全年12件", "12", "框内12件", "", "", "", "甲乙", "乙"]
    assert printed(xml)[0][2] == printed(text.source)[0][2]
    parents = {child: each.tag for each in ElementTree.fromstring(xml).iter() for child in each}
    assert {parents[each] for each in parents if each.tag in MARKS} == {f"{NAME}{name}" for name in ("p", "r", "ins")}
    boxed = ElementTree.fromstring(xml).iter(f"{NAME}txbxContent")
    assert not any(each.tag in MARKS for box in boxed for each in box.iter())
    assert outer.text == "外"


def test_other_prefix() -> None:
    content = document(p("甲12乙")).replace("w:", "q:").replace("xmlns:w", "xmlns:q")
    text = read_text(open_package(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": content}), "x"))
    xml = with_marks(text, [(3, anchor(text, Location(1, 3, paragraph=1)))])
    assert [each.get(f"{NAME}id") for each in ElementTree.fromstring(xml).iter() if each.tag in MARKS] == ["3"] * 3
    assert "".join(ElementTree.fromstring(xml).itertext()) == "甲12乙"


PIECES = st.lists(
    st.tuples(st.text("一2 <&件", min_size=1, max_size=5), st.sampled_from(["", "<w:b/>"])), min_size=1, max_size=6
)


@settings(max_examples=120)
@given(PIECES, st.data())
def test_any_stretch_is_marked_and_nothing_lost(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    escaped = [(text.replace("&", "&amp;").replace("<", "&lt;"), look) for text, look in pieces]
    text = read_text(open_package(word_file(p(*(r(*each) for each in escaped))), "x"))
    whole = "".join(each for each, _ in pieces)
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(1, len(whole))), min_size=1, max_size=4)
    )
    places = [Location(start, min(len(whole), start + length), paragraph=1) for start, length in spans]
    xml = with_marks(text, [(number, anchor(text, place)) for number, place in enumerate(places)])
    for number, place in enumerate(places):
        assert anchored(xml, str(number)) == whole[place.start : place.end]
    assert printed(xml) == printed(text.source)


def test_command_writes_beside_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, before = tmp_path / "报告.docx", faulty()
    report.write_bytes(before)
    assert run(["annotate", str(report)]) == 0
    assert "问题 10 个：错误 4" in capsys.readouterr().err
    review, _ = annotated(before)
    assert len(comments((tmp_path / "报告.checked.docx").read_bytes())) == 1 + len(review.remarks)
    assert report.read_bytes() == before
    assert run(["annotate", str(tmp_path)]) == 3
    assert "已存在，未覆盖" in capsys.readouterr().err
    assert run(["annotate", str(tmp_path), "--force"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["报告.checked.docx", "报告.docx"]
    assert run(["annotate", str(report), "-o", f"{tmp_path / 'out'}/"]) == 0
    assert (tmp_path / "out" / "报告.checked.docx").is_file()
    assert run(["annotate", str(report), "-o", str(tmp_path / "b.docx"), "--select", "A"]) == 0
    assert len(comments((tmp_path / "b.docx").read_bytes())) == 3


def test_command_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "a.docx"
    report.write_bytes(faulty())
    assert run(["annotate", str(report), "-o", str(report), "--force"]) == 2
    assert "不能覆盖" in capsys.readouterr().err
    assert run(["annotate", str(report), "-o", str(tmp_path / "a.pdf")]) == 2
    assert "应以 .docx 结尾" in capsys.readouterr().err
    assert run(["annotate", str(report), str(tmp_path / "b.docx"), "-o", str(tmp_path / "c.docx")]) == 2
    (tmp_path / "d.docx").write_bytes(faulty()[:5000])
    assert run(["annotate", str(tmp_path / "d.docx")]) == 3
    assert "不完整" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "d.docx"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_it_and_has_the_comments(tmp_path: Path) -> None:
    review, data = annotated(faulty())
    (tmp_path / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = part((tmp_path / "a.odt").read_bytes(), "content.xml").decode()
    notes = re.findall(r"<office:annotation .*?</office:annotation>", content, re.S)
    assert len(notes) == 1 + len(review.remarks)
    assert all("<dc:creator>govreport-lint</dc:creator>" in note for note in notes)
    assert "审核小结" in notes[0]
