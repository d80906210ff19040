"""The papers of a job as they are taken away: single ones, the letters, all of them."""

from __future__ import annotations

import html
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ...auditing.intake.place import reachable
from ..guard.refusals import unknown
from .job import Job

SINGLE = ("audit.xlsx", "audit.html", "audit.json", "county-draft.docx", "units.csv")
LETTERS, ALL = "letters.zip", "out.zip"
_LETTERS = "letters"
_CACHE = ".cache"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_HEAD = 4096
# The time of the making is no part of a paper: the same audit makes the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def paper(job: Job, name: str) -> Path:
    """The file of a paper; an archive is made when it is first asked for. Raises ``RefusedError``, ``OSError``."""
    if name in SINGLE:
        path = job.out / name
        if not path.is_file():
            raise unknown()
        return path
    path = job.folder / name
    with job.papers_lock:
        if not path.is_file():
            _pack(job, path)
            job.weigh()
    return path


def policy_of(page: Path) -> str:
    """The policy that a page of one file says of itself, with what only a header can say.

    It allows the looks and the script within the page by their digests, which that of all other pages forbids.
    """
    with page.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8", "replace")
    found = _POLICY.search(head)
    said = html.unescape(found[1]) if found else "default-src 'none'"
    return f"{said}; frame-ancestors 'none'"


def _pack(job: Job, path: Path) -> None:
    """Pack everything, or the letters alone; whole or not at all."""
    made = path.with_suffix(".part")
    above = job.out / _LETTERS if path.name == LETTERS else job.out
    with zipfile.ZipFile(made, "w", compresslevel=1) as archive:
        for file in _files(above):
            info = zipfile.ZipInfo(file.relative_to(Path(reachable(above))).as_posix(), _EPOCH)
            info.compress_type, info.external_attr, info.file_size = zipfile.ZIP_DEFLATED, _MODE, file.stat().st_size
            with file.open("rb") as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, 2**20)
    made.replace(path)


def _files(above: Path) -> Iterator[Path]:
    top = Path(reachable(above))
    for file in sorted(top.rglob("*")):
        if file.is_file() and _CACHE not in file.relative_to(top).parts:
            yield file
