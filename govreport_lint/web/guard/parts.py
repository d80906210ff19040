"""The parts of a form as they come, each file on the disk: a request of a county's thousand reports takes no memory."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from msgspec import Struct
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from ...language import Text
from ..settings import Intake
from .refusals import malformed, too_large

_MOST_FIELDS = 64
_MOST_OF_A_FIELD = 4 * 2**20
_NOT_WHOLE = Text("请求的内容不完整", "the request is not whole")
_TOO_MANY = Text("一次最多 {most} 个文件", "at most {most} files at once")


class Part(Struct, frozen=True):
    """A file of a form: the field that it stands in, its name as the client gives it, where it lies, its bytes."""

    field: str
    name: str
    path: Path
    size: int


class Parts:
    """Takes a body in, piece by piece; files are numbered in a folder. Everything raises ``RefusedError``."""

    def __init__(self, kind: str, folder: Path, intake: Intake) -> None:
        """``kind`` is the request's content type."""
        self.fields: dict[str, str] = {}
        self.files: list[Part] = []
        self._folder, self._intake = folder, intake
        self._disposition = self._header = self._value = b""
        self._name, self._file_name = "", ""
        self._text = bytearray()
        self._file: IO[bytes] | None = None
        self._size = 0
        self._whole = False
        self._parser = self._made(kind)

    def _made(self, kind: str) -> MultipartParser:
        boundary = parse_options_header(kind)[1].get(b"boundary")
        try:
            return MultipartParser(
                boundary or b"",
                {
                    "on_part_begin": self._begin,
                    "on_header_field": self._header_name,
                    "on_header_value": self._header_value,
                    "on_header_end": self._header_end,
                    "on_headers_finished": self._headers_end,
                    "on_part_data": self._data,
                    "on_part_end": self._end,
                    "on_end": self._last,
                },
            )
        except FormParserError as error:
            raise malformed(_NOT_WHOLE) from error

    def take(self, piece: bytes) -> None:
        """Take in the next piece; raises ``OSError`` where the disk is full."""
        try:
            self._parser.write(piece)
        except FormParserError as error:
            raise malformed(_NOT_WHOLE) from error

    def whole(self) -> None:
        """Say that no more comes: what ends before its end is refused, never taken for a shorter file."""
        if not self._whole:
            raise malformed(_NOT_WHOLE)

    def close(self) -> None:
        """Let go of the file that is being written."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self) -> None:
        self._disposition = self._header = self._value = b""
        self._text, self._size = bytearray(), 0

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._value
        self._header = self._value = b""

    def _headers_end(self) -> None:
        options = parse_options_header(self._disposition)[1]
        if b"name" not in options or len(self.fields) >= _MOST_FIELDS:
            raise malformed(_NOT_WHOLE)
        self._name = options[b"name"].decode("utf-8", "replace")
        if b"filename" in options:
            if len(self.files) >= self._intake.files:
                raise malformed(_TOO_MANY.filled(most=self._intake.files))
            self._file_name = options[b"filename"].decode("utf-8", "replace")
            self._file = (self._folder / str(len(self.files))).open("xb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        most = _MOST_OF_A_FIELD if self._file is None else self._intake.file
        if self._size > most:
            raise too_large(most)
        if self._file is None:
            self._text += data[start:end]
        else:
            self._file.write(data[start:end])

    def _end(self) -> None:
        if self._file is None:
            self.fields[self._name] = self._text.decode("utf-8", "replace")
            return
        path = Path(self._file.name)
        self.close()
        # A choice of files in which nothing was chosen comes as a file without a name and without bytes.
        if self._file_name or self._size:
            self.files.append(Part(self._name, self._file_name, path, self._size))
        else:
            path.unlink()

    def _last(self) -> None:
        self._whole = True
