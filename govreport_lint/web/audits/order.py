"""What the process of an audit is asked, as a file in the job's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from ...auditing.request import Request

NAME = "order"


def write_order(request: Request, folder: Path) -> Path:
    """Write the order into a folder; raises ``OSError``."""
    path = folder / NAME
    path.write_bytes(msgspec.msgpack.encode(request, enc_hook=_written))
    return path


def read_order(path: Path) -> Request:
    """The order that was written; raises ``OSError``."""
    return msgspec.msgpack.decode(path.read_bytes(), type=Request, dec_hook=_read)


def _written(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _read(kind: type, value: Any) -> object:
    if issubclass(kind, Path):
        return Path(value)
    raise NotImplementedError(kind.__name__)
