"""The rules of packs of one's own, each tried on its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..checks.subject.beside import paper
from ..engine.last_years import LastYears
from ..errors import ReadError
from ..form import Form
from ..language import Text
from ..linter import Config, Linter
from ..readers import formats
from ..report import Figure, Report
from ..result import Result
from ..rulebook.kinds import Need
from ..rulebook.own.trial import Failure, Trial
from ..rulebook.packs import Rule
from ..rulebook.pages import OwnExample, standard_previous, standard_report
from ..rulebook.rulebook import Rulebook
from .placing import PlacingError, place

_NAME = "example"
_OF_A_SET = frozenset({Need.SET, Need.COPIES, Need.WORKBOOK, Need.FILING})


def try_rules(rulebook: Rulebook) -> Iterator[Trial]:
    """Try every rule of packs of one's own."""
    for rule in rulebook.rules:
        if rule.code in rulebook.own_pages:
            yield _tried(rule, rulebook)


def _tried(rule: Rule, rulebook: Rulebook) -> Trial:
    page = rulebook.own_pages[rule.code]
    if not _OF_A_SET.isdisjoint(rule.check.kind.needs):
        return Trial(rule, alone=False)
    bench = _Bench(rule, rulebook)
    failures = [*bench.failures(page.bad, bad=True), *bench.failures(page.good, bad=False)]
    return Trial(rule, len(page.bad), len(page.good), tuple(failures), always=bool(page.bad) and bench.always())


class _Bench:
    """A rule alone, the standard reports, and all rules for what else is found."""

    def __init__(self, rule: Rule, rulebook: Rulebook) -> None:
        self._rule = rule
        self._one = Linter(rulebook, Config(select=(rule.code,)))
        self._all = Linter(rulebook, Config(ignore=(rule.code,)))

    def always(self) -> bool:
        """Whether the rule finds something in the standard report itself."""
        return bool(self._result(self._one, OwnExample("everything", standard_report())).findings)

    def failures(self, examples: Sequence[OwnExample], *, bad: bool) -> Iterator[Failure]:
        """The examples that are not what they say."""
        for number, example in enumerate(examples, 1):
            try:
                found = self._wrong(example, bad=bad)
            except PlacingError as error:
                found = error.reason
            except ReadError as error:
                found = Text(error.reason, error.english)
            if found:
                yield Failure(bad, number, example.replaces, found)

    def _wrong(self, example: OwnExample, *, bad: bool) -> Text | None:
        result = self._result(self._one, example)
        if bad:
            return None if result.findings else self._instead(result, example)
        if not result.findings:
            return None
        message = result.findings[0].message
        return Text(f"不应报出，却报出：{message.zh}", f"nothing should be found, but this was: {message.en}")

    def _instead(self, result: Result, example: OwnExample) -> Text:
        """What was found where the rule found nothing."""
        coverage = result.coverage
        if coverage.unassessed:
            reason = coverage.unassessed[0].reason
            what = Text(f"无法判断：{reason.zh}", f"it could not be judged: {reason.en}")
        elif coverage.passed:
            what = Text(f"查了 {coverage.passed} 处，都符合", f"looked at {coverage.passed} places, all fine")
        else:
            what = Text("没有可查的内容", "there was nothing to look at")
        others = sorted({finding.code for finding in self._result(self._all, example).findings})
        zh = f"；别的规则报出 {'、'.join(others)}" if others else ""
        en = f"; other rules find {', '.join(others)}" if others else ""
        return Text(f"应由本条报出，却没有：{what.zh}{zh}", f"it should find something: {what.en}{en}")

    def _result(self, linter: Linter, example: OwnExample) -> Result:
        """What the rules say of an example, beside last year's report where the rule needs that."""
        report = place(standard_report(), example.pieces, figures=self._figures)
        before = None
        if self._rule.check.kind.needs_papers:
            last = self._report(place(standard_previous(), example.pieces, "previous", self._figures))
            before = LastYears((paper(last, linter.rulebook.form(last.form), _NAME),))
        return linter.check(formats.read_as(report, _NAME, "markdown"), before)

    def _figures(self, text: str) -> tuple[Form, tuple[Figure, ...]]:
        report = self._report(text)
        return self._one.rulebook.form(report.form), report.figures

    def _report(self, text: str) -> Report:
        return self._one.extract(formats.read_as(text, _NAME, "markdown"))
