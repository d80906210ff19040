"""What came of trying the rules of packs of one's own on their examples, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from ...language import Text
from ...rulebook.own.trial import Failure, Trial
from ..words.printable import printable
from .drawing.styled import Styled, styled
from .drawing.view import View, open_screen, paragraph

_FAILED = Text("未通过", "failed")
_PASSED = Text("通过", "ok")
_NONE = Text("没有例子", "no examples")
_COUNT = Text("反例 {bad} 个、正例 {good} 个", "{bad} bad, {good} good")
_BAD = Text("第 {number} 个反例（{place}）：{found}", "bad example {number} ({place}): {found}")
_GOOD = Text("第 {number} 个正例（{place}）：{found}", "good example {number} ({place}): {found}")
_ALWAYS = Text(
    "标准报告本身就会被本条报出，反例说明不了问题",
    "the rule finds something in the standard report as it is: its bad examples prove little",
)
_SET = Text(
    "这一种规则要看一批报告，不能用例子检验", "rules of this kind look at a set of reports: no example can show it"
)
_SUM = Text(
    "共 {rules} 条规则：通过 {passed} 条，未通过 {failed} 条，没有例子 {none} 条",
    "{rules} rules: {passed} ok, {failed} failed, {none} without examples",
)
_NO_RULES = Text("规则包里没有自己的规则", "there are no rules of one's own in the pack")


def write_trials(stream: TextIO, trials: Sequence[Trial], language: str) -> None:
    """Write each rule with what came of its examples, and the sum of it."""
    screen = open_screen(stream)
    view = View(language, screen.width)
    for trial in trials:
        screen.lines(*_trial(view, trial))
    failed, none = sum(bool(one.failures) for one in trials), sum(not one.tried for one in trials)
    if trials:
        passed = len(trials) - failed - none
        screen.lines(styled(""), styled(view.say(_SUM, rules=len(trials), passed=passed, failed=failed, none=none)))
    else:
        screen.lines(styled(view.say(_NO_RULES)))


def _trial(view: View, trial: Trial) -> Iterator[Styled]:
    head = styled(f"{trial.rule.code}  ")
    title = printable(view.say(trial.rule.title))
    if not trial.tried:
        yield head.append(view.say(_NONE), "yellow").append(f"  {title}")
        if not trial.alone:
            yield from paragraph(view.say(_SET), view.width, indent=6)
        return
    words, style = (_FAILED, "bold red") if trial.failures else (_PASSED, "green")
    yield head.append(view.say(words), style).append(f"  {title}  {view.say(_COUNT, bad=trial.bad, good=trial.good)}")
    for failure in trial.failures:
        yield from paragraph(_failure(view, failure), view.width, indent=6)
    if trial.always:
        yield from paragraph(view.say(_ALWAYS), view.width, indent=6)


def _failure(view: View, failure: Failure) -> str:
    found = failure.found.in_language(view.language)
    return printable(
        view.say(_BAD if failure.bad else _GOOD, number=failure.number, place=failure.replaces, found=found)
    )
