"""The page of one rule: what it asks, why, a good and a bad example, what to do, the basis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ...language import Text
from ...rulebook.packs import Rule
from ...rulebook.pages import Page, Replacement
from ..words.headings import MENDED, SEVERITY_WORDS
from ..words.printable import printable
from .drawing.styled import Styled, styled
from .drawing.view import View, open_screen, paragraph
from .finding_lines import SEVERITY_STYLES

_WHY = Text("为什么", "Why")
_RULE = Text("勾稽关系", "Equation")
_EACH = {
    "column": Text("每一列", "for each column"),
    "row": Text("每一行", "for each row"),
    "table": Text("全表", "once for the table"),
}
_BAD = Text("不符合的写法", "Wrong")
_GOOD = Text("符合的写法", "Right")
_PREVIOUS = Text("上年年报：", "In last year's report:")
_DO = Text("怎么改", "What to do")
_BASIS = Text("依据", "Basis")
_SILENCE = Text("不执行本条：govreport-lint --ignore {code}", "To leave it out: govreport-lint --ignore {code}")


def write_rule(stream: TextIO, rule: Rule, page: Page | None, language: str) -> None:
    """Write the page of one rule; without a ``page`` what the rule itself says."""
    screen = open_screen(stream)
    screen.lines(*rule_lines(View(language, screen.width), rule, page))


def rule_lines(view: View, rule: Rule, page: Page | None) -> Iterator[Styled]:
    """The page, line by line."""
    yield styled(f"{rule.code} {view.say(rule.title)}", "bold")
    severity = styled(view.say(SEVERITY_WORDS[rule.severity]), SEVERITY_STYLES[rule.severity])
    mended = f"  {view.say(MENDED)}" if rule.check.mends else ""
    yield severity.append(f"  {rule.name}{mended}", "not bold default")
    if page:
        yield from _part(view, _WHY, page.why.in_language(view.language))
    yield from _equation(view, rule)
    if page:
        yield from _example(view, _BAD, page.bad)
        yield from _example(view, _GOOD, page.good)
    yield from _part(view, _DO, rule.suggestion.in_language(view.language))
    yield from _part(view, _BASIS, rule.basis.in_language(view.language))
    yield styled("")
    yield from paragraph(view.say(_SILENCE, code=rule.code), view.width, style="dim")


def _part(view: View, title: Text, text: str) -> Iterator[Styled]:
    if text:
        yield from (styled(""), styled(view.say(title), "bold"))
        for line in text.strip().splitlines():
            yield from paragraph(line, view.width, indent=2)


def _equation(view: View, rule: Rule) -> Iterator[Styled]:
    """The expression of a rule that is one, in the words that the check itself reads."""
    options = rule.check.options
    expression = getattr(options, "expression", None)
    if isinstance(expression, str):
        each = _EACH.get(options.each)
        prefix = view.say(each) + (": " if view.language == "en" else "：") if each else ""
        yield from _part(view, _RULE, prefix + expression)


def _example(view: View, title: Text, pieces: tuple[Replacement, ...]) -> Iterator[Styled]:
    if not pieces:
        return
    yield from (styled(""), styled(view.say(title), "bold"))
    for piece in pieces:
        if piece.paper == "previous":
            yield styled("  " + view.say(_PREVIOUS), "dim")
        for line in piece.text.strip("\n").splitlines():
            yield styled("  │ " + printable(line))
