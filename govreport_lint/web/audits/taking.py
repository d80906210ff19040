"""What a request brings, put into the folder of its audit, and the order that is made of it."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from starlette.datastructures import UploadFile

from ...auditing.request import Request
from ...language import Text
from ..guard.refusals import RefusedError, malformed, too_large
from ..guard.uploads import Handed
from ..settings import Settings
from .job import OUT, Job
from .jobs import Jobs
from .names import Placed, harmless
from .order import write_order

_NO_REPORTS = Text("请求中没有年报（reports）", "there are no reports in the request")
_NO_DATE = Text("检查日期请写成 2025-02-20 的样子", "the date must be like 2025-02-20")
_NO_YEAR = Text("年度要在 2019 到 2100 之间", "the year must be between 2019 and 2100")
_FULL = Text(
    "正在保存的审核太多，请先清除用完的审核，或稍后再试",
    "too many audits are kept; please delete those that are done with, or try again later",
)
_NO_SPACE = Text("磁盘空间不足，文件没有存下：{reason}", "there is no space for the files: {reason}")
_SINGLE = ("units", "county", "workbook")
_SEVERAL = ("reports", "previous")
_CHUNK = 1 << 20


class Asked(Struct, frozen=True):
    """The files of a request by their field, and the day and the year that it names."""

    files: dict[str, tuple[UploadFile, ...]]
    day: str
    year: int | None

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size or 0 for files in self.files.values() for file in files)

    @property
    def count(self) -> int:
        """How many files."""
        return sum(map(len, self.files.values()))


def asked(given: Handed, settings: Settings) -> Asked:
    """What a form asks for; raises ``RefusedError``."""
    files = {name: tuple(given.uploads(name)) for name in _SEVERAL}
    files |= {name: tuple(given.uploads(name)[:1]) for name in _SINGLE}
    if not files["reports"]:
        raise malformed(_NO_REPORTS)
    most = settings.intake.file
    if any((file.size or 0) > most for name in _SINGLE for file in files[name]):
        raise too_large(most)
    return Asked(files, _day(given.field("date")), _year(given.field("year")))


def job_of(wanted: Asked, folder: Path, settings: Settings, jobs: Jobs) -> Job:
    """The audit in a folder of its own, taken into the queue. Works on the disk; raises ``RefusedError``."""
    if not jobs.has_room(wanted.size):
        raise RefusedError(503, "busy", _FULL)
    key = secrets.token_urlsafe(16)
    own = folder / f"audit-{secrets.token_hex(8)}"
    try:
        own.mkdir(parents=True)
        order = write_order(_request(wanted, own, settings), own)
    except OSError as error:
        shutil.rmtree(own, ignore_errors=True)
        raise RefusedError(507, "no-space", _NO_SPACE.filled(reason=error.strerror or "")) from error
    job = Job(key, own, wanted.size, jobs.limits.time_for(wanted.count, wanted.size))
    jobs.add(job, order)
    return job


def _request(wanted: Asked, own: Path, settings: Settings) -> Request:
    many = {name: _folder(wanted.files[name], own / name) for name in _SEVERAL if wanted.files[name]}
    single = {name: _file(wanted.files[name], own / name) for name in _SINGLE}
    return Request(
        reports=(many["reports"],),
        previous=tuple(path for name, path in many.items() if name == "previous"),
        units=single["units"],
        county=single["county"],
        workbook=single["workbook"],
        out=own / OUT,
        date=wanted.day,
        year=wanted.year,
        jobs=settings.jobs,
        settings=settings.audit,
        choice=settings.choice,
    )


def _folder(files: Sequence[UploadFile], folder: Path) -> Path:
    placed = Placed(folder)
    for file in files:
        _put(file, placed.path(file.filename or ""))
    return folder


def _file(files: Sequence[UploadFile], folder: Path) -> Path | None:
    if not files:
        return None
    folder.mkdir()
    path = folder / harmless(files[0].filename or "")[-1]
    _put(files[0], path)
    return path


def _put(file: UploadFile, path: Path) -> None:
    file.file.seek(0)
    with path.open("xb") as written:
        shutil.copyfileobj(file.file, written, _CHUNK)


def _day(word: str) -> str:
    if not word:
        return date.today().isoformat()
    try:
        return date.fromisoformat(word).isoformat()
    except ValueError as error:
        raise malformed(_NO_DATE) from error


def _year(word: str) -> int | None:
    if not word:
        return None
    if not (word.isascii() and word.isdigit() and 2019 <= int(word[:5]) <= 2100):
        raise malformed(_NO_YEAR)
    return int(word)
