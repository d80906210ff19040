"""What a change solved, each with the check that passes now; what can no longer be told."""

from __future__ import annotations

from collections.abc import Sequence

from ...finding import Finding
from ...form import Form
from ...language import Text
from ...output.page.markup import Markup, el, joined
from ...output.page.signs import shape
from ...output.run import Run
from ...output.words.places import place_words
from ...output.words.told_findings import rule_title
from .changes import Changed

_SOLVED = Text("已解决 {count} 项检查", "{count} checks pass now")
_UNKNOWN = Text("改后无法核验 {count} 项", "{count} checks can no longer be made")
_PASSES = Text("现已通过", "passes now")


def solved(changed: Changed, form: Form, run: Run) -> Markup | None:
    """Both lists; nothing where nothing changed."""
    parts = (
        _list(_SOLVED, "pass", changed.solved, form, run),
        _list(_UNKNOWN, "none", changed.unknown, form, run),
    )
    return joined(parts) if any(parts) else None


def _list(head: Text, sign: str, findings: Sequence[Finding], form: Form, run: Run) -> Markup | None:
    if not findings:
        return None
    rows = [_row(one, form, run, _PASSES if sign == "pass" else None) for one in findings]
    title = head.filled(count=str(len(rows))).in_language(run.language)
    return el("details", el("summary", shape(sign), title), el("ul", *rows), class_=f"more solved {sign}", open=True)


def _row(finding: Finding, form: Form, run: Run, said: Text | None) -> Markup:
    title = rule_title(run.rulebook, finding).in_language(run.language)
    place = place_words(form, finding.place, run.language, 60)
    now = el("b", said.in_language(run.language)) if said else None
    return el("li", el("span", finding.code, class_="code"), f" {title} ", el("small", place), " ", now)
