"""An answer, or the refusal in its place, as bytes: whatever a file holds ends in one of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec import Struct

from ...errors import OutputError, ReadError
from .records import Refusal

Question = TypeVar("Question", bound=Struct)


def answered(data: bytes, kind: type[Question], answer: Callable[[Question], Struct]) -> bytes:
    """What ``answer`` makes of the question that the bytes hold."""
    question = msgspec.msgpack.decode(data, type=kind)
    language: str = getattr(question, "language", "zh")
    made: Struct
    try:
        made = answer(question)
    except ReadError as error:
        made = Refusal(error.reason_in(language))
    except OutputError as error:
        made = Refusal(error.reason_in(language), "unwritable")
    return msgspec.msgpack.encode(made)
