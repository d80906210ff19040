"""What offices hand in: reports of several towns, archives as Windows, Macs and jokers write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
from faulty_layouts import report_with
from layouts import as_html

from govreport_lint.auditing.intake.store import Store
from govreport_lint.auditing.intake.taking_in import Intake, take_in
from govreport_lint.auditing.request import Request
from govreport_lint.auditing.running.pace import Told
from govreport_lint.auditing.running.pool import Pool

GOOD, BAD = report_with("faultless"), report_with("review")
TOWNS = ("青山镇", "绿水镇", "白云镇", "红土镇", "黄石镇", "紫竹镇")


def report_of(town: str, text: str = GOOD) -> bytes:
    """A page with the report of a town."""
    return as_html(text.replace("示范镇", town)).encode()


def reports(count: int) -> dict[str, bytes]:
    """So many reports, no two alike, by the names of their files."""
    return {f"{number:03}.html": report_of(f"{TOWNS[number % 6]}{number}村") for number in range(count)}


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The folder with the files in it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


class AsWritten(zipfile.ZipInfo):
    """A member whose name is written in an encoding, unmarked unless it is UTF-8, and with flags of one's own."""

    encoding = "utf-8"
    flags = 0x800

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 -- the name that the library calls
        return self.filename.encode(self.encoding), self.flags


def archive(files: Mapping[str, bytes], encoding: str = "utf-8", flags: int | None = None, extra: bytes = b"") -> bytes:
    """A .zip archive; GBK as Windows in China writes it, ``flags`` 1 for one with a password."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            info = AsWritten(name, (2025, 1, 17, 9, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.encoding = encoding
            info.extra = extra
            info.flags = flags if flags is not None else 0x800 if encoding == "utf-8" else 0
            made.writestr(info, data)
    return stream.getvalue()


def claiming(size: int, count: int) -> bytes:
    """An archive whose list says of each file that it unpacks to ``size`` bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(count):
            made.writestr(f"{number}.html", b"0" * 100_000)
        for info in made.infolist():
            info.file_size = size
    return stream.getvalue()


def taken_in(request: Request, *, jobs: int = 1, scheduler: str = "", told: Told | None = None) -> Intake:
    """What an audit takes in, kept below its folder for results."""
    with Pool(jobs, scheduler) as pool:
        return take_in(request, pool, store_of(request), told)


def store_of(request: Request) -> Store:
    return Store(request.out / ".cache")


def encoded(intake: Intake) -> bytes:
    return msgspec.msgpack.encode(intake)


def kept(request: Request) -> dict[str, bytes]:
    """Every file of the cache."""
    folder = request.out / ".cache"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
