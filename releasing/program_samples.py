"""Reports of the kinds that offices send, each with a fault to be found: Word, PDF, a workbook, a page."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build import ROOT

COUNTY = ROOT / "samples" / "county"
_PAGE = ROOT / "samples" / "zone-2020.form2019.html"
SAMPLE = ROOT / "samples" / "puwei-2024.md"


def samples() -> dict[str, bytes]:
    """The files by name. LibreOffice prints the PDF; where it is missing there is none, and that is told."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    from workbook_files import workbook_of

    from govreport_lint.web.pages.sample import sample_report

    word = sample_report()
    made = {
        "report.docx": word,
        "report.xlsx": workbook_of(SAMPLE.read_text("utf-8")),
        "report.html": _PAGE.read_bytes(),
    }
    printed = _printed(word)
    if printed:
        made["report.pdf"] = printed
    return made


def _printed(word: bytes) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        print("no PDF is tried: LibreOffice is not here to print one")
        return b""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(word)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(folder / "report.docx")]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        return (folder / "report.pdf").read_bytes()
