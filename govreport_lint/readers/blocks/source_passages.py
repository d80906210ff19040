"""Making passages out of source text, and cutting and joining them, without losing a character's place."""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Location, Passage, Run
from ...invisible import visible_spans


def visible(source: str, start: int, end: int) -> Passage:
    """The characters ``start`` to ``end`` of the source, without those that show nothing."""
    text = source[start:end]
    spans = [(start, end)] if text.isascii() else visible_spans(source, start, end)
    return plain(text, start) if spans == [(start, end)] else _gather(source, spans, start)


def plain(text: str, start: int) -> Passage:
    """A passage whose text stands in the source as it is, from ``start``."""
    return Passage(text, (Run(0, Location(start, start + len(text))),))


def _gather(source: str, spans: list[tuple[int, int]], start: int) -> Passage:
    if not spans:
        return plain("", start)
    runs, texts, at = [], [], 0
    for first, last in spans:
        runs.append(Run(at, Location(first, last)))
        texts.append(source[first:last])
        at += last - first
    return Passage("".join(texts), tuple(runs))


def stripped(passage: Passage) -> Passage:
    """The passage without the white space around it; an empty one keeps its place."""
    text = passage.text
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return passage
    return cut_all(passage, [inner(text, 0, len(text))])[0]


def inner(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the text from ``start`` to ``end`` that is left without the white space around it."""
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    return first, max(first, start + len(part.rstrip()))


def cut_all(passage: Passage, spans: Iterable[tuple[int, int]]) -> list[Passage]:
    """The parts of a passage, given in ascending order: one walk, however many parts and runs there are."""
    runs, text = passage.runs, passage.text
    if not runs:
        return [Passage(text[start:end], ()) for start, end in spans]
    if len(runs) == 1 and runs[0].exact:
        base = runs[0].location.start - runs[0].at
        return [plain(text[start:end], base + start) for start, end in spans]
    parts, first = [], 0
    for start, end in spans:
        while first + 1 < len(runs) and runs[first + 1].at <= start:
            first += 1
        taken, index = [], first
        while index < len(runs) and (index == first or runs[index].at < end):
            stop = runs[index + 1].at if index + 1 < len(runs) else len(text)
            taken.append(_part(runs[index], stop, start, end))
            index += 1
        parts.append(Passage(text[start:end], tuple(taken)))
    return parts


def _part(run: Run, stop: int, start: int, end: int) -> Run:
    first, last = max(run.at, start), min(stop, end)
    at = first - start
    if not run.exact:
        return Run(at, run.location, False)
    begin = run.location.start + first - run.at
    return Run(at, Location(begin, begin + max(0, last - first)))


def join_lines(lines: list[Passage]) -> Passage:
    """One passage of wrapped lines: a space only where two Latin letters meet."""
    if len(lines) == 1:
        return lines[0]
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for line in lines:
        if texts and _latin(texts[-1][-1:]) and _latin(line.text[:1]):
            gap = Location(runs[-1].location.end, line.runs[0].location.start)
            runs.append(Run(at, gap, False))
            texts.append(" ")
            at += 1
        runs += [Run(run.at + at, run.location, run.exact) for run in line.runs]
        texts.append(line.text)
        at += len(line.text)
    return Passage("".join(texts), tuple(runs))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
