"""What a person changed: what stood there before, which findings are gone since, which are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ...document import Block, Document, Heading, Paragraph
from ...editing.amendments import Amendment
from ...finding import Finding, Place
from ...result import Result


class Before(Struct, frozen=True):
    """The report as the file has it, and what was found in it."""

    document: Document
    result: Result


class Changed(Struct, frozen=True):
    """``cells`` (table, row, column) and ``blocks`` (by index) as they were; ``solved`` are the findings whose checks
    pass now, ``unknown`` those whose checks can no longer be made, ``fresh`` the fingerprints of what is new."""

    cells: Mapping[tuple[str, str, str], str] = {}
    blocks: Mapping[int, str] = {}
    solved: tuple[Finding, ...] = ()
    unknown: tuple[Finding, ...] = ()
    fresh: frozenset[str] = frozenset()


def changed(document: Document, result: Result, amended: Sequence[Amendment], before: Before | None) -> Changed:
    """What the amendments of a report changed in it; nothing where it is as its file has it."""
    if before is None or not amended:
        return Changed()
    gone, fresh = _compared(before.result.findings, result.findings)
    open_now = {(item.rule, item.place) for item in result.coverage.unassessed}
    unknown = tuple(one for one in gone if (one.code, one.place) in open_now)
    solved = tuple(one for one in gone if (one.code, one.place) not in open_now)
    return Changed(_cells(result, amended, before), _blocks(document, amended, before), solved, unknown, fresh)


def _compared(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[list[Finding], frozenset[str]]:
    """What is gone and what is new. The same rule at the same place is the same finding, whatever its numbers say."""
    left = {one.fingerprint for one in old} & {one.fingerprint for one in new}
    gone = [one for one in old if one.fingerprint not in left]
    come = [one for one in new if one.fingerprint not in left]
    same = Counter(map(_spot, gone)) & Counter(map(_spot, come))
    return _without(gone, same), frozenset(one.fingerprint for one in _without(come, same))


def _spot(finding: Finding) -> tuple[str, Place]:
    return finding.code, finding.place


def _without(findings: Sequence[Finding], same: Counter[tuple[str, Place]]) -> list[Finding]:
    left, kept = Counter(same), []
    for one in findings:
        if left[_spot(one)]:
            left[_spot(one)] -= 1
        else:
            kept.append(one)
    return kept


def _cells(result: Result, amended: Sequence[Amendment], before: Before) -> Mapping[tuple[str, str, str], str]:
    found = {}
    for one in amended:
        if one.block is None:
            old = before.result.report.figure(one.table, one.row, one.column)
            new = result.report.figure(one.table, one.row, one.column)
            if old is not None and new is not None and old.raw != new.raw:
                found[one.table, one.row, one.column] = old.raw
    return found


def _blocks(document: Document, amended: Sequence[Amendment], before: Before) -> Mapping[int, str]:
    blocks, old = document.blocks, before.document.blocks
    if len(blocks) != len(old):
        return {}
    found = {}
    for index in (one.block for one in amended if one.block is not None and 0 <= one.block < len(blocks)):
        now, was = _text(blocks[index]), _text(old[index])
        if was is not None and now != was:
            found[index] = was
    return found


def _text(block: Block) -> str | None:
    return block.text.text if isinstance(block, Heading | Paragraph) else None
