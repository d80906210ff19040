"""One finding in words, each of them on one line: what outputs with a line or a row for a finding write."""

from __future__ import annotations

from msgspec import Struct

from ...finding import Finding, Severity
from ...form import Form
from ...language import Text, same
from ...rulebook.rulebook import Rulebook
from .headings import DO
from .places import first_words, place_words, position_words
from .printable import printable

_WIDEST = 200


class Told(Struct, frozen=True):
    """``place`` is the place in the report (表三 · 予以公开 · 总计), ``position`` the one in its file: ``41:7``, of
    formats without lines the place in words."""

    code: str
    rule: str
    severity: Severity
    place: str
    position: str
    message: str
    suggestion: str
    basis: str
    expected: str
    actual: str
    language: str

    @property
    def advised(self) -> str:
        """The message and what to do, for programs that show one text alone."""
        if not self.suggestion:
            return self.message
        between = " " if self.language == "en" else ""
        return self.message + between + DO.in_language(self.language) + self.suggestion


def rule_title(rulebook: Rulebook, finding: Finding) -> Text:
    """The title of a finding's rule; its name where the rulebook does not have the rule."""
    rule = rulebook.by_name.get(finding.code)
    return rule.title if rule else same(finding.rule)


def told(form: Form, finding: Finding, language: str) -> Told:
    """The finding in ``zh`` or ``en``; ``form`` is that of its report."""
    near = printable(first_words(finding))
    return Told(
        finding.code,
        finding.rule,
        finding.severity,
        printable(place_words(form, finding.place, language, _WIDEST)),
        position_words("", finding.location, finding.span, language, near).strip(": "),
        printable(finding.message.in_language(language)),
        printable(finding.suggestion.in_language(language)),
        printable(finding.basis.in_language(language)),
        printable(finding.expected or ""),
        printable(finding.actual or ""),
        language,
    )
