"""Writing a package again with some parts changed; all others are copied as they are."""

from __future__ import annotations

import io
import shutil
import zipfile
import zlib
from collections.abc import Mapping

from ...errors import ReadError
from .archive import Package
from .refusals import DAMAGED

_CHUNK = 1 << 20
# Zip archives know no earlier date; new parts get it, so that the same input gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def with_parts(package: Package, parts: Mapping[str, bytes]) -> bytes:
    """The package with parts replaced, or added where it has none of the name. Raises ``ReadError``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        # A name may stand in an archive twice: what is read by it, and kept, is the last.
        for info in {info.filename: info for info in package.archive.infolist()}.values():
            if info.filename in parts:
                archive.writestr(new_entry(info.filename, info.date_time), parts[info.filename])
            elif not info.is_dir():
                _copy(package, info, archive)
        for name in sorted(parts.keys() - set(package.archive.namelist())):
            archive.writestr(new_entry(name), parts[name])
    return stream.getvalue()


def _copy(package: Package, info: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    entry = new_entry(info.filename, info.date_time)
    entry.compress_type = info.compress_type
    try:
        with package.archive.open(info) as source, archive.open(entry, "w") as target:
            shutil.copyfileobj(source, target, _CHUNK)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ReadError(package.path, *DAMAGED) from error


def new_entry(name: str, date: tuple[int, int, int, int, int, int] = _EPOCH) -> zipfile.ZipInfo:
    """What the archive says of a part."""
    entry = zipfile.ZipInfo(name, date)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
