"""Names of files that every system takes: what a unit is called may hold anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ....output.words.printable import printable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2400-\u2421\ufffd\ufffe\uffff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)", re.IGNORECASE)
# 255 bytes is what Linux takes; Windows counts the folders as well.
_MOST_BYTES = 180
_MOST = 60


def file_name(text: str) -> str:
    """The text as the name of a file, without its suffix."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", printable(text)))
    name = name[:_MOST].encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .\u3000")
    return f"_{name}" if _RESERVED.match(name) or not name else name


def unlike_names(texts: Iterable[str]) -> Iterator[str]:
    """A name for each text, no two of them the same to a system that does not tell A from a."""
    taken: set[str] = set()
    for text in texts:
        first = name = file_name(text)
        number = 2
        while name.casefold() in taken:
            name, number = f"{first}（{number}）", number + 1
        taken.add(name.casefold())
        yield name
