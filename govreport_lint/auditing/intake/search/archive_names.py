"""The names in a .zip archive, as they were meant: Windows in China writes GBK, which the standard reads as cp437."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence

_UTF8 = 0x800
# What Info-ZIP adds to a member: its name in UTF-8, with the sum of the name that it stands for.
_UNICODE_PATH = 0x7075
_HEAD = struct.Struct("<HH")
_NOT_PRINTED = re.compile(r"[\x00-\x1f\x7f]")


def names_of(members: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The name of each member with ``/`` between its parts; it is shown and compared, never used as a path.

    Names that are marked as UTF-8 are; all others of one archive are of one kind: UTF-8 where every one of them is,
    else GBK where it is that.
    """
    # Whatever is not marked was read as cp437, in which every byte is a letter.
    raw = [None if info.flag_bits & _UTF8 else info.orig_filename.encode("cp437") for info in members]
    utf8 = all(name is None or _decoded(name, "utf-8") is not None for name in raw)
    found = []
    for info, name in zip(members, raw, strict=True):
        if name is None:
            meant: str | None = info.orig_filename
        else:
            meant = _unicode_path(info, name) or _decoded(name, "utf-8" if utf8 else "gb18030")
        found.append(_tidy(meant if meant is not None else info.orig_filename))
    return found


def _decoded(name: bytes, encoding: str) -> str | None:
    try:
        return name.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unicode_path(info: zipfile.ZipInfo, name: bytes) -> str | None:
    extra = info.extra
    while len(extra) >= _HEAD.size:
        kind, size = _HEAD.unpack_from(extra)
        field, extra = extra[_HEAD.size : _HEAD.size + size], extra[_HEAD.size + size :]
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<L", field, 1)[0] == zlib.crc32(name):
            return _decoded(field[5:], "utf-8")
    return None


def _tidy(name: str) -> str:
    """Without drives, roots and ways out: what is left is a place within the archive."""
    parts = re.split(r"[/\\]", _NOT_PRINTED.sub("_", name))
    kept = [part for part in parts if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join(kept) + ("/" if kept and parts[-1] == "" else "")
