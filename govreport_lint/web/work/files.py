"""Work: a file to be taken away: with what was changed in it, with remarks, or as any of the outputs."""

from __future__ import annotations

import io
from collections.abc import Sequence

from ...errors import ReadError
from ...language import Text
from ...output.annotated.annotators import annotator_of
from ...output.annotated.review import Review
from ...output.formats import output_format
from ...output.run import Run
from ...output.words.problems import Problem, Totals
from ...result import Result
from .answering import answered
from .endings import annotated_suffix, named
from .opening import judged, reopened, run_of
from .records import Asked, Made

EDITED, ANNOTATED = "edited", "annotated"
_SUFFIXES = {
    "json": ".json", "jsonl": ".jsonl", "sarif": ".sarif", "csv": ".csv", "xlsx": ".xlsx", "markdown": ".md",
    "html": ".html", "junit": ".xml", "text": ".txt",
}  # fmt: skip
KINDS = (EDITED, ANNOTATED, *_SUFFIXES)
_NOTHING = Text("没有改动", "nothing was changed")
_NO_WAY = Text("这种格式的文件不能加批注", "files of this format cannot have remarks")


def file(data: bytes) -> bytes:
    """Answer an ``Asked`` whose ``kind`` is one of ``KINDS`` with ``Made`` or ``Refusal``."""
    return answered(data, Asked, _made)


def _made(asked: Asked) -> Made:
    if asked.kind == EDITED:
        return _edited(asked)
    if asked.kind == ANNOTATED:
        return _annotated(asked)
    found = judged(asked)
    written = output(asked.kind, found.amended.results, run_of(found.linter, asked.language))
    return Made(named(asked.file.name, asked.kind, _SUFFIXES[asked.kind]), written)


def _edited(asked: Asked) -> Made:
    amended = judged(asked).amended
    if amended.data is None:
        reason = amended.reason or _NOTHING
        raise ReadError(asked.file.name, reason.zh, reason.en)
    return Made(named(asked.file.name, EDITED, amended.suffix), amended.data)


def _annotated(asked: Asked) -> Made:
    found = judged(asked)
    opened = reopened(asked, found)
    annotator, suffix = annotator_of(opened.document.format), annotated_suffix(opened.document.format, asked.file.name)
    if annotator is None or suffix is None:
        raise ReadError(asked.file.name, _NO_WAY.zh, _NO_WAY.en)
    linter = found.linter
    results = found.amended.results
    form = linter.rulebook.form(results[0].report.form)
    review = Review(opened, results[0], form, asked.language, results[1:])
    return Made(named(asked.file.name, ANNOTATED, suffix), annotator.write(review))


def output(form: str, values: Sequence[Result | Problem], run: Run) -> bytes:
    """What an output of a name writes of results; raises ``OutputError`` and ``KeyError``."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", "replace", newline="")
    writer, totals = output_format(form).open(stream, run), Totals()
    writer.start()
    for value in values:
        totals = totals.plus(value)
        if isinstance(value, Result):
            writer.result(value)
        else:
            writer.problem(value)
    writer.close(totals, ())
    stream.flush()
    stream.seek(0)
    return stream.buffer.read()
