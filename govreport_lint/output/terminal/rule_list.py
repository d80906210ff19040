"""Every rule on a line: code, severity, title; grouped by family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len

from ...language import Text
from ...rulebook.packs import Pack, Rule
from ..words.headings import MENDED, SEVERITY_WORDS
from .drawing.styled import Styled, styled
from .drawing.view import View, open_screen, paragraph
from .finding_lines import SEVERITY_STYLES

_COUNT = Text("共 {count} 条规则。详见 govreport-lint explain 代码", "{count} rules; more: govreport-lint explain CODE")


def write_rules(stream: TextIO, packs: Sequence[Pack], language: str) -> None:
    """Write the list of all rules."""
    screen = open_screen(stream)
    view = View(language, screen.width)
    for pack in packs:
        screen.lines(styled(view.say(pack.title), "bold"))
        for rule in sorted(pack.rules, key=lambda rule: rule.code):
            screen.lines(*_rule(view, rule))
        screen.lines(styled(""))
    screen.lines(styled(view.say(_COUNT, count=sum(len(pack.rules) for pack in packs))))


def _rule(view: View, rule: Rule) -> Iterator[Styled]:
    severity = view.say(SEVERITY_WORDS[rule.severity])
    severity += " " * (7 - cell_len(severity)) if view.language == "en" else ""
    head = styled(f"  {rule.code}  ").append(severity, SEVERITY_STYLES[rule.severity]).append("  ")
    room = view.width - head.cell_len
    mended = f"  {view.say(MENDED)}" if rule.check.mends else ""
    for number, line in enumerate(paragraph(f"{view.say(rule.title)}  {rule.name}{mended}", room)):
        yield (head if not number else styled(" " * head.cell_len)).append_line(line)
