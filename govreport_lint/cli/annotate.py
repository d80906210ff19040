"""``govreport-lint annotate PATH…``: hand reports back with the findings in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from ..engine.last_years import LastYears
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..office.conversion import Conversions, Converter
from ..output.annotated.annotators import annotator_of
from ..output.annotated.remark_words import findings_words
from ..output.annotated.review import Review
from ..output.words.printable import printable
from ..output.words.problems import SET_ASIDE, Problem
from ..readers.formats import suffixes
from ..readers.opening import load
from ..result import Result
from .console.statuses import CLEAN, FAULT
from .options.chosen import chosen_linters
from .options.configured import configured
from .paths.destination import write_bytes
from .paths.files import STANDARD_INPUT, find_files, remarks
from .paths.inputs import bytes_of, each_file, tell, tell_remarks
from .paths.targets import Targets
from .previous import previous_files, read_previous

_NO_WAY = Text("这种格式（{form}）的文件还不能加批注", "files of this format ({form}) cannot be annotated yet")
_WRITTEN = Text("{path} → {target}：{words}", "{path} → {target}: {words}")


class Annotated(Struct, frozen=True):
    """A report with its findings in it, and where it goes."""

    target: str
    data: bytes
    result: Result


def annotate(
    *, paths: Sequence[str], config: str | None, isolated: bool, output: str | None, force: bool, **options: Any
) -> int:
    """Write a copy of each report with its findings as remarks; returns the exit status."""
    options["lang"] = options.pop("language")
    settled = configured(paths, config, isolated=isolated, **options)
    linters, said = chosen_linters(settled), settled.configuration
    found, earlier = find_files(paths, suffixes(), said.exclude), previous_files(said.previous)
    if output is None and STANDARD_INPUT in found.paths:
        raise click.UsageError("从标准输入读取时须用 -o 指定文件名（-o is needed for standard input）")
    targets = Targets(paths, output, several=len(found.items) > 1, force=force)

    conversions = Conversions([*earlier.paths, *found.paths], load)
    before = read_previous(earlier, linters.usual, conversions.modern, tell(said.lang))

    def work(path: str) -> Annotated:
        return _annotated(path, linters.of(path), conversions.modern, targets, said.lang, before.last_years)

    status = FAULT if before.unread else CLEAN
    for path, value in each_file(found, work, tell(said.lang)):
        if isinstance(value, Problem):
            status = status if value.code == SET_ASIDE else FAULT
            continue
        write_bytes(value.target, value.data, [*found.paths, *earlier.paths])
        words = findings_words(value.result, said.lang)
        line = _WRITTEN.in_language(said.lang).format(path=path, target=value.target, words=words)
        print(printable(line), file=sys.stderr)
    tell_remarks(remarks(found, said.lang))
    return status


def _annotated(
    path: str, linter: Linter, convert: Converter, targets: Targets, language: str, before: LastYears | None
) -> Annotated:
    opened = linter.open(bytes_of(path), path, convert)
    document = opened.document
    annotator = annotator_of(document.format)
    if annotator is None:
        raise ReadError(path, _NO_WAY.zh.format(form=document.format), _NO_WAY.en.format(form=document.format))
    result, *others = linter.check_each(document, before)
    review = Review(opened, result, linter.rulebook.form(result.report.form), language, tuple(others))
    target = targets.of(path, annotator.suffix or Path(path).suffix or ".docx")
    return Annotated(target, annotator.write(review), result)
