"""The sound files that are damaged: samples, reports made here in every format, whole and in parts, and cases."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

from faulty_layouts import FAULTS, report_with  # noqa: E402
from layouts import as_html, as_lines, as_tabs  # noqa: E402
from printed_reports import report_in_word  # noqa: E402
from word_layouts import as_docx  # noqa: E402
from workbook_files import workbook_of  # noqa: E402

from govreport_lint.office.libreoffice import find_libreoffice  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402

_TITLE = "# 某县2024年政府信息公开工作年度报告"
_LARGEST = 150_000
_SUFFIXES = {
    "html": (".html", ".htm"),
    "text": (".md", ".txt"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "pdf": (".pdf",),
}


def sound_files() -> dict[str, list[bytes]]:
    """The sound files by format, the smallest first."""
    files: dict[str, list[bytes]] = {name: [] for name in (*_SUFFIXES, "pack")}
    for text in (standard_report(), *map(report_with, FAULTS), *_parts()):
        files["text"] += [text.encode(), as_lines(text).encode(), as_tabs(text).encode()]
        files["html"].append(as_html(text).encode())
    files["docx"] = [report_in_word(standard_report()), *map(as_docx, _parts())]
    files["xlsx"] = [workbook_of(text, sheets) for sheets in (False, True) for text in (standard_report(), *_tables())]
    files["pdf"] += _printed()
    for path in _kept():
        for name, suffixes in _SUFFIXES.items():
            if path.suffix in suffixes and path.stat().st_size < _LARGEST:
                files[name].append(path.read_bytes())
    files["pack"] = [path.read_bytes() for path in (ROOT / "rules").glob("*.toml")]
    return {name: sorted(each, key=lambda data: (len(data), data)) for name, each in files.items()}


def _parts() -> Iterator[str]:
    """The sections of a report, each alone under a title."""
    for part in standard_report().split("\n## ")[1:]:
        yield f"{_TITLE}\n\n## {part}"


def _tables() -> list[str]:
    return [part for part in _parts() if "|" in part]


def _printed() -> list[bytes]:
    """The report and its sections as PDF, where LibreOffice is there to print them."""
    if not find_libreoffice():
        return []
    from office_files import converted

    texts = [standard_report(), *_parts()]
    made = {str(number): as_html(text).encode() for number, text in enumerate(texts)}
    return list(converted(made, ".html", "pdf").values())


def _kept() -> Iterator[Path]:
    cases = Path(os.environ.get("GOVREPORT_CASES", "/nowhere"))
    for folder in (ROOT / "samples", cases / "documents", cases / "files"):
        if folder.is_dir():
            yield from sorted(folder.iterdir())
