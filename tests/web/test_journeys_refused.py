"""Files that are refused, in Chromium: why is said in words, nothing stands on the console, another may be chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES
from journeying import Visit
from test_serving import bomb

from govreport_lint.web.pages.sample import sample_report

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
LARGEST = 20 * 2**20


def with_password(path: Path) -> None:
    path.write_bytes(CONTAINER + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480)


def pdf_with_password(path: Path) -> None:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def too_large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)


def unpacking_without_end(path: Path) -> None:
    path.write_bytes(bomb())


def damaged(path: Path) -> None:
    path.write_bytes(sample_report()[:-700])


def no_report(path: Path) -> None:
    path.write_text("买菜：白菜两斤。" * 50, "utf-8")


REFUSED = [
    ("年报.docx", with_password, "密码"),
    ("年报.pdf", pdf_with_password, "密码"),
    ("年报.docx", empty, "0 字节"),
    ("年报.docx", too_large, "上限"),
    ("年报.docx", unpacking_without_end, "过大"),
    ("年报.docx", damaged, "损坏"),
    ("菜单.txt", no_report, "不是"),
    ("<img src=x onerror=alert(1)>.md", no_report, "不是"),
]


@pytest.mark.parametrize(
    ("name", "make", "told"), REFUSED, ids=[f"{make.__name__}-{at}" for at, (_, make, _) in enumerate(REFUSED)]
)
def test_why_it_is_refused_is_said_and_another_may_be_chosen(
    visit: Visit, tmp_path: Path, name: str, make: Callable[[Path], None], told: str
) -> None:
    make(tmp_path / "file")
    (tmp_path / "file").rename(tmp_path / name)
    visit.give(tmp_path / name)
    visit.page.wait_for_selector("#failed:not([hidden])")
    why = visit.page.inner_text("#failed [role=alert]")
    assert told in why and "Traceback" not in why and str(tmp_path) not in why
    assert visit.page.locator("#failed img").count() == 0 and name in visit.page.inner_text("#failed")
    assert visit.page.evaluate("document.activeElement.tagName") == "H1"
    visit.fits()
    with visit.page.expect_file_chooser() as chooser:
        visit.tab()
        visit.page.keyboard.press("Enter")
    chooser.value.set_files(SAMPLES / "puwei-2024.md")
    visit.shown()
