"""The exit statuses of the program, what each means, and the exception that stands for one."""

from __future__ import annotations

from typing import NamedTuple

CLEAN = 0
FINDINGS = 1
USAGE = 2
FAULT = 3
INTERRUPTED = 130
BROKEN_PIPE = 141


class Status(NamedTuple):
    """An exit status and its meaning in both languages."""

    number: int
    zh: str
    en: str


STATUSES = (
    Status(CLEAN, "没有达到 --fail-on 的问题", "nothing at or above --fail-on"),
    Status(FINDINGS, "有问题", "findings"),
    Status(USAGE, "用法或配置有误", "usage or configuration"),
    Status(FAULT, "有文件未能检查", "a file could not be read, or an internal fault"),
)
"""What a run can end with; the help and docs/cli.md tell it from here."""
STOPPED = (
    Status(INTERRUPTED, "被人中断（Ctrl+C）", "interrupted (Ctrl+C)"),
    Status(BROKEN_PIPE, "读输出的程序先结束了（如 head）", "who read the output went away (as head does)"),
)
"""What a run that was stopped from outside ends with."""


class OutputClosedError(Exception):
    """Nobody reads the output any more; click itself would end the program with the status that means findings."""
