"""Files that lie elsewhere (``s3://…``, ``hdfs://…``), reached by fsspec and only when they are asked for.

Addresses come from the command line alone, never out of a report.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import PurePath
from typing import IO, Any

from msgspec import Struct

from ...errors import ReadError
from ...readers.opening import LARGEST, too_large

# A single letter is a drive of Windows; a path of any system folds the two slashes into one.
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):[/\\]+(.*)", re.DOTALL)
_NO_LIBRARY = (
    '读取远程地址需要另外安装组件：pip install "govreport-lint[dask]"',
    'reading from an address needs another package: pip install "govreport-lint[dask]"',
)
_UNREACHABLE = (
    "无法读取这个地址：{reason}。请核对地址和访问权限",
    "the address cannot be read ({reason}); please check it and your access",
)


class RemoteFile(Struct, frozen=True):
    """A file below an address: its own address, its path from there (its name for the address of a file), its time."""

    address: str
    inside: str
    modified: str


def address_of(path: PurePath | str) -> str | None:
    """The address that a path stands for; None for a path of this machine."""
    match = _ADDRESS.fullmatch(str(path))
    return f"{match[1].lower()}://{match[2].replace(chr(92), '/')}" if match else None


def remote_files(address: str) -> Iterator[RemoteFile]:
    """The files below an address, by name; none where there is nothing. Raises ``ReadError``."""
    system, root = _system(address)
    scheme = address.partition("://")[0]
    try:
        found: dict[str, dict[str, Any]] = system.find(root, detail=True)
    except Exception as error:
        raise _unreachable(address, error) from error
    for name in sorted(found):
        inside = name[len(root) :].strip("/") if name.startswith(root) else name
        yield RemoteFile(f"{scheme}://{name.lstrip('/')}", inside or name.rpartition("/")[2], _time(found[name]))


def load_remote(address: str, path: str) -> bytes:
    """The bytes of a file that is called ``path`` in messages. Raises ``ReadError``."""
    with open_remote(address, path) as stream:
        try:
            data = stream.read(LARGEST + 1)
        except Exception as error:
            raise _unreachable(path, error) from error
    if len(data) > LARGEST:
        raise too_large(path, len(data))
    return data


def open_remote(address: str, path: str) -> IO[bytes]:
    """The file, open for reading at any place of it. Raises ``ReadError``."""
    system, root = _system(address)
    try:
        stream: IO[bytes] = system.open(root, "rb")
    except FileNotFoundError as error:
        raise ReadError(path, "没有这个文件", "there is no such file") from error
    except Exception as error:
        raise _unreachable(path, error) from error
    return stream


def _system(address: str) -> tuple[Any, str]:
    if importlib.util.find_spec("fsspec") is None:
        raise ReadError(address, *_NO_LIBRARY)
    try:
        system, root = import_module("fsspec.core").url_to_fs(address)
    except Exception as error:
        raise _unreachable(address, error) from error
    return system, str(root)


def _unreachable(path: str, error: Exception) -> ReadError:
    reason = str(error).strip() or type(error).__name__
    return ReadError(path, *(words.format(reason=reason[:200]) for words in _UNREACHABLE))


def _time(told: dict[str, Any]) -> str:
    """The time of a file as its system tells it; nothing where it does not."""
    value = next((told[key] for key in ("mtime", "LastModified", "last_modified", "created") if told.get(key)), None)
    if isinstance(value, int | float):
        value = datetime.fromtimestamp(value)
    return value.replace(tzinfo=None).isoformat(timespec="seconds") if isinstance(value, datetime) else ""
