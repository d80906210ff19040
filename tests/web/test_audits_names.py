"""No name that a client gives leads out of the folder of its job, and the words in it stay."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govreport_lint.web.audits.names import Names

NASTY = (
    "..",
    ".",
    "/",
    "\\",
    "C:",
    "con",
    "NUL.txt",
    "a\x00b",
    "\u202e",
    "~",
    "年报.docx",
    " .. ",
    "COM¹",
    "lpt1.docx",
)
NAMES = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=40)), max_size=9).map("/".join)
DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)")


@settings(max_examples=60)
@given(NAMES)
@example("../../etc/passwd")
@example("C:\\Windows\\System32\\年报.docx")
@example("/".join("甲" * 150 for _ in range(9)) + ".docx")
def test_every_name_stays_below_its_folder(name: str) -> None:
    place = Names().place(name)
    assert not place.is_absolute()
    assert not PureWindowsPath(str(place)).drive
    assert 1 <= len(place.parts) <= 6
    for part in place.parts:
        assert part not in (".", "..")
        assert len(part) <= 120
        assert len(part.encode()) <= 255
        assert not re.search(r'[\x00-\x1f\x7f<>:"/\\|?*]', part)
        assert not DEVICE.match(part)
        assert part == part.rstrip(" .")


@given(
    st.lists(st.sampled_from(["a", "A", "a/b", "a/B.md", "A/b.md", "a/b.md/c", "年报.docx"]), min_size=2, max_size=9)
)
def test_no_two_files_have_one_place_and_no_file_is_a_folder(given_names: list[str]) -> None:
    names = Names()
    places = [names.place(name) for name in given_names]
    plain = [PurePosixPath(str(place).casefold()) for place in places]
    assert len(set(plain)) == len(plain)
    assert not any(other in place.parents for place in plain for other in plain)


def test_they_can_all_be_written(tmp_path: Path) -> None:
    names = Names()
    for name in (*NASTY, *NASTY, "城" * 300 + ".docx", "a/b", "a", "a/b/c"):
        path = tmp_path / names.place(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(b"1")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("2024/城关镇/年报.docx", "2024/城关镇/年报.docx"),
        ("2024\\城关镇\\年报（终稿）.docx", "2024/城关镇/年报（终稿）.docx"),
        ("D:\\汇总\\民政局.doc", "汇总/民政局.doc"),
        ("../../民政局.doc", "民政局.doc"),
        ("con.docx", "_con.docx"),
        ("", "未命名"),
        ("._年报.docx", "._年报.docx"),
    ],
)
def test_the_words_stay(name: str, place: str) -> None:
    assert str(Names().place(name)) == place


def test_a_suffix_stays_where_the_name_is_cut() -> None:
    assert Names().place("示范县" * 60 + "年报.docx").suffix == ".docx"
