-- Last year's 结转下年度 beside this year's 上年结转, column by column.
CREATE VIEW carry_over AS
SELECT this.unit, reports.kind, this."column", before.value AS carried_out_before, this.value AS carried_in,
       this.value - before.value AS difference
FROM figures AS this
JOIN figures AS before
  ON before.unit = this.unit AND before."table" = this."table" AND before."column" = this."column"
JOIN reports ON reports.unit = this.unit AND reports.role = this.source
WHERE this."table" = 'applications' AND this."row" = 'carried_in' AND this.source <> 'previous'
  AND before."row" = 'carried_out' AND before.source = 'previous'
ORDER BY ALL;

-- The county's cells beside the sums of the units that count. Blank cells are no 0: they are counted apart.
CREATE VIEW rollup AS
WITH summed AS (
  SELECT "table", "row", "column", sum(value) AS total, count(value) AS units, count(*) - count(value) AS without_value
  FROM figures JOIN units USING (unit)
  WHERE source = 'current' AND counted
  GROUP BY ALL
)
SELECT summed."table", summed."row", summed."column", county.value AS county, summed.total,
       county.value - summed.total AS difference, summed.units, summed.without_value
FROM summed
LEFT JOIN figures AS county
  ON county.source = 'county' AND county."table" = summed."table" AND county."row" = summed."row"
 AND county."column" = summed."column"
ORDER BY ALL;

-- 本年新收 by 类别 and applicant.
CREATE VIEW received_by_kind AS
SELECT reports.kind, figures."column", sum(value) AS received, count(value) AS units
FROM figures
JOIN reports ON reports.unit = figures.unit AND reports.role = figures.source
WHERE figures."table" = 'applications' AND figures."row" = 'received' AND figures.source = 'current'
  AND reports.kind IS NOT NULL
GROUP BY ALL
ORDER BY ALL;

-- Every figure with its report: what records.parquet holds.
CREATE VIEW records AS
SELECT figures.unit, reports.kind, figures.year, figures.source, reports.form, reports.file, figures."table",
       figures."row", figures."column", figures.value, figures.raw, figures.state
FROM figures
JOIN reports ON reports.unit = figures.unit AND reports.role = figures.source
ORDER BY ALL;
