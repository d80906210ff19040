"""Whatever is handed in becomes an entry, a problem with its reason, or is counted; nothing stops the rest."""

from __future__ import annotations

import random
import socket
import struct
import zlib
from pathlib import Path, PureWindowsPath

import pytest
from handed_in import BAD, GOOD, archive, claiming, encoded, kept, report_of, reports, store_of, taken_in, written
from kinds_of_work import examined_unless_deadly
from office_files import converted, needs_libreoffice
from pdf_files import made_pdf
from test_running import dask
from word_layouts import as_docx

from govreport_lint import lint_bytes
from govreport_lint.auditing.entry import Entry, NameSource, Role
from govreport_lint.auditing.intake.place import reachable
from govreport_lint.auditing.intake.remote import address_of
from govreport_lint.auditing.intake.taking_in import Intake, list_files, take_in
from govreport_lint.auditing.request import Request
from govreport_lint.auditing.running.pool import Pool
from govreport_lint.file_patterns import file_patterns
from govreport_lint.likeness.many.digests import digest_of
from govreport_lint.office import libreoffice


@pytest.fixture
def request_of(tmp_path: Path) -> Request:
    """This year's folder, empty yet; the papers go beside it."""
    (tmp_path / "2024").mkdir()
    return Request(reports=(tmp_path / "2024",), out=tmp_path / "out")


def folder(request: Request) -> Path:
    return request.reports[0]


def by_path(intake: Intake) -> dict[str, Entry]:
    return {entry.path: entry for entry in intake.entries}


def reason(entry: Entry) -> str:
    assert entry.problem
    assert entry.problem.path == entry.path
    return entry.problem.reason.zh


def names(entry: Entry, source: NameSource) -> list[str]:
    return [name.text for name in entry.names if name.source is source]


def test_an_entry_says_what_the_report_says(request_of: Request) -> None:
    data = report_of("青山镇", BAD)
    written(folder(request_of), {"乡镇/青山镇/年报.html": data})
    (entry,) = taken_in(request_of).entries
    result = lint_bytes(data, "年报.html")
    assert (entry.role, entry.path, entry.size, entry.year) == (Role.CURRENT, "乡镇/青山镇/年报.html", len(data), 2024)
    assert (entry.sha256, entry.format, entry.form) == (result.source.sha256, "html", result.report.form)
    assert entry.error == sum(finding.severity == "error" for finding in result.findings) > 0
    assert entry.values and entry.values.form == entry.form
    assert names(entry, NameSource.TITLE) == ["示例县青山镇人民政府"]
    assert names(entry, NameSource.SIGNATURE) == ["示例县青山镇人民政府"]
    assert names(entry, NameSource.FILE) == ["年报"]
    assert names(entry, NameSource.FOLDER) == ["青山镇", "乡镇"]
    assert entry.signed == "2025-01-20"
    assert entry.letters > 500
    assert entry.digest == digest_of(result.report, ["示例县青山镇人民政府"])
    assert store_of(request_of).result(entry.key).findings == result.findings


def test_a_page_says_where_its_text_comes_from(request_of: Request) -> None:
    meta = '<meta content="青山镇党政办" name="ContentSource"><meta name="SiteName" content="示例县人民政府">'
    title = "<title>青山镇2024年政府信息公开工作年度报告_示例县人民政府</title>"
    page = f"<html><head>{meta}{title}</head><body>{report_of('青山镇').decode()}</body></html>"
    written(folder(request_of), {"a.html": page.encode()})
    (entry,) = taken_in(request_of).entries
    assert names(entry, NameSource.METADATA) == ["青山镇", "青山镇党政办"]


def test_roles_and_folders_that_lie_in_one_another(tmp_path: Path) -> None:
    """Last year's folder, the county's report, the list and the results stand among this year's reports."""
    page = report_of("青山镇")
    files = {
        "青山镇.html": page,
        "2023/青山镇.html": report_of("绿水镇"),
        "县.html": report_of("示例县"),
        "units.csv": b"x",
    }
    written(tmp_path, {**files, "out/letters/青山镇.html": page, "汇总表.xlsx": b"PK"})
    request = Request(
        reports=(tmp_path,), previous=(tmp_path / "2023",), county=tmp_path / "县.html", out=tmp_path / "out",
        workbook=tmp_path / "汇总表.xlsx", units=tmp_path / "units.csv",
    )  # fmt: skip
    found = [(entry.role, entry.path) for entry in taken_in(request).entries]
    assert found == [(Role.CURRENT, "青山镇.html"), (Role.PREVIOUS, "青山镇.html"), (Role.COUNTY, "县.html")]


def test_papers_that_are_written_among_the_reports_are_none(request_of: Request) -> None:
    page = report_of("青山镇")
    files = {"audit.html": page, "audit-2.xlsx": b"PK", "letters/01 青山镇.docx": b"PK", "公布情况.docx": b"PK"}
    written(folder(request_of), {**files, "state.json": b"{}", "units.csv": b"", "年报.html": page})
    among = taken_in(Request(reports=request_of.reports, out=folder(request_of)))
    assert ([entry.path for entry in among.entries], among.passed_over) == (["年报.html"], {})
    assert len(taken_in(request_of).entries) == 5


def test_several_folders_are_told_apart(tmp_path: Path) -> None:
    one, other = (written(tmp_path / name, {"年报.html": report_of(name)}) for name in ("一", "二"))
    request = Request(reports=(one, other, one / "年报.html"), out=tmp_path / "out")
    entries = taken_in(request).entries
    assert [entry.path for entry in entries] == ["二/年报.html", "年报.html"]
    assert [names(entry, NameSource.FOLDER) for entry in entries] == [[], []]


def test_what_is_no_report_is_told_or_counted(request_of: Request) -> None:
    files = {
        "青山镇.html": report_of("青山镇"), "通知.txt": "关于报送年报的通知".encode(), "坏.docx": b"PK\x03\x04" + b"\0" * 99,
        "扫描件.jpg": b"\xff\xd8\xff", "扫描件2.JPG": b"\xff\xd8\xff", "无后缀": b"", "空.html": b"", "年报.rar": b"Rar!\x1a\x07\0",
        ".隐藏.html": b"x", "~$年报.docx": b"x", "青山镇.checked.html": b"x", "草稿/旧.html": report_of("青山镇"),
    }  # fmt: skip
    written(folder(request_of), files)
    request = Request(reports=request_of.reports, out=request_of.out, exclude=("草稿/",))
    intake = taken_in(request)
    found = by_path(intake)
    assert list(found) == ["坏.docx", "年报.rar", "空.html", "通知.txt", "青山镇.html"]
    assert [entry.path for entry in intake.entries if entry.problem is None] == ["青山镇.html"]
    assert "RAR" in reason(found["年报.rar"])
    assert intake.passed_over == {".jpg": 2, "": 1}
    said = [remark.zh for remark in intake.remarks]
    assert said == ["按 --exclude 略过 1 个文件", "另有 1 个批注副本或改正稿（文件名带 .checked、.fixed）未检查"]
    assert list_files(request) == tuple(found)


def test_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    intake = taken_in(Request(reports=(tmp_path / "空", tmp_path / "无.docx"), out=tmp_path / "out"))
    assert [reason(entry) for entry in intake.entries] == ["没有这个文件或文件夹"]
    assert [remark.zh for remark in intake.remarks] == ["空：没有可读格式的文件"]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_names_in_an_archive_are_what_was_meant(request_of: Request, encoding: str) -> None:
    files = {"乡镇\\青山镇\\年报.html": report_of("青山镇"), "乡镇/绿水镇（終稿）.html": report_of("绿水镇")}
    data = archive(files, encoding)
    written(folder(request_of), {"报送.zip": data})
    entries = taken_in(request_of).entries
    assert [entry.path for entry in entries] == ["报送.zip/乡镇/绿水镇（終稿）.html", "报送.zip/乡镇/青山镇/年报.html"]
    assert names(entries[1], NameSource.FOLDER) == ["青山镇", "乡镇", "报送"]
    assert entries[0].modified == "2025-01-17T09:30:00"


def test_unmarked_utf8_and_ascii_names(request_of: Request) -> None:
    data = archive({"青山镇.html": report_of("青山镇"), "a.html": report_of("绿水镇")}, flags=0)
    written(folder(request_of), {"mac.zip": data})
    assert sorted(by_path(taken_in(request_of))) == ["mac.zip/a.html", "mac.zip/青山镇.html"]


def test_archives_in_archives_one_level_deep(request_of: Request) -> None:
    inner = archive({"年报.html": report_of("青山镇")}, "gbk")
    deepest = archive({"太深.zip": archive({"年报.html": b"x"})})
    written(folder(request_of), {"全县.zip": archive({"青山镇.zip": inner, "深.zip": deepest}, "gbk")})
    found = by_path(taken_in(request_of))
    assert list(found) == ["全县.zip/深.zip/太深.zip", "全县.zip/青山镇.zip/年报.html"]
    assert "两层以上" in reason(found["全县.zip/深.zip/太深.zip"])
    assert names(found["全县.zip/青山镇.zip/年报.html"], NameSource.FOLDER) == ["青山镇", "全县"]


def test_an_archive_that_is_a_document_is_one(request_of: Request) -> None:
    written(folder(request_of), {"年报.zip": archive({"[Content_Types].xml": b"", "word/document.xml": b""})})
    (entry,) = taken_in(request_of).entries
    assert entry.path == "年报.zip"
    assert "Word" in reason(entry)


def test_nothing_is_written_where_an_archive_says(request_of: Request, tmp_path: Path) -> None:
    page = report_of("青山镇")
    files = {"../../出去.html": page, "C:\\Windows\\里面.html": page, "/根.html": page, "一\x1b[31m.html": page}
    written(folder(request_of), {"坏.zip": archive(files)})
    before = {path for path in tmp_path.rglob("*") if "out" not in path.parts}
    found = [entry.path for entry in taken_in(request_of).entries]
    assert found == ["坏.zip/Windows/里面.html", "坏.zip/一_[31m.html", "坏.zip/出去.html", "坏.zip/根.html"]
    assert before == {path for path in tmp_path.rglob("*") if "out" not in path.parts}


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (claiming(60 << 20, 5), "倍"),
        (archive({"a.html": b"x", "b.html": b"x"}, flags=1), "其中 2 个文件"),
        (b"PK\x03\x04 cut off", "已损坏"),
        (b"", "已损坏"),
        (b"PK\x05\x06" + b"\0" * 8 + b"\xff" * 8 + b"\0\0", "过多"),
    ],
)
def test_an_archive_that_is_refused_harms_nothing(request_of: Request, data: bytes, word: str) -> None:
    written(folder(request_of), {"坏.zip": data, "好.html": report_of("青山镇")})
    found = by_path(taken_in(request_of))
    assert word in reason(found["坏.zip"])
    assert found["好.html"].problem is None


@pytest.mark.parametrize(("size", "word"), [(30 << 20, "文件过大"), (50, "已损坏")])
def test_a_file_that_lies_about_its_size(request_of: Request, size: int, word: str) -> None:
    written(folder(request_of), {"坏.zip": claiming(size, 1)})
    assert word in reason(by_path(taken_in(request_of))["坏.zip/0.html"])


def test_an_archive_with_too_many_files(request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport_lint.auditing.intake.search.archives.MOST_MEMBERS", 2)
    written(folder(request_of), {"坏.zip": archive({f"{number}.html": b"" for number in range(3)})})
    assert "过多" in reason(by_path(taken_in(request_of))["坏.zip"])


def test_a_name_that_is_given_in_utf8_besides(request_of: Request) -> None:
    """As Info-ZIP does; a second name that belongs to another first one is not believed."""
    names_given = {}
    for number, checked in enumerate((zlib.crc32(b"a.html"), 0)):
        field = struct.pack("<BL", 1, checked) + "青山镇.html".encode()
        extra = struct.pack("<HHL", 9, 4, 0) + struct.pack("<HH", 0x7075, len(field)) + field
        names_given[f"{number}.zip"] = archive({"a.html": report_of("青山镇")}, "gbk", extra=extra)
    written(folder(request_of), names_given)
    assert sorted(by_path(taken_in(request_of))) == ["0.zip/青山镇.html", "1.zip/a.html"]


def test_an_archive_that_vanishes(request_of: Request) -> None:
    written(folder(request_of), {"1.html": report_of("青山镇"), "2.zip": archive({"a.html": report_of("绿水镇")})})

    def told(done: int, total: int, name: str, left: float | None) -> None:
        (folder(request_of) / "2.zip").unlink(missing_ok=True)

    assert "已移走或删除" in reason(by_path(taken_in(request_of, told=told))["2.zip/a.html"])


def test_a_file_that_brings_its_process_down(request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport_lint.auditing.intake.taking_in.examine", examined_unless_deadly)
    written(folder(request_of), {**reports(4), "002.html": report_of("致命镇")})
    entries = taken_in(request_of, jobs=2).entries
    assert [entry.problem is None for entry in entries] == [True, True, False, True]
    assert "意外终止" in reason(entries[2])
    monkeypatch.undo()
    assert [entry.problem for entry in taken_in(request_of).entries] == [None] * 4


def test_the_county_has_one_report(request_of: Request, tmp_path: Path) -> None:
    both = f"{GOOD}\n\n{BAD.replace('示范镇', '绿水镇')}".encode()
    written(tmp_path, {"县.md": both})
    written(folder(request_of), {"a.html": report_of("青山镇")})
    intake = taken_in(Request(reports=request_of.reports, county=tmp_path / "县.md", out=request_of.out))
    assert [(entry.role, entry.path) for entry in intake.entries] == [
        (Role.CURRENT, "a.html"), (Role.COUNTY, "县.md#1"),
    ]  # fmt: skip
    assert "只用第一份" in intake.remarks[0].zh


def test_an_archive_with_a_spoilt_byte_ends_in_files_or_a_reason(request_of: Request) -> None:
    draw, whole = random.Random(5), archive({"镇/a.html": b"x" * 300, "b.zip": archive({"c.html": b"y" * 50})}, "gbk")
    for number in range(150):
        spoilt = bytearray(whole)
        for _ in range(draw.choice((1, 2, 20))):
            spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
        written(
            folder(request_of), {f"{number}.zip": bytes(spoilt[: draw.choice((len(spoilt), draw.randrange(9999)))])}
        )
    entries = taken_in(request_of).entries
    assert len(entries) >= 150
    assert all(reason(entry) for entry in entries)


def test_a_file_that_vanishes_and_one_that_is_locked(request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder(request_of), {name: report_of(name) for name in ("1.html", "2.html", "3.html", "4.html")})
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "3.html":
            raise PermissionError(13, "Permission denied")
        return read(path)

    def told(done: int, total: int, name: str, left: float | None) -> None:
        (folder(request_of) / "2.html").unlink(missing_ok=True)

    monkeypatch.setattr(Path, "read_bytes", locked)
    found = by_path(taken_in(request_of, told=told))
    assert "已移走或删除" in reason(found["2.html"])
    assert "请关闭 Word、WPS" in reason(found["3.html"])
    assert found["1.html"].problem is found["4.html"].problem is None


def test_several_reports_in_one_file(request_of: Request) -> None:
    two = f"{GOOD}\n\n{BAD.replace('示范镇', '绿水镇')}"
    written(folder(request_of), {"合订本.md": two.encode()})
    entries = taken_in(request_of).entries
    assert [entry.path for entry in entries] == ["合订本.md#1", "合订本.md#2"]
    assert [names(entry, NameSource.FILE) for entry in entries] == [["合订本"], ["合订本"]]
    assert "绿水镇" in names(entries[1], NameSource.TITLE)[0]
    assert entries[0].error == 0 < entries[1].error
    store = store_of(request_of)
    assert store.result_of(entries[1]).path == "合订本.md#2"


def test_equal_files_are_read_once_and_told_twice(request_of: Request) -> None:
    page = report_of("青山镇")
    written(folder(request_of), {"甲.html": page, "乙.zip": archive({"丙.html": page}, "gbk")})
    entries = taken_in(request_of).entries
    assert [entry.path for entry in entries] == ["乙.zip/丙.html", "甲.html"]
    assert entries[0].key == entries[1].key


@needs_libreoffice
def test_old_office_files_are_converted_in_one_call(request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {f"{town}.doc": report_of(town) for town in ("青山镇", "绿水镇")}
    old = converted(pages, ".html", "rtf")
    wreck = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    written(folder(request_of), {**old, "加密.doc": wreck, "新.html": report_of("白云镇")})
    calls: list[list[str]] = []
    run = libreoffice._run

    def counted(command: list[str], home: Path, results: Path) -> bool:
        calls.append(command)
        return run(command, home, results)

    monkeypatch.setattr(libreoffice, "_run", counted)
    found = by_path(taken_in(request_of))
    assert len(calls) == 1
    assert "密码" in reason(found["加密.doc"])
    assert found["青山镇.doc"].format == "rtf"
    assert names(found["绿水镇.doc"], NameSource.TITLE) == ["示例县绿水镇人民政府"]
    again = by_path(taken_in(request_of))
    assert again == found
    opening = store_of(request_of)
    for candidate in ("青山镇.doc", "绿水镇.doc"):
        data = (folder(request_of) / candidate).read_bytes()
        assert opening.convert(data, candidate)[1] == "docx"
    assert len(calls) == 1


def test_the_same_wherever_it_is_read(request_of: Request, tmp_path: Path) -> None:
    """In this process, in two, on a cluster, and from the cache: the same entries, the same files of the cache."""
    others = {"年报.docx": as_docx(BAD), "坏.html": b"", "坏.pdf": made_pdf(b"BT /F 12 Tf (x) Tj ET")}
    written(folder(request_of), {**reports(8), **others, "全县.zip": archive(reports(3), "gbk")})
    fresh = encoded(taken_in(request_of))
    assert encoded(taken_in(request_of)) == fresh
    request = Request(reports=request_of.reports, out=tmp_path / "two")
    assert encoded(taken_in(request, jobs=2)) == fresh
    assert kept(request) == kept(request_of)
    request = Request(reports=request_of.reports, out=tmp_path / "cluster")
    with dask() as address:
        assert encoded(taken_in(request, scheduler=address)) == fresh
    assert kept(request) == kept(request_of)


def test_reports_at_an_address(tmp_path: Path) -> None:
    """In a folder of any system that fsspec knows; here in its memory."""
    system = pytest.importorskip("fsspec").filesystem("memory")
    files = {"乡镇/青山镇.html": report_of("青山镇"), "全县.zip": archive({"绿水镇.html": report_of("绿水镇")}, "gbk")}
    for name, data in {**files, "图.jpg": b"\xff\xd8"}.items():
        system.pipe(f"/年报/{name}", data)
    request = Request(reports=(Path("memory://年报"), Path("memory://年报/乡镇/青山镇.html")), out=tmp_path)
    store = store_of(request)
    with Pool() as pool:
        intake = take_in(request, pool, store)
    paths = [entry.path for entry in intake.entries]
    assert paths == ["年报/全县.zip/绿水镇.html", "青山镇.html"]
    assert [entry.problem for entry in intake.entries] == [None, None]
    assert intake.passed_over == {".jpg": 1}
    assert store.data(intake.entries[0]) == report_of("绿水镇")
    assert names(intake.entries[0], NameSource.FOLDER) == ["全县"]
    system.rm("/年报", recursive=True)


@pytest.mark.parametrize(("address", "word"), [("memory://无", "没有这个文件"), ("nowhere://a/b", "无法读取这个地址")])
def test_an_address_that_leads_nowhere(tmp_path: Path, address: str, word: str) -> None:
    pytest.importorskip("fsspec")
    (entry,) = taken_in(Request(reports=(Path(address),), out=tmp_path)).entries
    assert entry.path == address
    assert word in reason(entry)


def test_a_drive_is_no_address() -> None:
    assert address_of(r"C:\年报") is None
    assert address_of("/年报") is None
    assert address_of(PureWindowsPath("s3://county/年报")) == "s3://county/年报"


def test_no_network(request_of: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = b'<p><img src="http://example.test/a.png"></p>' + report_of("青山镇")
    written(folder(request_of), {"a.html": page})
    assert [entry.problem for jobs in (1, 2) for entry in taken_in(request_of, jobs=jobs).entries] == [None, None]


@pytest.mark.parametrize(
    ("patterns", "left_out"),
    [
        (("*.xlsx",), {"汇总.xlsx", "旧/汇总.XLSX"}),
        (("旧/**",), {"旧/a.docx", "旧/汇总.XLSX"}),
        (("旧",), {"旧/a.docx", "旧/汇总.XLSX", "镇/旧/b.docx"}),
        (("旧\\",), {"旧/a.docx", "旧/汇总.XLSX", "镇/旧/b.docx"}),
        (("/旧/",), {"旧/a.docx", "旧/汇总.XLSX"}),
        (("**/旧/*.docx",), {"旧/a.docx", "镇/旧/b.docx"}),
        (("?.docx", "!a.docx"), {"镇/旧/b.docx"}),
        (("[!a].docx",), {"镇/旧/b.docx"}),
        (("[z-a]", "", "!", "/"), set()),
        (("*",), {"汇总.xlsx", "旧/汇总.XLSX", "旧/a.docx", "镇/旧/b.docx", "年报.docx"}),
    ],
)
def test_patterns_of_files_to_leave_out(patterns: tuple[str, ...], left_out: set[str]) -> None:
    paths = ("汇总.xlsx", "旧/汇总.XLSX", "旧/a.docx", "镇/旧/b.docx", "年报.docx")
    chosen = file_patterns(patterns)
    assert {path for path in paths if chosen.fit(path)} == left_out


def test_names_that_are_too_long_for_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.abspath", str)
    assert reachable(Path("a"), "linux") == "a"
    assert reachable(Path(r"C:\年报"), "win32") == "\\\\?\\C:\\年报"
    assert reachable(Path(r"\\server\share"), "win32") == "\\\\?\\UNC\\server\\share"
    assert reachable(Path("\\\\?\\C:\\年报"), "win32") == "\\\\?\\C:\\年报"
