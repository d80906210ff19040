"""What an audit is asked for."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ..configuration.audit_settings import AuditSettings
from .choice import Choice


class Request(Struct, frozen=True, kw_only=True):
    """``reports``: folders, archives or files of this year; ``previous``: those of last year; ``units``: the list of
    units; ``county``: the county's own report; ``workbook``: the 汇总表; ``out``: where the papers go.

    ``date`` is the day of the round (ISO); ``jobs`` how many processes work, ``scheduler`` the address of a Dask
    cluster in their place; ``year`` the year of the reports where it is told (else that of most of them). ``choice``
    says by which rules the reports are judged.
    """

    reports: tuple[Path, ...]
    out: Path
    previous: tuple[Path, ...] = ()
    units: Path | None = None
    county: Path | None = None
    workbook: Path | None = None
    date: str = ""
    year: int | None = None
    jobs: int = 1
    scheduler: str = ""
    exclude: tuple[str, ...] = ()
    only_changed: bool = False
    data: bool = False
    letters: bool = True
    fresh: bool = False
    settings: AuditSettings = AuditSettings()
    choice: Choice = Choice()
