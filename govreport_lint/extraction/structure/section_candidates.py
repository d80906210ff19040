"""Choosing, among the texts that look like section titles, those that are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Document, Heading, Paragraph
from ...form import Form
from .section_titles import ALIKE, OFFICIAL, VARIANT, TitleMatch, is_contents_line, match_title, printed_number

# Words that a section title must have when nothing but its number and its place speak for it.
_WORDS = {
    1: ("情况", "概述", "总体"), 2: ("公开",), 3: ("申请",), 4: ("复议", "诉讼"),
    5: ("问题", "不足", "改进", "整改"), 6: ("其他", "其它", "报告", "事项"),
}  # fmt: skip
_INLINE = re.compile(r"(?<![、，,；;“《（(及和])[一二三四五六七八九十][、.．]\s*(?=.{2,80})")
_HINT = re.compile(r"情况|概述|事项|问题")
_MOST_INLINE = 2000
_SURE = 2.5


class Candidate(Struct, frozen=True):
    """A text that may be a section title: the block and the offset in it at which it begins."""

    block: int
    at: int
    match: TitleMatch
    weight: float


def choose_titles(document: Document, forms: tuple[Form, ...]) -> tuple[Candidate, ...]:
    """The best title of each official section, in the order of the document.

    A title out of order is accepted only when its words leave no doubt: a wrong order is never guessed.
    """
    found = _without_subheadings(list(_candidates(document, forms)))
    chain = _best_chain(found)
    have = {candidate.match.number for candidate in chain}
    for candidate in sorted(found, key=lambda candidate: -candidate.weight):
        if candidate.match.number not in have and candidate.weight > _SURE:
            chain.append(candidate)
            have.add(candidate.match.number)
    chain.sort(key=lambda candidate: (candidate.block, candidate.at))
    return tuple(_with_gaps_filled(document, chain))


def _candidates(document: Document, forms: tuple[Form, ...]) -> Iterator[Candidate]:
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block.text.text
        heading = isinstance(block, Heading)
        match = match_title(text, forms, heading=heading)
        if match and _credible(match, heading):
            yield Candidate(index, 0, match, _weight(match, heading, is_contents_line(text)))
        if len(text) > 2 * 60:
            yield from _inline(index, text, forms)


def _credible(match: TitleMatch, heading: bool) -> bool:
    """Without number and heading mark only the words of the form themselves make a title."""
    if match.style or heading:
        return True
    return match.quality == OFFICIAL or (match.quality == VARIANT and match.end - match.start >= 8)


def _inline(index: int, text: str, forms: tuple[Form, ...]) -> Iterator[Candidate]:
    """Titles within a text whose line ends were lost; their number has to agree with the section."""
    tried = 0
    for place in _INLINE.finditer(text):
        if not place.start() or not _HINT.search(text, place.end(), place.end() + 60):
            continue
        tried += 1
        if tried > _MOST_INLINE:
            return
        match = match_title(text, forms, place.start())
        if match and text[match.end : match.end + 1] not in set("。；;、，,") - {""}:
            yield Candidate(index, place.start(), match, _weight(match, False, False) - 0.3)


def _weight(match: TitleMatch, heading: bool, contents: bool) -> float:
    weight = {OFFICIAL: 3.0, VARIANT: 2.4, ALIKE: 1.5}[match.quality]
    weight += 0.5 * (match.printed == match.number)
    weight += 0.5 * (heading or match.style == "一、") - 1.2 * (match.style in ("（一）", "1."))
    return weight + 0.2 * match.whole - 1.5 * contents


def _without_subheadings(found: list[Candidate]) -> list[Candidate]:
    """（一）主动公开政府信息情况 is a part of section one where the sections are numbered 一、二、."""
    main = {candidate.match.number for candidate in found if candidate.match.style not in ("（一）", "1.")}
    if len(main) < 2:
        return found
    return [candidate for candidate in found if candidate.match.style not in ("（一）", "1.")]


def _best_chain(found: list[Candidate]) -> list[Candidate]:
    """The heaviest row of candidates whose section numbers rise; a title with a text under it weighs more."""
    best: list[tuple[float, tuple[Candidate, ...]]] = [(0.0, ())] * 7
    for index, candidate in enumerate(found):
        following = found[index + 1].block if index + 1 < len(found) else candidate.block + 9
        bonus = 0.1 * (following > candidate.block + 1)
        number = candidate.match.number
        weight, row = max((best[lower] for lower in range(number)), key=lambda entry: entry[0])
        if weight + candidate.weight + bonus > best[number][0]:
            best[number] = (weight + candidate.weight + bonus, (*row, candidate))
    return list(max(best, key=lambda entry: entry[0])[1])


def _with_gaps_filled(document: Document, chain: list[Candidate]) -> Iterator[Candidate]:
    """A missing section whose number stands in its place before words of its subject is taken for found."""
    have = {candidate.match.number: candidate for candidate in chain}
    filled = list(chain)
    for number in range(2, 7):
        before, after = have.get(number - 1), have.get(number + 1)
        if number in have or before is None or (after is None and number < 6):
            continue
        stop = after.block if after else len(document.blocks)
        for index in range(before.block + 1, stop):
            match = _by_number(document, index, number)
            if match:
                filled.append(Candidate(index, 0, match, 1.0))
                have[number] = filled[-1]
                break
    yield from sorted(filled, key=lambda candidate: (candidate.block, candidate.at))


def _by_number(document: Document, index: int, number: int) -> TitleMatch | None:
    block = document.blocks[index]
    if not isinstance(block, Heading | Paragraph) or len(block.text.text) > 40:
        return None
    text = block.text.text
    printed, style = printed_number(text)
    if printed != number or style != "一、" or not any(word in text for word in _WORDS[number]):
        return None
    if "结转" in text or text.rstrip().endswith(("。", "；", ";")):
        return None
    start = re.match(r"[\s#*]*第?[一二三四五六七八九十][、.．,，:：]?\s*", text)
    return TitleMatch(number, printed, style, ALIKE, start.end() if start else 0, len(text.rstrip()), True)
