"""Bytes to text: every encoding that offices use, and what is no text."""

from __future__ import annotations

import codecs
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport_lint.errors import ReadError
from govreport_lint.readers.encoding import decode

TEXT = "一、总体情况\r\n2024年，本机关新收政府信息公开申请12件，均已办结。\n"
LONG = TEXT * 200


def page(charset: str) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}</head>{LONG}</html>"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312", "utf-32"],
)
def test_text_in_any_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (page("gb2312").encode("gbk"), page("gb2312")),
        (page("gbk").encode("utf-8"), page("gbk")),  # The declaration is wrong.
        (page("utf-8").encode("gbk"), page("utf-8")),
        (page("nonsense").encode("gbk"), page("nonsense")),
        (page("rot13").encode("gbk"), page("rot13")),  # Known to Python, but no encoding of text.
        (page("big5").encode("big5", "replace"), page("big5").encode("big5", "replace").decode("big5")),
        (
            b'<?xml version="1.0" encoding="GB2312"?>' + "镕".encode("gbk"),
            '<?xml version="1.0" encoding="GB2312"?>镕',
        ),
        ("镕𠮷".encode("gb18030"), "镕𠮷"),
    ],
)
def test_declarations_are_believed_if_true(data: bytes, text: str) -> None:
    assert decode(data, "x") == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_few_broken_bytes_are_replaced(encoding: str) -> None:
    data = LONG.encode(encoding)
    half = data.index(b"\n", len(data) // 2)
    text = decode(data[:half] + b"\xff\xff" + data[half:], "x")
    assert "\ufffd" in text
    assert text.count("均已办结") == 200


def test_character_cut_off_at_the_end() -> None:
    assert decode(TEXT.strip().encode()[:-1], "x").startswith("一、总体情况")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空"),
        (b" \r\n", "空"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", ".docx"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", ".xlsx"),
        (b"PK\x03\x04\x14\0\x06\0readmePK\x05\x06", "ZIP"),
        (b"PK\x03\x04\x14\0\x06\0readme", "没有下载完"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", ".doc"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"abc\0\x01\x02\0\x03", "二进制"),
        (bytes(range(128, 256)) * 40, "编码"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(data: bytes, word: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "报告.txt")
    assert word in caught.value.reason
    assert caught.value.path == "报告.txt"


@pytest.mark.parametrize(("encoding", "charset"), [("gbk", "gb2312"), ("utf-8", "utf-8"), ("gbk", "unknown")])
def test_saved_page_is_unwrapped(encoding: str, charset: str) -> None:
    body = quopri.encodestring(f"<html><body>{TEXT.strip()}</body></html>".encode(encoding))
    head = (
        "From: <WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=XX\r\n\r\n"
        "--XX\r\nContent-Type: text/html; charset=" + charset + "\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    text = decode(head.encode() + body + b"\r\n--XX--\r\n", "x.mht")
    assert text.startswith("<html>")
    assert "新收政府信息公开申请12件" in text


def test_large_files_are_decoded() -> None:
    assert len(decode(("政府信息公开" * 3_000_000).encode("gbk"), "x")) == 18_000_000


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "x"), str)
    except ReadError as error:
        assert error.reason
