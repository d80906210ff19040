"""雷同: how much of a report's prose stands in another one, and which passages; among thousands of reports too.

Sections one and five count, section six from 100 characters on without the statement of fees. Numbers, years and
names are masked, the phrases that every report has are left out. 重复率 is the share of this report's characters that
stand in a run of 13 equal characters or in a clause that is alike to 85 of 100 (rapidfuzz).
"""
