"""Word files that are out to harm: a clear reason within 5 seconds and 500 MB, and nothing opened meanwhile."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HANGS
from word_files import TYPES, W, document, links, p, tbl, tc, tr, word_file, zipped

from govreport_lint import api
from govreport_lint.document import Table
from govreport_lint.errors import ReadError

CHILD = """
import json, sys, time
from pathlib import Path
from govreport_lint import api
from govreport_lint.errors import ReadError
folder, good = Path(sys.argv[1]), sys.argv[2]
api.read_bytes(Path(good).read_bytes(), good)
files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
opened, said = [], {}
watched = ("open", "socket.", "subprocess.", "os.system", "urllib.")
sys.addaudithook(lambda event, given: opened.append(f"{event} {given[:1]}") if event.startswith(watched) else None)
for name, data in files.items():
    started = time.perf_counter()
    try:
        blocks = len(api.read_bytes(data, name).blocks)
        reason = f"read {blocks}"
    except ReadError as error:
        reason = error.reason
    said[name] = [round(time.perf_counter() - started, 2), reason]
watched = ()
# The kernel's other count, ru_maxrss, begins with the memory of the process that started this one.
status = Path("/proc/self/status")
peak = [int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else [0]
print(json.dumps([said, opened, peak[0]]))
"""


def with_text(content: str | bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": content})


def declared(declaration: str, text: str) -> bytes:
    body = document(p(text)).replace("?>", f"?>{declaration}", 1)
    return with_text(body)


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return declared(f'<!DOCTYPE d [<!ENTITY a0 "哈">{entities}]>', "&a9;")


def hidden_laughs() -> bytes:
    """In an encoding in which the declaration is not to be seen."""
    text = document(p("&a;")).replace("UTF-8", "cp037").replace("?>", '?><!DOCTYPE d [<!ENTITY a "x">]>', 1)
    return with_text(text.encode("cp037"))


def encrypted_parts() -> bytes:
    data = bytearray(word_file(p("甲")))
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def lying_size() -> bytes:
    """The list says that the text is small; it unpacks to 16 MB."""
    data = bytearray(with_text(document(p("甲" * 5_500_000))))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 1000)
    return bytes(data)


def other_compression() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", document(p("甲")))
    return stream.getvalue()


def many_parts() -> bytes:
    return zipped({"word/document.xml": document(p("甲")), **{f"x/{number}": "" for number in range(12_000)}})


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (lambda: with_text(b" " * 100_000_000), "过大"),
    "zip bomb in a picture": (lambda: zipped({"word/document.xml": document(p("甲")), "word/media/a.png": b"\0" * 210_000_000}), "超过"),
    "lying size": (lying_size, "损坏"),
    "many paragraphs": (lambda: with_text(document("<w:p/>" * 800_000)), "过多"),
    "many cells": (lambda: with_text(document(tbl(tr(*["<w:tc/>"] * 800_000)))), "过多"),
    "many runs": (lambda: with_text(document(p("<w:r><w:t>1</w:t></w:r>" * 300_000))), "过多"),
    "elements without end": (lambda: with_text(document("<w:r>" * 150_000)), "损坏"),
    "many styles": (lambda: word_file(p("甲"), styles="<w:x/>" * 800_000), "过多"),
    "many of everything": (lambda: with_text(document((p("1") + tbl(tr(tc("2")))) * 14_000)), "read"),
    "tables in tables": (lambda: with_text(document("<w:tbl><w:tr><w:tc>" * 100_000)), "嵌套"),
    "entity bomb": (laughs, "文档类型"),
    "hidden entity bomb": (hidden_laughs, "损坏"),
    "external entity": (lambda: declared('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"), "文档类型"),
    "external document type": (lambda: declared('<!DOCTYPE d SYSTEM "http://example.invalid/d.dtd">', "甲"), "文档类型"),
    "path out of the archive": (lambda: zipped({"word/document.xml": document(p("甲")), "../../evil": "x"}), "包外"),
    "absolute path": (lambda: zipped({"word/document.xml": document(p("甲")), "C:\\evil": "x"}), "包外"),
    "encrypted parts": (encrypted_parts, "密码"),
    "other compression": (other_compression, "压缩方式"),
    "twelve thousand parts": (many_parts, "过多"),
    "external text": (
        lambda: zipped({
            "_rels/.rels": links("officeDocument", target="file:///etc/passwd"),
            "word/document2.xml": document(p("甲")),
        }), "没有正文"),
    "no XML": (lambda: with_text("正文"), "损坏"),
    "empty text": (lambda: with_text(""), "损坏"),
    "huge spans": (
        lambda: with_text(document(tbl(
            tr(tc("甲", "<w:gridSpan w:val='1000000000'/>"), tc("1")),
            tr(tc("乙", "<w:gridSpan w:val='-5'/>"), tc("2"), properties="<w:gridBefore w:val='2000000000'/>")))), "read"),
    "lists without end": (
        lambda: word_file(p("甲", properties="<w:numPr><w:numId w:val='1'/></w:numPr>"), numbering=(
            "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='2147483647'/><w:numFmt w:val='upperRoman'/>"
            f"<w:lvlText w:val='{'%1' * 5000}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")), "read"),
}  # fmt: skip


def test_harmful_files_are_refused_in_time(tmp_path: Path) -> None:
    folder = tmp_path / "bombs"
    folder.mkdir()
    for name, (make, _) in BOMBS.items():
        (folder / name).write_bytes(make())
    good = tmp_path / "good.docx"
    good.write_bytes(word_file(p("甲") + tbl(tr(tc("乙"), tc("1"))), styles="", numbering=""))
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), str(good)], capture_output=True, text=True, check=True
    )
    said, opened, memory = json.loads(done.stdout)
    for name, (_, reason) in BOMBS.items():
        seconds, words = said[name]
        assert any(part in words for part in reason.split("|")), (name, words)
        assert seconds < HANGS, (name, seconds)
    assert opened == []
    assert memory < 500 * 1024, memory


def test_cut_off_anywhere() -> None:
    whole = word_file(p("甲") + tbl(tr(tc("乙"), tc("1"))), styles="")
    for end in range(4, len(whole) - 1, 97):
        with pytest.raises(ReadError):
            api.read_bytes(whole[:end], "x.docx")


def test_broken_anywhere() -> None:
    whole = word_file(p("甲") + tbl(tr(tc("乙"), tc("1"))), styles="")
    for at in range(4, len(whole), 41):
        try:
            api.read_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], "x.docx")
        except ReadError as error:
            assert error.reason and error.english


def test_a_workbook_in_a_report_is_no_workbook() -> None:
    workbook = zipped({"xl/workbook.xml": "<x/>"})
    data = zipped({"word/document.xml": document(p("甲")), "word/embeddings/a.xlsx": workbook})
    assert api.read_bytes(data, "x").format == "docx"


def test_macros_are_not_run_and_said() -> None:
    rels = links("vbaProject", target="vbaProject.bin").replace(
        "http://schemas.openxmlformats.org/officeDocument/2006", "http://schemas.microsoft.com/office/2006"
    )
    data = zipped(
        {"word/document.xml": document(p("甲")), "word/_rels/document.xml.rels": rels, "word/vbaProject.bin": "x"}
    )
    assert [note.in_language("zh") for note in api.read_bytes(data, "x.docm").notes if not isinstance(note, str)] == [
        "文件带有宏，没有运行"
    ]


def test_password_is_named() -> None:
    """A Word file with a password is an old container that holds the encrypted package."""
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480
    with pytest.raises(ReadError, match="密码"):
        api.read_bytes(data, "x.docx")


def test_wide_cells_stay_small() -> None:
    document_ = api.read_bytes(BOMBS["huge spans"][0](), "x.docx")
    table = next(block for block in document_.blocks if isinstance(block, Table))
    assert len(table.rows[0]) < 300
    assert W in document(p("甲"))


@pytest.mark.parametrize("by", [1, 46, 185, 100_000])
def test_a_member_whose_place_lies_before_the_file_is_damaged(by: int) -> None:
    data = bytearray(word_file(p("正文")))
    place = slice(data.rindex(b"PK\x05\x06") + 16, data.rindex(b"PK\x05\x06") + 20)
    data[place] = (int.from_bytes(data[place], "little") + by).to_bytes(4, "little")
    with pytest.raises(ReadError):
        api.read_bytes(bytes(data), "x.docx")
