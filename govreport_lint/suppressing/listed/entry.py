"""An entry of the list outside the reports (``[[suppress]]``), as it is written."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct


class Suppression(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``rule`` is a code, the beginning of codes or a name; ``files`` are patterns from the folder of the configuration
    file on, as in .gitignore (``2024/青山镇*.docx``).

    One of ``fingerprint`` and ``place`` says which finding is meant: ``place`` in the words in which people read it
    (``表三 · 总计``), in the keys of the form (``applications/granted/total``), or the number of a section. ``reason``
    is told with every finding that is settled. After the day ``until`` it no longer counts.
    """

    rule: Annotated[str, Meta(description="规则：代码、代码的开头或规则名")]
    files: Annotated[tuple[str, ...], Meta(description="文件：模式同 .gitignore，从配置文件所在的文件夹算起")]
    reason: Annotated[str, Meta(description="不报的理由，不能为空")]
    fingerprint: Annotated[str | None, Meta(description="问题的指纹（JSON 输出中的 fingerprint）；与 place 二选一")] = (
        None
    )
    place: Annotated[str | None, Meta(description="地点：表三 · 总计，或 applications/granted/total，或部分的序号")] = (
        None
    )
    until: Annotated[date | None, Meta(description="最后有效的一天，过后不再采用")] = None
