"""Older office files by way of LibreOffice: the same figures and findings; safe; and what is said without it."""

from __future__ import annotations

import io
import os
import socket
import stat
import subprocess
import threading
import time
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import cast

import pytest
from conftest import HANGS
from faulty_layouts import FAULTS, figures, report_with, said
from office_files import converted, needs_libreoffice, of_reports

from govreport_lint import ReadError, cli, lint_bytes, lint_text
from govreport_lint.api import linter
from govreport_lint.office import libreoffice
from govreport_lint.office.conversion import Conversions
from govreport_lint.office.given import Given
from govreport_lint.office.kinds import OLE, office_kind
from govreport_lint.readers.opening import load

FEW = ("faultless", "review", "text and table", "row missing", "not a number")
REPORTS = tuple((fault, report_with(fault)) for fault in FEW)


def utf16(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


@needs_libreoffice
@pytest.mark.parametrize(
    ("fault", "target"),
    [
        *((fault, "doc") for fault in FEW),
        ("faultless", "odt"),
        ("review", "odt"),
        ("faultless", "rtf"),
        ("review", "rtf"),
    ],
)
def test_older_files_say_what_markdown_says(fault: str, target: str) -> None:
    assert fault in FAULTS
    pipes = lint_text(report_with(fault))
    other = lint_bytes(of_reports(REPORTS, target)[fault], f"报告.{target}")
    assert figures(other) == figures(pipes)
    assert said(other) == said(pipes)
    assert other.source.format == target
    assert any("LibreOffice" in note.zh for note in other.source.notes if not isinstance(note, str))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (OLE + b"\0" * 600 + utf16("WordDocument"), "doc"),
        (OLE + b"\0" * 600 + utf16("Workbook"), "xls"),
        (OLE + b"\0" * 600 + utf16("PowerPoint Document"), None),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.textPK", "odt"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "ods"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", None),
        ("一、总体情况".encode(), None),
    ],
)
def test_kinds_are_told_by_content(data: bytes, name: str | None) -> None:
    kind = office_kind(data)
    assert (kind.name if kind else None) == name


def test_what_to_do_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(ReadError) as caught:
        lint_bytes(OLE + b"\0" * 600 + utf16("WordDocument"), "报告.doc")
    assert "安装 LibreOffice" in caught.value.reason and "另存为 .docx" in caught.value.reason
    assert "install it" in caught.value.english


def test_password_is_named() -> None:
    with pytest.raises(ReadError, match="密码"):
        lint_bytes(OLE + b"\0" * 600 + utf16("EncryptedPackage"), "报告.docx")


@needs_libreoffice
def test_damaged_file_is_refused() -> None:
    data = of_reports(REPORTS, "doc")["faultless"]
    with pytest.raises(ReadError) as caught:
        lint_bytes(data[: len(data) // 3], "报告.doc")
    assert caught.value.reason


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, alive = tmp_path / "soffice", tmp_path / "alive"
    program.write_text(f"#!/bin/sh\n(while true; do date > {alive}; sleep 0.1; done) &\nsleep 60\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(program))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    start = time.perf_counter()
    with pytest.raises(ReadError, match="没有转换完"):
        lint_bytes(b"{\\rtf1}", "报告.rtf")
    assert time.perf_counter() - start < HANGS
    time.sleep(0.3)
    alive.unlink(missing_ok=True)
    time.sleep(0.4)
    assert not alive.exists(), "what the program started is ended too"


@needs_libreoffice
def test_no_network_and_no_macro() -> None:
    """A picture, a linked section and a macro that would call this machine: nothing may."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    called: list[object] = []
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                called.append(listener.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        data = with_links(of_reports(REPORTS, "odt")["faultless"], listener.getsockname()[1])
        assert lint_bytes(data, "报告.odt").report.figures
    finally:
        stop.set()
        thread.join()
        listener.close()
    assert called == []


def with_links(data: bytes, port: int) -> bytes:
    """The .odt with a picture and a section from a web address, and a macro that runs when it is opened."""
    address = f"http://127.0.0.1:{port}"
    script = 'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    event = (
        f"<office:scripts {script}><office:event-listeners>"
        '<script:event-listener script:language="ooo:script" script:event-name="dom:load" '
        'xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/>'
        "</office:event-listeners></office:scripts>"
    )
    linked = (
        f'<text:section text:name="s"><text:section-source xlink:href="{address}/s.odt"/><text:p/></text:section>'
        f'<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/p.png" '
        'xlink:type="simple"/></draw:frame></text:p></office:text>'
    )
    call = escape(f'Sub Main\nShell("curl {address}/macro")\nEnd Sub')
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    macros = {
        "Basic/script-lc.xml": f'<library:libraries {library}><library:library library:name="Standard" '
        'library:link="false"/></library:libraries>',
        "Basic/Standard/script-lb.xml": f'<library:library {library} library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="M"/></library:library>',
        "Basic/Standard/M.xml": '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" '
        f'script:language="StarBasic">{call}</script:module>',
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in macros
    )
    changes = {
        "content.xml": [("<office:scripts/>", event), ("</office:text>", linked)],
        "META-INF/manifest.xml": [("</manifest:manifest>", entries + "</manifest:manifest>")],
    }
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            for before, after in changes.get(info.filename, ()):
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(info, content)
        for name, macro in macros.items():
            new.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{macro}')
    return result.getvalue()


@needs_libreoffice
def test_old_workbook() -> None:
    pytest.importorskip("openpyxl")
    from workbook_files import workbook_of

    pipes = lint_text(report_with("review"))
    (data,) = converted({"x": workbook_of(report_with("review"))}, ".xlsx", "xls").values()
    other = lint_bytes(data, "报告.xls")
    assert figures(other) == figures(pipes)
    assert "A304" in {finding.code for finding in other.findings}


@needs_libreoffice
def test_many_files_are_converted_in_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old files of two kinds and a wreck among them: two calls, one for each kind, and one more for the wreck."""
    calls: list[list[str]] = []
    run = libreoffice._run

    def counted(command: list[str], home: Path, results: Path) -> bool:
        calls.append(command)
        return run(command, home, results)

    monkeypatch.setattr(libreoffice, "_run", counted)
    paths = []
    for number, fault in enumerate(FEW):
        paths.append(tmp_path / f"{number}.doc")
        paths[-1].write_bytes(of_reports(REPORTS, "doc")[fault])
    wreck = tmp_path / "2b.doc"
    wreck.write_bytes(OLE + b"\0" * 600 + utf16("WordDocument"))
    calls.clear()
    conversions = Conversions([str(path) for path in (*paths[:3], wreck, *paths[3:])], load)
    reader = linter()
    found = [reader.open(load(path), str(path), conversions.modern).document.blocks for path in paths[:3]]
    with pytest.raises(ReadError, match="2b"):
        reader.open(load(wreck), str(wreck), conversions.modern)
    found += [reader.open(load(path), str(path), conversions.modern).document.blocks for path in paths[3:]]
    assert len(calls) == 2
    # The first and the last, before and behind the wreck, as each is read alone.
    assert [found[0], found[-1]] == [reader.read(path).blocks for path in (paths[0], paths[-1])]
    assert len({repr(blocks) for blocks in found}) == len(paths)


@needs_libreoffice
def test_handing_back_an_old_file_converts_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "报告.doc").write_bytes(of_reports(REPORTS, "doc")["review"])
    calls: list[list[str]] = []
    run = libreoffice._run

    def counted(command: list[str], home: Path, results: Path) -> bool:
        calls.append(command)
        return run(command, home, results)

    monkeypatch.setattr(libreoffice, "_run", counted)
    assert cli.run(["annotate", str(tmp_path / "报告.doc")]) == 0
    assert len(calls) == 1
    assert (tmp_path / "报告.checked.docx").is_file()


def test_a_file_that_libreoffice_stops_at_harms_none_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call ends at the deadly file; what comes after it goes into one more, the deadly one is tried alone."""
    calls: list[str] = []

    def until_deadly(files: Sequence[Given], *, last: bool = False) -> list[bytes | ReadError | None]:
        calls.append("".join(each.name for each in files))
        names = [each.name for each in files]
        reached = names.index("x") if "x" in names else len(names)
        return [each.name.encode() if at < reached else None for at, each in enumerate(files)]

    monkeypatch.setattr(libreoffice, "_convert", until_deadly)
    made = libreoffice.convert([Given(b"", ".doc", "docx", name) for name in "abxcd"])
    assert [one if isinstance(one, bytes) else one.path for one in made] == [b"a", b"b", "x", b"c", b"d"]
    assert calls == ["abxcd", "cd", "x"]


class _Call:
    """Makes a file every 50 seconds on a clock of its own, and ends after the last one or waits for ever."""

    def __init__(self, results: Path, *, ends: bool) -> None:
        self.now, self._results, self._ends = 0.0, results, ends

    def wait(self, seconds: float) -> int:
        self.now += seconds
        made = int(self.now // 50)
        if made < 4:
            (self._results / str(made)).touch()
        elif self._ends:
            return 0
        raise subprocess.TimeoutExpired("soffice", seconds)


@pytest.mark.parametrize(("ends", "seconds"), [(True, 200), (False, 210)])
def test_a_call_goes_on_as_long_as_it_makes_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: bool, seconds: int
) -> None:
    call = _Call(tmp_path, ends=ends)
    monkeypatch.setattr("govreport_lint.office.libreoffice.time.monotonic", lambda: call.now)
    assert libreoffice._comes_to_an_end(cast("subprocess.Popen[bytes]", call), tmp_path) is ends
    assert abs(call.now - seconds) < 2
    assert len(list(tmp_path.iterdir())) == 4
