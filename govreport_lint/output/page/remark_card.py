"""What stands beside the tables for one cause: what is wrong, both sides of it, how it is mended, on what basis."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from ...finding import Evidence, Finding, Fix
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.causes import Remark
from ..words.headings import BASIS, DO, NOTE
from ..words.places import first_words, paper_words, place_words, position_words
from ..words.printable import printable
from ..words.repairs import repair_place, repair_words
from ..words.told_findings import rule_title
from .marks import piece_beside
from .markup import Child, Markup, el
from .official_tables import Sheet, piece_figure
from .signs import severity_sign

_FILL = Text("可以推出的空白单元格", "Blank cells that follow from the others")
_EXPECTED, _ACTUAL = Text("应为", "Expected"), Text("现为", "Printed")
_APART = Text("相差", "Apart by")
_BLANK = Text("（空）", "(blank)")
_COMPARED = Text("对照", "Compared with")
_FIX = Text("改法", "Fix")
_MARK = Text("指纹", "Fingerprint")
_MOST_EVIDENCE = 8
_WIDE = 200
_GLANCE = 24


def remark_card(
    number: int, remark: Remark, result: Result, sheet: Sheet, run: Run, acts: Child = None, **names: str | None
) -> Markup:
    """The card of one remark; the marks in the tables lead to it by its number.

    ``acts`` are buttons for a script, ``names`` what the card says to it. Where cells are ``named`` the tables stand
    beside as they are, and no piece of them is shown.
    """
    language = run.language
    basis = list(_foot_rows(remark, language))
    rows = [row for row in (*_about(remark, sheet, run), *(() if sheet.named else basis)) if row is not None]
    return el(
        "article",
        _head(number, remark, run),
        el("p", *_where(remark, sheet, language), class_="where"),
        *_messages(remark, language),
        *_shown(remark, result, sheet, language),
        *_repair(remark, sheet, language),
        acts,
        el("dl", *rows, class_="told-of") if rows else None,
        _folded(remark, language) if sheet.named and basis else None,
        el("p", *_marks(remark, language), class_="foot") if remark.findings else None,
        class_=f"remark {remark.severity}",
        id=f"{sheet.key}-{number}",
        **names,
    )


def _head(number: int, remark: Remark, run: Run) -> Markup:
    titles = dict.fromkeys(rule_title(run.rulebook, each).in_language(run.language) for each in remark.findings)
    title = next(iter(titles), _FILL.in_language(run.language))
    sign = severity_sign(remark.severity, run.language)
    codes = (el("span", code, class_="code") for code in dict.fromkeys(each.code for each in remark.findings))
    top = el("p", el("span", number, class_="badge"), sign, *codes, class_="signs")
    return el("header", top, el("h4", title))


def _where(remark: Remark, sheet: Sheet, language: str) -> Iterator[Child]:
    """The place in the report, which leads to its cell in the tables, and the position in the file."""
    place = repair_place(sheet.form, remark.repair) if remark.repair else remark.findings[0].place
    words = place_words(sheet.form, place, language, _WIDE)
    spot = (place.table or "", place.row or "", place.column or "")
    link = sheet.link(spot) if all(spot) else None
    yield el("a", words, href=link) if link else words
    near = printable(first_words(remark.findings[0])) if remark.findings else ""
    position = position_words("", remark.location, remark.span, language, near).strip(": ")
    if position:
        yield el("span", position, class_="position")


def _messages(remark: Remark, language: str) -> Iterator[Markup]:
    """What each finding says; of several each with its code."""
    for each in remark.findings:
        code = el("b", f"{each.code} ") if len(remark.findings) > 1 else None
        yield el("p", code, each.message.in_language(language), class_="message", data_code=each.code)


def _shown(remark: Remark, result: Result, sheet: Sheet, language: str) -> Iterator[Markup]:
    """Both sides where two values were compared; the piece of the table, or the sentence."""
    if len(remark.findings) == 1:
        sides = _sides(remark.findings[0], language)
        yield from (sides,) if sides else ()
    piece = None if sheet.named else piece_beside(result, sheet.form, remark)
    if piece is not None:
        yield piece_figure(piece, language)
    for each in remark.findings:
        words = each.context
        if words is not None and f"【{words.words}】" not in each.message.in_language(language):
            yield el("blockquote", words.before, el("mark", words.words) if words.words else None, words.after)


def _sides(finding: Finding, language: str) -> Markup | None:
    """The two values beside each other, where they are short enough to be compared at a glance."""
    if finding.expected is None or finding.actual is None or cell_len(finding.expected + finding.actual) > _GLANCE:
        return None
    told = [(_ACTUAL, finding.actual), (_EXPECTED, finding.expected)]
    if finding.actual.isdecimal() and finding.expected.isdecimal():
        told.append((_APART, str(abs(int(finding.actual) - int(finding.expected)))))
    blank = _BLANK.in_language(language)
    return el("dl", *(_pair(name.in_language(language), value or blank) for name, value in told), class_="sides")


def _repair(remark: Remark, sheet: Sheet, language: str) -> Iterator[Markup]:
    """The answers to a cause, what else is known of it, what to do."""
    if remark.repair is None:
        return
    words = repair_words(sheet.form, remark.repair, language, 60, explains=bool(remark.findings))
    answers = [el("li", *(el("span", cell) for cell in answer)) for answer in words.answers]
    listed = el("ol", *answers, class_="single" if len(answers) == 1 else None) if answers else None
    hidden = el("p", words.hidden) if words.hidden else None
    notes = (el("p", NOTE.in_language(language), note) for note in words.notes)
    head = el("h5", words.head.strip("： :")) if words.head else None
    if head or words.notes:
        yield el("div", head, listed, hidden, *notes, class_="repair")


def _about(remark: Remark, sheet: Sheet, run: Run) -> Iterator[Markup | None]:
    """What it was compared with elsewhere, what to do, the mechanical fix."""
    language = run.language
    others = [one for each in remark.findings for one in each.evidence if _elsewhere(one, each)]
    if others:
        yield _pair(_COMPARED.in_language(language), *_each(_evidence(one, sheet, language) for one in others))
    if remark.repair:
        words = repair_words(sheet.form, remark.repair, language, 60, explains=bool(remark.findings))
        yield _pair(DO.in_language(language).strip("： :"), words.advice)
    else:
        suggestions = dict.fromkeys(each.suggestion.in_language(language) for each in remark.findings)
        yield _pair(DO.in_language(language).strip("： :"), *suggestions) if any(suggestions) else None
    for each in remark.findings:
        if each.fix:
            yield _pair(_FIX.in_language(language), *_fix(each.fix, language))
        elif each.unfixed:
            yield _pair(_FIX.in_language(language), each.unfixed.in_language(language))


def _foot_rows(remark: Remark, language: str) -> Iterator[Markup]:
    bases = _bases(remark, language)
    if bases:
        yield _pair(BASIS.in_language(language).strip("： :"), *bases)


def _folded(remark: Remark, language: str) -> Markup:
    """The basis, to be opened."""
    head = el("summary", BASIS.in_language(language).strip("： :"))
    return el("details", head, *(el("p", one) for one in _bases(remark, language)), class_="basis-of")


def _bases(remark: Remark, language: str) -> list[Markup]:
    found = dict.fromkeys(each.basis.in_language(language) for each in remark.findings)
    return [el("span", words, class_="basis") for words in found if words]


def _each(found: Iterator[Markup]) -> Iterator[Child]:
    for number, one in enumerate(found):
        if number < _MOST_EVIDENCE:
            yield one
        elif number == _MOST_EVIDENCE:
            yield "……"


def _evidence(one: Evidence, sheet: Sheet, language: str) -> Markup:
    """A value and its place; of the report itself the place leads to the cell."""
    place, spot = (
        place_words(sheet.form, one.place, language, _WIDE),
        (one.place.table, one.place.row, one.place.column),
    )
    words = paper_words(one, language) + place
    linked = one.is_own and all(spot)
    link = sheet.link((spot[0] or "", spot[1] or "", spot[2] or "")) if linked else None
    named = el("a", words, href=link) if link else words
    between = ": " if language == "en" else "："
    return el("span", named, between, el("b", one.value or _BLANK.in_language(language)))


def _elsewhere(one: Evidence, finding: Finding) -> bool:
    """Whether a value stands where the piece of the table beside does not show it."""
    if not one.is_own:
        return True
    if one.place.table is None or finding.place.table is None:
        return one.place != finding.place
    return one.place.table != finding.place.table


def _fix(fix: Fix, language: str) -> Iterator[Child]:
    yield fix.title.in_language(language)
    for edit in fix.edits:
        before = el("del", edit.printed) if edit.printed else None
        yield el("span", before, el("ins", edit.text) if edit.text else None, class_="edit")


def _marks(remark: Remark, language: str) -> Iterator[Markup]:
    for each in remark.findings:
        yield el("span", f"{_MARK.in_language(language)} ", el("code", each.fingerprint))


def _pair(name: str, *values: Child) -> Markup:
    return el(
        "div",
        el("dt", name),
        el("dd", *(value if isinstance(value, Markup) else el("span", value) for value in values)),
    )
