"""One file read and checked, wherever the work is done: its bytes come, entries and results go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ...document import Document
from ...errors import ReadError
from ...office.conversion import Converter, given_of, modern
from ...output.words.problems import Problem
from ...readers.binary_kinds import without_lead
from ..choice import Choice, linter_of
from ..entry import Entry, Role
from ..running.tasks import refused
from .entries import entry_of

# Whatever a file is called, its result is the same; each entry says where it lies.
_NAME = "report"


class Asked(Struct, frozen=True):
    """``modern`` is what LibreOffice has made of the file, where it is an older office file; ``choice`` travels
    with it, for who works on it need not share a disk."""

    data: bytes
    sha256: str
    by: str
    modern: bytes | None = None
    choice: Choice = Choice()


class Examined(Struct, frozen=True):
    """The entries of a file and their results, encoded (empty for an entry with a problem).

    ``problem``: why it could not be opened, which may be another time: the library is missing, the time was short.
    """

    entries: tuple[Entry, ...] = ()
    results: tuple[bytes, ...] = ()
    problem: Problem | None = None


def examine(task: bytes) -> bytes:
    """Work on an encoded ``Asked``; gives an encoded ``Examined``."""
    asked = msgspec.msgpack.decode(task, type=Asked)
    linter = linter_of(asked.choice)
    try:
        document = linter.open(asked.data, _NAME, _converter(asked)).document
    except ReadError as error:
        return msgspec.msgpack.encode(Examined(problem=refused("", error)))
    pairs = tuple(_each(asked, document))
    return msgspec.msgpack.encode(Examined(tuple(entry for entry, _ in pairs), tuple(result for _, result in pairs)))


def _each(asked: Asked, document: Document) -> Iterator[tuple[Entry, bytes]]:
    """Each report of a file; one that is none harms no other."""
    linter = linter_of(asked.choice)
    for part in linter.reports(document):
        try:
            result = linter.judge(part)
        except ReadError as error:
            yield _no_report(asked, refused("", error)), b""
        else:
            key = hashlib.sha256(f"{asked.sha256} {part.part} {asked.by}".encode()).hexdigest()[:40]
            yield entry_of(result, part, key, len(asked.data), linter), msgspec.msgpack.encode(result)


def _no_report(asked: Asked, problem: Problem) -> Entry:
    return Entry(role=Role.CURRENT, path="", sha256=asked.sha256, size=len(asked.data), problem=problem)


def _converter(asked: Asked) -> Converter:
    """What was converted before is not converted again; what is put into a file may have to be converted now."""
    made, own = asked.modern, without_lead(asked.data)
    if made is None:
        return modern

    def convert(data: bytes, name: str) -> tuple[bytes, str]:
        return (made, given_of(data, name).target) if data == own else modern(data, name)

    return convert
