"""Kinds about cited documents: the right number for the right document, and none that has been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..document import Passage
from ..finding import Place
from ..language import Text
from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject
from .passages import passages, sentences

_NUMBER = re.compile(
    r"(?P<issuer>国[\u4e00-\u9fff]{1,10}?)\s*[〔\[［(（]\s*(?P<year>\d{4})\s*[〕\]］)）]\s*第?\s*(?P<number>\d+)\s*号"
)
_ORDER = re.compile(
    r"政府信息公开条例》?[^。；;》《]{0,12}?(?P<order>(?:中华人民共和国)?国务院令|国令)\s*第?\s*(?P<number>\d+)\s*号"
)
_REACH = 120


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """A document: its number, and the words of which one stands before a citation of it."""

    issuer: str
    year: int
    number: int
    about: tuple[str, ...]

    @property
    def printed(self) -> str:
        """Its number as it is written."""
        return f"{self.issuer}〔{self.year}〕{self.number}号"


class WrongOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``known``: documents whose numbers are compared; ``order``: that of the order which issued the 条例;
    ``former``: those of the orders that it replaced (they are no wrong numbers)."""

    kind: str
    known: tuple[Known, ...]
    order: int
    former: tuple[int, ...] = ()


class Replaced(Struct, frozen=True, forbid_unknown_fields=True):
    """A replaced document: regular expression of its citation, first report year in which it is out of force,
    successor, and a regular expression of words beside which naming it is right."""

    pattern: str
    from_year: int
    successor: str
    unless: str = r"(?!)"


class ReplacedOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The replaced documents."""

    kind: str
    replaced: tuple[Replaced, ...]


def wrong(subject: Subject, options: WrongOptions) -> Iterator[Outcome]:
    """Each citation of a known document has its number."""
    for number, passage in passages(subject.report):
        for match in _NUMBER.finditer(passage.text):
            known = _meant(passage.text, match, options.known)
            if known:
                right = None if match["issuer"].endswith(known.issuer) else known.printed
                yield _judged(number, passage, match, right)
        for match in _ORDER.finditer(passage.text):
            stated = int(match["number"])
            if stated not in options.former:
                right = f"国务院令第{options.order}号" if stated != options.order else None
                yield _judged(number, passage, match, right, "order")


def superseded(subject: Subject, options: ReplacedOptions) -> Iterator[Outcome]:
    """No cited document was out of force in the report year."""
    if subject.report.year is None:
        yield NotAssessable(Place(), Text("看不出报告年度", "the report year is unknown"))
        return
    for document in options.replaced:
        if subject.report.year < document.from_year:
            continue
        pattern, unless = re.compile(document.pattern), re.compile(document.unless)
        found = False
        for number, passage in passages(subject.report):
            for offset, sentence in sentences(passage):
                match = pattern.search(sentence)
                if match and not unless.search(sentence):
                    found = True
                    yield _replaced(number, passage, (offset + match.start(), offset + match.end()), document)
        if not found:
            yield Passed(Place())


def _meant(text: str, match: re.Match[str], known: tuple[Known, ...]) -> Known | None:
    """The document that a citation must mean: year and number agree, and the words before it speak of it."""
    before = re.split(r"[。；;〕号]", text[max(0, match.start() - _REACH) : match.start()])[-1]
    for document in known:
        same = (int(match["year"]), int(match["number"])) == (document.year, document.number)
        if same and any(word in before for word in document.about):
            return document
    return None


def _judged(
    number: int | None, passage: Passage, match: re.Match[str], right: str | None, group: str = "issuer"
) -> Outcome:
    if right is None:
        return Passed(Place(number))
    start, end = match.start(group), match.end()
    quote = passage.text[start:end]
    return Failed(
        place=Place(number), location=passage.locate(start, end), quote=quote,
        values={"cited": quote, "right": right}, expected=right, actual=quote,
    )  # fmt: skip


def _replaced(number: int | None, passage: Passage, span: tuple[int, int], document: Replaced) -> Failed:
    quote = passage.text[span[0] : span[1]]
    return Failed(
        place=Place(number), location=passage.locate(*span), quote=quote,
        values={"cited": quote, "successor": document.successor}, expected=document.successor, actual=quote,
    )  # fmt: skip


WRONG = Kind(WrongOptions, wrong)
SUPERSEDED = Kind(ReplacedOptions, superseded)
