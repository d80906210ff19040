"""Blank cells of an equation that does not hold with blanks as 0: whether figures in them could make it hold."""

from __future__ import annotations

from ....language import Text
from ....rulebook.expressions import Comparison
from ..table_cells import BLANK, number
from .instances import Instance


def open_blanks(instance: Instance) -> Text | None:
    """Why a failing equation cannot be judged as long as cells are blank; None where no figures in them could help."""
    count = sum(figure.state in BLANK for figure in instance.cells)
    if not count or not fillable(instance):
        return None
    return Text(f"有 {count} 个空白单元格，填齐后才能判断", f"{count} blank cell" + "s" * (count > 1))


def fillable(instance: Instance) -> bool:
    """Whether whole numbers ≥ 0 in the blank cells can make a failing condition hold (true when in doubt)."""
    condition = instance.condition
    if not isinstance(condition, Comparison):
        return True
    terms = [*condition.left.terms, *((name, -factor) for name, factor in condition.right.terms)]
    rest = condition.left.constant - condition.right.constant
    signs = set()
    for name, factor in terms:
        for figure in instance.figures[name]:
            rest += factor * number(figure)
            if figure.state in BLANK:
                signs.add(factor > 0)
    wanted = {"==": rest < 0, "<=": False, "<": False, ">=": True, ">": True}.get(condition.operator)
    return True if wanted is None else wanted in signs
