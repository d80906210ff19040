"""What a configuration file may say: the keys, their types and what holds where one is left out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from ..suppressing.listed.suppression import Suppression
from .audit_settings import AuditSettings


def _told(words: str) -> Meta:
    """What a key is for, in Chinese, as the schema and the documentation tell it."""
    return Meta(description=words)


class Level(StrEnum):
    """A severity, or ``off``: the rule is not asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class FailOn(StrEnum):
    """The lowest severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Language(StrEnum):
    """The language of what people read."""

    CHINESE = "zh"
    ENGLISH = "en"


class PerFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds for some files only."""

    files: Annotated[tuple[str, ...], _told("文件：模式同 .gitignore，从配置文件所在的文件夹算起")]
    ignore: Annotated[tuple[str, ...], _told("这些文件不查的规则")] = ()
    severity: Annotated[dict[str, Level], _told("这些文件上规则的级别")] = field(default_factory=dict)


class Configuration(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A configuration; a path in it is told from the folder of the file that says it."""

    extends: Annotated[tuple[str, ...], _told("先读的配置文件，如县里发的一份；本文件在它之上改")] = ()
    packs: Annotated[tuple[str, ...], _told("自己的规则包")] = ()
    select: Annotated[tuple[str, ...], _told("只查这些规则：代码、代码的开头或规则名；空为全部")] = ()
    ignore: Annotated[tuple[str, ...], _told("不查的规则")] = ()
    extend_select: Annotated[tuple[str, ...], _told("在 select 之外再查的规则")] = ()
    extend_ignore: Annotated[tuple[str, ...], _told("在 ignore 之外再不查的规则")] = ()
    severity: Annotated[dict[str, Level], _told("规则的级别：error、warning、info，off 为不查")] = field(
        default_factory=dict
    )
    per_file: Annotated[tuple[PerFile, ...], _told("只对部分文件的规定")] = ()
    locked: Annotated[tuple[str, ...], _told("锁定的规则：在此之上的配置和命令行不能不查、降级")] = ()
    suppress: Annotated[tuple[Suppression, ...], _told("写在报告之外的说明：不报哪个问题，为什么")] = ()
    inline_suppressions: Annotated[bool, _told("报告中的注释（govreport-lint: disable …）算数")] = True
    unused_suppressions: Annotated[bool, _told("没有用到的注释也要说明")] = True
    baseline: Annotated[str | None, _told("基线文件：其中已有的问题不再报")] = None
    exclude: Annotated[tuple[str, ...], _told("文件夹中不查的文件：模式同 .gitignore")] = ()
    strict_files: Annotated[bool, _told("文件夹中不是年报的文件也按未能检查处理（退出状态 3）")] = False
    previous: Annotated[str | None, _told("上年的年报：文件，或各单位年报的文件夹")] = None
    fail_on: Annotated[FailOn, _told("有此级别以上的问题时退出状态为 1")] = FailOn.ERROR
    format: Annotated[tuple[str, ...], _told("输出：text，或 sarif=结果.sarif 这样写入文件")] = ("text",)
    lang: Annotated[Language, _told("输出语言")] = Language.CHINESE
    jobs: Annotated[int, Meta(ge=0, le=256, description="进程数；0 为按文件多少自定")] = 0
    audit: Annotated[AuditSettings, _told("县级审核的设置")] = AuditSettings()


PATHS = frozenset({"extends", "packs", "previous", "baseline"})
"""The keys whose values are paths."""

MADE = frozenset({"baseline"})
"""The keys whose files the program makes itself: they need not be there yet."""

ADDED = frozenset({"packs", "extend_select", "extend_ignore", "per_file", "locked", "suppress", "exclude"})
"""The keys whose values add to those of the files that are extended; the others replace them."""
