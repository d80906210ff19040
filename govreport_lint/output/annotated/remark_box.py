"""The box with the remarks at the head of a page that is handed back, and what the marks in it look like."""

from __future__ import annotations

from html import escape

from ...finding import Severity
from ...html.own_remarks import OWN_REMARKS
from ...language import Text
from ..words.causes import Remark
from .remark_words import remark_lines, summary_words
from .review import Review

MARK = "govreport-mark"
ANCHOR = "govreport-"
_GO = Text("查看", "show")
_MORE = Text("另有 {count} 条，见文首", "{count} more, see the head of the page")
# So many are told at one place: where hundreds meet in every cell of a table, the page would grow with their square.
_MOST_AT_ONCE = 8
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
# Whatever the page held, a browser neither loads nor runs nor sends anything; phones show it in their own width.
HEAD = (
    f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
)
STYLE = (
    "<style>@media (max-width:48em){table{display:block;max-width:100%;overflow-x:auto}}"
    f"[data-{MARK}]{{outline:2px solid #d9363e!important;background-color:#ffe3e0!important}}"
    f"[data-{MARK}=warning]{{outline-color:#d48806!important;background-color:#fff3c4!important}}"
    f"[data-{MARK}=info]{{outline-color:#3182ce!important;background-color:#e2f0ff!important}}</style>"
)
_BOX = (
    "all:initial;display:block;box-sizing:border-box;max-width:60em;margin:1em auto;padding:1em 1.5em;"
    "border:2px solid #d9363e;background:#fff;color:#222;font:15px/1.7 sans-serif;text-align:left"
)
_COLOURS = {Severity.ERROR: "#c0272d", Severity.WARNING: "#a86400", Severity.INFO: "#1f5fa8"}


def anchor(number: int) -> str:
    """The name of the place that a remark, counted from 1, is about."""
    return f"{ANCHOR}{number}"


def attributes(remarks: list[Remark], review: Review, *, silent: bool = False) -> str:
    """What a start tag is given: the gravest severity, and the remarks to be seen when it is pointed at.

    ``silent``: they are told at enough places already.
    """
    grave = min((remark.severity for remark in remarks), key=lambda severity: severity.rank)
    if silent:
        return f' data-{MARK}="{grave}"'
    told = ["\n".join(remark_lines(remark, review)) for remark in remarks[:_MOST_AT_ONCE]]
    if len(remarks) > _MOST_AT_ONCE:
        told.append(_MORE.in_language(review.language).format(count=len(remarks) - _MOST_AT_ONCE))
    words = "\n\n".join(told)
    return f' data-{MARK}="{grave}" title="{_escaped(words)}"'


def box(review: Review) -> str:
    """The summary and every remark, each with a link to its place."""
    head, *rest = summary_words(review)
    lines = [f"<div style='font-weight:bold;font-size:18px'>{escape(head)}</div>"]
    lines += [f"<div>{escape(line)}</div>" for line in rest]
    lines += [_entry(remark, number, review) for number, remark in review.numbered()]
    return f'{STYLE}<div id="{OWN_REMARKS}" style="{_BOX}">{"".join(lines)}</div>'


def _entry(remark: Remark, number: int, review: Review) -> str:
    head, *rest = remark_lines(remark, review)
    name = anchor(number)
    looks = "color:inherit;cursor:pointer;text-decoration:underline"
    link = f'<a href="#{name}" style="{looks}">{_GO.in_language(review.language)}</a>'
    title = f"<div style='font-weight:bold;color:{_COLOURS[remark.severity]}'>{number}. {escape(head)} {link}</div>"
    return f"<div style='margin-top:.8em'>{title}{''.join(f'<div>{escape(line)}</div>' for line in rest)}</div>"


def _escaped(words: str) -> str:
    return escape(words).replace("\n", "&#10;")
