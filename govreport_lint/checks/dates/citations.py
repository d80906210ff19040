"""Kinds about cited documents: the right number for the right document, and none that has been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Mending, rewritten
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject
from .meant_documents import Known, cites, meant

_NUMBER = re.compile(
    r"(?P<issuer>国(?:(?!国)[\u4e00-\u9fff]){1,10}?)\s*[〔\[［(（]\s*(?P<year>\d{4})\s*[〕\]］)）]\s*第?\s*(?P<number>\d{1,6})\s*号"
)
_ORDER = re.compile(
    r"(?:政府信息公开条例》?[^。；;》《]{0,12}?|(?P<short>(?<!简称)《条例》\s*[（(]\s*))(?P<order>(?:中华人民共和国)?国务院令|国令)\s*第?\s*(?P<number>\d{1,6})\s*号"
)
_FORM = Text("改为规范的文号写法", "write the number as it should be")


class WrongOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``known``: documents whose numbers are compared; ``order``: that of the order which issued the 条例;
    ``former``: those of the orders that it replaced (they are no wrong numbers); ``occasion``: a regular
    expression of a sentence on what the report is made by, in which a document needs no title to be meant. ``form``:
    the right number in other marks than 〔2021〕30号 is told too (wording ``form``), and mended by a fix."""

    known: tuple[Known, ...]
    order: int
    former: tuple[int, ...] = ()
    occasion: str = r"(?!)"
    form: bool = False


class Replaced(Struct, frozen=True, forbid_unknown_fields=True):
    """A replaced document: regular expression of its citation, first report year in which it is out of force,
    successor, and a regular expression of words beside which naming it is right.
    ``pattern``: the citation; ``from_year``: the first year; ``successor``: what to cite; ``unless``: the
    words.
    """

    pattern: str
    from_year: int
    successor: str
    unless: str = r"(?!)"


class ReplacedOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The replaced documents.

    ``replaced``: which ones.
    """

    replaced: tuple[Replaced, ...]


def wrong(subject: Subject, options: WrongOptions) -> Iterator[Outcome]:
    """Each citation of a known document has its number."""
    occasion = re.compile(options.occasion)
    for number, passage in passages(subject.report):
        for match in _NUMBER.finditer(passage.text):
            on_report = bool(occasion.search(_sentence(passage, match)))
            known = meant(passage.text, match, options.known, subject.form.key, on_report=on_report)
            if known and options.form and cites(match, known) and not known.is_well_formed(match):
                yield _ill_formed(number, passage, match, known)
            elif known:
                yield _judged(number, passage, match, None if cites(match, known) else known.printed)
        for match in _ORDER.finditer(passage.text):
            stated = int(match["number"])
            if match["short"] and not occasion.search(_sentence(passage, match)):
                continue
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


def _sentence(passage: Passage, match: re.Match[str]) -> str:
    ends = ((offset, offset + len(text), text) for offset, text in sentences(passage))
    return next((text for start, end, text in ends if start <= match.start() < end), "")


def _judged(
    number: int | None, passage: Passage, match: re.Match[str], right: str | None, group: str = "issuer"
) -> Outcome:
    if right is None:
        return Passed(Place(number))
    start, end = match.start(group), match.end()
    quote = passage.text[start:end]
    return Failed(
        place=Place(number),
        location=passage.locate(start, end),
        quote=quote,
        values={"cited": quote, "right": right},
        expected=right,
        actual=quote,
    )


def _ill_formed(number: int | None, passage: Passage, match: re.Match[str], known: Known) -> Failed:
    end = match.end()
    start = match.end("issuer") - len(known.issuer)
    quote = passage.text[start:end]
    return Failed(
        place=Place(number),
        location=passage.locate(start, end),
        quote=quote,
        values={"cited": quote, "right": known.printed},
        expected=known.printed,
        actual=quote,
        wording="form",
        fix=Mending(_FORM, rewritten(passage, start, end, known.printed)),
    )


def _replaced(number: int | None, passage: Passage, span: tuple[int, int], document: Replaced) -> Failed:
    quote = passage.text[span[0] : span[1]]
    return Failed(
        place=Place(number),
        location=passage.locate(*span),
        quote=quote,
        values={"cited": quote, "successor": document.successor},
        expected=document.successor,
        actual=quote,
    )


WRONG = Kind(
    name="wrong-citation",
    options=WrongOptions,
    check=wrong,
    says=("cited", "right"),
    wordings={"form": None},
    mends=("form",),
    needs=(Need.TEXT,),
)
SUPERSEDED = Kind(
    name="superseded-citation",
    options=ReplacedOptions,
    check=superseded,
    says=("cited", "successor"),
    needs=(Need.TEXT,),
)
