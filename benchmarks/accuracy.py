"""Write docs/accuracy.md: rule by rule, what is found and what is doubted wrongly, and on what that was counted.

GOVREPORT_CORPUS=folder GOVREPORT_CASES=folder python benchmarks/accuracy.py

Both folders are kept outside the project: real reports with the faults that people found in them (``truth.tsv``), and
sentences and reports with what has to be told of each (``sentences.tsv``, ``files.tsv``).
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from test_corpus import Score, results, scores  # noqa: E402

from govreport_lint import Result, Severity, lint, lint_text  # noqa: E402
from govreport_lint.shipped import shipped_rulebook  # noqa: E402

PAGE = ROOT / "docs" / "accuracy.md"
HEAD = """\
<!-- 由 benchmarks/accuracy.py 生成，请勿手改 -->

# 准不准 / How accurate it is

数的是两样东西，都不随本项目发布；改进规则时用过它们，所以不是独立的检验：

- **真实年报**：{files} 个文件（其中有截断的、转坏的），人工核出了问题清单。“找到”是清单上一定要找到的问题找到了多少；
  “提出”是提出的疑点和错误有多少在清单上。一份报告里同一条规则提出几次，只算一次；截断、转坏的文件上 S101、S105、
  T201 之类无所谓对错，不计。T213 提出的，是表格确实连成一片、读不出来的文件。
- **例句和例文**：{cases} 个，放进数字齐全的报告里或单独成篇，一半有一处错、一半没有错。“找到”是有错的找到了多少；
  “误报”是没有错的 {sound} 个里，有多少被说成疑点或错误。

没有列出的规则，在这些材料里既没有应当找到的，也没有提出过。提示（info）不计入误报。

**In English.** Counted on {files} files of real reports with a list of their faults, and on {cases} sentences and
reports of which {sound} are right. Neither is part of the project, and the rules were improved with both. Columns:
hard faults found; doubts that are on the list; planted faults found; right cases that were doubted.

| 规则 / Rule | | 年报：找到 | 年报：提出 | 例：找到 | 例：误报 |
|---|---|---|---|---|---|
"""


class Counted(Struct, frozen=True):
    """How the cases were judged: faults planted and found by rule, right cases, and those doubted by rule."""

    planted: Counter[str]
    found: Counter[str]
    doubted: Counter[str]
    sound: int
    whole: int


def main() -> int:
    """Write the page; 2 without the two folders."""
    folders = [os.environ.get(name) for name in ("GOVREPORT_CORPUS", "GOVREPORT_CASES")]
    if not all(folders):
        print("GOVREPORT_CORPUS and GOVREPORT_CASES name no folders", file=sys.stderr)
        return 2
    corpus, cases = (Path(folder or "").resolve() for folder in folders)
    counted = count(cases)
    rows = {score.code: score for score in scores(corpus)}
    PAGE.write_text(page(rows, counted, len(results(corpus))), encoding="utf-8")
    print(PAGE)
    return 0


def page(rows: dict[str, Score], counted: Counted, files: int) -> str:
    """The page with a line for each rule that was asked or spoke, and one for all of them."""
    codes = sorted({*rows, *counted.planted, *counted.doubted})
    titles = {rule.code: rule.title.zh for rule in shipped_rulebook().rules}
    lines = [
        line(f"[{code}](rules/{code}.md)", titles[code], rows.get(code, Score(code, 0, 0, 0, 0)), counted, (code,))
        for code in codes
    ]
    sums = Score("", *(sum(getattr(row, name) for row in rows.values()) for name in Score._fields[1:5]))
    lines.append(line("合计 / all", "", sums, counted, tuple(codes)))
    return HEAD.format(files=files, cases=counted.whole, sound=counted.sound) + "".join(lines)


def line(name: str, title: str, score: Score, counted: Counted, codes: tuple[str, ...]) -> str:
    """One line of the table."""
    planted, found, doubted = (
        sum(counter[code] for code in codes) for counter in (counted.planted, counted.found, counted.doubted)
    )
    cells = (
        part(score.hit, score.hard),
        part(score.right, score.said),
        part(found, planted),
        str(doubted) if doubted else "—",
    )
    return f"| {name} | {title} | {' | '.join(cells)} |\n"


def part(some: int, whole: int) -> str:
    """``3/4``; a dash where there was nothing to find."""
    return f"{some}/{whole}" if whole else "—"


def count(cases: Path) -> Counted:
    """Judge every case by what has to be told of it."""
    counters: dict[str, Counter[str]] = defaultdict(Counter)
    sound = whole = 0
    for right, result, usual in judged(cases):
        whole += 1
        told = {finding.code for finding in result.findings}
        for one in right.split():
            codes = one.split("|")
            counters["planted"][codes[0]] += 1
            counters["found"][codes[0]] += not told.isdisjoint(codes)
        if not right:
            sound += 1
            counters["doubted"].update(doubts(result) - usual)
    return Counted(counters["planted"], counters["found"], counters["doubted"], sound, whole)


def judged(cases: Path) -> Iterator[tuple[str, Result, set[str]]]:
    """What has to be told of each case, what is told, and the doubts that its base has without it."""
    bases = {path.stem: path.read_text(encoding="utf-8") for path in (cases / "bases").glob("*.md")}
    usual = {name: doubts(lint_text(text.replace("@@\n", ""))) for name, text in bases.items()}
    for row in table(cases / "sentences.tsv"):
        text = placed(bases[row["base"]], int(row["section"]), row["sentence"].replace("\\n", "\n\n"))
        yield row["right"] or "", lint_text(text), usual[row["base"]]
    for row in table(cases / "files.tsv"):
        yield row["right"] or "", lint(cases / "files" / row["file"]), set()


def placed(base: str, section: int, sentence: str) -> str:
    """The report with the sentence where @@ stands, or right under the title of a section."""
    if not section:
        return base.replace("@@", sentence)
    parts = base.replace("@@\n", "").split("\n## ")
    title, _, rest = parts[section].partition("\n")
    parts[section] = f"{title}\n\n{sentence}\n{rest}"
    return "\n## ".join(parts)


def doubts(result: Result) -> set[str]:
    """The rules that tell an error or a warning."""
    return {finding.code for finding in result.findings if finding.severity is not Severity.INFO}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a file of columns."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    sys.exit(main())
