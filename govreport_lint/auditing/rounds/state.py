"""What an audit remembers between rounds (state.json): no wall clock in it but the day that it was told."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from ...errors import ReadError
from ..audited import Audited

SCHEMA = "govreport-audit-state/1"
_FOREIGN = (
    "不是本程序的审核状态文件（state.json）。请换一个输出文件夹，或移走这个文件",
    "is no state of an audit (state.json); choose another folder for the output or move the file away",
)


class Round(Struct, frozen=True):
    """One round: its number from 1, its day (ISO), and what every unit had; those of no unit by their path.

    ``settings`` is the hash of what it was judged by, ``prefixes`` what the numbers of a unit begin with, ``given`` how
    many numbers it had been given when the round was over.
    """

    number: int
    date: str
    units: dict[str, Audited]
    settings: str
    prefixes: dict[str, str] = {}
    given: dict[str, int] = {}


class State(Struct, frozen=True, kw_only=True):
    """The rounds so far. ``papers`` are the digests of what the program has written into the folder, ``switches`` the
    units that were switched in the workbook: whether they count."""

    schema: str = SCHEMA
    year: int | None = None
    rounds: tuple[Round, ...] = ()
    papers: tuple[str, ...] = ()
    switches: dict[str, bool] = {}


def read_state(path: Path) -> State:
    """The state in a file, an empty one where there is none; raises ``ReadError`` for what another program wrote."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return State()
    except OSError as error:
        raise ReadError(str(path), f"无法打开：{error.strerror}", f"cannot be opened: {error.strerror}") from error
    try:
        state = msgspec.json.decode(data, type=State)
    except msgspec.DecodeError as error:
        raise ReadError(str(path), *_FOREIGN) from error
    if state.schema != SCHEMA:
        raise ReadError(str(path), *_FOREIGN)
    return state


def state_bytes(state: State) -> bytes:
    """The state as it is written; the same state gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(state, order="sorted"), indent=1) + b"\n"
