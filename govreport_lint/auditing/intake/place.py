"""Where a file lies: in a folder, or at a number in an archive; and its bytes, read from there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from ...errors import ReadError
from ...output.words.problems import Problem
from ..entry import Role
from .remote import address_of

# Windows opens longer names only when they begin so.
_LONG = "\\\\?\\"
_LONG_SHARE = "\\\\?\\UNC\\"


class Address(Struct, frozen=True):
    """``file`` on the disk; ``members`` are the numbers of the file in the archive, and in the archive in that."""

    file: str
    members: tuple[int, ...] = ()


class Candidate(Struct, frozen=True):
    """A file that may be a report. ``path`` is how the audit tells it; its first ``above`` characters name the folder
    or archive that was given, not one in it; ``problem``: why the file cannot even be tried."""

    role: Role
    path: str
    address: Address
    modified: str = ""
    above: int = 0
    problem: Problem | None = None


def reachable(path: Path, system: str = sys.platform) -> str:
    """The absolute name of a file or folder by which it can be opened however long it is; an address as it is."""
    elsewhere = address_of(path)
    if elsewhere:
        return elsewhere
    name = os.path.abspath(path)  # noqa: PTH100 -- links are kept, as the user names them
    if system != "win32" or name.startswith(_LONG):
        return name
    return _LONG_SHARE + name[2:] if name.startswith("\\\\") else _LONG + name


_LOCKED = (
    "无法打开：文件被其他程序占用，或没有权限。请关闭 Word、WPS 后再试",
    "cannot be opened: another program uses it, or it may not be read; please close Word or WPS and try again",
)


def closed_error(path: str, error: OSError) -> ReadError:
    """The refusal of a file that the system does not open."""
    if isinstance(error, FileNotFoundError):
        return ReadError(path, "没有这个文件（已移走或删除）", "there is no such file (any more)")
    if isinstance(error, PermissionError):
        return ReadError(path, *_LOCKED)
    reason = error.strerror or type(error).__name__
    return ReadError(path, f"无法打开：{reason}", f"cannot be opened: {reason}")
