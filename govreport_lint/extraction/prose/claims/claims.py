"""What the prose says in figures, or as none: 收到申请12件, 未发生行政复议, 收取信息处理费380元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ....document import Passage
from ....report import Section
from ....rulebook.claim_patterns import ClaimPatterns
from ....told import Claim
from ..sentences.percents import percent_of
from ..sentences.plain_text import PlainText, PlainTexts
from ..sentences.sentence_words import SentenceWords
from .claim_scopes import Context, Scope, ScopeReader
from .compiled_patterns import CompiledPatterns, compile_patterns, units_of
from .matching import Match, Sentence, matches_in
from .topics import TopicTrail


class Printed(Struct, frozen=True):
    """One sentence: its words where they stand, and its plain text."""

    words: SentenceWords
    plain: PlainText


def find_claims(
    sections: Sequence[Section],
    preamble: Sequence[Passage],
    year: int | None,
    patterns: ClaimPatterns,
    organ: str | None = None,
    plains: PlainTexts | None = None,
) -> tuple[Claim, ...]:
    """The claims of a report in their order; ``organ`` is the reporting body, ``year`` the report's year.

    ``plains`` keeps the sentences that were made plain, for those who read them next.
    """
    compiled = compile_patterns(patterns)
    plains = plains or PlainTexts(year, units_of(patterns))
    parts: list[tuple[int | None, Sequence[Passage]]] = [(None, preamble)]
    parts += [(section.number, section.paragraphs) for section in sections]
    return tuple(
        claim
        for number, passages in parts
        for claim in _in_passages(passages, Context(number, year, organ), compiled, plains)
    )


def _in_passages(
    passages: Sequence[Passage], context: Context, patterns: CompiledPatterns, plains: PlainTexts
) -> Iterator[Claim]:
    topics = TopicTrail(patterns, patterns.openings.get(context.section or 0))
    for passage in passages:
        for span in plains.sentences(passage.text):
            printed = passage.text[span.start : span.end]
            if not any(map(printed.__contains__, patterns.keywords)):
                topics.add(printed)
                continue
            plain = plains.make(printed)
            coded = patterns.write(plain.text)
            topics.add(plain.text, coded)
            found = matches_in(Sentence(plain, coded), patterns, context.section, topics)
            yield from _in_sentence(Printed(SentenceWords(passage, span), plain), coded, found, context, patterns)


def _in_sentence(
    sentence: Printed, coded: str, found: list[Match], context: Context, patterns: CompiledPatterns
) -> Iterator[Claim]:
    if not found:
        return
    scopes = ScopeReader(patterns.scopes, sentence.plain.text, coded, context)
    base: Scope | None = None
    for match in sorted(found, key=lambda match: match.start):
        scope = scopes.read(match)
        if scope is None:
            continue
        if not match.compiled.pattern.own_part:
            alone = base is None and match.compiled.pattern.narrows
            base = Scope("part", scope.year, scope.qualified) if alone else scope
        elif base is not None and scope.name == "whole":
            scope = base
        yield from _claims(sentence, match, scope, context)


def _claims(sentence: Printed, match: Match, scope: Scope, context: Context) -> Iterator[Claim]:
    kind = match.compiled.pattern.kind
    number = match.counted.number if match.counted else None
    if kind == "count" and number is None:
        return
    start, end = sentence.plain.printed(*_printed_part(match))
    words = sentence.words.between(start, end)
    low, high = (number.low, number.high) if number else (1 if kind == "some" else None, None)
    for subject in match.compiled.pattern.subjects:
        yield Claim(
            subject=subject,
            value=_value(match, words.text),
            low=low,
            high=high,
            unit=match.counted.unit if number and match.counted else None,
            year=scope.year,
            scope=scope.name,
            zero_phrase=kind == "none",
            qualified=scope.qualified,
            section=context.section,
            words=words,
        )


def _value(match: Match, printed: str) -> int | Decimal | None:
    kind = match.compiled.pattern.kind
    if kind == "share":
        return percent_of(printed)
    number = match.counted.number if match.counted else None
    return 0 if kind == "none" else number.value if number else None


def _printed_part(match: Match) -> tuple[int, int]:
    """The number, or the phrase where there is none."""
    if match.counted is None:
        return match.start, match.end
    printed = match.counted.number or match.counted
    return printed.start, printed.end
