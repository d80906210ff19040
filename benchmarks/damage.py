"""Damage done to files by someone who knows how they are built: pages, texts, Word and Excel parts, PDF, rule packs.

Every function takes a sound file and a draw of chance and gives back a file that is broken in one to six places.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

WORDS = (
    "", " ", "\t", "\n\n", "\u3000", "\u00ad", "\u061c", "\u180e", "\u200b", "\u202e", "\u2062", "\ufeff",
    "\U000e0041", "\x00", "\x1b[31m", "\x9b2J", "\x7f", "\ud800", "=1+1", "＝1", "@a", "①", "²", "½", "٣", "９",
    "〇", "零", "一亿", "-0", "1e9", "1,000", "1.5.5", "１２", "约3", "3件", "不适用", "——", "/", "%", "（", "）",
    "《", "》", "“", "”", "。", "；", "20XX年", "2024年2月30日", "9999年99月99日", "同比增长", "分别为", "其中",
    "一、", "（七）总计", "第一条", "http://a.cn", "收到政府信息公开申请", "本年新收",
    "三、收到和处理政府信息公开申请情况", "|", "||", "---|", "#", "```", "<!--", "]]>", "&#0;", "&#x110000;", "&amp;",
    "<td>", "</table>", "<table>", "<tr>", "<td rowspan=99999 colspan=99999>", "<td rowspan=-1>", "<script>",
    "</script>", "<style>td{display:none}</style>", "<del>", "<sup>1</sup>", "<input value=3>", "<base href=x>",
    "<iframe srcdoc='<td>1'>", "<svg><title>", "<select><option>1", "<textarea>", "<plaintext>", "<![CDATA[", "<?x",
)  # fmt: skip
REPEATS = (1, 1, 1, 2, 3, 20, 300, 3000)
_TOKENS = re.compile(r"<[^>]*>|\d+|[^<\d]{1,40}")
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\nendstream)", re.DOTALL)
_LONGEST = 20_000


def page(text: str, draw: Random) -> str:
    """A page or an XML part: its tags, numbers and stretches of text cut, doubled, moved and replaced."""
    tokens = _TOKENS.findall(text)
    for _ in range(draw.randrange(1, 6)):
        draw.choice((_left_out, _doubled, _moved, _replaced, _put_in, _numbered, _attributed))(tokens, draw)
    return "".join(tokens)[: len(text) + _LONGEST]


def lines(text: str, draw: Random) -> str:
    """A text or Markdown: its lines, and what stands within them."""
    rows = text.splitlines(keepends=True)
    for _ in range(draw.randrange(1, 4)):
        draw.choice((_left_out, _doubled, _moved, _joined, _put_in, _replaced))(rows, draw)
    return page("".join(rows), draw) if draw.random() < 0.7 else "".join(rows)[: len(text) + _LONGEST]


def raw(data: bytes, draw: Random) -> bytes:
    """Any file: bytes turned, cut out, doubled, cut off."""
    made = bytearray(data)
    for _ in range(draw.randrange(1, 5)):
        at, many = draw.randrange(len(made) + 1), draw.choice((1, 2, 16, 400))
        way = draw.randrange(4)
        if way == 0:
            del made[at : at + many]
        elif way == 1:
            made[at:at] = made[at : at + many] * draw.choice((1, 3, 50))
        elif way == 2:
            made[at : at + many] = draw.randbytes(len(made[at : at + many]))
        elif draw.random() < 0.3:
            del made[at:]
    return bytes(made)


def package(data: bytes, draw: Random) -> bytes:
    """A Word or Excel file: its parts, the XML in them, their names, and now and then its bytes."""
    if draw.random() < 0.1:
        return raw(data, draw)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    for _ in range(draw.choice((1, 1, 1, 2))):
        _damage_part(parts, draw)
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        warnings.simplefilter("ignore")
        for name, content in parts:
            file.writestr(name, content)
    return made.getvalue()


def printed(data: bytes, draw: Random) -> bytes:
    """A PDF: what its streams say, its objects' numbers, its bytes."""
    if draw.random() < 0.3:
        return raw(data, draw)

    def streamed(found: re.Match[bytes]) -> bytes:
        if draw.random() < 0.7:
            return found[0]
        try:
            content = zlib.decompress(found[2])
        except zlib.error:
            return found[1] + raw(found[2], draw) + found[3]
        changed = page(content.decode("latin-1"), draw).encode("latin-1", "replace")
        return found[1] + zlib.compress(changed) + found[3]

    made = _STREAM.sub(streamed, data)
    return re.sub(rb"\d+", lambda n: b"%d" % draw.randrange(10**9) if draw.random() < 0.002 else n[0], made)


def encoded(text: str, draw: Random) -> bytes:
    """A text as the bytes of a file, in one of the encodings of the field."""
    coding = draw.choice(("utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "gbk", "big5"))
    data = text.encode(coding, "replace")
    return raw(data, draw) if draw.random() < 0.1 else data


def _damage_part(parts: list[tuple[str, bytes]], draw: Random) -> None:
    at = draw.randrange(len(parts))
    if draw.random() < 0.6:
        at = max(range(len(parts)), key=lambda index: len(parts[index][1]))
    name, content = parts[at]
    way = draw.random()
    if way < 0.75:
        parts[at] = name, page(content.decode("utf-8", "replace"), draw).encode("utf-8", "replace")
    elif way < 0.82:
        parts[at] = name, raw(content, draw)
    elif way < 0.88:
        del parts[at]
    elif way < 0.94:
        parts.append((draw.choice((name, name.replace("/", "\\"), f"../{name}", name.upper())), content))
    else:
        parts[at] = name, draw.choice(parts)[1]


def _left_out(tokens: list[str], draw: Random) -> None:
    at = _place(tokens, draw)
    del tokens[at : at + draw.choice((1, 1, 2, 10, 100))]


def _doubled(tokens: list[str], draw: Random) -> None:
    at, times = _place(tokens, draw), draw.choice(REPEATS)
    piece = tokens[at : at + draw.choice((1, 2, 8, 40))]
    tokens[at:at] = piece * min(times, 1 + _LONGEST // (1 + sum(map(len, piece))))


def _moved(tokens: list[str], draw: Random) -> None:
    at, many = _place(tokens, draw), draw.choice((1, 2, 20))
    piece = tokens[at : at + many]
    del tokens[at : at + many]
    to = _place(tokens, draw)
    tokens[to:to] = piece


def _joined(tokens: list[str], draw: Random) -> None:
    at = _place(tokens, draw)
    tokens[at : at + 1] = [token.rstrip("\n") for token in tokens[at : at + 1]]


def _replaced(tokens: list[str], draw: Random) -> None:
    at = _place(tokens, draw)
    tokens[at : at + 1] = [draw.choice(WORDS)]


def _put_in(tokens: list[str], draw: Random) -> None:
    tokens.insert(_place(tokens, draw), draw.choice(WORDS) * draw.choice(REPEATS))


def _numbered(tokens: list[str], draw: Random) -> None:
    places = [at for at, token in enumerate(tokens) if token.isdigit()]
    if places:
        number = draw.choice(("0", "1", "9" * draw.choice((9, 25, 5000)), str(draw.randrange(10**6))))
        tokens[draw.choice(places)] = number


def _attributed(tokens: list[str], draw: Random) -> None:
    places = [at for at, token in enumerate(tokens) if token.startswith("<") and len(token) > 2]
    if places:
        at = draw.choice(places)
        added = draw.choice((" rowspan=0", " colspan=65535", " hidden", " style='display:none'", ' w:val="999999999"'))
        tokens[at] = f"{tokens[at][:-1].rstrip('/')}{added}{tokens[at][-1]}"


def _place(tokens: list[str], draw: Random) -> int:
    return draw.randrange(len(tokens) + 1)


DAMAGE: dict[str, Callable[[bytes, Random], bytes]] = {
    "html": lambda data, draw: encoded(page(data.decode("utf-8", "replace"), draw), draw),
    "text": lambda data, draw: encoded(lines(data.decode("utf-8", "replace"), draw), draw),
    "docx": package,
    "xlsx": package,
    "pdf": printed,
    "pack": lambda data, draw: lines(data.decode("utf-8"), draw).encode("utf-8", "replace"),
}
