"""The records that tell what programs may ask."""

from __future__ import annotations

from msgspec import Struct

from ....language import Text


class Field(Struct, frozen=True, kw_only=True):
    """What may be sent along: in the address, or with ``form`` in the body. ``file``: its value is a file; ``many``: it
    may come several times; ``choices``: nothing else is taken."""

    name: str
    about: Text
    required: bool = False
    file: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """What comes back: its status, its media type, the schema of its JSON by name."""

    about: Text
    media: str
    status: int = 200
    schema: str = ""


class Operation(Struct, frozen=True, kw_only=True):
    """One thing that can be asked. ``path`` is told from the token; ``{id}`` in it is an audit's.

    ``curl`` are the words of a call that are not the address; ``query`` is written after the address of the example.
    """

    method: str
    path: str
    name: str
    title: Text
    about: Text
    asked: tuple[Field, ...] = ()
    form: tuple[Field, ...] = ()
    answer: Answer
    curl: str
    query: str = ""
