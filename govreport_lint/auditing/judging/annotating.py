"""The file of a unit with its findings in it, beside the letter."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from ...errors import ReadError
from ...linter import Linter
from ...output.annotated.annotators import annotator_of
from ...output.annotated.review import Review
from ...result import Result
from ..choice import Choice, linter_of


class AnnotationTask(Struct, frozen=True):
    """A file's bytes, what it is called, the judged result of the report in it (encoded), and by which rules."""

    path: str
    data: bytes
    result: bytes
    choice: Choice = Choice()


class Annotation(Struct, frozen=True):
    """The copy and what its name ends in; None where files of the kind cannot be handed back."""

    data: bytes | None
    suffix: str = ""


def annotate_packed(data: bytes) -> bytes:
    """Work on an encoded ``AnnotationTask``; gives an encoded ``Annotation``."""
    task = msgspec.msgpack.decode(data, type=AnnotationTask)
    return msgspec.msgpack.encode(annotation(task, linter_of(task.choice)))


def annotation(task: AnnotationTask, linter: Linter) -> Annotation:
    """The annotated copy of a file."""
    result = msgspec.msgpack.decode(task.result, type=Result)
    try:
        opened = linter.open(task.data, task.path)
        annotator = annotator_of(opened.document.format)
        if annotator is None:
            return Annotation(None)
        form = linter.rulebook.form(result.report.form)
        copy = annotator.write(Review(opened, result, form, "zh"))
    except ReadError:
        return Annotation(None)
    own = task.path.rpartition("#")[0] if result.source.part is not None else task.path
    suffix = annotator.suffix or PurePosixPath(own).suffix.lower()
    return Annotation(copy, suffix)
