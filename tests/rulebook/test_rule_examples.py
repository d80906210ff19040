"""Every rule has a page with a good and a bad example, and both are true."""

from __future__ import annotations

import pytest
from judging import rules, with_examples
from placing import place

from govreport_lint import lint_text
from govreport_lint.report import Report
from govreport_lint.rulebook.packs import Rule
from govreport_lint.rulebook.pages import Replacement, pages, standard_previous, standard_report

RULES = {rule.code: rule for rule in rules()}


def codes_in(text: str, code: str | None = None, previous: Report | None = None) -> list[str]:
    result = lint_text(text, select=[code] if code else [], previous=previous)
    return [finding.code for finding in result.findings]


def codes_of(example: tuple[Replacement, ...], code: str) -> list[str]:
    """What a rule says of an example, held against the one for last year."""
    needs = RULES[code].check.kind.needs_papers
    previous = lint_text(place(standard_previous(), example, "previous")).report if needs else None
    return codes_in(place(standard_report(), example), code, previous)


def test_the_standard_report_is_faultless() -> None:
    result = lint_text(standard_report())
    assert [finding.message.zh for finding in result.findings] == []
    assert result.coverage.not_assessable == 0, result.coverage.unassessed


def test_so_is_that_of_the_year_before_and_the_one_follows_from_the_other() -> None:
    previous = lint_text(standard_previous())
    assert [finding.message.zh for finding in previous.findings] == []
    result = lint_text(standard_report(), previous=previous.report)
    assert [finding.message.zh for finding in result.findings] == []
    assert [entry.rule for entry in result.coverage.unassessed] == []


def test_every_page_has_its_rule() -> None:
    assert set(pages()) == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES.keys() - {rule.code for rule in with_examples()}))
def test_rules_about_a_set_have_no_examples(code: str) -> None:
    assert not pages()[code].good and not pages()[code].bad


@pytest.mark.parametrize("code", sorted(rule.code for rule in with_examples()))
def test_examples(code: str) -> None:
    page = pages()[code]
    assert page.good and page.bad, "a rule without examples"
    assert code not in codes_of(page.good, code)
    assert code in codes_of(page.bad, code)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_words_are_there_in_both_languages(rule: Rule) -> None:
    page = pages()[rule.code]
    wordings = [(rule.message, rule.suggestion), *((w.message, w.suggestion) for w in rule.wordings.values())]
    texts = [rule.title, rule.basis, page.why, *(text for wording in wordings for text in wording)]
    assert all(text.zh.strip() and text.en.strip() for text in texts)
    assert not any(line.startswith("TODO") for text in texts for line in (text.zh, text.en))


def test_codes_and_names_are_unique() -> None:
    every = rules()
    assert len({rule.code for rule in every}) == len(every)
    assert len({rule.name for rule in every}) == len(every)
    assert all(rule.name == rule.name.lower() and " " not in rule.name for rule in every)
