"""The box with the remarks at the head of a page that is handed back, and what the marks in it look like."""

from __future__ import annotations

from html import escape

from ...finding import Finding, Result, Severity
from ...language import Text
from .remark_words import finding_words, summary_words

MARK = "govreport-mark"
ANCHOR = "govreport-"
_GO = Text("查看", "show")
STYLE = (
    f"<style>[data-{MARK}]{{outline:2px solid #d9363e!important;background-color:#ffe3e0!important}}"
    f"[data-{MARK}=warning]{{outline-color:#d48806!important;background-color:#fff3c4!important}}"
    f"[data-{MARK}=info]{{outline-color:#3182ce!important;background-color:#e2f0ff!important}}</style>"
)
_BOX = (
    "all:initial;display:block;box-sizing:border-box;max-width:60em;margin:1em auto;padding:1em 1.5em;"
    "border:2px solid #d9363e;background:#fff;color:#222;font:15px/1.7 sans-serif;text-align:left"
)
_COLOURS = {Severity.ERROR: "#c0272d", Severity.WARNING: "#a86400", Severity.INFO: "#1f5fa8"}


def anchor(number: int) -> str:
    """The name of the place that a finding, counted from 1, is about."""
    return f"{ANCHOR}{number}"


def grave(findings: list[Finding]) -> Severity:
    """The gravest severity of the findings of one place."""
    return min((finding.severity for finding in findings), key=lambda severity: severity.rank)


def attributes(findings: list[Finding], result: Result, language: str) -> str:
    """What a start tag is given: the gravest severity, and the remarks to be seen when it is pointed at."""
    words = "\n\n".join("\n".join(finding_words(finding, result, language)) for finding in findings)
    return f' data-{MARK}="{grave(findings)}" title="{_escaped(words)}"'


def box(result: Result, language: str) -> str:
    """The summary and every finding, each with a link to its place."""
    head, *rest = summary_words(result, language)
    lines = [f"<div style='font-weight:bold;font-size:18px'>{escape(head)}</div>"]
    lines += [f"<div>{escape(line)}</div>" for line in rest]
    lines += [_entry(finding, number, result, language) for number, finding in enumerate(result.findings, 1)]
    return f'{STYLE}<div id="{ANCHOR}summary" style="{_BOX}">{"".join(lines)}</div>'


def _entry(finding: Finding, number: int, result: Result, language: str) -> str:
    head, *rest = finding_words(finding, result, language)
    name = anchor(number)
    # A base address in the page would lead a plain link away from it.
    go = f"document.getElementById('{name}').scrollIntoView();return false"
    link = (
        f'<a href="#{name}" onclick="{go}" style="color:inherit;cursor:pointer;text-decoration:underline">'
        f"{_GO.in_language(language)}</a>"
    )
    title = f"<div style='font-weight:bold;color:{_COLOURS[finding.severity]}'>{number}. {escape(head)} {link}</div>"
    return f"<div style='margin-top:.8em'>{title}{''.join(f'<div>{escape(line)}</div>' for line in rest)}</div>"


def _escaped(words: str) -> str:
    return escape(words).replace("\n", "&#10;")
