"""``govreport-lint annotate PATH…``: hand reports back with the findings in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import Struct

from .. import api
from ..errors import ReadError
from ..finding import Result
from ..language import Text
from ..output.annotated.annotators import annotator_of
from ..output.annotated.remark_words import findings_words
from ..output.words.printable import printable
from ..output.words.problems import Problem
from ..readers.formats import suffixes
from ..rulebook.packs import rules
from .console.statuses import CLEAN, FAULT
from .options import prefixes
from .paths.destination import write_bytes
from .paths.files import STANDARD_INPUT, Found, find_files, remarks
from .paths.inputs import each_file, standard_input, tell, tell_remarks

_CHECKED = ".checked"
_NO_WAY = Text("这种格式（{form}）的文件还不能加批注", "files of this format ({form}) cannot be annotated yet")
_WRITTEN = Text("{path} → {target}：{words}", "{path} → {target}: {words}")


class Annotated(Struct, frozen=True):
    """A report with its findings in it."""

    suffix: str
    data: bytes
    result: Result


def annotate(
    *, paths: Sequence[str], select: Sequence[str], ignore: Sequence[str], language: str, output: str | None
) -> int:
    """Write a copy of each report with its findings as remarks; returns the exit status."""
    codes = [rule.code for rule in rules()]
    selected, ignored = prefixes("--select", select, codes), prefixes("--ignore", ignore, codes)
    found = _without_copies(find_files(paths, suffixes(), language), paths)
    _check_output(output, found)

    def work(path: str) -> Annotated:
        data, result = _judged(path, selected, ignored, language)
        form = result.report.document.format
        annotator = annotator_of(form)
        if annotator is None:
            raise ReadError(path, _NO_WAY.in_language(language).format(form=form))
        suffix = annotator.suffix or Path(path).suffix or ".docx"
        return Annotated(suffix, annotator.write(data, result, language), result)

    status = CLEAN
    for path, value in each_file(found, work, language, tell):
        if isinstance(value, Problem):
            status = FAULT
            continue
        target = _target(path, output, value.suffix)
        write_bytes(target, value.data, found.paths)
        words = findings_words(value.result, language)
        line = _WRITTEN.in_language(language).format(path=path, target=target, words=words)
        print(printable(line), file=sys.stderr)
    tell_remarks(remarks(found, language))
    return status


def _judged(path: str, selected: Sequence[str], ignored: Sequence[str], language: str) -> tuple[bytes, Result]:
    data = standard_input() if path == STANDARD_INPUT else api.load(path)
    return data, api.lint_bytes(data, path, select=selected, ignore=ignored, language=language)


def _without_copies(found: Found, words: Sequence[str]) -> Found:
    """Without the copies that an earlier call left in a folder; one that is named itself is meant."""
    kept = [
        item
        for item in found.items
        if not isinstance(item, str) or item in words or not Path(item).stem.endswith(_CHECKED)
    ]
    return Found(kept, found.passed_over)


def _check_output(output: str | None, found: Found) -> None:
    if output is None and STANDARD_INPUT in found.paths:
        raise click.UsageError("从标准输入读取时须用 -o 指定文件名（-o is needed for standard input）")
    if output is not None and not Path(output).is_dir() and len(found.items) > 1:
        raise click.UsageError(f"-o {output}：要检查的文件不止一个，请指定已有的文件夹（not a folder）")


def _target(path: str, output: str | None, suffix: str) -> str:
    """Where the copy goes: beside the report or into a folder, ``.checked`` in its name, or where ``-o`` says."""
    copy = f"{Path(path).stem}{_CHECKED}{suffix}"
    if output is None:
        return str(Path(path).with_name(copy))
    if Path(output).is_dir():
        return str(Path(output, copy))
    if Path(output).suffix.lower() != suffix.lower():
        raise click.UsageError(f"-o {output}：文件名应以 {suffix} 结尾（must end in {suffix}）")
    return output
