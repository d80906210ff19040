"""The list outside the reports: its entries validated, and applied to the findings of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ...directive import Fault, FaultKind
from ...file_patterns import file_patterns
from ...finding import Finding, SettledBy, Suppressed
from ...language import Text
from ...rulebook.mistakes import Mistake
from ...rulebook.rulebook import Rulebook
from ..meant_rules import codes_meant, no_such_rule
from ..told_paths import told_from
from ..told_reasons import told_reason
from .entry import Suppression
from .place_names import place_meant
from .suppression import Listed, MeantPlace

_EMPTY = Text("不能为空", "must not be empty")
_ONE_OF = Text(
    "fingerprint 和 place 必须写明其中一个，只写一个", "one of fingerprint and place has to be given, and only one"
)
_NO_FINGERPRINT = Text("不是指纹：应为 16 位十六进制数字", "is no fingerprint: 16 hexadecimal digits")


class ListedFound(Struct, frozen=True):
    """What the list settles in a report, by the index of the finding, and which entries would if they were not over."""

    suppressed: Mapping[int, Suppressed]
    faults: tuple[Fault, ...]


def listed(entry: Suppression, rulebook: Rulebook, by: str, base: str) -> Listed | Mistake:
    """The entry ready to be applied, or what is wrong with it and under which key.

    ``by`` is how the entry is told (``govreport-lint.toml:12``), ``base`` the folder of the configuration file.
    """
    codes = codes_meant(rulebook, entry.rule)
    if not codes:
        return Mistake(("rule",), no_such_rule(rulebook, entry.rule))
    for key, words in (("files", "".join(entry.files)), ("reason", entry.reason)):
        if not words.strip():
            return Mistake((key,), _EMPTY)
    if (entry.fingerprint is None) == (entry.place is None):
        return Mistake(("place",) if entry.place is not None else (), _ONE_OF)
    place = None if entry.place is None else place_meant(entry.place, rulebook.forms)
    if isinstance(place, Text):
        return Mistake(("place",), place)
    fingerprint = entry.fingerprint and entry.fingerprint.strip().lower()
    if fingerprint is not None and (len(fingerprint) != 16 or set(fingerprint) - set("0123456789abcdef")):
        return Mistake(("fingerprint",), _NO_FINGERPRINT)
    return _listed(entry, codes, (by, base), fingerprint, place)


def _listed(
    entry: Suppression, codes: frozenset[str], where: tuple[str, str], fingerprint: str | None, place: MeantPlace | None
) -> Listed:
    reason = told_reason(entry.reason)
    return Listed(*where, entry.rule, codes, file_patterns(entry.files), reason, fingerprint, place, entry.until)


def fits(entry: Listed, path: str) -> bool:
    """Whether a file is one that an entry means; ``path`` as the caller names it."""
    return bool(entry.files.fit(told_from(entry.base, path)))


def apply_list(
    path: str, findings: Sequence[Finding], entries: Sequence[Listed], today: Callable[[], date]
) -> ListedFound:
    """The first entry that means a finding settles it."""
    suppressed: dict[int, Suppressed] = {}
    faults: dict[str, Fault] = {}
    for entry in (entry for entry in entries if fits(entry, path)):
        over = entry.until is not None and entry.is_over(today())
        for index, finding in enumerate(findings):
            if index in suppressed or not entry.means(finding):
                continue
            if over:
                faults[entry.by] = _expired(entry)
            else:
                suppressed[index] = Suppressed(finding, entry.reason, entry.by, SettledBy.LIST)
    return ListedFound(suppressed, tuple(faults.values()))


def _expired(entry: Listed) -> Fault:
    return Fault(
        FaultKind.EXPIRED,
        Text(
            f"{entry.by} 中不报 {entry.written} 的说明已于 {entry.until} 到期，不再采用",
            f"{entry.by}: the entry for {entry.written} was to count until {entry.until} and does no longer",
        ),
    )
