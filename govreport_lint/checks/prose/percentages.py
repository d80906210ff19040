"""Kind ``percentage``: 258件，占33.9% against numerator and denominator, and growth against last year's number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...language import Text, same
from ...rulebook.kinds import ClaimSubject, Kind, Need, SumOfCells, TableKey
from ...told import Share
from ..subject.cell_sums import cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import unread
from .category_shares import Category, judge_category_shares
from .growth import judge_growths, judge_rates, prints, written
from .share_growths import judge_share_growths, share_failure

_HUNDRED = Decimal(100)
_NO_WHOLE = Text("看不出占的是哪个总数，占比无法核对", "the whole of a share is not told, so it cannot be checked")
_Parts = AbstractSet[tuple[Location, int | Decimal | None]]
_Wholes = Sequence[tuple[tuple[str, ...], tuple[int, ...]]]


class Whole(Struct, frozen=True, forbid_unknown_fields=True):
    """What is called by one of ``words`` (占办结总数的): one of ``totals``, the first where none fits."""

    words: tuple[str, ...]
    totals: tuple[SumOfCells, ...]


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``totals``: sums of ``table`` that a share may be of; ``parts``: subjects of claims whose shares are of one
    of them, the first where none fits; ``wholes``: totals by their names, in a sentence with one of the words
    ``about``. ``growing``: subjects of claims whose growth is looked at, against the claim of the year before
    (wording ``growth``). ``categories``: shares told without a number (wording ``category``)."""

    table: TableKey
    totals: tuple[SumOfCells, ...]
    parts: tuple[ClaimSubject, ...]
    wholes: tuple[Whole, ...]
    about: tuple[str, ...]
    growing: tuple[ClaimSubject, ...]
    categories: tuple[Category, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge shares by the whole that another share of the list proves, and growth by last year's number."""
    shares = [share for share in subject.report.shares if not share.bounded]
    totals = _totals(subject, options.table, options.totals)
    named = [(whole.words, _totals(subject, options.table, whole.totals)) for whole in options.wholes]
    parts = {
        (claim.location, claim.value)
        for claim in subject.report.claims
        if claim.subject in options.parts and claim.scope == "whole"
    }
    for group in _lists(share for share in shares if not share.change):
        wholes = named if any(word in group[0].words.sentence for word in options.about) else ()
        judged = list(_judge_list(group, totals, parts, wholes))
        yield from judged
        if not any(isinstance(outcome, Failed) for outcome in judged):
            yield from _judge_whole(group, totals)
    yield from judge_category_shares(subject.cells(options.table), subject.report.claims, options.categories)
    yield from judge_growths(subject.report.growths)
    yield from judge_rates(subject.report.rates)
    judged_above = {(growth.section, growth.words) for growth in subject.report.growths if growth.before or growth.gap}
    growing = [share for share in shares if share.change and (share.section, share.words) not in judged_above]
    yield from judge_share_growths(subject.report, growing, options.growing)


def _lists(shares: Iterator[Share]) -> Iterator[list[Share]]:
    """The shares of one sentence together."""
    group: list[Share] = []
    for share in shares:
        if group and (share.words.sentence, share.section) != (group[0].words.sentence, group[0].section):
            yield group
            group = []
        group.append(share)
    if group:
        yield group


def _totals(subject: Subject, table: str, expressions: Sequence[str]) -> tuple[int, ...]:
    cells = subject.cells(table)
    if unread(cells):
        return ()
    sums = (cell_sum(cells, (expression,)) for expression in expressions)
    return tuple(dict.fromkeys(one.least for one in sums if one and not one.unusable and one.least))


def _judge_list(shares: list[Share], totals: Sequence[int], parts: _Parts, wholes: _Wholes) -> Iterator[Outcome]:
    """A share is wrong where the whole that most shares of its sentence are of does not give it."""
    bases = [_bases(share, totals) for share in shares]
    fits = [{base for base in own if _fits(share, base)} for share, own in zip(shares, bases, strict=True)]
    votes = {base: sum(base in fit for fit in fits) for fit in fits for base in fit}
    best = max(votes, key=lambda base: votes[base], default=None)
    for share, fit in zip(shares, fits, strict=True):
        if fit:
            yield Passed(Place(share.section))
        elif best is not None and votes[best] > 1 and Decimal(share.of.value or 0) <= best:
            yield _failed(share, best)
        elif (whole := _whole(share, totals, parts, wholes)) is not None:
            yield _failed(share, whole)
        else:
            yield NotAssessable(Place(share.section), _NO_WHOLE)


def _whole(share: Share, totals: Sequence[int], parts: _Parts, wholes: _Wholes) -> Decimal | None:
    """What a share that stands alone is of, where the sentence divides it or the table holds its parts."""
    value = Decimal(share.of.value or 0)
    told = share.whole is not None and share.whole.value is not None
    if value <= 0:
        return None
    if share.named:
        named = next((sums for words, sums in wholes if any(word in share.named for word in words)), ())
        if not named:
            return None
        whole = Decimal(named[0])
    elif told:
        whole = Decimal(share.whole.value or 0) if share.whole else Decimal(0)
    elif totals and (share.of.words.location, share.of.value) in parts:
        whole = Decimal(totals[0])
    else:
        return None
    return whole if whole >= value else None


def _judge_whole(shares: list[Share], totals: Sequence[int]) -> Iterator[Outcome]:
    """The shares of a list that is complete, as its counts make up a whole that is told, come to 100 %."""
    whole = sum(Decimal(share.of.value or 0) for share in shares)
    if len(shares) < 2 or not all(whole in _bases(share, totals) for share in shares):
        return
    units = [Decimal(1).scaleb(int(share.percent.as_tuple().exponent)) for share in shares]
    told = sum((share.percent for share in shares), Decimal(0))
    if told - sum(units, Decimal(0)) / 2 <= _HUNDRED < told + sum(units, Decimal(0)):
        yield Passed(Place(shares[0].section))
        return
    sum_ = "＋".join(f"{share.percent}%" for share in shares) + f"＝{told}%"
    yield share_failure(shares[-1], sum_, "100", [share.of for share in shares], note=same(""), wording="whole")


def _bases(share: Share, totals: Sequence[int]) -> set[Decimal]:
    value = Decimal(share.of.value or 0)
    found = {Decimal(base.value) for base in share.bases if base.value is not None} | set(map(Decimal, totals))
    return {base for base in found if base >= value and base > 0}


def _fits(share: Share, base: Decimal) -> bool:
    """Whether the percentage is the share, rounded or cut off at the last printed digit."""
    exact = Decimal(share.of.value or 0) / base * _HUNDRED
    return prints(share.percent, exact)


def _failed(share: Share, base: Decimal) -> Failed:
    value = Decimal(share.of.value or 0)
    exact = written(value / base * _HUNDRED, share.percent)
    says = Decimal(share.percent) * base / _HUNDRED
    note = Text(
        f"按{base}计算，{share.number}应是{written(says, Decimal(1))}{share.of.unit}左右。",
        f" Of {base}, {share.number} would be about {written(says, Decimal('1'))}.",
    )
    return share_failure(share, f"{share.of.number}÷{base}＝{exact}%", exact, [share.of], note=note, wording=None)


KIND = Kind(
    name="percentage",
    options=Options,
    check=check,
    says=("note", "quote", "stated", "sum"),
    wordings={
        "category": ("cells", "note", "quote", "stated", "sum", "total"),
        "growth": None,
        "rate": None,
        "whole": None,
    },
    needs=(Need.TEXT,),
)
