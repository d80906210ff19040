"""Files that LibreOffice makes of the reports in the tests: PDF, .doc, .odt, .rtf, .xls."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from layouts import as_html

from govreport_lint.office.libreoffice import find_libreoffice

needs_libreoffice = pytest.mark.skipif(
    find_libreoffice() is None,
    reason="LibreOffice (soffice) is not installed: apt-get install libreoffice-writer-nogui",
)
_FILTERS = {
    "pdf": "pdf:writer_pdf_Export", "doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML", "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format", "xls": "xls:MS Excel 97", "word 2003": "xml:MS Word 2003 XML",
    "fodt": "fodt:OpenDocument Text Flat XML", "uot": "uot:UOF text", "html": "html:HTML (StarWriter)",
}  # fmt: skip


def converted(files: Mapping[str, bytes], suffix: str, target: str) -> dict[str, bytes]:
    """The files, by their names, in another format; LibreOffice starts once for all of them."""
    program = find_libreoffice()
    assert program
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        given = [home / f"{index}{suffix}" for index in range(len(files))]
        for path, data in zip(given, files.values(), strict=True):
            path.write_bytes(data)
        page = ["--infilter=HTML (StarWriter)"] if suffix == ".html" else []
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--headless",
                *page,
                "--convert-to",
                _FILTERS[target],
                "--outdir",
                str(home / "out"),
                *map(str, given),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        ending = _FILTERS[target].partition(":")[0]
        made = [home / "out" / f"{path.stem}.{ending}" for path in given]
        return {name: path.read_bytes() for name, path in zip(files, made, strict=True)}


@cache
def of_reports(reports: tuple[tuple[str, str], ...], target: str) -> dict[str, bytes]:
    """Markdown reports, by their names, as files of a format."""
    return converted({name: as_html(text).encode() for name, text in reports}, ".html", target)
