"""The bytes of a file, opened safely."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from ..errors import ReadError

LARGEST = 20 * 1024 * 1024


def load(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises ``ReadError`` for one that is missing, is no regular file, is too large or cannot be opened.
    """
    try:
        found = Path(path).stat()
        # Opening a pipe waits for ever, a device may never end.
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(str(path), "不是普通文件，未读取", "is not a regular file, not read")
        if found.st_size > LARGEST:
            raise too_large(str(path), found.st_size)
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), "没有这个文件", "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(str(path), f"无法打开：{reason}", f"cannot be opened: {reason}") from error


def too_large(name: str, size: int, largest: int = LARGEST) -> ReadError:
    """The refusal of a file of so many bytes."""
    found, limit = size // 2**20, largest // 2**20
    return ReadError(
        name,
        f"文件过大（{found} MB），超过 {limit} MB 的上限，未读取",
        f"too large ({found} MB, the limit is {limit} MB), not read",
    )


def sha256_of(data: bytes) -> str:
    """The digest by which a file is known again, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
