"""One finding as a result of SARIF: level, message, place, fingerprint, fix, and that it is settled."""

from __future__ import annotations

from ....finding import Finding, Fix, SettledBy, Suppressed
from ....form import Form
from ...run import Run
from ...words.printable import printable
from ...words.settled import reason_words
from ...words.told_findings import Told, told
from .places import artifact, place_of, region
from .records import (
    ArtifactChange,
    FixRecord,
    InsertedContent,
    Message,
    Replacement,
    ResultRecord,
    SuppressionRecord,
)
from .rule_help import LEVELS

# The name says how fingerprints are made; another way of making them gets another number.
FINGERPRINT = "govreportLint/v1"


def result_of(finding: Finding, index: int, form: Form, path: str, run: Run, by: Suppressed | None) -> ResultRecord:
    """The result of a finding in the file ``path``; ``index`` is its rule's among the descriptors, ``by`` says that
    and why it is settled."""
    words = told(form, finding, run.language)
    return ResultRecord(
        rule_id=finding.code,
        rule_index=index,
        level=LEVELS[finding.severity],
        message=Message(text=_message(words)),
        locations=(place_of(finding, words, form, path, run),),
        partial_fingerprints={FINGERPRINT: finding.fingerprint},
        fixes=_fixes(finding.fix, path, run) if finding.fix else (),
        suppressions=(_suppression(by, run.language),) if by else (),
        properties=_properties(words),
    )


def _message(words: Told) -> str:
    """The place first: most who show a result show nothing of where it is in the report."""
    return f"{words.place}{': ' if words.language == 'en' else '：'}{words.advised}"


def _properties(words: Told) -> dict[str, str]:
    told = {"expected": words.expected, "actual": words.actual, "basis": words.basis}
    return {name: value for name, value in told.items() if value}


def _fixes(fix: Fix, path: str, run: Run) -> tuple[FixRecord, ...]:
    """The edits of a fix; of a file without lines they cannot be told, and a part of them would be wrong."""
    spans = [edit.span for edit in fix.edits if edit.span]
    if not spans or len(spans) < len(fix.edits):
        return ()
    replacements = tuple(
        Replacement(deleted_region=region(span), inserted_content=InsertedContent(text=edit.text))
        for span, edit in zip(spans, fix.edits, strict=True)
    )
    change = ArtifactChange(artifact_location=artifact(path, run), replacements=replacements)
    title = printable(fix.title.in_language(run.language))
    return (FixRecord(description=Message(text=title), artifact_changes=(change,)),)


def _suppression(by: Suppressed, language: str) -> SuppressionRecord:
    """Whether a comment in the report itself settles the finding, or something beside it, and why."""
    reason = reason_words(by).in_language(language)
    return SuppressionRecord(kind="inSource" if by.means is SettledBy.COMMENT else "external", justification=reason)
