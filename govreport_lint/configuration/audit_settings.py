"""What a county settles for its audit ([audit] in govreport-lint.toml), with the published rules as defaults."""

from __future__ import annotations

from msgspec import Struct, field


class AuditSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``deadline``: month and day (``01-20``) by 类别; ``verticals_count``: 垂管 units count in the sums.

    ``similarity`` is the 重复率 from which a text is a doubt (0.5: 宿迁市 「与上年度重复率大于50%的，扣0.5分」),
    ``copied`` from which it is 基本照搬; ``similarity_min_chars`` how long section six has to be to count.
    ``versions``: ``newest`` counts, or ``ask``: none counts where there are several. ``contact``, ``phone`` and
    ``return_by`` (an ISO date) stand in the letters. ``inline_suppressions``: comments in a unit's file may settle its
    findings, which the papers tell.
    """

    deadline: dict[str, str] = field(default_factory=dict)
    verticals_count: bool = False
    similarity: float = 0.5
    copied: float = 0.8
    similarity_min_chars: int = 100
    versions: str = "newest"
    contact: str = ""
    phone: str = ""
    return_by: str = ""
    inline_suppressions: bool = True
