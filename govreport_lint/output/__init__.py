"""One file per output format; each takes the frozen records and writes them, for people or for machines."""
