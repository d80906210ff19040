"""Header cells that say a label of the form otherwise, or more than it: 上年处理决定数量, 第二十条第（四）项."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ...document import Passage
from ...form import Block, Label, TableForm
from ...labels import normalise
from ...report import Misplaced, Printed

# A label shorter than this stands in other words too (其他), a cell longer than that is an explanation.
_SHORTEST, _LONGEST = 3, 24
_ITEM = re.compile(r"第二十条第.{1,2}项")
_BRACKETS = str.maketrans("", "", "()[]【】")


def altered_headers(
    cells: Sequence[Passage], labels: Iterable[Label], table: TableForm, block: Block | None = None
) -> tuple[Misplaced, ...]:
    """The cells that are not as the form has them, each wording once; ``block`` is the part of 表二 below them."""
    known, items = tuple(labels), {_letters(block.title) for block in table.blocks}
    official = _official(table)
    found: dict[tuple[str, str], Misplaced] = {}
    for cell in cells:
        letters = _letters(cell.text)
        if block is not None and _ITEM.fullmatch(letters) and letters not in items:
            expected: str | None = block.title
        else:
            expected = _otherwise(letters, known) if official.sub("", letters) else None
        if expected is not None:
            words = cell.text.replace("\n", "").strip()
            found.setdefault((letters, expected), Misplaced(Printed(words, cell.location), expected))
    return tuple(found.values())


@cache
def _official(table: TableForm) -> re.Pattern[str]:
    """Everything that the form itself prints in a header, several of which may stand in one cell."""
    labels = (*table.columns, *table.groups, *(table.rows if table.across else ()))
    words = [_letters(label.label) for label in labels] + [_letters(head) for head in table.heads]
    words += [_letters(block.title) for block in table.blocks] + ["信息内容"]
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _otherwise(letters: str, labels: Sequence[Label]) -> str | None:
    """The official words of the label that a cell says otherwise; None where it may mean none, or several."""
    if len(letters) > _LONGEST:
        return None
    names = [(label, _letters(name)) for label in labels for name in (label.label, *label.variants)]
    same = [label for label, name in names if name == letters]
    held = [label for label, name in names if len(name) >= _SHORTEST and name in letters]
    meant = {label.label for label in same or held}
    return meant.pop() if len(meant) == 1 else None


def _letters(text: str) -> str:
    return normalise(text).translate(_BRACKETS)
