"""The kinds of check that rules are made of; each is one file, and a rule is a kind with options.

``kinds()`` is the registry: what stands in a rule's ``check.kind``, and what makes it.
"""

from __future__ import annotations

from functools import cache

from .subject.outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject, subject_of

__all__ = ["Failed", "Kind", "NotAssessable", "Outcome", "Passed", "Subject", "kinds", "subject_of"]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    from .arithmetic import equations
    from .dates import citations, impossible_dates, organ_names, period, signing, title_line, years
    from .language import broken_paragraphs, doubled, half_width, pairs, personal_data, word_lists
    from .prose import breakdown_sums, claimed_counts, percentages, told_twice
    from .structure import (
        heading_numbers as numbering,
    )
    from .structure import (
        part_count,
        residue,
        section_tables,
        statements,
    )
    from .structure import (
        required_sections as sections,
    )
    from .tables import (
        blanks,
        powers,
        shifts,
        units,
    )
    from .tables import (
        changed_headers as headers,
    )
    from .tables import (
        not_numbers as numbers,
    )
    from .tables import (
        readable as tables,
    )
    from .tables import (
        row_labels as rows,
    )
    from .zero import claimed_none, fee_statements, zeros

    return {
        "equation": equations.KIND,
        "unreadable-table": tables.KIND,
        "missing-row": rows.MISSING,
        "extra-row": rows.EXTRA,
        "misspelt-label": rows.MISSPELT,
        "missing-column": headers.MISSING,
        "changed-header": headers.CHANGED,
        "blank-cell": blanks.BLANK_CELL,
        "mixed-row": blanks.MIXED_ROW,
        "not-a-number": numbers.NOT_A_NUMBER,
        "whole-number": numbers.WHOLE_NUMBER,
        "suspect-unit": units.KIND,
        "no-power": powers.KIND,
        "shifted": shifts.KIND,
        "handled-without-input": zeros.HANDLED_WITHOUT_INPUT,
        "zero-total": zeros.ZERO_TOTAL,
        "required-sections": sections.REQUIRED,
        "section-order": sections.ORDER,
        "section-title": sections.TITLE,
        "empty-section": sections.EMPTY,
        "required-tables": section_tables.REQUIRED,
        "table-place": section_tables.PLACED,
        "form-of-year": section_tables.FORM,
        "section-parts": statements.PARTS,
        "section-statement": statements.STATEMENT,
        "numbering": numbering.KIND,
        "part-count": part_count.KIND,
        "residue": residue.KIND,
        "title-organ": title_line.ORGAN,
        "title-form": title_line.FORM,
        "year-mismatch": years.KIND,
        "period": period.KIND,
        "signed-early": signing.EARLY,
        "signed-late": signing.LATE,
        "dated": signing.DATED,
        "impossible-date": impossible_dates.KIND,
        "organ-agreement": organ_names.AGREE,
        "foreign-name": organ_names.FOREIGN,
        "wrong-citation": citations.WRONG,
        "superseded-citation": citations.SUPERSEDED,
        "claimed-count": claimed_counts.KIND,
        "claimed-none": claimed_none.KIND,
        "fee-statements": fee_statements.KIND,
        "breakdown-sum": breakdown_sums.KIND,
        "percentage": percentages.KIND,
        "told-twice": told_twice.KIND,
        "half-width": half_width.KIND,
        "pairs": pairs.KIND,
        "doubled": doubled.KIND,
        "broken-paragraph": broken_paragraphs.KIND,
        "word-list": word_lists.KIND,
        "personal-data": personal_data.PERSONAL,
        "empty-contact": personal_data.CONTACTS,
    }
