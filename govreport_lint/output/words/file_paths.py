"""A file as other programs name it: by its path from the folder of the run, or by its URI."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from .printable import printable


def relative_path(path: str, base: str) -> str | None:
    """The path from the folder ``base`` on, with ``/`` between its parts; None for a file that lies elsewhere."""
    try:
        return _whole(path, base).relative_to(base).as_posix()
    except ValueError:
        return None


def shown_path(path: str, base: str) -> str:
    """The path from ``base`` on, else the whole path, fit for people and for programs that read lines."""
    return printable(relative_path(path, base) or Path(path).as_posix())


def relative_uri(path: str, base: str) -> str | None:
    """The URI of a file from the folder ``base`` on; None for a file that lies elsewhere.

    Chinese characters are written by their bytes in UTF-8; bytes of a name that is not UTF-8 stay what they are.
    """
    inner = relative_path(path, base)
    return None if inner is None else _quoted(inner)


def file_uri(path: str, base: str) -> str:
    """The whole URI of a file."""
    return "file:///" + _quoted(_whole(path, base).as_posix().lstrip("/"))


def folder_uri(folder: str) -> str:
    """The whole URI of a folder; it ends in ``/``."""
    return file_uri(folder, folder).rstrip("/") + "/"


def _whole(path: str, base: str) -> Path:
    return Path(os.path.normpath(Path(base, path)))


def _quoted(path: str) -> str:
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe="/")
