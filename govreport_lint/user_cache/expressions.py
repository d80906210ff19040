"""Regular expressions compiled once a machine: their code is kept and put back where ``re`` looks before it compiles.

Compiling takes a quarter of a run on one report. An expression's code depends on its text, its flags and Python alone;
what is put back equals what ``re`` would have made (``Pattern`` compares the code). Where this Python keeps its
expressions in another way nothing is put back, and ``re`` compiles as ever.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import sys
from importlib import import_module
from typing import Any

import msgspec

from ..version import __version__
from . import folder

_KIND = "expressions"
_MOST = 480
_STRANGE = (
    ImportError,
    AttributeError,
    TypeError,
    ValueError,
    KeyError,
    RuntimeError,
    OverflowError,
    msgspec.MsgspecError,
)


class Code(msgspec.Struct, frozen=True, array_like=True):
    """What ``re`` compiles an expression to; ``given``: the flags that it was asked with."""

    pattern: str
    given: int
    flags: int
    code: tuple[int, ...]
    groups: int
    names: dict[str, int]


def put_back() -> frozenset[tuple[str, int]]:
    """Put back what was kept; returns the text and flags of each expression."""
    data = folder.kept(_KIND, _key())
    if data is None:
        return frozenset()
    with contextlib.suppress(*_STRANGE):
        make, known = import_module("_sre").compile, _known()
        codes = msgspec.msgpack.decode(data, type=list[Code])
        known.update({(str, code.pattern, code.given): _made(make, code) for code in codes})
        return frozenset((code.pattern, code.given) for code in codes)
    return frozenset()


def keep(before: frozenset[tuple[str, int]]) -> None:
    """Keep the expressions that were compiled since ``put_back`` returned ``before``, with those."""
    with contextlib.suppress(*_STRANGE):
        # Python 3.13 has a kind of 0 of its own for flags that nobody gave.
        now = {(text, int(flags)) for kind, text, flags in list(_known()) if kind is str}
        if now <= before:
            return
        # What no run asks for any more goes when there is too much: the next runs bring back what they need.
        wanted = now if len(now) <= _MOST else now - before
        codes = [_code(text, flags) for text, flags in sorted(wanted)[:_MOST]]
        folder.keep(_KIND, _key(), msgspec.msgpack.encode(codes))


def _known() -> dict[tuple[type, str, int], re.Pattern[str]]:
    """The expressions that ``re`` remembers, which is where it looks first."""
    known: dict[tuple[type, str, int], re.Pattern[str]] = vars(re)["_cache"]
    return known


def _made(make: Any, code: Code) -> re.Pattern[str]:
    made: re.Pattern[str] = make(
        code.pattern, code.flags, list(code.code), code.groups, code.names, _names_by_number(code.names, code.groups)
    )
    return made


def _code(text: str, flags: int) -> Code:
    """Compile an expression as ``re`` does, and keep what it hands to the engine."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(text, flags)
    code = compiler._code(parsed, flags)
    state = parsed.state
    return Code(text, flags, flags | state.flags, tuple(map(int, code)), state.groups - 1, dict(state.groupdict))


def _names_by_number(names: dict[str, int], groups: int) -> tuple[str | None, ...]:
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return tuple(by_number)


def _key() -> str:
    return hashlib.sha256(f"{__version__} {sys.version} {sys.implementation.cache_tag}".encode()).hexdigest()[:32]
