"""The county's audit tried on counties that are made for it.

    python benchmarks/county.py plant --units 45 --seed 1 -o c
    govreport-lint audit c/2024 --previous c/2023 --units c/units.csv --county c/county.docx --workbook c/汇总表.xlsx -o o
    python benchmarks/county.py judge c o
    python benchmarks/county.py speed

``judge`` exits with 1 where something planted was not found, or something was found that nobody planted; ``speed``
where a figure that the project promises is missed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from counties.judge import judge
from counties.plant import plant


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    planting = commands.add_parser("plant")
    planting.add_argument("--units", type=int, default=45)
    planting.add_argument("--seed", type=int, default=1)
    planting.add_argument("-o", "--output", type=Path, required=True)
    judging = commands.add_parser("judge")
    judging.add_argument("county", type=Path)
    judging.add_argument("out", type=Path)
    commands.add_parser("speed")
    words = parser.parse_args()
    if words.command == "plant":
        print(plant(words.units, words.seed, words.output), "faults planted in", words.output)
        return 0
    if words.command == "judge":
        faults = list(judge(words.county, words.out))
        print("\n".join(faults) or "everything planted was found, and nothing else")
        return bool(faults)
    from counties.speed import speed

    return speed()


if __name__ == "__main__":
    sys.exit(main())
