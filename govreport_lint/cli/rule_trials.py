"""``govreport-lint rules test PACK…``: the rules of packs of one's own, tried on their own examples."""

from __future__ import annotations

from collections.abc import Sequence

from ..output.terminal.trial_lines import write_trials
from ..shipped import rulebook_with
from ..trying.trials import try_rules
from .console.statuses import CLEAN, FINDINGS
from .paths.destination import destination


def try_packs(*, packs: Sequence[str], language: str, output: str | None) -> int:
    """Try every rule of the packs and write what came of it; 1 where an example is not what it says."""
    trials = tuple(try_rules(rulebook_with(packs)))
    with destination(output, packs) as stream:
        write_trials(stream, trials, language)
    return FINDINGS if any(trial.failures for trial in trials) else CLEAN
