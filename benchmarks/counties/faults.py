"""Faults, each as it happens in an office; every function changes a plan and says which rule has to find it."""

from __future__ import annotations

from collections.abc import Callable

from .figures import PARTS, result_rows
from .plans import Plan

Fault = Callable[[Plan], str]
_PERSON = PARTS[0]


def wrong_total(plan: Plan) -> str:
    """The total of a row that is not 0 is one too many."""
    sums = {row: sum(plan.now.get(("applications", row, part), 0) for part in PARTS) for row in result_rows()}
    row, total = next((row, total) for row, total in sums.items() if total)
    plan.printed["applications", row, "total"] = str(total + 1)
    return "A303"


def wrong_in_prose(plan: Plan) -> str:
    """The prose says three more than the table."""
    plan.told = plan.now["applications", "received", "total"] + 3
    return "N501"


def broken_carry_over(plan: Plan) -> str:
    """What was carried in is not what last year carried out; the year balances by itself."""
    plan.now["applications", "carried_in", _PERSON] += 1
    plan.now["applications", "granted", _PERSON] = plan.now.get(("applications", "granted", _PERSON), 0) + 1
    return "H701"


def broken_stock(plan: Plan) -> str:
    """Five documents more in force than last year's and this year's figures leave."""
    plan.now["disclosure", "normative_documents", "in_force"] += 5
    return "H702"


def copied_text(plan: Plan) -> str:
    """Last year's prose handed in again."""
    plan.copied_year = True
    return "H703"


def copied_figures(plan: Plan) -> str:
    """Last year's figures handed in again, and nothing in them that tells it."""
    for cell in [cell for cell in plan.before if cell[1] in ("carried_in", "carried_out")]:
        plan.before[cell] = 0
    documents = plan.before["disclosure", "normative_documents", "issued"]
    plan.before["disclosure", "normative_documents", "repealed"] = documents
    stock = plan.before["disclosure", "normative_documents", "in_force"]
    plan.before["disclosure", "normative_documents", "in_force"] = max(stock, documents, 1)
    for at, row in enumerate(("partly_granted", "unavailable_not_held", "declined_petition", "refused_internal"), 1):
        plan.before["applications", row, _PERSON] = at
    plan.settle_before()
    plan.now = dict(plan.before)
    return "H704"


def jump(plan: Plan) -> str:
    """Forty times as many licences as last year."""
    plan.now["disclosure", "licences", "decisions"] = 40 * plan.before["disclosure", "licences", "decisions"] + 4000
    return "H705"


def same_problems(plan: Plan) -> str:
    """The problems of last year again."""
    plan.copied_problems = True
    return "H706"


def lost_cases(plan: Plan) -> str:
    """Three reviews were pending last year, none is told this year."""
    plan.before["remedies", "review", "pending"] = 3
    plan.before["remedies", "review", "total"] += 3
    for column in ("upheld", "corrected", "other", "pending", "total"):
        plan.now["remedies", "review", column] = 0
    return "H708"


TABLE_FAULTS: tuple[tuple[Fault, int], ...] = ((wrong_total, 9), (wrong_in_prose, 9), (broken_carry_over, 8))
"""Of these a unit gets one."""

DOCUMENT_FAULTS: tuple[tuple[Fault, int], ...] = ((broken_stock, 4), (jump, 3), (lost_cases, 2))
PROSE_FAULTS: tuple[tuple[Fault, int], ...] = ((copied_text, 4), (same_problems, 2))
"""Those of the prose go to units whose prose is else right."""
