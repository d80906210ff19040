"""How a server is set: who may reach it, how much one request may bring, how long one file may take."""

from __future__ import annotations

from msgspec import Struct

from ..auditing.choice import Choice
from ..auditing.running.tasks import Limits
from ..configuration.audit_settings import AuditSettings

_MEGABYTE = 2**20
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""By which a server is called from the machine that it runs on."""


class Intake(Struct, frozen=True):
    """What one request may bring.

    ``file`` is the most bytes of one file, ``request`` of a request about single reports, ``audit`` of one that brings
    a county's; ``files`` is the most files of an audit. A body may be silent for ``idle`` seconds and must be there
    after ``seconds``.
    """

    file: int = 20 * _MEGABYTE
    request: int = 48 * _MEGABYTE
    audit: int = 1024 * _MEGABYTE
    files: int = 5000
    idle: float = 20.0
    seconds: float = 600.0


class Settings(Struct, frozen=True, kw_only=True):
    """``token`` stands in every address, ``hosts`` are the names by which the server may be called (empty: any).

    ``jobs`` files are worked on at the same time, ``waiting`` requests may wait for them; ``aside`` more that take
    longer than ``soon`` seconds make way for those. ``choice`` and ``audit`` say
    by which rules reports are judged. ``may_quit``: the page has a button that ends the server, which nothing else
    shows.
    """

    token: str
    hosts: tuple[str, ...] = OWN_NAMES
    jobs: int = 2
    aside: int = 2
    soon: float = 2.0
    waiting: int = 200
    intake: Intake = Intake()
    limits: Limits = Limits(seconds=20.0, patience=60.0)
    choice: Choice = Choice()
    audit: AuditSettings = AuditSettings()
    may_quit: bool = False
