"""The kinds of check that rules are made of; each is written in one file, and a rule is a kind with options.

``kinds()`` is the registry: what stands in a rule's ``check.kind``, and what makes it.
"""

from __future__ import annotations

from functools import cache

from ..rulebook.kinds import Kind
from .subject.outcome import Failed, NotAssessable, Outcome, Passed
from .subject.subject import Subject, subject_of

__all__ = ["Failed", "NotAssessable", "Outcome", "Passed", "Subject", "kinds", "subject_of"]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    from .arithmetic import equations
    from .dates import (
        citations,
        date_form,
        impossible_dates,
        organ_names,
        own_names,
        period,
        signing,
        title_line,
        years,
    )
    from .language import broken_paragraphs, contacts, doubled, half_width, pairs, personal_data, word_lists
    from .prose import breakdown_sums, claimed_counts, fee_multiples, percentages, told_twice
    from .sets import copies, filing, named_units, roll_up, workbook_differs
    from .structure import (
        heading_numbers,
        not_filled,
        part_count,
        required_sections,
        residue,
        section_tables,
        section_titles,
        statements,
    )
    from .tables import (
        blanks,
        changed_headers,
        entered_counts,
        not_numbers,
        powers,
        readable,
        row_labels,
        shifts,
        units,
    )
    from .years import copied_text, jumps, same_figures, year_equations
    from .zero import claimed_none, fee_statements, none_implies_none, zeros

    every = (
        equations.KIND,
        readable.KIND,
        row_labels.MISSING,
        row_labels.EXTRA,
        row_labels.MISSPELT,
        changed_headers.MISSING,
        changed_headers.CHANGED,
        blanks.BLANK_CELL,
        blanks.MIXED_ROW,
        not_numbers.NOT_A_NUMBER,
        not_numbers.WHOLE_NUMBER,
        not_numbers.PARTED,
        units.KIND,
        powers.KIND,
        shifts.KIND,
        entered_counts.KIND,
        zeros.HANDLED_WITHOUT_INPUT,
        zeros.ZERO_TOTAL,
        none_implies_none.TABLES,
        none_implies_none.DENIAL,
        not_filled.KIND,
        required_sections.REQUIRED,
        required_sections.ORDER,
        section_titles.TITLE,
        required_sections.EMPTY,
        section_tables.REQUIRED,
        section_tables.PLACED,
        section_tables.FORM,
        statements.PARTS,
        statements.STATEMENT,
        heading_numbers.KIND,
        part_count.KIND,
        residue.KIND,
        title_line.ORGAN,
        title_line.FORM,
        years.KIND,
        period.KIND,
        signing.EARLY,
        signing.LATE,
        signing.DATED,
        date_form.DATE_FORM,
        impossible_dates.KIND,
        organ_names.AGREE,
        organ_names.FOREIGN,
        own_names.SPEAKS,
        own_names.FORMER,
        citations.WRONG,
        citations.SUPERSEDED,
        claimed_counts.KIND,
        claimed_none.KIND,
        fee_statements.KIND,
        breakdown_sums.KIND,
        percentages.KIND,
        told_twice.KIND,
        fee_multiples.KIND,
        half_width.KIND,
        pairs.KIND,
        doubled.KIND,
        broken_paragraphs.KIND,
        word_lists.KIND,
        personal_data.KIND,
        contacts.CONTACTS,
        contacts.LINKS,
        year_equations.KIND,
        same_figures.KIND,
        copied_text.KIND,
        jumps.KIND,
        roll_up.KIND,
        filing.MISSING,
        filing.TWICE,
        filing.UNKNOWN,
        workbook_differs.KIND,
        named_units.KIND,
        copies.KIND,
    )
    return {kind.name: kind for kind in every}
