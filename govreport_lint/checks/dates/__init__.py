"""Family D 日期与名称: title, year, period, signature, citations, names of organs."""
