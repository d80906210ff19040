"""How many roll-ups that went wrong are explained, and whether a wrong unit is ever named.

    python benchmarks/rollups.py [how many] [first seed]

Each is planted by ``tests/planted_roll_ups.py``: 45 units with sparse figures; one or two of them left out, added
twice, added although they do not count, or added as they were before they were corrected; 3 of 10 with slips of the
pen besides. ``many cells``: every unit that went wrong has at least 6 cells of its own that are not 0, and nothing
was typed wrong. Fails where a wrong unit is named, or one with many cells is not explained.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def main(count: int, first: int) -> int:
    """Plant, explain, count."""
    from planted_roll_ups import has_many_cells, outcome, plant

    found: Counter[tuple[str, str]] = Counter()
    start = time.process_time()
    for seed in range(first, first + count):
        planted = plant(seed)
        kind = "slips besides" if planted.typed else "many cells" if has_many_cells(planted) else "few cells"
        found[kind, outcome(planted)] += 1
    for kind in ("many cells", "few cells", "slips besides"):
        told = ", ".join(f"{word} {found[kind, word]}" for word in ("explained", "tied", "not", "wrong"))
        print(f"{kind:14} {told}")
    print(f"{(time.process_time() - start) / count * 1000:.0f} ms each, planting included")
    wrong = sum(number for (_, word), number in found.items() if word == "wrong")
    return 1 if wrong or found["many cells", "not"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400, int(sys.argv[2]) if len(sys.argv) > 2 else 0))
