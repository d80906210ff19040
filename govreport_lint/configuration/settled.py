"""The entries ``[[suppress]]`` of the files in force, held against the rules and ready to be applied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..errors import RuleError
from ..language import Text
from ..rulebook.mistakes import Mistake
from ..rulebook.rulebook import Rulebook
from .in_force import InForce
from .reading import Written

if TYPE_CHECKING:
    from ..suppressing.listed.suppression import Listed

_LOCKED = Text("{code} 由 {path} 锁定，不能写说明不报", "{code} is locked by {path} and cannot be settled")


def settled_outside(force: InForce, rulebook: Rulebook, locked: Mapping[str, str]) -> tuple[Listed, ...]:
    """Every entry; raises ``RuleError`` in the file for one that is wrong or about a rule that is locked."""
    if not force.configuration.suppress:
        return ()
    from ..suppressing.listed.applying import listed
    from ..suppressing.told_paths import near

    made = []
    for written in force.written:
        for number, entry in enumerate(written.says.suppress):
            spot = written.spot("suppress", number)
            shown = near(str(written.path))
            by = f"{shown}:{spot.line}" if spot else shown
            one = listed(entry, rulebook, by, str(written.path.parent))
            if isinstance(one, Mistake):
                raise _wrong(written, number, one)
            if reason := _refusal(one, locked):
                raise written.error(reason, "suppress", number, "rule")
            made.append(one)
    return tuple(made)


def _wrong(written: Written, number: int, mistake: Mistake) -> RuleError:
    return written.error(mistake.reason, "suppress", number, *mistake.path, word=mistake.word)


def _refusal(one: Listed, locked: Mapping[str, str]) -> Text | None:
    code = next((code for code in sorted(one.codes) if code in locked), None)
    if code is None:
        return None
    return _LOCKED.filled(code=code, path=locked[code])
