"""Kinds about what a unit has handed in: nothing, several versions, a report of no unit on the list."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Location
from ...finding import Place
from ...language import Text
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.filing import Filing, FilingStatus
from ..subject.outcome import Failed, Outcome, Passed

_NOTHING = Text("没有收到", "nothing was received")
_UNREADABLE = Text("交来的文件无法读取：{files}", "what was handed in cannot be read: {files}")
_OTHER_YEAR = Text("交来的不是本年度的：{files}", "what was handed in is of another year: {files}")
_NEAREST = Text("名单中相近的单位：{units}", "units on the list that look like it: {units}")
_NONE_NEAR = Text("名单中没有相近的单位", "no unit on the list looks like it")


def missing(filing: Filing, _options: NoOptions) -> Iterator[Outcome]:
    """A unit that has to report has a report that can be read."""
    if not filing.due or not filing.unit:
        return
    if filing.status not in (FilingStatus.MISSING, FilingStatus.UNREADABLE):
        yield Passed(Place())
        return
    files = "、".join(filing.unreadable) or "、".join(_told(filing))
    words = _UNREADABLE if filing.unreadable else _OTHER_YEAR if filing.versions else _NOTHING
    yield _failed(filing, unit=filing.unit, why=words.filled(files=files))


def twice(filing: Filing, _options: NoOptions) -> Iterator[Outcome]:
    """Of a unit's different files one is known to count."""
    if not filing.unit or not filing.versions:
        return
    if filing.status is not FilingStatus.TWICE:
        yield Passed(Place())
        return
    files = "；".join(_told(filing))
    chosen = filing.chosen.path if filing.chosen else ""
    wording = "undecided" if filing.undecided else None
    count = str(len(filing.versions))
    yield _failed(filing, wording, unit=filing.unit, count=count, files=files, chosen=chosen, by=filing.by)


def unknown(filing: Filing, _options: NoOptions) -> Iterator[Outcome]:
    """A report is that of a unit on the list."""
    if filing.status is not FilingStatus.UNLISTED:
        yield Passed(Place())
        return
    nearest = _NEAREST.filled(units="、".join(filing.nearest)) if filing.nearest else _NONE_NEAR
    file = "、".join(version.path for version in filing.versions)
    yield _failed(filing, printed="、".join(filing.printed), nearest=nearest, file=file)


def _told(filing: Filing) -> Iterator[str]:
    for version in filing.versions:
        yield f"{version.path}（{version.reason}）" if version.reason else version.path


def _failed(filing: Filing, wording: str | None = None, **values: Text | str) -> Failed:
    quote = "、".join(filing.printed) or filing.unit
    return Failed(place=Place(), location=Location(), quote=quote, values=values, wording=wording)


MISSING = Kind(name="unit-missing", options=NoOptions, check=missing, says=("unit", "why"), needs=(Need.FILING,))
TWICE = Kind(
    name="submitted-twice",
    options=NoOptions,
    check=twice,
    says=("unit", "count", "files", "chosen", "by"),
    wordings={"undecided": None},
    needs=(Need.FILING,),
)
UNKNOWN = Kind(
    name="unknown-unit", options=NoOptions, check=unknown, says=("printed", "nearest", "file"), needs=(Need.FILING,)
)
