"""The county's audit: a folder of reports, last year's beside it, one list of units, one roll-up.

The cycle is ``audit.audit``: intake (files → entries) → listing (whose is it, which version counts) → sums and
likeness (what all of them say together) → judging (each report with what lies beside it) → rounds (numbers that
last, what was mended) → papers (workbook, letters, page, data). Every arrow takes frozen records and gives frozen
records; only intake, rounds and papers touch files.
"""
