"""The audit as data: audit.json by the JSON contract, and with the extra ``data`` a DuckDB file and Parquet."""
