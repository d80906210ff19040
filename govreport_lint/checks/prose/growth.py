"""Growth told with its numbers: 136件，比上年112件增加24件，增长21.4% holds by itself, and no rate exceeds 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...finding import Evidence, Place
from ...language import Text, same, sums
from ...told import Count, Growth, Rate, Words
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt

_HUNDRED = Decimal(100)
NO_BEFORE = Text("正文没有写上年的数，增减无法核对", "last year's number is not told, so its change cannot be checked")


def prints(percent: Decimal, exact: Decimal) -> bool:
    """Whether a percentage is the exact one, rounded or cut off at the last printed digit."""
    unit = Decimal(1).scaleb(int(percent.as_tuple().exponent))
    return percent - unit / 2 <= exact < percent + unit


def written(value: Decimal, like: Decimal) -> str:
    """The value with as many decimals as another."""
    decimals = max(0, -int(like.as_tuple().exponent))
    return f"{value:.{decimals}f}"


def judge_growths(growths: Sequence[Growth]) -> Iterator[Outcome]:
    """Judge every growth that is told with last year's number, or with the difference."""
    for growth in growths:
        before = _before(growth)
        if before is not None and before > 0:
            yield _judge(growth, before)
        elif growth.before is not None or growth.gap is not None:
            yield NotAssessable(Place(growth.section), NO_BEFORE)


def judge_rates(rates: Sequence[Rate]) -> Iterator[Outcome]:
    """Judge the rates that cannot be more than a hundred percent."""
    for rate in rates:
        if rate.percent <= _HUNDRED:
            yield Passed(Place(rate.section))
        else:
            yield _failed(rate.section, rate.words, rate.words.text, "", "100%", (), "rate")


def _before(growth: Growth) -> Decimal | None:
    """Last year's number as told, or by the difference that is told with a percentage."""
    if growth.before is not None:
        return Decimal(growth.before.value or 0)
    if growth.gap is not None and growth.percent is not None:
        return Decimal(growth.now.value or 0) - growth.change * Decimal(growth.gap.value or 0)
    return None


def _judge(growth: Growth, before: Decimal) -> Outcome:
    now = Decimal(growth.now.value or 0)
    counts = [count for count in (growth.now, growth.before, growth.gap) if count is not None]
    gap = now - before
    if growth.change == 0 and gap:
        return _failed(
            growth.section, growth.words, "持平", f"{now}－{before}＝{_signed(gap)}", str(before), counts, "growth"
        )
    if growth.gap is not None and growth.gap.value is not None and gap != growth.change * Decimal(growth.gap.value):
        return _failed(
            growth.section,
            growth.gap.words,
            growth.gap.number,
            f"{now}－{before}＝{_signed(gap)}",
            str(abs(gap)),
            counts,
            "growth",
        )
    if growth.percent is not None and not _holds(growth.percent, growth.change, gap / before * _HUNDRED):
        exact = written(abs(gap / before * _HUNDRED), growth.percent)
        sum_ = f"({now}－{before})÷{before}＝{'' if gap >= 0 else '－'}{exact}%"
        return _failed(growth.section, growth.words, growth.words.text, sum_, f"{exact}%", counts, "growth")
    return Passed(Place(growth.section))


def _signed(gap: Decimal) -> str:
    return f"{'－' if gap < 0 else ''}{abs(gap)}"


def _holds(percent: Decimal, change: int, exact: Decimal) -> bool:
    return (exact >= 0) == (change > 0) and prints(percent, abs(exact))


def _failed(
    section: int | None, words: Words, stated: str, sum_: str, expected: str, counts: Sequence[Count], wording: str
) -> Failed:
    place = Place(section)
    return Failed(
        place=place,
        location=words.location,
        words=words,
        quote=clause(words),
        values={"quote": excerpt(words), "stated": stated, "sum": sums(sum_), "note": same("")},
        expected=expected,
        actual=stated,
        wording=wording,
        evidence=tuple(Evidence(place, count.label + count.spoken.text) for count in counts)
        or (Evidence(place, clause(words)),),
    )
