"""What people and programs are given for eight samples, to the letter.

``UPDATE_GOLDEN=1 pytest tests/output/test_golden.py`` writes the files anew; what changed is then seen in the diff.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from reviews import review_of_bytes
from runs import run
from word_layouts import as_docx

from govreport_lint import lint
from govreport_lint.output.annotated.annotated_html import annotate_html
from govreport_lint.output.annotated.docx_comments import annotate_docx
from govreport_lint.output.formats import output_format
from govreport_lint.output.words.problems import Totals

FOLDER = Path(__file__).parent / "golden"
NAMES = (
    "bureau-2023.page.html",
    "city-2023.lines.txt",
    "district-2023.tabs.txt",
    "office-2019.blank-totals.html",
    "puwei-2024.md",
    "town-2024.faulty.md",
    "town-2024.pipes.md",
    "zone-2020.form2019.html",
)


def written(name: str, form: str, language: str = "zh") -> str:
    stream = io.StringIO()
    result = lint(f"samples/{name}")
    writer = output_format(form).open(stream, run(language))
    writer.start()
    writer.result(result)
    writer.close(Totals().plus(result), ())
    return stream.getvalue()


def text(name: str, width: int, language: str = "zh") -> str:
    os.environ["COLUMNS"] = str(width)
    return written(name, "text", language)


def comments(name: str) -> str:
    """The comments of the sample as a Word file, one paragraph a line."""
    path = SAMPLES / name
    data = as_docx(path.read_text("utf-8")) if path.suffix == ".md" else b""
    if not data:
        return "no Word file is made of this sample\n"
    copy = annotate_docx(review_of_bytes(data, f"{path.stem}.docx"))
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        xml = archive.read("word/comments.xml").decode("utf-8")
    found = []
    for comment in re.findall(r"<w:comment .*?</w:comment>", xml, re.S):
        lines = [
            "".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", line))
            for line in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", comment, re.S)
        ]
        found.append("\n".join(lines))
    return "\n\n".join(found) + "\n"


def page(name: str) -> str:
    path = SAMPLES / name
    return annotate_html(review_of_bytes(path.read_bytes(), f"samples/{name}"))


OUTPUTS: dict[str, Callable[[str], str]] = {
    "80.txt": lambda name: text(name, 80),
    "120.txt": lambda name: text(name, 120),
    "en.txt": lambda name: text(name, 80, "en"),
    "json": lambda name: written(name, "json"),
    "comments.txt": comments,
    "html": page,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", OUTPUTS)
def test_output_is_as_it_was(name: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    kept = FOLDER / f"{name}.{kind}"
    made = OUTPUTS[kind](name)
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(made, encoding="utf-8", newline="")
    assert made == kept.read_bytes().decode("utf-8")
