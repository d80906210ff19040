"""Pages spoiled as editors, copying and broken transfers spoil them: the same seed, the same pages."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

_TAG = re.compile(r"<[^<>]*>")
ODDITIES = (
    "<!--", "-->", "<!-- 旧 -->", "<!---->", "<!-- <td>1</td> -- >", "<![CDATA[ <p> ]]>", "<![if !x]>", "<![endif]>", "<![荒唐 a>",
    "<!doctype html>", "<!x>", "<?xml version='1.0'?>", "<?", "<![CDATA[", "</>", "</ td>", "</td x='>'>", "</-1>", "</td\0>",
    "<", ">", "< td>", "a<b", "1<2", "<<td>>", "&", "&nbsp", "&nbsp;", "&lt;td&gt;", "&#20214;", "&#x4ef6", "&#;", "&unknown;", "&amp;lt;",
    "<td a='", '<td a="', "<td a=>", "<td =x>", "<td a==b>", "<td a='b'c=\"d\">", "<td/>", "<td / a>", "<td//>", "<td a=b/>", "<TD A=B>",
    "<br/>", "<p\0>", "<a\n href = 'x'\n>", "<o:p></o:p>", "<script>if (a<b) '</td>'</script>", "<script/>", "<style>td{}</style>",
    "<textarea><td>&amp;</textarea>", "<title>甲&lt;乙</title>", "<SCRIPT>x</ script >", "<script>", "<textarea>", "</script>", "\0", "\u3000",
)  # fmt: skip


def spoiled(pages: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """So many spoiled pages, or pieces of up to 3,000 characters of pages that are longer."""
    chance = random.Random(seed)
    for number in range(count):
        page = pages[number % len(pages)]
        start = chance.randrange(max(1, len(page) - 3000))
        page = page[start : start + 3000]
        for _ in range(chance.randint(1, 6)):
            page = chance.choice(_SPOILERS)(page, chance)
        yield page


def _dropped(page: str, chance: random.Random) -> str:
    start, end = _some_tag(page, chance)
    return page[:start] + page[end:]


def _doubled(page: str, chance: random.Random) -> str:
    start, end = _some_tag(page, chance)
    return page[:end] + page[start:end] + page[end:]


def _moved(page: str, chance: random.Random) -> str:
    start, end = _some_tag(page, chance)
    rest = page[:start] + page[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + page[start:end] + rest[at:]


def _broken(page: str, chance: random.Random) -> str:
    """One character of a tag lost, or another in its place."""
    start, end = _some_tag(page, chance)
    at = chance.randrange(start, max(end, start + 1))
    return page[:at] + chance.choice(("", "'", '"', "=", ">", "<", "/", " ", "\0", "&")) + page[at + 1 :]


def _odd(page: str, chance: random.Random) -> str:
    at = chance.randint(0, len(page))
    return page[:at] + chance.choice(ODDITIES) + page[at:]


def _cut(page: str, chance: random.Random) -> str:
    return page[: chance.randint(len(page) // 2, len(page))]


def _shouted(page: str, chance: random.Random) -> str:
    start, end = _some_tag(page, chance)
    return page[:start] + page[start:end].upper() + page[end:]


def _some_tag(page: str, chance: random.Random) -> tuple[int, int]:
    """From where to where a tag stands that is near a place chosen by chance."""
    found = _TAG.search(page, chance.randint(0, len(page))) or _TAG.search(page)
    return found.span() if found else (0, 0)


_SPOILERS: tuple[Callable[[str, random.Random], str], ...] = (
    _dropped, _doubled, _moved, _broken, _broken, _odd, _odd, _odd, _cut, _shouted,
)  # fmt: skip
