"""How a child process is asked and answers: a word, a length, and so many bytes."""

from __future__ import annotations

import struct
from typing import IO

# ``LAST``: an answer too, but the process should not be asked again.
DONE, LAST, FAILED = b"done", b"last", b"fail"
# What a child ends with when a task takes too long and the system has no signal for it.
LATE = 87
_HEAD = struct.Struct(">5sQ")


def write_frame(stream: IO[bytes], word: bytes, data: bytes) -> None:
    """Send one frame; ``word`` has at most five letters."""
    stream.write(_HEAD.pack(word, len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next frame; None where the other side has ended."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    word, length = _HEAD.unpack(head)
    data = stream.read(length)
    return (word.rstrip(b"\0"), data) if len(data) == length else None
