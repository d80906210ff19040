"""Which comment settles which finding: that of the line before that of a block, that before the one of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ...directive import Action, Directive
from ...finding import Finding


class Order(Struct, frozen=True):
    """A directive that counts, with the codes of the rules that it names; of an ``enable`` without any, none."""

    directive: Directive
    codes: frozenset[str]


class Scopes(Struct, frozen=True):
    """What came of it, all by their index: the order that settles a finding, the ``enable`` that ended something."""

    settled: Mapping[int, int]
    ending: frozenset[int]


def scopes_of(findings: Sequence[Finding], orders: Sequence[Order]) -> Scopes:
    """Go through orders and findings in their order in the file, once.

    A finding stands where it is shown: on the line that its place begins on. Of two orders that would do, the later
    one, which stands nearer, settles it.
    """
    walk = _Walk(orders)
    events = [(order.directive.start, 0, index) for index, order in enumerate(orders)]
    events += [(finding.location.start, 1, index) for index, finding in enumerate(findings)]
    settled = {}
    for _, is_finding, index in sorted(events):
        if not is_finding:
            walk.take(index)
        elif (found := walk.order_for(findings[index])) is not None:
            settled[index] = found
    return Scopes(settled, frozenset(walk.ending))


class _Walk:
    """The blocks that are open at a place, by the code of a rule; and what counts wherever the walk is."""

    def __init__(self, orders: Sequence[Order]) -> None:
        self.ending: set[int] = set()
        self._orders = orders
        self._open: dict[str, list[int]] = {}
        self._lines: dict[tuple[int, str], int] = {}
        self._file: dict[str, int] = {}
        for index, order in enumerate(orders):
            if order.directive.action is Action.FILE:
                self._file |= dict.fromkeys(order.codes, index)
            elif order.directive.counts_on is not None:
                self._lines |= {(order.directive.counts_on, code): index for code in order.codes}

    def take(self, index: int) -> None:
        """Open or end a block."""
        order = self._orders[index]
        if order.directive.action is Action.DISABLE:
            for code in order.codes:
                self._open.setdefault(code, []).append(index)
        elif order.directive.action is Action.ENABLE:
            for code in order.codes if order.directive.words else [*self._open]:
                if self._open.pop(code, None):
                    self.ending.add(index)

    def order_for(self, finding: Finding) -> int | None:
        """The order that settles a finding at the place that the walk has come to."""
        line = finding.span.line if finding.span else 0
        if (line, finding.code) in self._lines:
            return self._lines[line, finding.code]
        if opened := self._open.get(finding.code):
            return opened[-1]
        return self._file.get(finding.code)


def used_codes(findings: Sequence[Finding], scopes: Scopes) -> Mapping[int, frozenset[str]]:
    """The codes for which each order has settled something."""
    used: dict[int, set[str]] = defaultdict(set)
    for index, order in scopes.settled.items():
        used[order].add(findings[index].code)
    return {order: frozenset(codes) for order, codes in used.items()}
