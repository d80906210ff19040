"""From a document to a report: sections, identity, tables, claims and dates."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ..document import Document, Passage
from ..form import Form
from ..report import Report, Section
from ..rulebook.claim_patterns import ClaimPatterns
from .prose.claims.claims import find_claims
from .prose.claims.compiled_patterns import units_of
from .prose.lists.breakdowns import find_breakdowns
from .prose.lists.counted_text import CountedText, counted_texts
from .prose.lists.growths import find_growths, find_rates
from .prose.lists.shares import find_shares
from .prose.sentences.plain_text import PlainTexts
from .structure.dates import find_dates
from .structure.identity import find_identity
from .structure.sections import Sections, find_sections
from .tables.form_choice import choose_form
from .tables.readings import ReadTable, read_tables


def build_report(document: Document, forms: Sequence[Form], patterns: ClaimPatterns) -> Report:
    """Everything that is understood of a document; what is not there is left out, nothing is made up."""
    sections = find_sections(document, tuple(forms))
    identity = find_identity(document, sections)
    choice = choose_form(document, forms, identity.year)
    tables = read_tables(document, choice.form, sections.block_sections, choice.foreign)
    dates = find_dates(document, sections)
    plains = PlainTexts(identity.year, units_of(patterns))
    claims = find_claims(sections.sections, sections.preamble, identity.year, patterns, identity.organ, plains)
    texts = find_counted_texts(sections.sections, sections.preamble, plains, patterns)
    return Report(
        name=document.name,
        organ=identity.organ,
        kind=identity.kind,
        year=identity.year,
        form=choice.form.key,
        title=identity.title,
        signature=dates.signature,
        sections=_with_tables(sections, tables),
        preamble=sections.preamble,
        tables=tuple(table.reading for table in tables),
        figures=tuple(figure for table in tables for figure in table.figures),
        claims=claims,
        dates=dates.dates,
        form_signs=choice.signs,
        breakdowns=tuple(one for part in texts for one in find_breakdowns(part, patterns.lists)),
        growths=tuple(one for part in texts for one in find_growths(part, patterns.lists)),
        rates=tuple(one for part in texts for one in find_rates(part, patterns.lists)),
        shares=tuple(one for part in texts for one in find_shares(part, patterns.lists)),
    )


def find_counted_texts(
    sections: Sequence[Section], preamble: Sequence[Passage], plains: PlainTexts, patterns: ClaimPatterns
) -> tuple[tuple[CountedText, ...], ...]:
    """The sentences with figures of the preamble and of every section."""
    parts: list[tuple[int | None, Sequence[Passage]]] = [(None, preamble)]
    parts += [(section.number, section.paragraphs) for section in sections]
    return tuple(tuple(counted_texts(number, passages, plains, patterns.lists)) for number, passages in parts)


def _with_tables(sections: Sections, tables: Sequence[ReadTable]) -> tuple[Section, ...]:
    readings = [table.reading for table in tables if table.reading.found]
    return tuple(
        replace(section, tables=tuple(reading.key for reading in readings if reading.section == section.number))
        for section in sections.sections
    )
