"""How long each rule takes: the check of every rule is timed, whoever asks it."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from msgspec.structs import replace

from ...output.words.printable import printable
from ...rulebook.packs import Rule
from ...rulebook.rulebook import Rulebook

_HEAD = "用时 ms   次数  规则   time in ms, calls, rule"


class Profile:
    """Counts seconds and calls by rule."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._calls: Counter[str] = Counter()
        self._titles: dict[str, str] = {}

    def timed(self, rulebook: Rulebook) -> Rulebook:
        """The same rulebook, whose checks are timed."""
        packs = tuple(replace(pack, rules=tuple(self._timed(rule) for rule in pack.rules)) for pack in rulebook.packs)
        return replace(rulebook, packs=packs)

    def _timed(self, rule: Rule) -> Rule:
        kind, code = rule.check.kind, rule.code
        self._titles[code] = rule.title.zh

        def check(subject: Any, options: Any) -> Iterator[Any]:
            start = self._clock()
            outcomes = list(kind.check(subject, options))
            self._seconds[code] += self._clock() - start
            self._calls[code] += 1
            return iter(outcomes)

        return replace(rule, check=replace(rule.check, kind=replace(kind, check=check)))

    def tell(self) -> None:
        """Say on standard error how long each rule took, the longest first."""
        print(_HEAD, file=sys.stderr)
        for code, seconds in sorted(self._seconds.items(), key=lambda each: (-each[1], each[0])):
            line = f"{seconds * 1000:>8.1f} {self._calls[code]:>6}  {code} {self._titles[code]}"
            print(printable(line), file=sys.stderr)
        whole = sum(self._seconds.values()) * 1000
        print(f"{whole:>8.1f}         全部规则 all rules", file=sys.stderr)
