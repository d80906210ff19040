"""The files of a request put into the folder of a job, each under a harmless name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ...auditing.intake.place import reachable
from ..guard.parts import Part
from .job import Job
from .names import Names

_FOLDERS = {"reports": "年报", "previous": "上年年报", "units": "名单", "county": "本级年报", "workbook": "汇总表"}
_WHOLE = ("reports", "previous")


class Stored(Struct, frozen=True):
    """Where the files lie below the folder, by their part in the audit; how many they are, and their bytes."""

    places: dict[str, str]
    files: int
    size: int


def store(job: Job, given: Mapping[str, Sequence[Part]]) -> Stored:
    """Move the files there. Of a part that is one file the first is taken. Raises ``OSError``."""
    places: dict[str, str] = {}
    count = size = 0
    for part, folder in _FOLDERS.items():
        names = Names()
        uploads = given.get(part, ())
        for upload in uploads if part in _WHOLE else uploads[:1]:
            place = Path(folder, names.place(upload.name))
            size += _moved(upload, job.folder / place)
            count += 1
            places[part] = folder if part in _WHOLE else str(place)
    return Stored(places, count, size)


def _moved(part: Part, path: Path) -> int:
    target = Path(reachable(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    part.path.replace(target)
    return part.size
