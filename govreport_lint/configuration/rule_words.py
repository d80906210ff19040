"""The words for rules in a configuration, held against the rulebook: what means no rule, what a county has locked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from ..finding import Severity
from ..language import Text
from ..rulebook.files.positions import Part
from ..rulebook.rulebook import Rulebook
from ..rulebook.selection import prefix_of
from .in_force import InForce
from .reading import Written
from .records import Configuration, Level

_LOCKED = Text("{code} 由 {path} 锁定，不能{what}", "{code} is locked by {path} and cannot be {what}")
_OFF = Text("设为不查", "switched off")
_MILDER = Text("降级", "made milder")
_LISTS = ("select", "ignore", "extend_select", "extend_ignore", "locked")
_SWITCHES_OFF = ("ignore", "extend_ignore")


class _Named(Struct, frozen=True):
    """A word for rules and where it stands; ``level``: what becomes of them, None where they are only chosen."""

    keys: tuple[Part, ...]
    word: str
    level: Level | None = None


def locked_rules(force: InForce, rulebook: Rulebook) -> Mapping[str, str]:
    """The codes that are locked, each with the file that locks it.

    Raises ``RuleError``, told in the file, for a word that means no rule and for what touches a locked rule.
    """
    locked: dict[str, str] = {}
    levels: dict[str, Level] = {}
    for written in force.written:
        for named in _named(written.says):
            codes = _codes(written, named, rulebook)
            _refuse(written, named, _touched(named.level, codes, locked, _usual(levels, rulebook)))
        levels |= {str(prefix_of(rulebook, name)): level for name, level in written.says.severity.items()}
        own = [_codes(written, named, rulebook) for named in _listed(written.says, "locked")]
        locked |= {code: str(written.path) for codes in own for code in codes if code not in locked}
    return locked


def refused(words: Iterable[str], locked: Mapping[str, str], rulebook: Rulebook) -> Text | None:
    """Why the words of an option cannot switch rules off; None where they may."""
    for word in words:
        prefix = prefix_of(rulebook, word)
        if isinstance(prefix, Text):
            return prefix
        reason = _touched(Level.OFF, _starting(prefix, rulebook), locked, _usual({}, rulebook))
        if reason:
            return reason
    return None


def _named(says: Configuration) -> Iterator[_Named]:
    for key in _LISTS:
        yield from _listed(says, key)
    yield from (_Named(("severity", name), name, level) for name, level in says.severity.items())
    for number, one in enumerate(says.per_file):
        yield from (_Named(("per_file", number, "ignore"), word, Level.OFF) for word in one.ignore)
        for name, level in one.severity.items():
            yield _Named(("per_file", number, "severity", name), name, level)


def _listed(says: Configuration, key: str) -> Iterator[_Named]:
    level = Level.OFF if key in _SWITCHES_OFF else None
    yield from (_Named((key,), word, level) for word in getattr(says, key))


def _codes(written: Written, named: _Named, rulebook: Rulebook) -> list[str]:
    prefix = prefix_of(rulebook, named.word)
    if isinstance(prefix, Text):
        raise written.error(prefix, *named.keys, word=named.word)
    return _starting(prefix, rulebook)


def _starting(prefix: str, rulebook: Rulebook) -> list[str]:
    return sorted(code for code in rulebook.codes if code.startswith(prefix))


def _usual(levels: Mapping[str, Level], rulebook: Rulebook) -> Callable[[str], Severity]:
    """The severity of a rule as the files before give it, by beginnings of codes."""

    def severity(code: str) -> Severity:
        meant = max((prefix for prefix in levels if code.startswith(prefix)), key=len, default=None)
        level = Level.OFF if meant is None else levels[meant]
        return rulebook.by_name[code].severity if level is Level.OFF else Severity(level.value)

    return severity


def _touched(
    level: Level | None, codes: list[str], locked: Mapping[str, str], usual: Callable[[str], Severity]
) -> Text | None:
    """Why some rules cannot be given a level: one of them is locked."""
    if level is None:
        return None
    for code in codes:
        what = _OFF if level is Level.OFF else _MILDER
        if code in locked and (level is Level.OFF or _is_milder(level, usual(code))):
            return _LOCKED.filled(code=code, path=locked[code], what=what)
    return None


def _is_milder(level: Level, usual: Severity) -> bool:
    return Severity(level.value).rank > usual.rank


def _refuse(written: Written, named: _Named, reason: Text | None) -> None:
    if reason:
        # Of a severity not the rule is wrong but what is said of it.
        word = "" if named.keys[-1] == named.word else named.word
        raise written.error(reason, *named.keys, word=word)
